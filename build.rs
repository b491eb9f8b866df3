//! Gives the program its version line and, on Windows, its icon.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/icon/afterword.ico");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let target = env::var("TARGET").unwrap_or_default();
    println!("cargo::rustc-env=AFTERWORD_VERSION={version} ({target})");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows") {
        let mut resource = winresource::WindowsResource::new();
        resource.set_icon("assets/icon/afterword.ico");
        resource.set("ProductName", "Afterword");
        resource.set("FileDescription", "Afterword");
        if let Err(error) = resource.compile() {
            // The program works without its icon; a cross-compiler may lack the tool.
            println!("cargo::warning=the Windows icon was not embedded: {error}");
        }
    }
}
