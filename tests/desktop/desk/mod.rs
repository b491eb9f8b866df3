//! A desktop of its own for one test: an X server, a window manager, a session bus, the bus of
//! screen readers, a service that takes notifications, and a home folder, all thrown away at the
//! end. Nothing of the user's is read or written.

pub mod dock;
pub mod notifications;
pub mod portal;
pub mod program;
pub mod screen_reader;
pub mod x11;

use std::cell::{Cell, RefCell};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use zbus::block_on;

use dock::Dock;
use notifications::Recorder;
use portal::Portal;
use program::Program;
use screen_reader::ScreenReader;
use x11::Screen;

/// How long anything may take to happen before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// What the desktop has besides its screen and its bus.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// The bus of screen readers, by which tests find what is in the window.
    pub screen_reader: bool,
    /// A service that takes notifications.
    pub notifications: bool,
}

/// The desktop.
pub struct Desk {
    name: String,
    folder: TempDir,
    environment: Vec<(&'static str, OsString)>,
    /// Ended in this order.
    servers: Vec<Server>,
    screen: Screen,
    screen_reader: Option<ScreenReader>,
    recorder: Option<Recorder>,
    /// Where the programs wrote what they had to say.
    outputs: RefCell<Vec<PathBuf>>,
    evidence: Cell<bool>,
}

impl Desk {
    /// A desktop with all its parts; `name` is the test's.
    pub fn new(name: &str) -> Self {
        Self::with(
            name,
            Parts {
                screen_reader: true,
                notifications: true,
            },
        )
    }

    /// A desktop with these parts.
    pub fn with(name: &str, parts: Parts) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("afterword-")
            .tempdir()
            .expect("a folder for the desktop");
        let mut environment = homes(folder.path());
        let mut servers = Vec::new();

        let (screen_server, display) = x_server(folder.path(), &environment);
        environment.push(("DISPLAY", display.clone().into()));
        let (bus_server, bus) = session_bus(folder.path(), &environment);
        environment.push(("DBUS_SESSION_BUS_ADDRESS", bus.clone().into()));
        let manager = Server::start(command("openbox", &environment), folder.path());
        servers.extend([manager, bus_server, screen_server]);

        let screen = Screen::connect(&display);
        eventually("a window manager", || screen.has_manager().then_some(()));
        let screen_reader = parts
            .screen_reader
            .then(|| block_on(ScreenReader::start(&bus)).expect("the bus of screen readers"));
        let recorder = parts
            .notifications
            .then(|| block_on(Recorder::start(&bus)).expect("the name for notifications"));
        Self {
            name: name.to_owned(),
            folder,
            environment,
            servers,
            screen,
            screen_reader,
            recorder,
            outputs: RefCell::default(),
            evidence: Cell::default(),
        }
    }

