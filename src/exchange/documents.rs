use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// Larger files are better kept where they are.
const MOST_BYTES: u64 = 100_000_000;

/// Copies the file at `from` into a folder beside the search in `own`, under a name that is free
/// there; returns its place, counted from the folder of the search.
///
/// # Errors
/// Why not, without a full stop.
pub fn copy_beside(own: &Path, key: &str, from: &Path) -> Result<String, String> {
    let about = fs::metadata(from).map_err(|error| words(&error))?;
    if !about.is_file() {
        return Err("it is not a file".to_owned());
    }
    if about.len() > MOST_BYTES {
        return Err(format!("it is larger than {} MB", MOST_BYTES / 1_000_000));
    }
    let stem = own.file_stem().unwrap_or_default().to_string_lossy();
    let inner = format!("{stem} documents/{}", super::bundle::safe(key));
    let folder = own.parent().unwrap_or(Path::new("")).join(&inner);
    fs::create_dir_all(&folder).map_err(|error| words(&error))?;
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let (mut copy, name) = free_file(&folder, &name).map_err(|error| words(&error))?;
    let mut source = File::open(from)
        .map_err(|error| words(&error))?
        .take(MOST_BYTES);
    let copied = io::copy(&mut source, &mut copy)
        .and_then(|_| copy.flush())
        .and_then(|()| copy.sync_all());
    if let Err(error) = copied {
        // Half a copy is none.
        let _ = fs::remove_file(folder.join(&name));
        return Err(words(&error));
    }
    Ok(format!("{inner}/{name}"))
}

/// A new file of that name, or of one like it; never one that is there.
fn free_file(folder: &Path, name: &str) -> io::Result<(File, String)> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    let numbered = (2_u32..100).map(|number| format!("{stem} {number}{dot}{ending}"));
    for name in std::iter::once(name.to_owned()).chain(numbered) {
        match File::create_new(folder.join(&name)) {
            Ok(file) => return Ok((file, name)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there any more".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_lies_beside_the_search_and_takes_nobodys_place() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("afterword.ron");
        let cv = folder.path().join("cv.pdf");
        fs::write(&cv, "mine").unwrap();
        assert_eq!(
            copy_beside(&own, "acme/../x", &cv).unwrap(),
            "afterword documents/acme x/cv.pdf"
        );
        fs::write(&cv, "newer").unwrap();
        let second = copy_beside(&own, "acme/../x", &cv).unwrap();
        assert_eq!(second, "afterword documents/acme x/cv 2.pdf");
        assert_eq!(fs::read(folder.path().join(second)).unwrap(), b"newer");
        let first = folder.path().join("afterword documents/acme x/cv.pdf");
        assert_eq!(fs::read(first).unwrap(), b"mine");
    }

    #[test]
    fn what_is_no_file_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("afterword.ron");
        let gone = copy_beside(&own, "acme", &folder.path().join("gone.pdf")).unwrap_err();
        assert_eq!(gone, "it is not there any more");
        let error = copy_beside(&own, "acme", folder.path()).unwrap_err();
        assert_eq!(error, "it is not a file");
    }
}
