use super::Home;

const COMMANDS: &[&str] = &[
    "due", "plan", "may", "compose", "check", "read", "import", "export", "agent", "doctor",
];

#[test]
fn wrong_usage_exits_with_2_and_says_what_is_right() {
    let home = Home::empty();
    for arguments in [
        &["dance"][..],
        &["due", "--loud"],
        &["plan", "--application"],
        &["import"],
        &["export"],
        &["compose"],
        &["read", "--on", "tomorrow"],
        &["check", "--scenario", "hug"],
        &["due", "--demo", "--file", "x"],
    ] {
        let answer = home.run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}");
        assert!(answer.err.contains("--help"), "{}", answer.err);
    }
    let now = std::process::Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["due", "--now", "2026-11-23"])
        .output()
        .unwrap();
    assert_eq!(now.status.code(), Some(2), "a day is no moment");
}

#[test]
fn help_and_version_are_no_failures() {
    let home = Home::empty();
    for command in COMMANDS {
        let answer = home.run(&[command, "--help"]);
        assert_eq!(answer.code, 0);
        assert!(
            answer.out.contains("Usage: afterword") && answer.out.contains("--json"),
            "{}",
            answer.out
        );
        assert!(home.run(&["--help"]).out.contains(&format!("  {command} ")));
    }
    assert!(home.run(&["--version"]).out.starts_with("afterword 0."));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_do_not_crash_it() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let home = Home::empty();
    let odd = OsStr::from_bytes(b"\xff.jsonl");
    for command in [&["import"][..], &["plan", "--application"], &["may"]] {
        let output = home.command(command).arg(odd).output().unwrap();
        assert!(matches!(output.status.code(), Some(1 | 2)), "{command:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_a_failure_not_a_crash() {
    let home = Home::empty();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = home.command(&["due"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"));
}

#[test]
fn the_manual_tells_of_every_command() {
    let home = Home::empty();
    let folder = home.path("manual");
    let answer = home.run(&["manual", folder.to_str().unwrap()]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let page = std::fs::read_to_string(folder.join("man1/afterword.1")).unwrap();
    let compose = std::fs::read_to_string(folder.join("man1/afterword-compose.1")).unwrap();
    assert!(page.contains("compose") && compose.contains("fact"));
    assert!(!page.contains("proofread"), "what is hidden stays so");
    for name in [
        "afterword.bash",
        "_afterword",
        "afterword.fish",
        "_afterword.ps1",
    ] {
        assert!(folder.join("completions").join(name).is_file(), "{name}");
    }
}

#[test]
fn the_guide_names_every_command_and_option() {
    let home = Home::empty();
    let guide = include_str!("../../docs/COMMAND-LINE.md");
    for command in COMMANDS {
        assert!(
            guide.contains(&format!("`afterword {command}")),
            "{command}"
        );
        let help = home.run(&[command, "--help"]).out;
        for option in help
            .split_whitespace()
            .filter(|word| word.starts_with("--"))
        {
            let option = option.trim_matches(|sign: char| sign != '-' && !sign.is_alphanumeric());
            assert!(guide.contains(option), "{command} {option}");
        }
    }
}
