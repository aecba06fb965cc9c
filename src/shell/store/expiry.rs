//! What is kept for a time only: sessions, idempotency keys, uploads that were laid nowhere, and what
//! was put aside.
//!
//! It is looked for beside the desk and removed at the desk, so much at once. There everything is
//! asked once more whether it has expired, for it may have been renewed or taken up meanwhile.

use super::office::Session;
use super::read::Reading;
use super::tables::{ASIDE, Millis, ONCE, ONCE_ORDER, SESSIONS};
use super::{Result, Tables, aside, files, from_row, once};
use jiff::Timestamp;
use redb::ReadableTable;

/// What was found to have expired.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expired {
    /// By the hashes of their secrets.
    pub sessions: Vec<Vec<u8>>,
    /// A token and the hash of a key.
    pub keys: Vec<(String, Vec<u8>)>,
    /// Its place among what was put aside.
    pub aside: Vec<(Millis, u128)>,
    /// Files that nobody has laid with a lead.
    pub uploads: Vec<u128>,
}

impl Expired {
    /// How much it is.
    pub fn len(&self) -> usize {
        self.sessions.len() + self.keys.len() + self.aside.len() + self.uploads.len()
    }

    /// Whether nothing has expired.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Reading {
    /// What has expired by now, and what was put aside before a moment, at most `limit` of it all.
    pub fn expired(
        &self,
        now: Timestamp,
        aside_before: Timestamp,
        limit: usize,
    ) -> Result<Expired> {
        let mut expired =
            Expired { sessions: self.old_sessions(now, limit)?, ..Expired::default() };
        expired.keys = self.old_keys(now, limit - expired.len())?;
        expired.aside = self.old_aside(aside_before, limit - expired.len())?;
        expired.uploads = self.old_uploads(now, limit - expired.len())?;
        Ok(expired)
    }

    fn old_sessions(&self, now: Timestamp, limit: usize) -> Result<Vec<Vec<u8>>> {
        let Some(sessions) = self.table(SESSIONS)? else { return Ok(Vec::new()) };
        let mut old = Vec::new();
        for row in sessions.range::<&[u8]>(..)? {
            let (hash, session) = row?;
            if old.len() == limit {
                break;
            }
            if is_over(session.value(), now) {
                old.push(hash.value().to_vec());
            }
        }
        Ok(old)
    }

    /// The keys of a token stand in the order they came, so that the first one that still counts
    /// ends the search for its token.
    fn old_keys(&self, now: Timestamp, limit: usize) -> Result<Vec<(String, Vec<u8>)>> {
        let (Some(order), Some(kept)) = (self.table(ONCE_ORDER)?, self.table(ONCE)?) else {
            return Ok(Vec::new());
        };
        let mut old = Vec::new();
        let mut from = (String::new(), 0);
        while old.len() < limit {
            let Some(next) = order.range((from.0.as_str(), from.1)..)?.next().transpose()? else {
                break;
            };
            let (token, place) = next.0.value();
            let key = next.1.value();
            let row = kept.get((token, key))?;
            let row = row.map(|row| from_row::<once::Once>(row.value(), "an idempotency key"));
            if row.transpose()?.is_some_and(|once| once.has_expired(now)) {
                old.push((token.to_owned(), key.to_vec()));
                from = (token.to_owned(), place + 1);
            } else {
                from = (format!("{token}\0"), 0);
            }
        }
        Ok(old)
    }

    fn old_aside(&self, before: Timestamp, limit: usize) -> Result<Vec<(Millis, u128)>> {
        let Some(aside) = self.table(ASIDE)? else { return Ok(Vec::new()) };
        let rows = aside.range::<(Millis, u128)>(..(before.as_millisecond(), 0))?;
        rows.take(limit).map(|row| Ok(row?.0.value())).collect()
    }
}

/// Removes what was found to have expired and still has.
pub(super) fn sweep(tables: &mut Tables, now: Timestamp, expired: &Expired) -> Result<()> {
    for hash in &expired.sessions {
        let hash = hash.as_slice();
        let over = tables.sessions.get(hash)?.is_some_and(|row| is_over(row.value(), now));
        if over {
            tables.sessions.remove(hash)?;
        }
    }
    for (token, key) in &expired.keys {
        once::expire(tables, token, key, now)?;
    }
    expired.uploads.iter().try_for_each(|id| files::expire(tables, *id, now))?;
    expired.aside.iter().try_for_each(|place| aside::forget(tables, *place))
}

/// Whether a session is over; one that does not read signs nobody in.
fn is_over(session: &[u8], now: Timestamp) -> bool {
    rmp_serde::from_slice(session).map_or(true, |session: Session| session.expires_at <= now)
}
