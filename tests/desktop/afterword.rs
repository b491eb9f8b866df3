//! The program under test, and what a person does with it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use chrono::{SecondsFormat, TimeDelta, Utc};

use super::desk::program::Program;
use super::desk::screen_reader::Widget;
use super::desk::{Desk, PATIENCE, eventually, target_folder};

/// The window of Afterword on a desktop.
pub struct Afterword<'a> {
    /// Where it stands.
    pub desk: &'a Desk,
    /// The program behind it.
    pub program: Program,
    window: u32,
}

/// The command line of the program under test.
pub fn command(desk: &Desk, arguments: &[&str]) -> Command {
    let binary = std::env::var_os("AFTERWORD_BINARY")
        .map_or_else(|| target_folder().join("release/afterword"), PathBuf::from);
    assert!(
        binary.exists(),
        "{} is not there: run `cargo build --release` first",
        binary.display()
    );
    let mut command = desk.command(binary);
    command.args(arguments);
    command
}

/// Brings events of one application into a file; their moments are in minutes from now.
pub fn events(desk: &Desk, file: &Path, write: impl FnOnce(&mut dyn FnMut(&str, i64, &str))) {
    events_at(desk, file, 0, write);
}

/// The same, with the minutes counted from that many seconds from now.
pub fn events_at(
    desk: &Desk,
    file: &Path,
    seconds: i64,
    write: impl FnOnce(&mut dyn FnMut(&str, i64, &str)),
) {
    let now = Utc::now() + TimeDelta::seconds(seconds);
    let mut lines = String::new();
    write(&mut |event, minutes, fields| {
        let at = (now + TimeDelta::minutes(minutes)).to_rfc3339_opts(SecondsFormat::Secs, true);
        let _ = writeln!(
            lines,
            r#"{{"application":"it","event":"{event}","at":"{at}",{fields}}}"#
        );
    });
    let path = desk.path("events.jsonl");
    fs::write(&path, &lines).expect("a file of events");
    let mut import = command(desk, &["import"]);
    import.arg(&path).arg("--file").arg(file);
    let done = desk.run(import);
    let error = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "the import: {error}\n{lines}");
}

impl<'a> Afterword<'a> {
    /// Opens the window and waits until something is painted on it.
    pub fn open(desk: &'a Desk, arguments: &[&str]) -> Self {
        Self::started(desk, command(desk, arguments))
    }

    /// The same, where something else has to start it.
    pub fn started(desk: &'a Desk, command: Command) -> Self {
        let mut program = desk.start(command);
        let window = eventually("a painted window", || {
            if let Some(end) = program.ended(Duration::ZERO) {
                panic!("it ended with {end}: {}", program.said());
            }
            let (window, _) = desk.screen().window("Afterword")?;
            desk.screen().is_painted(window).then_some(window)
        });
        let this = Self {
            desk,
            program,
            window,
        };
        if desk.has_reader() {
            this.find("New application");
        }
        this
    }

    /// The title of the window that another program has opened, once it is there.
    pub fn opened_by_another(desk: &Desk) -> String {
        eventually("a window", || {
            let (window, title) = desk.screen().window("Afterword")?;
            desk.screen().is_painted(window).then_some(title)
        })
    }

    /// The window's title.
    pub fn title(&self) -> String {
        let found = self.desk.screen().window("Afterword");
        found.map(|(_, title)| title).unwrap_or_default()
    }

    /// How bright the middle of the window is, from 0 to 255.
    pub fn brightness(&self) -> u64 {
        self.desk.screen().brightness(self.window)
    }

    /// The widget with that name.
    pub fn find(&self, name: &str) -> Widget {
        self.desk.reader().find(name, |widget| widget.name == name)
    }

    /// The widget whose name begins so.
    pub fn find_beginning(&self, name: &str) -> Widget {
        self.desk
            .reader()
            .find(name, |widget| widget.name.starts_with(name))
    }

    /// Whether a widget with such a name can be seen now.
    pub fn shows(&self, is: impl Fn(&str) -> bool) -> bool {
        self.desk
            .reader()
            .visible()
            .iter()
            .any(|widget| is(&widget.name))
    }

    /// The names of the board's columns, from the left.
    pub fn columns(&self) -> Vec<String> {
        self.find_ending(" applications");
        let mut columns: Vec<_> = self.desk.reader().visible();
        columns.retain(|widget| is_column(&widget.name));
        columns.sort_by_key(|widget| widget.place.0);
        let mut names: Vec<_> = columns.into_iter().map(|widget| widget.name).collect();
        names.dedup();
        names
    }

    fn find_ending(&self, name: &str) -> Widget {
        self.desk
            .reader()
            .find(name, |widget| widget.name.ends_with(name))
    }

    /// Clicks on the widget with that name.
    pub fn click(&self, name: &str) {
        self.desk.click_at(self.settled(name).middle());
    }

    /// Clicks on the widget whose name begins so.
    pub fn click_beginning(&self, name: &str) {
        self.desk.click_at(self.find_beginning(name).middle());
    }

    /// The widget with that name, once it stands still.
    pub fn settled(&self, name: &str) -> Widget {
        let mut last = None;
        eventually(name, || {
            let now = self.find(name);
            let still = last == Some(now.place);
            last = Some(now.place);
            still.then_some(now)
        })
    }

    /// The text field with that name.
    pub fn field(&self, name: &str) -> Widget {
        self.desk
            .reader()
            .find(name, |widget| widget.name == name && widget.text.is_some())
    }

    /// Replaces what stands in the field with that name.
    pub fn fill(&self, name: &str, text: &str) {
        self.desk.click_at(self.field(name).middle());
        eventually(&format!("the keyboard in {name}"), || {
            self.field(name).focused.then_some(())
        });
        self.desk.press("ctrl+a");
        self.desk.type_text(text);
        eventually(&format!("“{text}” in {name}"), || {
            (self.field(name).text.as_deref() == Some(text)).then_some(())
        });
    }

    /// Clicks on the cross of the window and waits until the program has ended.
    pub fn close(mut self) {
        self.desk.screen().close(self.window);
        let end = self.program.ended(PATIENCE);
        let end = end.unwrap_or_else(|| panic!("it does not end when its window is closed"));
        assert!(
            end.success(),
            "it ended with {end}: {}",
            self.program.said()
        );
    }

    /// Minimises the window.
    pub fn minimise(&self) {
        self.desk.screen().minimise(self.window);
        eventually("a minimised window", || {
            (!self.desk.screen().is_shown(self.window)).then_some(())
        });
    }
}

impl Drop for Afterword<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // While there is still a window to see.
            self.desk.keep_evidence();
        }
    }
}

fn is_column(name: &str) -> bool {
    let words = name.rsplit(", ").next().unwrap_or_default();
    let mut words = words.split(' ');
    let number = words
        .next()
        .is_some_and(|number| number.parse::<usize>().is_ok());
    number
        && words
            .next()
            .is_some_and(|word| word.starts_with("application"))
}
