//! Accounts, sessions and tokens: what is kept beside the journal and never leaves in an export.

use super::expiry::{self, Expired};
use super::files::{self, FileChange};
use super::invited::{self, Invitation};
use super::lists::{self, ListChange};
use super::{Result, Tables, damaged, from_row, to_kept};
use crate::lead::LeadId;
use jiff::Timestamp;
use redb::{ReadableTable, Table};
use serde::{Deserialize, Serialize};

/// Under these numbers the house keeps how far its leads follow which rules.
pub(super) const SETTLED_RULES: &str = "settled_rules";
pub(super) const SETTLED_UP_TO: &str = "settled_up_to";

/// Stands for every lead there is and every one to come.
pub const EVERY_LEAD: LeadId = LeadId(u64::MAX);

/// An account: somebody who may sign in. Found by e-mail address, in lower case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    pub email: String,
    /// The teammate in the playbook.
    pub teammate: String,
    /// argon2id, in PHC form.
    pub password: String,
    pub disabled: bool,
    pub made_at: Timestamp,
    #[serde(default)]
    pub preferences: Preferences,
}

/// How somebody likes their pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// ISO 639 code of the language they read; empty for that of the business.
    pub language: String,
    /// Whether single keys do nothing.
    pub keys_off: bool,
}

impl User {
    /// An account that has just been made.
    pub fn new(email: &str, teammate: &str, password: String, made_at: Timestamp) -> User {
        User {
            email: email.to_owned(),
            teammate: teammate.to_owned(),
            password,
            disabled: false,
            made_at,
            preferences: Preferences::default(),
        }
    }
}

/// A browser that is signed in. Found by the hash of its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub email: String,
    pub teammate: String,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

/// A program that may use the API. Found by the hash of its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Token {
    pub name: String,
    pub scopes: Vec<Scope>,
    pub made_at: Timestamp,
    pub revoked: bool,
}

/// What a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Read,
    Capture,
    Write,
    Admin,
}

impl Scope {
    /// The key used on the command line and in the API.
    pub fn key(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Capture => "capture",
            Scope::Write => "write",
            Scope::Admin => "admin",
        }
    }
}

impl Token {
    /// Whether one of its scopes covers another: write covers read and capture, admin covers all.
    pub fn may(&self, wanted: Scope) -> bool {
        self.scopes.iter().any(|scope| match scope {
            Scope::Admin => true,
            Scope::Write => wanted != Scope::Admin,
            Scope::Read | Scope::Capture => *scope == wanted,
        })
    }
}

/// A change to the office, carried out at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    PutUser(User),
    /// Puts another password in the place of the one somebody has proved to know, where that still is
    /// theirs and they may sign in.
    ChangePassword {
        email: String,
        was: String,
        password: String,
    },
    /// Keeps how somebody who may sign in likes their pages.
    PutPreferences {
        email: String,
        preferences: Preferences,
    },
    RemoveUser {
        email: String,
    },
    PutSession {
        hash: Vec<u8>,
        session: Session,
    },
    /// Signs a browser out.
    EndSession {
        hash: Vec<u8>,
    },
    /// Signs somebody out everywhere.
    EndSessionsOf {
        email: String,
    },
    /// Signs somebody out of every browser but one.
    EndOtherSessions {
        email: String,
        hash: Vec<u8>,
    },
    PutToken {
        hash: Vec<u8>,
        token: Token,
    },
    RevokeToken {
        name: String,
    },
    NoticesRead {
        teammate: String,
        up_to: u64,
    },
    /// Leads up to this one have been looked at by the rules of this mark.
    Settled {
        rules: u64,
        up_to: LeadId,
    },
    /// Keeps what was set in the browser and is no playbook, under its name.
    PutSetting {
        key: &'static str,
        value: Vec<u8>,
    },
    /// Forgets what was kept under a name.
    DropSetting {
        key: &'static str,
    },
    /// Keeps a link by which somebody gives themselves a password.
    PutInvitation {
        hash: Vec<u8>,
        invitation: Invitation,
    },
    /// Makes the links sent to an address useless before their time.
    DropInvitations {
        email: String,
    },
    /// What teammates keep about their lists.
    List(ListChange),
    /// The bytes of a file that arrives.
    File(FileChange),
    /// Removes what has expired by now, as far as that was found.
    Sweep {
        now: Timestamp,
        expired: Expired,
    },
}

