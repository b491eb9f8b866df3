//! What the systems are told, as texts, and how such texts are read back.
//!
//! All three are here on every system, so that their quoting is tested on each.

use std::path::PathBuf;

/// What is started at login.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The program.
    pub(super) program: PathBuf,
    /// The file of the search, where it is not in its usual place.
    pub(super) file: Option<PathBuf>,
}

/// Tells the agent that it was started at login, and is to end when that is switched off.
const AT_LOGIN: &str = "--at-login";

impl Entry {
    /// The program and its arguments. Paths that are no text cannot be written there.
    fn arguments(&self) -> Option<Vec<String>> {
        let mut arguments = vec![self.program.to_str()?.to_owned()];
        arguments.extend(["agent", AT_LOGIN].map(str::to_owned));
        if let Some(file) = &self.file {
            arguments.extend(["--file".to_owned(), file.to_str()?.to_owned()]);
        }
        Some(arguments)
    }

    fn of_arguments(arguments: Vec<String>) -> Option<Self> {
        let mut arguments = arguments.into_iter();
        let program = PathBuf::from(arguments.next()?);
        let mut rest = arguments.skip_while(|argument| argument != "--file");
        let file = rest.nth(1).map(PathBuf::from);
        Some(Self { program, file })
    }

    /// A file of the desktop's autostart folder.
    pub(super) fn to_desktop_file(&self) -> Option<String> {
        let exec: Vec<String> = self.arguments()?.iter().map(|a| exec_quoted(a)).collect();
        Some(format!(
            "[Desktop Entry]\n\
             Type=Application\n\
             Name=Afterword reminders\n\
             Comment=Reminds of what falls due in a job search while no window is open\n\
             Exec={}\n\
             Icon=afterword\n\
             Terminal=false\n\
             NoDisplay=true\n\
             X-GNOME-Autostart-enabled=true\n",
            string_escaped(&exec.join(" "))
        ))
    }

    /// Reads such a file. One that the user or the desktop has switched off is none.
    pub(super) fn of_desktop_file(text: &str) -> Option<Self> {
        let value = |key: &str| {
            let mut lines = text.lines();
            lines.find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
        };
        let is_off =
            value("Hidden") == Some("true") || value("X-GNOME-Autostart-enabled") == Some("false");
        if is_off {
            return None;
        }
        Self::of_arguments(exec_split(&string_unescaped(value("Exec")?)))
    }

    /// A property list for launchd.
    pub(super) fn to_property_list(&self) -> Option<String> {
        let arguments: String = self
            .arguments()?
            .iter()
            .map(|argument| format!("    <string>{}</string>\n", xml_escaped(argument)))
            .collect();
        Some(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
             \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
             <plist version=\"1.0\">\n\
             <dict>\n\
             \x20 <key>Label</key>\n\
             \x20 <string>org.afterword.agent</string>\n\
             \x20 <key>ProgramArguments</key>\n\
             \x20 <array>\n{arguments}\x20 </array>\n\
             \x20 <key>RunAtLoad</key>\n\
             \x20 <true/>\n\
             \x20 <key>ProcessType</key>\n\
             \x20 <string>Background</string>\n\
             </dict>\n\
             </plist>\n"
        ))
    }

    /// Reads such a list, as far as it is one of ours.
    pub(super) fn of_property_list(text: &str) -> Option<Self> {
        let (_, after) = text.split_once("<key>ProgramArguments</key>")?;
        let (array, _) = after.split_once("</array>")?;
        let strings = array.split("<string>").skip(1);
        let arguments =
            strings.filter_map(|one| Some(xml_unescaped(one.split_once("</string>")?.0)));
        Self::of_arguments(arguments.collect())
    }

    /// A command line of Windows.
    #[cfg(any(windows, test))]
    pub(super) fn to_command_line(&self) -> Option<String> {
        let arguments = self.arguments()?;
        let quoted: Vec<String> = arguments.iter().map(|a| windows_quoted(a)).collect();
        Some(quoted.join(" "))
    }

    /// Reads such a command line.
    #[cfg(any(windows, test))]
    pub(super) fn of_command_line(text: &str) -> Option<Self> {
        Self::of_arguments(windows_split(text))
    }
}

/// An argument of `Exec`, by the Desktop Entry Specification: in quotes, where a backslash stands
/// before what means something in them; a per cent sign is doubled.
fn exec_quoted(argument: &str) -> String {
    let mut quoted = String::from('"');
    for c in argument.chars() {
        if matches!(c, '"' | '`' | '$' | '\\') {
            quoted.push('\\');
        }
        if c == '%' {
            quoted.push('%');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

fn exec_split(text: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut current: Option<String> = None;
    let mut in_quotes = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                in_quotes = !in_quotes;
                current.get_or_insert_default();
            }
            '\\' if in_quotes => current.get_or_insert_default().extend(chars.next()),
            '%' => {
                chars.next_if_eq(&'%');
                current.get_or_insert_default().push('%');
            }
            ' ' if !in_quotes => arguments.extend(current.take()),
            c => current.get_or_insert_default().push(c),
        }
    }
    arguments.extend(current);
    arguments
}

