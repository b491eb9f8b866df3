//! Nothing leaves the machine: runs under a tracer, which sees every socket that is opened.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::afterword::{Afterword, command};
use super::desk::{Desk, eventually};

/// The same command under a tracer that writes into `log` what it does with sockets.
fn traced(desk: &Desk, plain: &Command, log: &Path) -> Command {
    let mut traced = desk.command("strace");
    traced
        .args(["-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o"])
        .arg(log)
        .arg(plain.get_program())
        .args(plain.get_args());
    traced
}

/// Sockets that could reach another machine. Those of the machine itself are the screen's, the
/// buses' and a second start's.
fn reaching_out(log: &Path) -> Vec<String> {
    let log = fs::read_to_string(log).expect("what the tracer saw");
    let lines = log.lines().filter(|line| {
        let of_the_machine = ["AF_UNIX", "AF_NETLINK", "NULL"];
        let is_call = ["socket(", "connect(", "bind(", "sendto("]
            .iter()
            .any(|call| line.contains(call));
        let names_a_family = line.contains("AF_");
        is_call && names_a_family && !of_the_machine.iter().any(|family| line.contains(family))
    });
    lines.map(str::to_owned).collect()
}

#[test]
fn the_window_opens_no_socket_to_another_machine() {
    let desk = Desk::new("no-network");
    let log = desk.path("sockets");
    let plain = command(&desk, &["--demo"]);
    let window = Afterword::started(&desk, traced(&desk, &plain, &log));
    for view in ["Board", "Insights", "Settings", "Today"] {
        window.click(view);
    }
    // A letter, which is proof-read by a process of its own.
    window.click("Write");
    window.field("Message");
    window.close();
    let seen = fs::read_to_string(&log).expect("what the tracer saw");
    assert!(seen.contains("AF_UNIX"), "the tracer sees sockets: {seen}");
    assert_eq!(reaching_out(&log), Vec::<String>::new());
}

#[test]
fn commands_open_no_socket_to_another_machine() {
    let desk = Desk::new("no-network-commands");
    let people = desk.path("people.vcf");
    fs::write(&people, "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Wu\nEND:VCARD\n").expect("a file");
    let people = people.to_string_lossy().into_owned();
    let zip = desk.path("all.zip").to_string_lossy().into_owned();
    for arguments in [
        &["due", "--demo"][..],
        &["agent", "--once", "--demo"],
        &["doctor", "--demo"],
        &["import", &people, "--demo"],
        &["export", &zip, "--demo"],
    ] {
        let log = desk.path("sockets");
        let run = traced(&desk, &command(&desk, arguments), &log);
        desk.run(run);
        let seen = eventually("what the tracer saw", || {
            log.exists().then_some(reaching_out(&log))
        });
        assert_eq!(seen, Vec::<String>::new(), "{arguments:?}");
        fs::remove_file(&log).expect("the log");
    }
}
