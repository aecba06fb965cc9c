//! A folder with the real program beside it: what is typed, and what it answers.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
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
        let mut child = self.spawn("serve --listen 127.0.0.1:0");
        let mut lines = BufReader::new(child.stdout.take().expect("stdout is piped"));
        let mut line = String::new();
        lines.read_line(&mut line).expect("it says where it is");
        let url = line.trim_start_matches("Leadstead is open at ").trim().to_owned();
        assert!(url.starts_with("http://"), "{line}");
        Served { child, url }
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
}

impl Served {
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
