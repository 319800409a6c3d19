//! The program, running on a folder of its own.

use std::{
    env,
    fs::{self, File},
    iter,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    time::Duration,
};

use tempfile::TempDir;
use testkit::{Browser, Program};

use crate::wire;

/// Each story has ports of its own, so that stories run side by side.
static NEXT_BASE: AtomicU16 = AtomicU16::new(21_080);

/// A system that a story uses; gone when dropped.
pub struct Lyssna {
    pub base: u16,
    pub folder: TempDir,
    running: Option<Child>,
    /// In megabytes: the data lies on a disk of its own, which can be filled.
    disk: Option<u32>,
}

/// All that listens, counted from the first port: services, identity provider and mailbox, and where the services tell how they are.
const PLACES: [u16; 13] = [0, 1, 2, 3, 4, 10, 11, 12, 1000, 1001, 1002, 1003, 1004];

/// What listens where, counted from the first port.
#[derive(Clone, Copy)]
pub enum At {
    Public = 0,
    Staff = 1,
    LexSarah = 2,
    Notifications = 3,
    Quality = 4,
    Identity = 10,
    Mailbox = 11,
}

impl Lyssna {
    /// Starts on a new folder and waits until everything is ready.
    pub async fn start(options: &[&str]) -> Self {
        let mut lyssna = Self::not_started();
        lyssna.start_again(options).await;
        lyssna
    }

