//! Who may ask for what. A right is a type, named beside the URL it guards.

use super::Web;
use super::session;
use super::signed;
use crate::lead::{Actor, Seq, TeammateId};
use crate::playbook::Role;
use crate::shell::config::{Config, Limits};
use crate::shell::error::Error;
use crate::shell::store::office::{Preferences, Scope};
use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::request::Parts;

/// What somebody must be to ask for a URL, as a type.
pub trait Right: Copy + Send + Sync + 'static {
    /// As it stands in the table of URLs.
    const NAME: &'static str;
    const NEEDS: Needs;
}

/// What a right asks of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    /// Somebody who is signed in, with at least this role.
    Person(Role),
    /// A program with a token that may do this.
    Program(Scope),
}

/// Nobody needs to say who they are.
#[derive(Clone, Copy)]
pub struct Anyone;

impl Right for Anyone {
    const NAME: &'static str = "anyone";
    const NEEDS: Needs = Needs::Nothing;
}

/// Somebody who is signed in. Reps, managers and owners all are.
#[derive(Clone, Copy)]
pub struct Rep;

impl Right for Rep {
    const NAME: &'static str = "rep";
    const NEEDS: Needs = Needs::Person(Role::Rep);
}

/// A manager or an owner.
#[derive(Clone, Copy)]
pub struct Manager;

impl Right for Manager {
    const NAME: &'static str = "manager";
    const NEEDS: Needs = Needs::Person(Role::Manager);
}

/// An owner.
#[derive(Clone, Copy)]
pub struct Owner;

impl Right for Owner {
    const NAME: &'static str = "owner";
    const NEEDS: Needs = Needs::Person(Role::Owner);
}

/// A program whose token may read.
#[derive(Clone, Copy)]
pub struct ApiRead;

impl Right for ApiRead {
    const NAME: &'static str = "api read";
    const NEEDS: Needs = Needs::Program(Scope::Read);
}

/// A program whose token may hand in leads.
#[derive(Clone, Copy)]
pub struct ApiCapture;

impl Right for ApiCapture {
    const NAME: &'static str = "api capture";
    const NEEDS: Needs = Needs::Program(Scope::Capture);
}

/// A program whose token may work leads.
#[derive(Clone, Copy)]
pub struct ApiWrite;

impl Right for ApiWrite {
    const NAME: &'static str = "api write";
    const NEEDS: Needs = Needs::Program(Scope::Write);
}

/// A program whose token may do everything.
#[derive(Clone, Copy)]
pub struct ApiAdmin;

impl Right for ApiAdmin {
    const NAME: &'static str = "api admin";
    const NEEDS: Needs = Needs::Program(Scope::Admin);
}

impl Needs {
    /// Lets a request in, leaving behind who asks; or says why not.
    pub fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        match self {
            Needs::Nothing => Ok(()),
            Needs::Person(least) => person(least, parts, web),
            Needs::Program(scope) => program(scope, parts, web),
        }
    }

    /// Whether a browser could be tricked into it: a program shows a token that no browser sends by itself.
    pub fn is_for_browsers(self) -> bool {
        !matches!(self, Needs::Program(_))
    }

    /// The largest body such a request may bring, in bytes.
    pub fn body_max(self, limits: &Limits) -> usize {
        let kib = match self {
            Needs::Nothing | Needs::Person(_) => limits.form_body_kib,
            Needs::Program(_) => limits.api_body_kib,
        };
        kib as usize * 1024
    }
}

/// A person who is signed in and was admitted. Take it as an argument of the handler.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    pub teammate: TeammateId,
    pub email: String,
    pub role: Role,
    pub name: String,
    /// The last entry written when they asked: a page shows at least this.
    pub seen: Seq,
    pub preferences: Preferences,
    /// Notices they have not read, as far as they are counted.
    pub unread: usize,
}

impl Who {
    /// As whom they write in the journal.
    pub fn actor(&self) -> Actor {
        Actor::Teammate(self.teammate.clone())
    }
}

/// A program that was admitted, by the name of its token.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    pub token: String,
}

impl Caller {
    /// As whom it writes in the journal.
    pub fn actor(&self) -> Actor {
        Actor::Token(self.token.clone())
    }
}

fn person(least: Role, parts: &mut Parts, web: &Web) -> Result<(), Error> {
    let who = web.house.desk.look("reading who asks", |_| session::who(&parts.headers, &web.house));
    let who = who?.ok_or(Error::SignInFirst)?;
    if who.role < least {
        return Err(Error::NotAllowed);
    }
    parts.extensions.insert(who);
    Ok(())
}

fn program(scope: Scope, parts: &mut Parts, web: &Web) -> Result<(), Error> {
    let secret = bearer(parts).ok_or(Error::SignInFirst)?;
    let hash = signed::hash_of_secret(secret);
    let token =
        web.house.desk.look("reading who asks", |desk| Ok(desk.store().read()?.token(&hash)?))?;
    let token = token.filter(|token| !token.revoked).ok_or(Error::SignInFirst)?;
    web.limits.api.take(&token.name, web.house.clock.now())?;
    if !token.may(scope) {
        return Err(Error::ScopeLacks(scope.key()));
    }
    parts.extensions.insert(Caller { token: token.name });
    Ok(())
}

fn bearer(parts: &Parts) -> Option<&str> {
    let (scheme, secret) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim())
}

impl FromRequestParts<Web> for Who {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Who, Error> {
        parts.extensions.get::<Who>().cloned().ok_or(Error::SignInFirst)
    }
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Caller, Error> {
        parts.extensions.get::<Caller>().cloned().ok_or(Error::SignInFirst)
    }
}

/// Whether a request that changes something was sent by a page of this house.
///
/// A browser says so in `Sec-Fetch-Site`, older ones in `Origin`. What says neither is no browser
/// and carries no cookie it did not mean to.
pub fn same_origin(parts: &Parts, config: &Config) -> Result<(), Error> {
    if parts.method.is_safe() {
        return Ok(());
    }
    let said = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let own = match (said("sec-fetch-site"), said(ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => {
            let host = said(HOST.as_str()).unwrap_or_default();
            let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
            authority == host || origin == config.base_url()
        }
        (None, None) => true,
    };
    if own { Ok(()) } else { Err(Error::FromElsewhere) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn allowed(method: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = Request::builder().method(method).uri("/logout");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).expect("a well-formed request").into_parts();
        same_origin(&parts, &Config::default()).is_ok()
    }

    #[test]
    fn a_page_of_another_site_cannot_post_in_our_name() {
        assert!(!allowed("POST", &[("sec-fetch-site", "cross-site")]));
        assert!(!allowed("POST", &[("sec-fetch-site", "same-site")]));
        assert!(!allowed("POST", &[("origin", "https://evil.example"), ("host", "crm.example")]));
        assert!(!allowed("POST", &[("origin", "null"), ("host", "crm.example")]));
        assert!(!allowed("DELETE", &[("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn our_own_pages_and_programs_can() {
        assert!(allowed("POST", &[("sec-fetch-site", "same-origin")]));
        assert!(allowed("POST", &[("origin", "https://crm.example"), ("host", "crm.example")]));
        assert!(allowed("POST", &[]));
        assert!(allowed("GET", &[("sec-fetch-site", "cross-site")]));
    }
}
