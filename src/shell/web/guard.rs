//! Who may ask for what. A right is a type, named beside the URL it guards.

use super::Web;
use super::session;
use super::signed;
use crate::lead::{Actor, Seq, TeammateId};
use crate::playbook::Role;
use crate::shell::config::{Config, Limits};
use crate::shell::error::Error;
use crate::shell::store::office::Scope;
use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::http::request::Parts;

/// What somebody must be to ask for a URL.
pub trait Right: Clone + Copy + Send + Sync + 'static {
    /// As it stands in the table of URLs.
    const NAME: &'static str;

    /// Whether it is a program's: carried by a token, so that no browser can be tricked into it.
    const IS_PROGRAM: bool = false;

    /// Lets a request in, leaving behind who asks; or says why not.
    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error>;

    /// The largest body it may bring, in bytes.
    fn body_max(limits: &Limits) -> usize {
        limits.form_body_kib as usize * 1024
    }
}

/// Nobody needs to say who they are.
#[derive(Clone, Copy)]
pub struct Anyone;

/// Somebody who is signed in. Reps, managers and owners all are.
#[derive(Clone, Copy)]
pub struct Rep;

/// A manager or an owner.
#[derive(Clone, Copy)]
pub struct Manager;

/// An owner.
#[derive(Clone, Copy)]
pub struct Owner;

/// A program whose token may read.
#[derive(Clone, Copy)]
pub struct ApiRead;

/// A program whose token may hand in leads.
#[derive(Clone, Copy)]
pub struct ApiCapture;

/// A program whose token may work leads.
#[derive(Clone, Copy)]
pub struct ApiWrite;

/// A program whose token may do everything.
#[derive(Clone, Copy)]
pub struct ApiAdmin;

/// A person who is signed in and was admitted. Take it as an argument of the handler.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    pub teammate: TeammateId,
    pub email: String,
    pub role: Role,
    pub name: String,
    /// The last entry written when they asked: a page shows at least this.
    pub seen: Seq,
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

impl Right for Anyone {
    const NAME: &'static str = "anyone";

    fn admit(self, _: &mut Parts, _: &Web) -> Result<(), Error> {
        Ok(())
    }
}

impl Right for Rep {
    const NAME: &'static str = "rep";

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        person(Role::Rep, parts, web)
    }
}

impl Right for Manager {
    const NAME: &'static str = "manager";

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        person(Role::Manager, parts, web)
    }
}

impl Right for Owner {
    const NAME: &'static str = "owner";

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        person(Role::Owner, parts, web)
    }
}

impl Right for ApiRead {
    const NAME: &'static str = "api read";
    const IS_PROGRAM: bool = true;

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        program(Scope::Read, parts, web)
    }

    fn body_max(limits: &Limits) -> usize {
        api_body(limits)
    }
}

impl Right for ApiCapture {
    const NAME: &'static str = "api capture";
    const IS_PROGRAM: bool = true;

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        program(Scope::Capture, parts, web)
    }

    fn body_max(limits: &Limits) -> usize {
        api_body(limits)
    }
}

impl Right for ApiWrite {
    const NAME: &'static str = "api write";
    const IS_PROGRAM: bool = true;

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        program(Scope::Write, parts, web)
    }

    fn body_max(limits: &Limits) -> usize {
        api_body(limits)
    }
}

impl Right for ApiAdmin {
    const NAME: &'static str = "api admin";
    const IS_PROGRAM: bool = true;

    fn admit(self, parts: &mut Parts, web: &Web) -> Result<(), Error> {
        program(Scope::Admin, parts, web)
    }

    fn body_max(limits: &Limits) -> usize {
        api_body(limits)
    }
}

fn api_body(limits: &Limits) -> usize {
    limits.api_body_kib as usize * 1024
}

fn person(least: Role, parts: &mut Parts, web: &Web) -> Result<(), Error> {
    let who = session::who(&parts.headers, &web.house)?.ok_or(Error::SignInFirst)?;
    if who.role < least {
        return Err(Error::NotAllowed);
    }
    parts.extensions.insert(who);
    Ok(())
}

fn program(scope: Scope, parts: &mut Parts, web: &Web) -> Result<(), Error> {
    let secret = bearer(parts).ok_or(Error::SignInFirst)?;
    let hash = signed::hash_of_secret(secret);
    let token = web.house.desk.store().read()?.token(&hash)?;
    let token = token.filter(|token| !token.revoked).ok_or(Error::SignInFirst)?;
    web.limits.api.take(&token.name, web.house.clock.now())?;
    if !token.may(scope) {
        return Err(Error::NotAllowed);
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
    if own { Ok(()) } else { Err(Error::NotAllowed) }
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
