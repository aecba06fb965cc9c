//! A house served by the real binary, as a process of its own, and what must be true of its folder
//! however that process ended.

use leadstead::dedupe::KeyKind;
use leadstead::lead::Actor;
use leadstead::shell::clock::SystemClock;
use leadstead::shell::config::Config;
use leadstead::shell::desk::Order;
use leadstead::shell::house::House;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Arc;

/// What the binary says once it can be asked, before its address.
const OPEN: &str = "Leadstead is open at ";

/// Settings under which one machine may be as busy as a thousand.
const SETTINGS: &str = "log = \"error\"\n[limits]\npublic_posts_per_minute = 1000000\n\
                        webhook_posts_per_minute = 1000000\n\
                        api_requests_per_minute = 10000000\n";

/// A house that is open; it ends with the value, and not gently.
pub struct Served {
    process: Child,
    pub port: u16,
    /// Held open, for a house may say more than where it is.
    _said: BufReader<ChildStdout>,
}

impl Served {
    /// Opens the house of a folder, with every door of it, and waits until it says that it is open.
    pub fn open(folder: &Path) -> Served {
        switch_on(folder);
        let settings = folder.join("config.toml");
        fs::write(&settings, SETTINGS).expect("a folder one may write to");
        let mut process = binary(folder)
            .args(["serve", "--listen", "127.0.0.1:0", "--config"])
            .arg(settings)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut said = BufReader::new(process.stdout.take().expect("stdout is piped"));
        let port = port(&mut said);
        Served { process, port, _said: said }
    }

    /// The environment its process began with.
    pub fn environment(&self) -> String {
        let path = format!("/proc/{}/environ", self.process.id());
        String::from_utf8_lossy(&fs::read(path).expect("a process of ours")).into_owned()
    }

    /// Asks the house to close, and answers how it ended.
    pub fn close(&mut self) -> ExitStatus {
        let told = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        assert!(told.is_ok_and(|status| status.success()), "it can be told");
        self.process.wait().expect("it is ours")
    }

    /// Ends the house between one instruction and the next, as a power cut would.
    pub fn kill(&mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it is ours");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Switches every source on; those for other programs are off in a new house.
fn switch_on(folder: &Path) {
    let house = looked_into(folder);
    let mut playbook = house.playbook().playbook.clone();
    if playbook.sources.iter().all(|source| source.enabled) {
        return;
    }
    playbook.sources.iter_mut().for_each(|source| source.enabled = true);
    playbook.team[0].email = "owner@box.example".into();
    let order = Order::ApplyPlaybook { text: playbook.to_text(), by: Actor::House, anyway: true };
    house.desk.ask_and_wait(order).expect("a playbook in force");
}

/// The binary, with a folder to work in.
pub fn binary(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadstead"));
    command.env("LEADSTEAD_DATA", folder).current_dir(folder).stdin(Stdio::null());
    command
}

/// The house of a folder that nobody serves.
pub fn looked_into(folder: &Path) -> House {
    let settings = format!("data_dir = {folder:?}");
    let config = Config::parse(&settings).expect("settings that read");
    House::open(config, Arc::new(SystemClock)).expect("the house opens")
}

/// Holds every table against the journal, and looks for one lead of each address.
pub fn is_whole_and_knows(house: &House, addresses: &[String]) {
    let store = house.desk.store();
    let verdict = store.verify(&house.playbook().playbook).expect("a store");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));
    let reading = store.read().expect("a store");
    for address in addresses {
        let leads = reading.by_key(KeyKind::Email.code(), address, 10).expect("a store");
        assert_eq!(leads.len(), 1, "{address} was acknowledged, and these are there: {leads:?}");
    }
}

fn port(said: &mut impl BufRead) -> u16 {
    let lines = said.lines().map(|line| line.expect("the house speaks plain text"));
    let address = lines.into_iter().find_map(|line| Some(line.strip_prefix(OPEN)?.to_owned()));
    let address = address.expect("the house says where it is open");
    let port = address.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
    port.expect("an address ends in a port")
}
