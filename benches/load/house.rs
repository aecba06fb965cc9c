//! The house under test: the release binary as a process of its own, on a fresh folder of a real
//! disk, with an owner, four colleagues and a token.

use crate::client::{Client, Pass};
use anyhow::{Context, Result, bail, ensure};
use hyper::StatusCode;
use hyper::header::{AUTHORIZATION, COOKIE, HeaderValue, SET_COOKIE};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What the binary says once it can be asked, before its address.
const OPEN: &str = "Leadstead is open at ";
const OWNER: &str = "maya@fernhill.example";
const PASSWORD: &str = "correct horse battery staple";
const COLLEAGUES: [&str; 4] = ["tom", "priya", "jonas", "ruth"];

/// Settings under which one machine may be as busy as a thousand.
const SETTINGS: &str = "log = \"warn\"\n[limits]\npublic_posts_per_minute = 1000000\n\
                        api_requests_per_minute = 10000000\n";

/// A house, open or not.
pub struct House {
    binary: PathBuf,
    folder: TempDir,
    server: Option<Server>,
    /// As which programs ask.
    pub program: Pass,
}

struct Server {
    process: Child,
    port: u16,
    /// Held open, for a house may say more than where it is.
    _said: BufReader<ChildStdout>,
}

impl House {
    /// Makes a house on a fresh folder; it is not open yet.
    pub fn found(binary: PathBuf) -> Result<House> {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        fs::write(folder.path().join("config.toml"), SETTINGS)?;
        let nothing = Pass { name: AUTHORIZATION, value: HeaderValue::from_static("") };
        let mut house = House { binary, folder, server: None, program: nothing };
        let owner = ["--role", "owner", "--email", OWNER, "--name", "Maya", "--business"];
        let place = ["Fernhill", "--country", "DE", "--time-zone", "Europe/Berlin"];
        house.add_user(&[&owner[..], &place[..]].concat())?;
        for name in COLLEAGUES {
            house.add_user(&["--email", &format!("{name}@fernhill.example")])?;
        }
        let token = house.tell(&["token", "new", "--name", "load", "--scope", "write"], "")?;
        house.program.value = format!("Bearer {}", token.trim()).parse()?;
        Ok(house)
    }

    fn add_user(&self, words: &[&str]) -> Result<()> {
        let words = [&["user", "add", "--password-stdin"], words].concat();
        self.tell(&words, PASSWORD).map(drop)
    }

    /// Opens the house and says how long that took, from the command to the open door.
    pub fn open(&mut self) -> Result<Duration> {
        let began = Instant::now();
        let mut process = self
            .command(&["serve", "--listen", "127.0.0.1:0", "--config", "config.toml"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("the binary does not run")?;
        let mut said = BufReader::new(process.stdout.take().context("stdout is piped")?);
        let mut line = String::new();
        while !line.starts_with(OPEN) {
            line.clear();
            ensure!(said.read_line(&mut line)? > 0, "the house did not open");
        }
        let took = began.elapsed();
        let port = line.trim().rsplit_once(':').context("an address ends in a port")?.1.parse()?;
        self.server = Some(Server { process, port, _said: said });
        Ok(took)
    }

    /// Ends the process between one instruction and the next.
    pub fn kill(&mut self) -> Result<()> {
        let Some(mut server) = self.server.take() else { return Ok(()) };
        server.process.kill()?;
        server.process.wait()?;
        Ok(())
    }

    /// Asks the house to close, and waits until it has.
    pub fn close(&mut self) -> Result<()> {
        let Some(mut server) = self.server.take() else { return Ok(()) };
        let pid = server.process.id().to_string();
        ensure!(Command::new("kill").arg(&pid).status()?.success(), "the house is gone");
        let ended = server.process.wait()?;
        ensure!(ended.success(), "the house closed with {ended}");
        Ok(())
    }

    /// A command on this house.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(words).env("LEADSTEAD_DATA", self.path()).current_dir(self.path());
        command
    }

    /// Gives a command and answers with its result.
    pub fn tell(&self, words: &[&str], input: &str) -> Result<String> {
        let mut process = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        writeln!(process.stdin.take().context("stdin is piped")?, "{input}").or_else(unread)?;
        let output = process.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "leadstead {} failed: {said}", words.join(" "));
        Ok(String::from_utf8(output.stdout)?)
    }

    /// The folder of the house.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The port of the open door.
    pub fn port(&self) -> Result<u16> {
        Ok(self.server()?.port)
    }

    /// A connection of a program.
    pub async fn program(&self) -> Result<Client> {
        Client::connect(self.port()?, Some(self.program.clone())).await
    }

    /// A connection of the owner, signed in.
    pub async fn owner(&self) -> Result<Client> {
        Client::connect(self.port()?, Some(self.sign_in().await?)).await
    }

    /// What lets the owner in, on as many connections as they like.
    pub async fn sign_in(&self) -> Result<Pass> {
        let typed = format!("email={OWNER}&password={}&keep=true", PASSWORD.replace(' ', "+"));
        let mut stranger = Client::connect(self.port()?, None).await?;
        let answer = stranger.post("/login", "application/x-www-form-urlencoded", typed).await?;
        answer.must(StatusCode::SEE_OTHER, "")?;
        let cookie = answer.headers.get(SET_COOKIE).context("no cookie was set")?.to_str()?;
        let value = cookie.split(';').next().unwrap_or_default().parse()?;
        Ok(Pass { name: COOKIE, value })
    }

    /// Memory in MB that is the house's own share: its PSS.
    pub fn memory(&self) -> Result<f64> {
        self.of_proc("smaps_rollup", "Pss:")
    }

    /// The most memory in MB that was ever resident since [`House::forget_peak`].
    pub fn peak(&self) -> Result<f64> {
        self.of_proc("status", "VmHWM:")
    }

    /// Begins to watch for a new peak.
    pub fn forget_peak(&self) -> Result<()> {
        let pid = self.server()?.process.id();
        fs::write(format!("/proc/{pid}/clear_refs"), "5").context("the peak cannot be reset")
    }

    fn of_proc(&self, file: &str, name: &str) -> Result<f64> {
        let pid = self.server()?.process.id();
        let text = fs::read_to_string(format!("/proc/{pid}/{file}"))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let Some(line) = line else { bail!("{file} does not tell {name}") };
        let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib * 1024.0 / 1e6)
    }

    fn server(&self) -> Result<&Server> {
        self.server.as_ref().context("the house is closed")
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// A command need not read what it is given.
fn unread(error: std::io::Error) -> std::io::Result<()> {
    match error.kind() {
        std::io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    }
}