    /// A path in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("home").join(name)
    }

    /// The screen.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Whether a screen reader is at work.
    pub fn has_reader(&self) -> bool {
        self.screen_reader.is_some()
    }

    /// What a screen reader is told.
    pub fn reader(&self) -> &ScreenReader {
        self.screen_reader
            .as_ref()
            .expect("this desktop has a screen reader")
    }

    /// The service that takes notifications.
    pub fn recorder(&self) -> &Recorder {
        self.recorder
            .as_ref()
            .expect("this desktop takes notifications")
    }

    /// Starts the service that takes notifications late.
    pub fn start_recorder(&mut self) {
        let recorder = block_on(Recorder::start(&self.bus()));
        self.recorder = Some(recorder.expect("the name for notifications"));
    }

    /// Puts a portal on the desktop's bus.
    pub fn portal(&self) -> Portal {
        Portal::start(&self.bus())
    }

    /// Puts a dock on the desktop's bus.
    pub fn dock(&self) -> Dock {
        Dock::start(&self.bus())
    }

    fn bus(&self) -> String {
        let is_bus = |(name, _): &&(&str, OsString)| *name == "DBUS_SESSION_BUS_ADDRESS";
        let bus = self.environment.iter().find(is_bus).map(|(_, bus)| bus);
        bus.expect("a bus").to_string_lossy().into_owned()
    }

    /// What the desktop was asked to open, a line each.
    pub fn opened(&self) -> String {
        fs::read_to_string(self.folder.path().join("opened")).unwrap_or_default()
    }

    /// A command that runs on this desktop.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        command(program, &self.environment)
    }

    /// Starts a program and lets it run.
    pub fn start(&self, command: Command) -> Program {
        let number = self.outputs.borrow().len();
        let output = self.folder.path().join(format!("program-{number}.log"));
        self.outputs.borrow_mut().push(output.clone());
        Program::start(command, &output)
    }

    /// What a program has to say, run to its end.
    pub fn run(&self, mut command: Command) -> std::process::Output {
        command.stdin(Stdio::null());
        command.output().expect("the program can be started")
    }

    /// Does what a hand does: `arguments` are those of xdotool.
    pub fn hand(&self, arguments: &[&str]) {
        let done = self.run({
            let mut command = self.command("xdotool");
            command.args(arguments);
            command
        });
        let error = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "xdotool {arguments:?}: {error}");
    }

    /// Clicks there.
    pub fn click_at(&self, (x, y): (i32, i32)) {
        self.hand(&["mousemove", &x.to_string(), &y.to_string()]);
        rest();
        self.hand(&["click", "1"]);
        rest();
    }

    /// Takes what is at `from`, carries it to `to` and stays there with the button down.
    pub fn take_and_carry(&self, from: (i32, i32), to: (i32, i32)) {
        const STEPS: i32 = 12;
        self.hand(&["mousemove", &from.0.to_string(), &from.1.to_string()]);
        rest();
        self.hand(&["mousedown", "1"]);
        rest();
        for step in 1..=STEPS {
            let x = from.0 + (to.0 - from.0) * step / STEPS;
            let y = from.1 + (to.1 - from.1) * step / STEPS;
            self.hand(&["mousemove", &x.to_string(), &y.to_string()]);
            rest();
        }
    }

    /// Lets go of what is carried.
    pub fn let_go(&self) {
        rest();
        self.hand(&["mouseup", "1"]);
        rest();
    }

    /// Types `text` into whatever has the keyboard.
    pub fn type_text(&self, text: &str) {
        self.hand(&["type", "--delay", "8", "--", text]);
    }

    /// Presses keys, in xdotool's names.
    pub fn press(&self, keys: &str) {
        self.hand(&["key", "--delay", "30", keys]);
        rest();
    }

    /// What the clipboard holds.
    pub fn clipboard(&self) -> String {
        let mut command = self.command("timeout");
        command.args(["3", "xclip", "-selection", "clipboard", "-o"]);
        String::from_utf8_lossy(&self.run(command).stdout).into_owned()
    }

    /// Keeps a picture of the screen and what a screen reader is told, for whoever looks into a
    /// failure.
    pub fn keep_evidence(&self) {
        if self.evidence.replace(true) {
            return;
        }
        let folder = evidence_folder();
        let _ = fs::create_dir_all(&folder);
        let at = folder.join(&self.name);
        if let Err(error) = self.screen.picture(&at.with_extension("png")) {
            println!("No picture: {error}");
        }
        let mut words = String::new();
        if let Some(reader) = &self.screen_reader {
            words.push_str(&reader.describe());
        }
        for output in self.outputs.borrow().iter() {
            words.push_str(&format!("\n== {}\n", output.display()));
            words.push_str(&fs::read_to_string(output).unwrap_or_default());
        }
        let _ = fs::write(at.with_extension("txt"), words);
        println!("{}: see {}.{{png,txt}}", self.name, at.display());
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if thread::panicking() {
            self.keep_evidence();
        }
        for server in &mut self.servers {
            server.end();
        }
    }
}

/// Cargo's target folder.
pub fn target_folder() -> PathBuf {
    let own = Path::new(env!("CARGO_TARGET_TMPDIR"));
    own.parent().unwrap_or(own).to_owned()
}

fn evidence_folder() -> PathBuf {
    target_folder().join("desktop")
}

/// Asks again and again until there is an answer.
pub fn eventually<T>(what: &str, ask: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, ask).unwrap_or_else(|| panic!("{what}: waited {} s", PATIENCE.as_secs()))
}

/// Asks again and again until there is an answer or the time is over.
pub fn within<T>(time: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + time;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() > end {
            return None;
        }
        thread::sleep(Duration::from_millis(40));
    }
}

/// About two frames: a person's hand is no faster.
fn rest() {
    thread::sleep(Duration::from_millis(35));
}

