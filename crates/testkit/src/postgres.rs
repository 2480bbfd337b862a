//! A PostgreSQL server of the tests' own: made in a temporary folder, reached through a socket there, gone when the
//! test process ends, however it ends.

use std::ffi::OsString;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The user of the server. Whoever can reach the socket is trusted: the folder belongs to the tests alone.
const USER: &str = "tripoint";

/// The URL of a new, empty database, or `None` when PostgreSQL is not installed. All tests of one process share a
/// server; each call makes a database of its own.
///
/// # Panics
/// When PostgreSQL is installed but cannot be started: a test that silently did not run is worse than one that failed.
#[must_use]
pub fn database() -> Option<String> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let server = SERVER.get_or_init(Server::start).as_ref()?;
    let name = format!("node_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    server.run(
        "createdb",
        &["--host".into(), server.folder.clone().into(), "--username".into(), USER.into(), name.clone().into()],
    );
    Some(format!("postgres:///{name}?host={}&user={USER}", server.folder.display()))
}

struct Server {
    /// Where `initdb` and its siblings are.
    programs: PathBuf,
    /// Holds the data, the socket and the log.
    folder: PathBuf,
    /// Whom the server runs as, when the tests run as root: PostgreSQL refuses to be root.
    user: Option<(u32, u32)>,
    /// Waits for the end of this process and then stops the server. Its input closes with this process.
    _watcher: Child,
}

impl Server {
    fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            #[expect(clippy::print_stderr, reason = "tests that did not run must be seen")]
            {
                let why = "POSTGRESQL TESTS DID NOT RUN: initdb was not found";
                // Where they must run, not finding it is a failure.
                assert!(std::env::var_os("TRIPOINT_REQUIRE_POSTGRES").is_none(), "{why}");
                eprintln!("{why}");
            }
            return None;
        };
        let folder = made(tempfile::Builder::new().prefix("tripoint-pg-").tempdir(), "make a folder").keep();
        let root = made(std::fs::metadata(&folder), "look at the folder").uid() == 0;
        let user = root.then(unprivileged);
        if let Some((user, group)) = user {
            made(std::os::unix::fs::chown(&folder, Some(user), Some(group)), "give the folder away");
        }
        let watcher = watcher(&programs, &folder, user);
        let server = Self { programs, folder, user, _watcher: watcher };
        let data = server.folder.join("data");
        server.run(
            "initdb",
            &[
                "--pgdata".into(),
                data.clone().into(),
                "--username".into(),
                USER.into(),
                "--auth=trust".into(),
                "--encoding=UTF8".into(),
                "--locale=C.UTF-8".into(),
                "--no-sync".into(),
            ],
        );
        // Nothing here outlives the tests, so nothing needs to reach the disk.
        let settings = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off -c full_page_writes=off \
             -c max_connections=300 -c shared_buffers=32MB",
            server.folder.display()
        );
        server.run(
            "pg_ctl",
            &[
                "--pgdata".into(),
                data.into(),
                "--log".into(),
                server.folder.join("log").into(),
                "--options".into(),
                settings.into(),
                "--wait".into(),
                "start".into(),
            ],
        );
        Some(server)
    }

    /// Runs one of PostgreSQL's programs to its end.
    fn run(&self, program: &str, arguments: &[OsString]) {
        let mut command = Command::new(self.programs.join(program));
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null()).stdout(Stdio::null());
        drop_privileges(&mut command, self.user);
        // The server keeps the error stream of `pg_ctl` open: what it says goes to a file, not to a pipe.
        let said = self.folder.join(format!("{program}.said"));
        #[expect(clippy::disallowed_methods, reason = "the test kit works with files of its own")]
        let file = made(std::fs::File::create(&said), "make a file");
        command.stderr(file);
        let status = made(command.status(), program);
        if !status.success() {
            #[expect(clippy::disallowed_methods, reason = "the test kit works with files of its own")]
            let said = std::fs::read_to_string(said).unwrap_or_default();
            fail(&format!("{program} failed: {said}"));
        }
    }
}

/// A shell that waits until its input ends, which happens when this process does, even when it is killed.
fn watcher(programs: &Path, folder: &Path, user: Option<(u32, u32)>) -> Child {
    let mut command = Command::new("/bin/sh");
    command
        .arg("-c")
        .arg("trap '' INT TERM HUP; cat; \"$1/pg_ctl\" --pgdata \"$2/data\" --mode immediate stop; rm -rf \"$2\"")
        .arg("watcher")
        .args([programs, folder])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    drop_privileges(&mut command, user);
    let mut child = made(command.spawn(), "watch over the server");
    if let Some(input) = child.stdin.as_mut() {
        made(input.flush(), "keep the watcher waiting");
    }
    child
}

fn drop_privileges(command: &mut Command, user: Option<(u32, u32)>) {
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
}

/// The folder of `initdb`: on the path, or where Debian keeps it; there the newest version.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // What is on the path may be a link to one program; its siblings are where it really is.
    let on_path = std::env::split_paths(&path).find_map(|folder| {
        let program = std::fs::canonicalize(folder.join("initdb")).ok()?;
        program.parent().map(Path::to_path_buf).filter(|folder| folder.join("createdb").is_file())
    });
    on_path.or_else(|| {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        versions
            .filter_map(|version| {
                let version = version.ok()?;
                let number: u32 = version.file_name().to_str()?.parse().ok()?;
                let folder = version.path().join("bin");
                folder.join("initdb").is_file().then_some((number, folder))
            })
            .max()
            .map(|(_, folder)| folder)
    })
}

/// User and group of `postgres`, else of `nobody`.
fn unprivileged() -> (u32, u32) {
    #[expect(clippy::disallowed_methods, reason = "the only portable way to find a user by name")]
    let users = made(std::fs::read_to_string("/etc/passwd"), "read the users");
    let id_of = |name: &str| {
        users.lines().find_map(|line| {
            let mut fields = line.split(':');
            let found = fields.next() == Some(name);
            let user = fields.nth(1)?.parse().ok()?;
            let group = fields.next()?.parse().ok()?;
            found.then_some((user, group))
        })
    };
    id_of("postgres").or_else(|| id_of("nobody")).unwrap_or((65_534, 65_534))
}

fn made<T>(result: std::io::Result<T>, action: &str) -> T {
    result.unwrap_or_else(|error| fail(&format!("cannot {action}: {error}")))
}

#[expect(clippy::panic, reason = "a test kit that cannot do its work stops the test")]
fn fail(message: &str) -> ! {
    panic!("PostgreSQL for the tests: {message}")
}
