//! The mail server as it is set in the browser, for a box whose `config.toml` names none.

use super::smtp::is_near;
use super::{Security, Smtp};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The settings as they lie in the data file. They are in no playbook and in no export.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptMail {
    pub host: String,
    pub port: Option<u16>,
    pub security: Security,
    pub user: String,
    pub password: String,
    pub from: String,
}

impl KeptMail {
    /// The name under which they are kept.
    pub const KEY: &str = "mail";

    /// The way out they describe; `None` where they say too little.
    pub fn smtp(&self) -> Option<Smtp> {
        if self.host.is_empty() || self.is_open_to_all() { None } else { Smtp::of(self) }
    }

    /// Whether letters and the password would cross somebody else's network in the clear.
    pub fn is_open_to_all(&self) -> bool {
        self.security == Security::None && !is_near(&self.host)
    }
}

impl fmt::Debug for KeptMail {
    /// Names the server and nothing that opens it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeptMail").field("host", &self.host).finish_non_exhaustive()
    }
}
