//! A channel to the window that shows a file, for other programs of the same user on the same
//! machine: a second start, or a notification that was clicked, asks that window for something.

use std::hash::BuildHasher as _;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use directories::BaseDirs;
use foldhash::quality::FixedState;
use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};

use crate::model::ApplicationId;
use crate::reminders::Target;

/// What the window is asked for. Each is a line of JSON on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Come to the front.
    Show,
    /// Come to the front and show this application.
    Open(ApplicationId),
    /// Come to the front and show what a notification is about.
    Follow(Target),
    /// What a notification is about is done already.
    Done(Target),
}

/// How long either side waits for the other.
const PATIENCE: Duration = Duration::from_secs(2);

/// Longer requests are none of ours.
const LONGEST: u64 = 1000;

const DONE: &str = "ok\n";

/// The window's end of the channel, for as long as the window is open.
#[derive(Debug)]
pub(super) struct Channel {
    /// The file that stands for it, where it has one.
    place: Option<PathBuf>,
}

impl Channel {
    /// From now on `take` gets what other programs ask of the window on that file.
    ///
    /// # Errors
    /// The system gives no channel; the window does without one.
    pub(super) fn open(file: &Path, take: impl Fn(Request) + Send + 'static) -> io::Result<Self> {
        let place = place(file);
        // What a window that crashed has left behind is replaced: nobody answered there.
        let options = ListenerOptions::new()
            .name(name(&place)?)
            .try_overwrite(true);
        let listener = options.create_sync()?;
        let listen = move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                // Who does not speak, or speaks nonsense, is not heard.
                let _ = hear(&stream).map(&take);
            }
        };
        thread::Builder::new()
            .name("channel".to_owned())
            .spawn(listen)?;
        let place = cfg!(unix).then_some(place);
        Ok(Self { place })
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(place) = &self.place {
            // The next window replaces it if it stays.
            let _ = std::fs::remove_file(place);
        }
    }
}

/// Asks the window that shows that file.
///
/// # Errors
/// No window shows it, or it does not answer.
pub fn ask(file: &Path, request: Request) -> io::Result<()> {
    let (sender, answer) = mpsc::channel();
    let place = place(file);
    // On a thread of its own: a window that was stopped would keep it waiting.
    thread::Builder::new()
        .name("asking".to_owned())
        .spawn(move || {
            // Nobody listens any more if it took too long.
            let _ = sender.send(say(&place, request));
        })?;
    answer
        .recv_timeout(PATIENCE)
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

fn say(place: &Path, request: Request) -> io::Result<()> {
    let mut stream = Stream::connect(name(place)?)?;
    let mut line = serde_json::to_string(&request)?;
    line.push('\n');
    stream.write_all(line.as_bytes())?;
    let mut answer = String::new();
    BufReader::new(stream.take(LONGEST)).read_line(&mut answer)?;
    if answer == DONE {
        Ok(())
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

fn hear(mut stream: &Stream) -> io::Result<Request> {
    stream.set_recv_timeout(Some(PATIENCE))?;
    let mut line = String::new();
    BufReader::new(stream.take(LONGEST)).read_line(&mut line)?;
    let request = serde_json::from_str(&line)?;
    stream.write_all(DONE.as_bytes())?;
    Ok(request)
}

/// Where the window on that file is found: a name made of the file's, in a folder of this user.
fn place(file: &Path) -> PathBuf {
    let file = file
        .canonicalize()
        .or_else(|_| std::path::absolute(file))
        .unwrap_or_else(|_| file.to_owned());
    let hash = FixedState::default().hash_one(file.as_os_str().as_encoded_bytes());
    let name = format!(".afterword-{hash:016x}.window");
    let dirs = BaseDirs::new();
    let folder = dirs.as_ref().and_then(BaseDirs::runtime_dir);
    match folder.filter(|folder| folder.is_dir()) {
        Some(folder) => folder.join(name),
        None => file.with_file_name(name),
    }
}

#[cfg(unix)]
fn name(place: &Path) -> io::Result<Name<'_>> {
    use interprocess::local_socket::{GenericFilePath, ToFsName as _};
    place.to_fs_name::<GenericFilePath>()
}

#[cfg(not(unix))]
fn name(place: &Path) -> io::Result<Name<'_>> {
    use interprocess::local_socket::{GenericNamespaced, ToNsName as _};
    let name = place.file_name().unwrap_or_default();
    name.to_ns_name::<GenericNamespaced>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_arrives_at_the_window_of_that_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("afterword.ron");
        assert!(ask(&file, Request::Show).is_err(), "nobody is there");
        let (sender, heard) = mpsc::channel();
        let channel = Channel::open(&file, move |request| sender.send(request).unwrap()).unwrap();
        let open = Request::Open(ApplicationId::fresh());
        let follow = Request::Follow(Target::Action(ApplicationId::fresh(), 1));
        for request in [Request::Show, open, follow, Request::Done(Target::Today)] {
            ask(&file, request).unwrap();
            assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), request);
        }
        assert!(ask(&folder.path().join("other.ron"), Request::Show).is_err());
        drop(channel);
        assert!(ask(&file, Request::Show).is_err(), "it has closed");
    }

    #[test]
    fn nonsense_is_not_heard_and_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("afterword.ron");
        let (sender, heard) = mpsc::channel();
        let _channel = Channel::open(&file, move |request| sender.send(request).unwrap()).unwrap();
        for nonsense in ["\n", "x\n", "{\"open\":1}\n", &"x".repeat(5000)] {
            let place = place(&file);
            let mut stream = Stream::connect(name(&place).unwrap()).unwrap();
            let _ = stream.write_all(nonsense.as_bytes());
        }
        ask(&file, Request::Show).unwrap();
        assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), Request::Show);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_crashed_window_left_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("afterword.ron");
        drop(std::os::unix::net::UnixListener::bind(place(&file)).unwrap());
        assert!(ask(&file, Request::Show).is_err());
        let _channel = Channel::open(&file, |_| ()).unwrap();
        ask(&file, Request::Show).unwrap();
    }
}
