use super::Home;

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
    for command in [
        "due", "plan", "may", "compose", "check", "read", "import", "export", "agent", "doctor",
    ] {
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