/// A value of a desktop file, whatever it holds.
fn string_escaped(value: &str) -> String {
    value
        .replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\t', "\\t")
}

fn string_unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('r')) => text.push('\r'),
            ('\\', Some('t')) => text.push('\t'),
            ('\\', Some('s')) => text.push(' '),
            ('\\', Some(other)) => text.push(other),
            (c, _) => text.push(c),
        }
    }
    text
}

fn xml_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn xml_unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// An argument as Windows programs read it: in quotes, where backslashes before a quote are
/// doubled.
#[cfg(any(windows, test))]
fn windows_quoted(argument: &str) -> String {
    let mut quoted = String::from('"');
    let mut backslashes = 0;
    for c in argument.chars() {
        match c {
            '\\' => backslashes += 1,
            '"' => {
                quoted.extend(std::iter::repeat_n('\\', backslashes + 1));
                backslashes = 0;
            }
            _ => backslashes = 0,
        }
        quoted.push(c);
    }
    quoted.extend(std::iter::repeat_n('\\', backslashes));
    quoted.push('"');
    quoted
}

#[cfg(any(windows, test))]
fn windows_split(text: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut current: Option<String> = None;
    let mut in_quotes = false;
    let mut backslashes = 0;
    for c in text.chars() {
        if c == '\\' {
            backslashes += 1;
            continue;
        }
        let argument = current.get_or_insert_default();
        let before = if c == '"' {
            backslashes / 2
        } else {
            backslashes
        };
        argument.extend(std::iter::repeat_n('\\', before));
        let is_literal = backslashes % 2 == 1;
        backslashes = 0;
        match c {
            '"' if is_literal => argument.push('"'),
            '"' => in_quotes = !in_quotes,
            ' ' if !in_quotes => arguments.extend(current.take().filter(|a| !a.is_empty())),
            c => argument.push(c),
        }
    }
    if backslashes > 0 {
        let argument = current.get_or_insert_default();
        argument.extend(std::iter::repeat_n('\\', backslashes));
    }
    arguments.extend(current);
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    const AWKWARD: [&str; 8] = [
        "/usr/bin/afterword",
        "/home/Ann Ito/My Programs/afterword",
        "/opt/100% $HOME `id` \"quoted\"/afterword",
        "/opt/back\\slash\\/afterword",
        "/opt/<a> & b/afterword",
        "/opt/line\nbreak\tand tab/afterword",
        "C:\\Program Files\\Afterword\\afterword.exe",
        "C:\\ends with a backslash\\",
    ];

    #[test]
    fn what_is_written_is_read_back_whatever_the_path() {
        for program in AWKWARD {
            for file in AWKWARD.map(Some).into_iter().chain([None]) {
                let entry = Entry {
                    program: program.into(),
                    file: file.map(PathBuf::from),
                };
                let desktop = entry.to_desktop_file().unwrap();
                assert_eq!(Entry::of_desktop_file(&desktop), Some(entry.clone()));
                let list = entry.to_property_list().unwrap();
                assert_eq!(Entry::of_property_list(&list), Some(entry.clone()));
                let line = entry.to_command_line().unwrap();
                assert_eq!(Entry::of_command_line(&line), Some(entry), "{line}");
            }
        }
    }

    fn entry(program: &str) -> Entry {
        Entry {
            program: program.into(),
            file: None,
        }
    }

    #[test]
    fn paths_are_quoted_as_each_system_asks_for() {
        let desktop = entry("/a b/100% $x").to_desktop_file().unwrap();
        let exec = desktop.lines().find(|line| line.starts_with("Exec="));
        // A backslash before the dollar sign, and that one doubled, as in every value.
        assert_eq!(exec, Some(r#"Exec="/a b/100%% \\$x" "agent" "--at-login""#));
        let line = entry(r"C:\Program Files\a\").to_command_line().unwrap();
        assert_eq!(line, r#""C:\Program Files\a\\" "agent" "--at-login""#);
        let list = entry("/a & b").to_property_list().unwrap();
        assert!(list.contains("<string>/a &amp; b</string>"), "{list}");
    }

    #[test]
    fn one_that_the_desktop_switched_off_is_off() {
        let desktop = entry("/usr/bin/afterword").to_desktop_file().unwrap();
        for (from, to) in [
            ("NoDisplay=true", "Hidden=true"),
            ("Autostart-enabled=true", "Autostart-enabled=false"),
        ] {
            let off = desktop.replace(from, to);
            assert_ne!(off, desktop);
            assert_eq!(Entry::of_desktop_file(&off), None);
        }
        assert_eq!(Entry::of_desktop_file(""), None);
        assert_eq!(Entry::of_property_list("<plist/>"), None);
    }
}
