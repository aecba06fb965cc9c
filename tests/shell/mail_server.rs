//! The mail server the tests speak with: a process of its own, one for each test.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// A running mail server; it ends with the test.
pub struct MailServer {
    process: Child,
    orders: ChildStdin,
    lines: BufReader<ChildStdout>,
    pub port: u16,
    /// The certificate to trust, where it speaks TLS.
    pub ca: Option<PathBuf>,
    folder: TempDir,
}

impl MailServer {
    /// Starts one with the arguments `tests/smtp_peer.py` describes.
    pub fn start(arguments: &[&str]) -> MailServer {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let folder = tempfile::tempdir().expect("a folder for letters");
        let mut process = Command::new(tests.join(".venv/bin/python"))
            .arg(tests.join("smtp_peer.py"))
            .arg(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python is in tests/.venv: run tests/run once, it puts it there");
        let orders = process.stdin.take().expect("stdin is piped");
        let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped"));
        let hello = next_line(&mut lines);
        let port = hello["port"].as_u64().and_then(|port| u16::try_from(port).ok());
        let port = port.expect("the server says where it listens");
        let ca = hello["ca"].as_str().map(PathBuf::from);
        MailServer { process, orders, lines, port, ca, folder }
    }

    /// From now on the server treats letters this way.
    pub fn turn_to(&mut self, mode: &str) {
        writeln!(self.orders, "{mode}").expect("the server takes orders");
        while next_line(&mut self.lines)["mode"] != mode {}
    }

    /// The letters taken so far, as they came over the wire.
    pub fn letters(&self) -> Vec<String> {
        let folder = fs::read_dir(self.folder.path()).expect("the folder is there");
        let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "eml"));
        paths.sort();
        paths.iter().map(|path| fs::read_to_string(path).expect("a letter reads")).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn next_line(lines: &mut BufReader<ChildStdout>) -> serde_json::Value {
    let mut line = String::new();
    lines.read_line(&mut line).expect("the server speaks");
    serde_json::from_str(&line).expect("the server speaks JSON")
}
