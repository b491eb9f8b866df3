//! `afterword manual FOLDER`: manual pages and completions, for those who make packages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Command, ValueEnum as _};
use clap_complete::Shell;

/// Write manual pages and the completions of every shell into a folder
#[derive(Debug, Args)]
pub(super) struct Manual {
    /// The folder; it is made if it is not there
    folder: PathBuf,
}

impl Manual {
    /// `line` is the whole command line, as it is read.
    pub(super) fn run(&self, line: Command) -> anyhow::Result<()> {
        write(&self.folder, line)
            .with_context(|| format!("the manual cannot be written to {}", self.folder.display()))
    }
}

fn write(folder: &Path, mut line: Command) -> std::io::Result<()> {
    let (pages, completions) = (folder.join("man1"), folder.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(line.clone(), &pages)?;
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut line, "afterword", &completions)?;
    }
    Ok(())
}