/// Carries out one change.
pub fn apply(tables: &mut Tables, change: &Change) -> Result<()> {
    match change {
        Change::PutUser(user) => {
            tables.users.insert(user.email.as_str(), to_kept(user).as_slice())?;
        }
        Change::ChangePassword { email, was, password } => {
            change_user(tables, email, |user| {
                if user.password == *was {
                    user.password.clone_from(password);
                }
            })?;
        }
        Change::PutPreferences { email, preferences } => {
            change_user(tables, email, |user| user.preferences.clone_from(preferences))?;
        }
        Change::RemoveUser { email } => drop(tables.users.remove(email.as_str())?),
        Change::PutSession { hash, session } => {
            tables.sessions.insert(hash.as_slice(), to_kept(session).as_slice())?;
        }
        Change::EndSession { hash } => drop(tables.sessions.remove(hash.as_slice())?),
        Change::EndSessionsOf { email } => {
            keep(&mut tables.sessions, |session: Session| session.email != *email)?
        }
        Change::EndOtherSessions { email, hash } => {
            tables.sessions.retain(|key, row| {
                let session = rmp_serde::from_slice(row);
                key == hash.as_slice() || session.is_ok_and(|one: Session| one.email != *email)
            })?;
        }
        Change::PutToken { hash, token } => {
            tables.tokens.insert(hash.as_slice(), to_kept(token).as_slice())?;
        }
        Change::RevokeToken { name } => revoke(tables, name)?,
        Change::NoticesRead { teammate, up_to } => {
            tables.notices_read.insert(teammate.as_str(), *up_to)?;
        }
        Change::Settled { rules, up_to } => {
            put_number(&mut tables.meta, SETTLED_RULES, *rules)?;
            put_number(&mut tables.meta, SETTLED_UP_TO, up_to.0)?;
        }
        Change::PutSetting { key, value } => {
            tables.settings.insert(*key, value.as_slice())?;
        }
        Change::DropSetting { key } => drop(tables.settings.remove(*key)?),
        Change::PutInvitation { hash, invitation } => {
            let now = invitation.made_at;
            keep(&mut tables.invitations, |one: Invitation| !invited::is_forgotten(&one, now))?;
            tables.invitations.insert(hash.as_slice(), to_kept(invitation).as_slice())?;
        }
        Change::DropInvitations { email } => {
            keep(&mut tables.invitations, |one: Invitation| {
                one.used_at.is_some() || one.email != *email
            })?;
        }
        Change::List(change) => lists::apply(tables, change)?,
        Change::File(change) => files::apply(tables, change)?,
        Change::Sweep { now, expired } => expiry::sweep(tables, *now, expired)?,
    }
    Ok(())
}

/// Changes the account of somebody who may sign in, as it stands.
fn change_user(tables: &mut Tables, email: &str, change: impl FnOnce(&mut User)) -> Result<()> {
    let row =
        tables.users.get(email)?.map(|row| from_row(row.value(), "an account")).transpose()?;
    if let Some(mut user) = row.filter(|user: &User| !user.disabled) {
        change(&mut user);
        tables.users.insert(email, to_kept(&user).as_slice())?;
    }
    Ok(())
}

fn keep<T: serde::de::DeserializeOwned>(
    table: &mut Table<&'static [u8], &'static [u8]>,
    wanted: impl Fn(T) -> bool,
) -> Result<()> {
    table.retain(|_, row| rmp_serde::from_slice(row).is_ok_and(&wanted))?;
    Ok(())
}

fn revoke(tables: &mut Tables, name: &str) -> Result<()> {
    let mut revoked = Vec::new();
    for row in tables.tokens.iter()? {
        let (hash, token) = row?;
        let token: Token = from_row(token.value(), "a token")?;
        if token.name == name {
            revoked.push((hash.value().to_vec(), Token { revoked: true, ..token }));
        }
    }
    for (hash, token) in revoked {
        tables.tokens.insert(hash.as_slice(), to_kept(&token).as_slice())?;
    }
    Ok(())
}

/// A number the house keeps about itself.
pub fn number(
    meta: &impl ReadableTable<&'static str, &'static [u8]>,
    key: &str,
) -> Result<Option<u64>> {
    let Some(row) = meta.get(key)? else { return Ok(None) };
    let bytes: [u8; 8] = row.value().try_into().map_err(|_| damaged("a number of the house"))?;
    Ok(Some(u64::from_be_bytes(bytes)))
}

/// What has been looked at by the rules of one mark counts as looked at by those of another.
pub fn still_settled(tables: &mut Tables, before: u64, after: u64) -> Result<()> {
    if number(&tables.meta, SETTLED_RULES)? == Some(before) {
        put_number(&mut tables.meta, SETTLED_RULES, after)?;
    }
    Ok(())
}

/// Writes down a number the house keeps about itself.
pub fn put_number(
    meta: &mut Table<&'static str, &'static [u8]>,
    key: &str,
    number: u64,
) -> Result<()> {
    meta.insert(key, number.to_be_bytes().as_slice())?;
    Ok(())
}
