//! Nothing leaves the machine: no crate that speaks to a network is part of the program.
#![allow(clippy::unwrap_used)]

use std::process::Command;

/// Crates by which Rust programs reach other machines. Sockets of the machine itself, for the
/// desktop's message bus and for a second start, are another thing.
const OF_NETWORKS: &[&str] = &[
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tokio",
    "tungstenite",
    "ureq",
];

#[test]
fn no_crate_of_networks_is_part_of_the_program() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal,build"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.contains(&"egui"), "the list of dependencies: {tree}");
    let found: Vec<&&str> = names
        .iter()
        .filter(|name| OF_NETWORKS.contains(name))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
