//! What the owner of the box may set in `config.toml`: machine matters only.
//!
//! How leads are handled is never here; that is the playbook, a text of its own. The file is
//! read once, at start. Whatever is wrong in it stops the start, with the line and the reason: a
//! key that is quietly ignored is a promise nobody keeps.

mod kept_mail;
mod limits;
mod network;
mod reading;
mod smtp;

pub use kept_mail::KeptMail;
pub use limits::Limits;
pub use network::{Network, is_private};
pub use smtp::{Secret, Security, Smtp};

use reading::{origin, socket, sockets, within, zone};
use serde::Deserialize;
use std::fs;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Where the file is looked for when none is named.
const USUAL_PLACE: &str = "config.toml";

/// Where it lies on a box on which Leadstead was installed, and where everything is kept there.
const INSTALLED_PLACE: &str = "/etc/leadstead/config.toml";
const INSTALLED_DATA: &str = "/var/lib/leadstead";

/// The settings of one box, with a sane value for everything that was not said.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the house listens.
    #[serde(deserialize_with = "socket")]
    pub listen: SocketAddr,
    /// Where the public door listens; it stays shut until this is set.
    #[serde(deserialize_with = "sockets")]
    pub public_listen: Option<SocketAddr>,
    #[serde(deserialize_with = "origin")]
    base_url: Option<String>,
    #[serde(deserialize_with = "origin")]
    public_url: Option<String>,
    pub data_dir: PathBuf,
    backup_dir: Option<PathBuf>,
    /// Nightly copies that are kept, and after them one a week; no days, no copies.
    #[serde(deserialize_with = "within::<0, 3_650, _>")]
    pub backup_days: u32,
    #[serde(deserialize_with = "within::<0, 520, _>")]
    pub backup_weeks: u32,
    /// IANA name of the zone; wins over the one in the playbook.
    #[serde(deserialize_with = "zone")]
    pub time_zone: Option<String>,
    /// Whose word is taken for the address of a visitor.
    pub trusted_proxies: Vec<Network>,
    /// What is logged, in the notation of `tracing`: `info`, or `leadstead=debug,info`.
    #[serde(deserialize_with = "reading::filter")]
    pub log: String,
    /// The way out for letters. Without it they wait in the outbox.
    pub smtp: Option<Smtp>,
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            listen: SocketAddr::from(([0, 0, 0, 0], 8080)),
            public_listen: None,
            base_url: None,
            public_url: None,
            data_dir: PathBuf::from("./data"),
            backup_dir: None,
            backup_days: 14,
            backup_weeks: 8,
            time_zone: None,
            trusted_proxies: Vec::new(),
            log: "info".to_owned(),
            smtp: None,
            limits: Limits::default(),
        }
    }
}

impl Config {
    /// The configuration of this start: the file named, else `config.toml` here, else that of the box,
    /// else the defaults.
    pub fn find(named: Option<&Path>) -> Result<Config, BadConfig> {
        let usual = [USUAL_PLACE, INSTALLED_PLACE].map(Path::new);
        match named.or_else(|| usual.into_iter().find(|path| path.exists())) {
            Some(path) => Ok(Config::read(path)?.lying_at(path)),
            None => Ok(Config::default()),
        }
    }

    /// What the place of its file says where the file itself does not.
    fn lying_at(mut self, path: &Path) -> Config {
        if path == Path::new(INSTALLED_PLACE) && self.data_dir == Config::default().data_dir {
            self.data_dir = PathBuf::from(INSTALLED_DATA);
        }
        self
    }

    /// The configuration in one file, and in the files it names.
    pub fn read(path: &Path) -> Result<Config, BadConfig> {
        let in_file = |bad: BadConfig| BadConfig { file: path.to_owned(), ..bad };
        let text = fs::read_to_string(path)
            .map_err(|error| in_file(BadConfig::whole(format!("it cannot be read: {error}"))))?;
        Config::parse(&text).map_err(in_file)
    }

    /// The configuration in a text. Reads the files its `…_file` keys name.
    pub fn parse(text: &str) -> Result<Config, BadConfig> {
        let mut config = reading::shape(text)?;
        if config.public_listen == Some(config.listen) {
            let sentence = "is the address of `listen`. The public door needs a port of its own.";
            return Err(reading::blame(text, reading::Misfit::of("public_listen", sentence)));
        }
        if let Some(smtp) = &mut config.smtp {
            smtp.settle().map_err(|misfit| reading::blame(text, misfit))?;
        }
        Ok(config)
    }

    /// The address of the house as a teammate types it, without a slash at the end.
    pub fn base_url(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| reachable(self.listen))
    }

    /// The address strangers are given: forms, booking, unsubscribing. That of the public door
    /// where there is one, else that of the house.
    pub fn public_url(&self) -> String {
        match (&self.public_url, &self.base_url, self.public_listen) {
            (Some(url), _, _) | (None, Some(url), None) => url.clone(),
            (None, _, Some(door)) => reachable(door),
            (None, None, None) => reachable(self.listen),
        }
    }

    /// The address of the house for somebody at another machine: the one that is set, else the one
    /// by which whoever asks has reached it.
    pub fn base_url_at(&self, host: &str) -> String {
        match (&self.base_url, host) {
            (Some(url), _) => url.clone(),
            (None, "") => self.base_url(),
            (None, host) => format!("http://{host}"),
        }
    }

    /// The address strangers are given, by the same reasoning.
    pub fn public_url_at(&self, host: &str) -> String {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        match (&self.public_url, self.public_listen) {
            (None, None) => self.base_url_at(host),
            (None, Some(door)) if !name.is_empty() => format!("http://{name}:{}", door.port()),
            _ => self.public_url(),
        }
    }

    /// Whether a cookie may travel over TLS only.
    pub fn cookies_are_secure(&self) -> bool {
        self.base_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Where nightly snapshots are kept.
    pub fn backup_dir(&self) -> PathBuf {
        self.backup_dir.clone().unwrap_or_else(|| self.data_dir.join("backups"))
    }

    /// Whether this neighbour may say on whose behalf it asks.
    pub fn trusts(&self, neighbour: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|network| network.contains(neighbour))
    }
}

/// A URL under which a listener can be reached from this machine.
fn reachable(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() || listen.ip().is_loopback() {
        format!("http://localhost:{}", listen.port())
    } else {
        format!("http://{listen}")
    }
}

/// Why the house cannot start with this configuration.
#[derive(Debug, Error, PartialEq)]
#[error("{}{}: {sentence}", .file.display(), .line.map(|n| format!(", line {n}")).unwrap_or_default())]
pub struct BadConfig {
    pub file: PathBuf,
    /// Line in the file, counted from 1, where the fault has one.
    pub line: Option<usize>,
    pub sentence: String,
}

impl BadConfig {
    fn whole(sentence: String) -> BadConfig {
        BadConfig { file: PathBuf::from(USUAL_PLACE), line: None, sentence }
    }
}

#[cfg(test)]
mod tests;
