//! Browsers that are signed in: a secret in a cookie, its hash in the office.

use super::cookie::{self, Cookie};
use super::guard::Who;
use super::signed::{hash_of_secret, new_secret};
use crate::shell::desk::Order;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::Reading;
use crate::shell::store::office::{Change, Session, User};
use axum::http::{HeaderMap, HeaderValue};
use jiff::SignedDuration;
use std::time::Duration;

/// Name of the cookie.
pub const COOKIE: &str = "leadstead";

/// How long a browser stays signed in that was asked to.
const KEPT_DAYS: i64 = 30;

/// How long one lasts at most that was not.
const PASSING_HOURS: i64 = 12;

/// Unread notices are counted up to here.
const UNREAD_MAX: usize = 99;

/// Who asks, if they are signed in and still work here.
pub fn who(headers: &HeaderMap, house: &House) -> Result<Option<Who>, Error> {
    let reading = house.desk.store().read()?;
    let Some((_, who)) = signed_in(headers, house, &reading)? else { return Ok(None) };
    let unread = reading.notices_unread(&who.teammate, UNREAD_MAX)?;
    Ok(Some(Who { unread, ..who }))
}

/// For how long whoever asks stays signed in, if nothing ends it before.
pub fn lasts(headers: &HeaderMap, house: &House) -> Result<Option<Duration>, Error> {
    let reading = house.desk.store().read()?;
    let session = signed_in(headers, house, &reading)?.map(|(session, _)| session);
    let left = |session: Session| session.expires_at.duration_since(house.clock.now());
    Ok(session.map(|session| left(session).unsigned_abs()))
}

fn signed_in(
    headers: &HeaderMap,
    house: &House,
    reading: &Reading,
) -> Result<Option<(Session, Who)>, Error> {
    let Some(hash) = hash_in(headers) else { return Ok(None) };
    let session = reading.session(&hash)?.filter(|session| session.expires_at > house.clock.now());
    let Some(session) = session else { return Ok(None) };
    let user = reading.user(&session.email)?.filter(|user| !user.disabled);
    let who = user.and_then(|user| at_work(user, house));
    Ok(who.map(|who| (session, who)))
}

/// Somebody with an account as the playbook knows them today.
pub fn at_work(user: User, house: &House) -> Option<Who> {
    let in_force = house.playbook();
    let mate = in_force.playbook.teammate(&user.teammate).filter(|mate| mate.active)?;
    Some(Who {
        teammate: mate.id.clone(),
        email: user.email,
        role: mate.role,
        name: mate.name.clone(),
        seen: *house.desk.committed().borrow(),
        preferences: user.preferences,
        unread: 0,
    })
}

/// Signs somebody in; what is returned is for `Set-Cookie`.
pub async fn open(house: &House, who: &Who, keep: bool) -> Result<HeaderValue, Error> {
    let secret = new_secret()?;
    let now = house.clock.now();
    let lasts = SignedDuration::from_hours(if keep { KEPT_DAYS * 24 } else { PASSING_HOURS });
    let session = Session {
        email: who.email.clone(),
        teammate: who.teammate.clone(),
        made_at: now,
        expires_at: now.saturating_add(lasts).unwrap_or(now),
    };
    let change = Change::PutSession { hash: hash_of_secret(&secret), session };
    house.desk.ask(Order::Office(vec![change])).await?;
    Ok(cookie(house, &secret, keep.then_some(lasts.as_secs())))
}

/// Signs somebody out of every browser but the one that asks: a change for the office.
pub fn only_here(headers: &HeaderMap, who: &Who) -> Change {
    let email = who.email.clone();
    match hash_in(headers) {
        Some(hash) => Change::EndOtherSessions { email, hash },
        None => Change::EndSessionsOf { email },
    }
}

/// Signs a browser out; what is returned is for `Set-Cookie`.
pub async fn close(house: &House, headers: &HeaderMap) -> Result<HeaderValue, Error> {
    if let Some(hash) = hash_in(headers) {
        house.desk.ask(Order::Office(vec![Change::EndSession { hash }])).await?;
    }
    Ok(cookie(house, "", Some(0)))
}

fn cookie(house: &House, secret: &str, keep_seconds: Option<i64>) -> HeaderValue {
    let secure = house.config.cookies_are_secure();
    Cookie { name: COOKIE, value: secret, keep_seconds, for_scripts: false, secure }.header()
}

fn hash_in(headers: &HeaderMap) -> Option<Vec<u8>> {
    cookie::read(headers, COOKIE).map(hash_of_secret)
}
