//! A folder with the real program beside it: what is typed, and what it answers.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The longest a test waits for a process to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// A machine with an empty folder for a house.
pub struct Machine {
    folder: TempDir,
    house: PathBuf,
}

/// What a command came to.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    /// The result, of a command that is done.
    pub fn result(&self) -> &str {
        assert_eq!(self.code, 0, "{self:?}");
        &self.out
    }

    /// The result as JSON, of a command that is done.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(self.result()).expect("the result is JSON")
    }
}

impl Machine {
    /// A machine whose house is to be in `data`.
    pub fn new() -> Machine {
        Machine::with_house_in("data")
    }

    pub fn with_house_in(place: impl AsRef<Path>) -> Machine {
        let folder = tempfile::tempdir().expect("a folder");
        let house = folder.path().join(place);
        Machine { folder, house }
    }

    /// A machine whose house has Maya as its owner.
    pub fn with_owner() -> Machine {
        let machine = Machine::new();
        machine.add_maya();
        machine
    }

    pub fn add_maya(&self) {
        let words = "user add --role owner --email maya@roth.example --name Maya --password-stdin";
        self.run_with(words, "correct horse battery\n").result();
    }

    /// The folder of the house.
    pub fn house(&self) -> &Path {
        &self.house
    }

    /// A file beside the house.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.file(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        path
    }

    /// Types a command; words are separated by blanks.
    pub fn run(&self, words: &str) -> Done {
        self.run_with(words, "")
    }

    pub fn run_with(&self, words: &str, input: &str) -> Done {
        let mut child = self.spawn(words);
        let mut stdin = child.stdin.take().expect("stdin is piped");
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("it ran");
        let text = |bytes| String::from_utf8(bytes).expect("it writes text");
        Done { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
    }

    /// Opens the house for others on a port of its own.
    pub fn serve(&self) -> Served {
        self.serve_by("serve --listen 127.0.0.1:0")
    }

    /// Opens a house by a command, and waits until it says where it is.
    pub fn serve_by(&self, words: &str) -> Served {
        let mut child = self.spawn(words);
        let mut lines = BufReader::new(child.stdout.take().expect("stdout is piped")).lines();
        let line = lines.next().expect("it says where it is").expect("it writes text");
        let url = line.strip_prefix("Leadstead is open at ").expect("an address").to_owned();
        Served { child, url, lines }
    }

    fn spawn(&self, words: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_leadstead"))
            .args(words.split_whitespace())
            .env_remove("LEADSTEAD_DATA")
            .arg("--data")
            .arg(&self.house)
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program is there")
    }
}

/// A house that is being served. It is closed with the value.
pub struct Served {
    child: Child,
    pub url: String,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Served {
    /// The next line it says to who opened it.
    pub fn says(&mut self) -> String {
        self.lines.next().expect("it says more").expect("it writes text")
    }

    /// The port it is open on.
    pub fn port(&self) -> u16 {
        let port = self.url.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        port.expect("an address ends in a port")
    }

    /// Ends it, and answers what stands in its log.
    pub fn log(mut self) -> String {
        let _ = self.child.kill();
        let mut log = String::new();
        let mut written = self.child.stderr.take().expect("stderr is piped");
        written.read_to_string(&mut log).expect("it writes text");
        log
    }

    /// Asks it to close, and answers with its exit code and how long it took.
    pub fn stop(mut self) -> (Option<i32>, Duration) {
        let begun = Instant::now();
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.is_ok_and(|status| status.success()), "it can be told");
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return (status.code(), begun.elapsed());
            }
            std::thread::yield_now();
        }
        panic!("it never closed");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
