//! How letters leave the house: one mail server, spoken to as a mail program would.

use super::is_private;
use super::reading::{Misfit, within};
use lettre::Address;
use lettre::transport::smtp;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A secret or a certificate is small; what is larger is the wrong file.
const MOST_BYTES: u64 = 1 << 20;

/// The mail server that takes our letters, and who we are to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Name or address of the mail server.
    pub host: String,
    port: Option<u16>,
    #[serde(default)]
    pub security: Security,
    pub user: Option<String>,
    /// The password for `user`; from `password_file`, where that is set.
    pub password: Option<Secret>,
    password_file: Option<PathBuf>,
    /// Certificates to trust beside the public ones, as PEM.
    ca_file: Option<PathBuf>,
    #[serde(skip)]
    ca: Vec<u8>,
    /// Whether passwords and letters may cross a foreign network in the clear.
    #[serde(default)]
    pub insecure: bool,
    /// The address letters come from.
    #[serde(deserialize_with = "address")]
    pub from: Address,
    /// The name letters come from; the name of the business, where none is set.
    pub from_name: Option<String>,
    #[serde(default = "usual_timeout", deserialize_with = "within::<1, 600, _>")]
    timeout_seconds: u32,
    helo: Option<String>,
}

/// How the way to the mail server is kept private.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Begins in the clear and turns to TLS before anything is said; refuses to go on without.
    #[default]
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// No TLS at all, for a mail server on this machine or in one's own network.
    None,
}

fn usual_timeout() -> u32 {
    30
}

fn address<'de, D: Deserializer<'de>>(from: D) -> Result<Address, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|_| D::Error::custom(format!("`{text}` is not an e-mail address")))
}

impl Smtp {
    /// The port set, else the usual one for the security chosen.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::StartTls => 587,
            Security::Tls => 465,
            Security::None => 25,
        })
    }

    /// How long each step of a delivery may take.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(u64::from(self.timeout_seconds))
    }

    /// The name we greet the mail server with: the one set, else the domain letters come from.
    pub fn helo(&self) -> &str {
        self.helo.as_deref().unwrap_or(self.from.domain())
    }

    /// How TLS is spoken with the mail server: under its name, trusting the public authorities
    /// and those of `ca_file`.
    pub fn tls(&self) -> Result<TlsParameters, smtp::Error> {
        TlsParameters::builder(self.host.clone())
            .add_root_certificate(Certificate::from_pem(&self.ca)?)
            .build()
    }

    /// Checks what belongs together and reads the files that are named.
    pub(super) fn settle(&mut self) -> Result<(), Misfit> {
        self.check_privacy()?;
        self.read_password()?;
        self.check_login()?;
        self.check_helo()?;
        self.read_ca()
    }

    fn read_ca(&mut self) -> Result<(), Misfit> {
        let Some(path) = &self.ca_file else { return Ok(()) };
        self.ca = read(path).map_err(|why| Misfit::of("smtp.ca_file", why))?;
        let holds_one = CertificateDer::pem_slice_iter(&self.ca).any(|pem| pem.is_ok());
        match self.tls() {
            Ok(_) if holds_one => Ok(()),
            Ok(_) | Err(_) => {
                Err(Misfit::of("smtp.ca_file", "holds no certificate, or a broken one."))
            }
        }
    }

    fn check_privacy(&self) -> Result<(), Misfit> {
        if self.security != Security::None || self.insecure || is_near(&self.host) {
            return Ok(());
        }
        Err(Misfit::of(
            "smtp.host",
            "is outside your own network, and security is \"none\": anybody on the way could read \
             the letters. Set security to \"starttls\" or \"tls\", or insecure = true if you must.",
        ))
    }

    fn read_password(&mut self) -> Result<(), Misfit> {
        let Some(path) = &self.password_file else { return Ok(()) };
        let blame = |why| Misfit::of("smtp.password_file", why);
        if self.password.is_some() {
            return Err(blame("and password are both set; keep one of them.".to_owned()));
        }
        let bytes = read(path).map_err(blame)?;
        let text = String::from_utf8(bytes).map_err(|_| blame("holds no text.".to_owned()))?;
        self.password = Some(Secret(text.trim_end_matches(['\r', '\n']).to_owned()));
        Ok(())
    }

    fn check_login(&self) -> Result<(), Misfit> {
        match (&self.user, &self.password) {
            (Some(_), None) => {
                Err(Misfit::of("smtp.user", "is set without password or password_file."))
            }
            (None, Some(_)) => Err(Misfit::of("smtp.password", "is set without user.")),
            (Some(_), Some(_)) | (None, None) => Ok(()),
        }
    }

    /// The name goes into a command as it stands, so it may hold nothing that ends one.
    fn check_helo(&self) -> Result<(), Misfit> {
        let fits = |c: char| c.is_ascii_alphanumeric() || ".-[]:".contains(c);
        match &self.helo {
            Some(name) if name.is_empty() || !name.chars().all(fits) => {
                Err(Misfit::of("smtp.helo", "is not the name of a machine."))
            }
            Some(_) | None => Ok(()),
        }
    }
}

impl Smtp {
    /// The way out by settings that were made in the browser. Their address is one.
    pub(super) fn of(kept: &super::KeptMail) -> Option<Smtp> {
        let has_user = !kept.user.is_empty();
        Some(Smtp {
            host: kept.host.clone(),
            port: kept.port,
            security: kept.security,
            user: has_user.then(|| kept.user.clone()),
            password: has_user.then(|| Secret(kept.password.clone())),
            password_file: None,
            ca_file: None,
            ca: Vec::new(),
            insecure: false,
            from: kept.from.parse().ok()?,
            from_name: None,
            timeout_seconds: usual_timeout(),
            helo: None,
        })
    }
}

/// Whether a host is, by its name alone, on this machine or in a network of one's own.
///
/// Only the first of two questions: the address behind the name is asked again when a letter
/// is carried.
pub(super) fn is_near(host: &str) -> bool {
    const NEAR: [&str; 5] = [".localhost", ".local", ".lan", ".internal", ".home.arpa"];
    match host.parse::<IpAddr>() {
        Ok(address) => is_private(address),
        Err(_) => !host.contains('.') || NEAR.iter().any(|end| host.ends_with(end)),
    }
}

/// The bytes of a small file, or why there are none.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = |bytes: &mut Vec<u8>| -> io::Result<usize> {
        fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(bytes)
    };
    match read(&mut bytes) {
        Err(error) => Err(format!("names {}, which cannot be read: {error}", path.display())),
        Ok(size) if size as u64 > MOST_BYTES => {
            Err(format!("names {}, which is larger than 1 MiB", path.display()))
        }
        Ok(_) => Ok(bytes),
    }
}

/// A text that shows itself to nobody by accident.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one who has to say it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}