/// A home folder, and everything that points into it.
fn homes(folder: &Path) -> Vec<(&'static str, OsString)> {
    let home = folder.join("home");
    let places = [
        ("HOME", home.clone()),
        ("XDG_DATA_HOME", home.join(".local/share")),
        ("XDG_CONFIG_HOME", home.join(".config")),
        ("XDG_STATE_HOME", home.join(".local/state")),
        ("XDG_CACHE_HOME", home.join(".cache")),
        ("XDG_RUNTIME_DIR", folder.join("run")),
        ("TMPDIR", folder.join("tmp")),
    ];
    for (_, place) in &places {
        fs::create_dir_all(place).expect("a folder of the home");
    }
    let private = fs::Permissions::from_mode(0o700);
    fs::set_permissions(folder.join("run"), private).expect("a private folder");

    let tools = folder.join("bin");
    fs::create_dir_all(&tools).expect("a folder for tools");
    let open = tools.join("xdg-open");
    let opened = folder.join("opened");
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{}'\n",
        opened.display()
    );
    fs::write(&open, script).expect("a stand-in for xdg-open");
    fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let mut path = tools.into_os_string();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());

    let mut environment: Vec<_> = places.map(|(name, place)| (name, place.into())).into();
    environment.push(("PATH", path));
    environment.push(("LIBGL_ALWAYS_SOFTWARE", "1".into()));
    environment.push(("LANG", "C.UTF-8".into()));
    // Or the bus of screen readers would ask a service of the user's whether there is one.
    environment.push(("GSETTINGS_BACKEND", "memory".into()));
    environment
}

fn command(program: impl AsRef<OsStr>, environment: &[(&'static str, OsString)]) -> Command {
    let mut command = Command::new(program);
    for foreign in [
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
        "NO_AT_BRIDGE",
        "AT_SPI_BUS_ADDRESS",
    ] {
        command.env_remove(foreign);
    }
    for name in ["DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP"] {
        command.env_remove(name);
    }
    command.envs(environment.iter().map(|(name, value)| (name, value)));
    command.current_dir("/");
    command
}

fn x_server(folder: &Path, environment: &[(&'static str, OsString)]) -> (Server, String) {
    let mut server = command("Xvfb", environment);
    server.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1440x900x24",
        "-nolisten",
        "tcp",
    ]);
    let (server, number) = Server::start_and_hear(server, folder);
    (server, format!(":{number}"))
}

/// A bus that can start nothing but the bus of screen readers.
fn session_bus(folder: &Path, environment: &[(&'static str, OsString)]) -> (Server, String) {
    const SERVICE: &str = "org.a11y.Bus.service";
    let services = folder.join("services");
    fs::create_dir_all(&services).expect("a folder for services");
    // Where there is no such service, the test that needs it says so.
    let _ = fs::copy(
        Path::new("/usr/share/dbus-1/services").join(SERVICE),
        services.join(SERVICE),
    );
    let rules = folder.join("bus.conf");
    let text = format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        folder.join("run/bus").display(),
        services.display()
    );
    fs::write(&rules, text).expect("the rules of the bus");
    let mut server = command("dbus-daemon", environment);
    server.arg(format!("--config-file={}", rules.display()));
    server.args(["--nofork", "--nopidfile", "--print-address=1"]);
    Server::start_and_hear(server, folder)
}

/// Something that runs behind the scenes.
struct Server {
    child: Child,
}

impl Server {
    fn start(mut command: Command, folder: &Path) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(folder.join("servers.log"))
            .expect("a log of the servers");
        let child = command.stdin(Stdio::null()).stderr(log).spawn();
        let child = child.unwrap_or_else(|error| {
            panic!("{name} cannot be started ({error}); .ci/run installs what these tests need")
        });
        Self { child }
    }

    /// Starts it and waits for the first line it prints.
    fn start_and_hear(mut command: Command, folder: &Path) -> (Self, String) {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdout(Stdio::piped());
        let mut server = Self::start(command, folder);
        let mouth = server.child.stdout.take().expect("its output is a pipe");
        let (tell, hear) = mpsc::channel();
        thread::spawn(move || {
            let mut lines = BufReader::new(mouth).lines();
            if let Some(Ok(line)) = lines.next() {
                let _ = tell.send(line);
            }
            // Kept open, or the server would be told that nobody listens.
            lines.for_each(drop);
        });
        let line = hear.recv_timeout(PATIENCE);
        let line = line.unwrap_or_else(|_| {
            let log = fs::read_to_string(folder.join("servers.log")).unwrap_or_default();
            server.end();
            panic!("{name} did not come up:\n{log}")
        });
        (server, line)
    }

    fn end(&mut self) {
        program::terminate(self.child.id());
        if within(Duration::from_secs(2), || self.child.try_wait().ok()?).is_none() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
