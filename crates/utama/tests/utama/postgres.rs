//! A real PostgreSQL from Debian's packages: a cluster of its own in a folder that goes away with the tests, however they end.

use loket_utama::Database;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A cluster that listens on a socket in its own folder.
pub struct Cluster {
    folder: String,
    programs: PathBuf,
    settings: String,
    port: u16,
    databases: AtomicU32,
    /// Stops the cluster and removes its folder as soon as this process no longer holds its input.
    _keeper: Child,
}

impl Cluster {
    /// The one for all tests that leave it alone. A crash of the machine is no part of them, so it need not wait for the disk.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(|| Self::start("-F"))
    }

    pub fn start(settings: &str) -> Self {
        Self::made(settings.to_owned(), 5432, |_| {})
    }

    /// One that is also reached over this port of this machine, with this certificate and key in PEM.
    #[allow(dead_code)] // Not by the example.
    pub fn with_certificate(port: u16, certificate: &str, key: &str) -> Self {
        let settings = "-F -c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file=cert.pem -c ssl_key_file=key.pem";
        Self::made(settings.to_owned(), port, |cluster| {
            cluster.write("cert.pem", certificate);
            cluster.write("key.pem", key);
        })
    }

    fn made(settings: String, port: u16, prepare: impl FnOnce(&Self)) -> Self {
        let programs = programs();
        let pattern = std::env::temp_dir().join("loket-postgres-XXXXXX");
        let folder = said(as_postgres("mktemp".into()).arg("-d").arg(pattern));
        let keep = "cat; \"$1/pg_ctl\" -D \"$2/data\" -m immediate stop; rm -rf \"$2\"";
        let mut keeper = as_postgres("sh".into());
        keeper.args(["-c", keep, "sh"]).arg(&programs).arg(&folder);
        let keeper = keeper.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let cluster = Self { folder, programs, settings, port, databases: AtomicU32::new(0), _keeper: keeper };
        let make = ["--no-sync", "--auth=trust", "--username=loket", "--encoding=UTF8", "--locale=C", "--pgdata"];
        said(cluster.program("initdb").args(make).arg(cluster.data()));
        prepare(&cluster);
        cluster.begin();
        cluster
    }

    /// Writes a file that only the cluster reads into its data.
    fn write(&self, name: &str, text: &str) {
        let mut shell = as_postgres("sh".into());
        shell.args(["-c", "umask 077; cat > \"$1\"", "sh"]).arg(format!("{}/{name}", self.data()));
        let mut writing = shell.stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut writing.stdin.take().unwrap(), text.as_bytes()).unwrap();
        assert!(writing.wait().unwrap().success());
    }

    /// Starts it, and returns when it answers.
    pub fn begin(&self) {
        let listening = format!("-k {} -p {} -c listen_addresses= -c max_connections=200", self.folder, self.port);
        let options = format!("{listening} {}", self.settings);
        let log = format!("{}/log", self.folder);
        said(self.program("pg_ctl").args(["-w", "-l", &log, "-o", &options, "-D", &self.data(), "start"]));
    }

    /// Stops it in the midst of whatever it does, and returns when it is gone.
    pub fn stop(&self) {
        said(self.program("pg_ctl").args(["-w", "-m", "fast", "-D", &self.data(), "stop"]));
    }

    /// A new, empty database.
    pub fn database(&self) -> Database {
        self.make(&[])
    }

    /// A new database with all that is in `other`, to which nobody is connected.
    pub fn copy(&self, other: &Database) -> Database {
        let Database::Postgres(address) = other else { panic!("not of this cluster") };
        let name = address.split(['/', '?']).nth(3).unwrap();
        self.make(&["-T", name])
    }

    /// What pg_dump says of a database, without what belongs to this cluster.
    #[allow(dead_code)] // By one example only.
    pub fn dumped(&self, database: &Database) -> String {
        let Database::Postgres(address) = database else { panic!("not of this cluster") };
        let mut dumping = self.program("pg_dump");
        said(dumping.args(["--no-owner", "--no-privileges", "--no-comments", "--dbname", address]))
    }

    /// A new database with all that was dumped.
    #[allow(dead_code)] // Not by the examples.
    pub fn restored(&self, dump: &str) -> Database {
        let database = self.database();
        let Database::Postgres(address) = &database else { unreachable!() };
        let mut restoring = self.program("psql");
        restoring.args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null", "--dbname", address]);
        let mut restoring = restoring.stdin(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut restoring.stdin.take().unwrap(), dump.as_bytes()).unwrap();
        assert!(restoring.wait().unwrap().success());
        database
    }

    fn make(&self, options: &[&str]) -> Database {
        let name = format!("story{}", self.databases.fetch_add(1, Ordering::Relaxed));
        said(
            self.program("createdb")
                .args(["-h", &self.folder, "-p", &self.port.to_string(), "-U", "loket"])
                .args(options)
                .arg(&name),
        );
        Database::Postgres(format!("postgres:///{name}?host={}&port={}&user=loket", self.folder, self.port))
    }

    /// Processor time of all its processes so far.
    #[allow(dead_code)] // Measured by the example only.
    pub fn processor(&self) -> Duration {
        let leader = std::fs::read_to_string(format!("{}/postmaster.pid", self.data())).unwrap();
        let leader = leader.lines().next().unwrap();
        let of = |id: &str| std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let children = said(Command::new("pgrep").args(["-P", leader]));
        // Its own and those of children that ended (14th to 17th field), in hundredths of a second; then those that live.
        let ticks = |stat: &str, last: usize| -> u64 {
            let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
            fields.take(last).skip(11).filter_map(|field| field.parse::<u64>().ok()).sum()
        };
        let hundredths = ticks(&of(leader), 15) + children.lines().map(|child| ticks(&of(child), 13)).sum::<u64>();
        Duration::from_millis(hundredths * 10)
    }

    fn data(&self) -> String {
        format!("{}/data", self.folder)
    }

    fn program(&self, name: &str) -> Command {
        as_postgres(self.programs.join(name))
    }
}

/// The newest version installed.
fn programs() -> PathBuf {
    // Installed by scripts/setup.sh.
    let installed = std::fs::read_dir("/usr/lib/postgresql").unwrap();
    let version = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    installed.map(|found| found.unwrap().path()).max_by_key(version).unwrap().join("bin")
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: PathBuf) -> Command {
    let root = said(Command::new("id").arg("-u")) == "0";
    let mut command = if root { Command::new("runuser") } else { Command::new(&program) };
    if root {
        command.args(["-u", "postgres", "--"]).arg(program);
    }
    command.current_dir("/").stdin(Stdio::null());
    command
}

fn said(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap().trim().to_owned()
}