    /// A folder and ports, and nothing there yet.
    pub fn not_started() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("tmp")).unwrap();
        let free = |base: &u16| PLACES.iter().all(|at| TcpListener::bind(("127.0.0.1", base + at)).is_ok());
        let mut bases = iter::repeat_with(|| NEXT_BASE.fetch_add(20, Ordering::Relaxed));
        Self { base: bases.find(free).unwrap(), folder, running: None, disk: None }
    }

    /// One whose data will lie on a disk of that size, empty at each start. None where no disk can be made.
    pub fn on_a_disk_of(megabytes: u32) -> Option<Self> {
        let can = Command::new("unshare").args(["--mount", "--map-root-user", "true"]).status();
        if !can.is_ok_and(|status| status.success()) {
            return None;
        }
        let mut lyssna = Self::not_started();
        lyssna.disk = Some(megabytes);
        fs::create_dir(lyssna.data()).unwrap();
        Some(lyssna)
    }

    /// Its data, also when they lie on a disk that only the running program sees.
    pub fn seen_data(&self) -> PathBuf {
        let inside = self.data();
        let process = self.running.as_ref().unwrap().id();
        Path::new(&format!("/proc/{process}/root")).join(inside.strip_prefix("/").unwrap())
    }

    /// Starts on the same folder.
    pub async fn start_again(&mut self, options: &[&str]) {
        self.start_until(options, "stdout", "Lyssna is ready").await;
    }

    /// A start that ends as by a power cut, as soon as it has said `words` there.
    pub async fn start_cut_short(&mut self, output: &str, words: &str) {
        self.start_until(&["--log", "info"], output, words).await;
        let mut running = self.running.take().unwrap();
        running.kill().unwrap();
        running.wait().unwrap();
    }

    /// Starts and waits until it has said `words`. A port that somebody's connection happens to have just then is waited for.
    async fn start_until(&mut self, options: &[&str], output: &str, words: &str) {
        self.running = Some(self.command(options).spawn().unwrap());
        for _ in 0..6000 {
            if self.said(output).contains(words) {
                return;
            }
            if self.running.as_mut().unwrap().try_wait().unwrap().is_some() {
                assert!(self.said("stderr").contains("is in use"), "it ended: {}", self.said("stderr"));
                self.running = Some(self.command(options).spawn().unwrap());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it did not say {words:?} within a minute: {}", self.said("stderr"));
    }

    /// The command, with what it says going to files in the folder, and what it sets aside as well.
    pub fn command(&self, options: &[&str]) -> Command {
        let mut command = match self.disk {
            None => Command::new(binary()),
            Some(megabytes) => on_own_disk(megabytes, &self.data()),
        };
        let said = |name: &str| Stdio::from(File::create(self.folder.path().join(name)).unwrap());
        command
            .args(["--port-base", &self.base.to_string(), "--data"])
            .arg(self.data())
            .args(options)
            .env("TMPDIR", self.folder.path().join("tmp"))
            .stdin(Stdio::null())
            .stdout(said("stdout"))
            .stderr(said("stderr"));
        command
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What it has said so far.
    pub fn said(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }

    /// Ctrl-C, and how it ended.
    pub async fn stop(&mut self) -> ExitStatus {
        let mut running = self.running.take().unwrap();
        let told = Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
        assert!(told.success());
        for _ in 0..6000 {
            if let Some(ended) = running.try_wait().unwrap() {
                return ended;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        running.kill().unwrap();
        panic!("it did not end within a minute: {}", self.said("stderr"));
    }

    pub fn origin(&self, at: At) -> String {
        format!("http://127.0.0.1:{}", self.base + at as u16)
    }

    /// Somebody who opens a page there.
    pub fn visitor(&self, at: At) -> Browser {
        let origin = self.origin(at);
        Browser::new(wire::service(&origin), &origin)
    }

    /// Somebody who has logged in there, through the development log-in's page.
    pub async fn logged_in(&self, at: At, person: &str) -> Browser {
        let mut browser = self.visitor(at);
        self.log_in(&mut browser, person).await;
        browser
    }

    /// Logs in, or logs in again where a fresh log-in is asked for.
    pub async fn log_in(&self, browser: &mut Browser, person: &str) {
        browser.get("/logga-in?next=/&fresh=1").await;
        let authorize = relative(&browser.location().expect("the log-in leads to the identity provider"));
        let mut provider = self.visitor(At::Identity);
        provider.get(&authorize).await;
        provider.send("/authorize", &[("person", person)]).await;
        let back = provider.location().expect("one click leads back");
        browser.get(&relative(&back)).await;
        assert!(browser.page.status.is_success(), "{person}: {}", browser.page.html());
    }

    /// A program of `person` at a service.
    pub async fn program(&self, at: At, person: &str) -> Program {
        let audience = match at {
            At::Staff => "complaints",
            At::LexSarah => "lex-sarah",
            At::Notifications => "notifications",
            At::Quality => "quality",
            At::Public | At::Identity | At::Mailbox => panic!("no tokens there"),
        };
        let provider = Program::new(wire::service(&self.origin(At::Identity)));
        let form = format!("person={person}&audience={audience}");
        let answer = provider.post_bytes("/dev/token", "application/x-www-form-urlencoded", form).await;
        let token = answer.json["access_token"].as_str().unwrap().to_owned();
        self.anybody(at).bearer(&token)
    }

    /// A program without a token.
    pub fn anybody(&self, at: At) -> Program {
        Program::new(wire::service(&self.origin(at)))
    }
}

impl Drop for Lyssna {
    fn drop(&mut self) {
        if let Some(mut running) = self.running.take() {
            let _ = running.kill();
            let _ = running.wait();
        }
    }
}

/// The address without its host.
fn relative(address: &str) -> String {
    let url: url::Url = address.parse().unwrap();
    format!("{}?{}", url.path(), url.query().unwrap_or_default())
}

/// `lyssna`, which alone sees a new disk of that size in that folder.
fn on_own_disk(megabytes: u32, folder: &Path) -> Command {
    let mount = format!("mount -t tmpfs -o size={megabytes}m lyssna \"$0\" && exec \"$@\"");
    let mut command = Command::new("unshare");
    command.args(["--mount", "--map-root-user", "sh", "-c", &mount]).arg(folder).arg(binary());
    command
}

/// `lyssna` as the build left it, beside this test's own binary.
fn binary() -> PathBuf {
    if let Ok(binary) = env::var("LYSSNA_BINARY") {
        return binary.into();
    }
    let own = env::current_exe().unwrap();
    let binary = own.ancestors().nth(2).unwrap().join("lyssna");
    assert!(Path::new(&binary).exists(), "build it first: cargo build --bin lyssna");
    binary
}
