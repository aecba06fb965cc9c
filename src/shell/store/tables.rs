//! Every table of the data file on one screen.

use super::Result;
use super::filing::Recent;
use redb::{Key, Table, TableDefinition as Define, Value, WriteTransaction};

/// Moments in keys, in Unix milliseconds.
pub type Millis = i64;

// What is true: nothing here can be computed from anything else.
pub const JOURNAL: Define<u64, &[u8]> = Define::new("journal");
pub const SUBMISSIONS: Define<u128, &[u8]> = Define::new("submissions");
pub const META: Define<&str, &[u8]> = Define::new("meta");
pub const USERS: Define<&str, &[u8]> = Define::new("users");
pub const SESSIONS: Define<&[u8], &[u8]> = Define::new("sessions");
pub const TOKENS: Define<&[u8], &[u8]> = Define::new("tokens");
pub const ONCE: Define<(&str, &[u8]), &[u8]> = Define::new("once");
pub const ONCE_ORDER: Define<(&str, u64), &[u8]> = Define::new("once_order");
pub const NOTICES_READ: Define<&str, u64> = Define::new("notices_read");
pub const SETTINGS: Define<&str, &[u8]> = Define::new("settings");
pub const INVITATIONS: Define<&[u8], &[u8]> = Define::new("invitations");
pub const SEGMENTS: Define<&str, &[u8]> = Define::new("segments");
pub const VIEWS: Define<&str, &[u8]> = Define::new("views");
pub const BULKS: Define<u128, &[u8]> = Define::new("bulks");
pub const UPLOADS: Define<u128, (Millis, u64)> = Define::new("uploads");
pub const FILES: Define<u128, (u64, u64)> = Define::new("files");
pub const PIECES: Define<(u128, u32), &[u8]> = Define::new("pieces");

// What is derived from the above, and grows back from it.
pub const ASIDE: Define<(Millis, u128), ()> = Define::new("aside");
pub const TIMELINE: Define<(u64, u64), ()> = Define::new("timeline");
/// Entries of a lead in which people said something.
pub const SAID: Define<(u64, u64), ()> = Define::new("said");
pub const LEADS: Define<u64, &[u8]> = Define::new("leads");
pub const SUMMARIES: Define<u64, &[u8]> = Define::new("summaries");
pub const KEYS: Define<(u8, &str, u64), ()> = Define::new("keys");
pub const DUE: Define<(Millis, u64), ()> = Define::new("due");
pub const OUTBOX: Define<(Millis, u64), u64> = Define::new("outbox");
pub const AGENDA: Define<(&str, Millis, u64, u64), u8> = Define::new("agenda");
pub const CALLED_IN: Define<(&str, Millis, u64), ()> = Define::new("called_in");
pub const ANSWERED: Define<(Millis, u64), &[u8]> = Define::new("answered");
pub const SILENT: Define<(&str, Millis, u64), bool> = Define::new("silent");
pub const WORK: Define<(&str, Millis, u64), u64> = Define::new("work");
pub const LOADS: Define<&str, (u32, u32)> = Define::new("loads");
pub const TURNS: Define<(&str, &str), i64> = Define::new("turns");
pub const CONTACTS: Define<&str, &[u8]> = Define::new("contacts");
pub const NOTICES: Define<(&str, u64), u64> = Define::new("notices");
pub const TOGETHER: Define<(&str, &str, u64), u64> = Define::new("together");
pub const VERSIONS: Define<u32, u64> = Define::new("versions");
pub const ENDED: Define<(Millis, u64), bool> = Define::new("ended");
pub const TALLIES: Define<(u8, u32, &str), u32> = Define::new("tallies");

/// The tables open for writing, once per transaction.
pub struct Tables<'tx> {
    pub journal: Table<'tx, u64, &'static [u8]>,
    pub submissions: Table<'tx, u128, &'static [u8]>,
    pub meta: Table<'tx, &'static str, &'static [u8]>,
    pub users: Table<'tx, &'static str, &'static [u8]>,
    pub sessions: Table<'tx, &'static [u8], &'static [u8]>,
    pub tokens: Table<'tx, &'static [u8], &'static [u8]>,
    pub once: Table<'tx, (&'static str, &'static [u8]), &'static [u8]>,
    pub once_order: Table<'tx, (&'static str, u64), &'static [u8]>,
    pub notices_read: Table<'tx, &'static str, u64>,
    pub settings: Table<'tx, &'static str, &'static [u8]>,
    pub invitations: Table<'tx, &'static [u8], &'static [u8]>,
    pub segments: Table<'tx, &'static str, &'static [u8]>,
    pub views: Table<'tx, &'static str, &'static [u8]>,
    pub bulks: Table<'tx, u128, &'static [u8]>,
    pub uploads: Table<'tx, u128, (Millis, u64)>,
    pub files: Table<'tx, u128, (u64, u64)>,
    pub pieces: Table<'tx, (u128, u32), &'static [u8]>,
    pub aside: Table<'tx, (Millis, u128), ()>,
    pub timeline: Table<'tx, (u64, u64), ()>,
    pub said: Table<'tx, (u64, u64), ()>,
    pub leads: Table<'tx, u64, &'static [u8]>,
    pub summaries: Table<'tx, u64, &'static [u8]>,
    pub keys: Table<'tx, (u8, &'static str, u64), ()>,
    pub due: Table<'tx, (Millis, u64), ()>,
    pub outbox: Table<'tx, (Millis, u64), u64>,
    pub agenda: Table<'tx, (&'static str, Millis, u64, u64), u8>,
    pub called_in: Table<'tx, (&'static str, Millis, u64), ()>,
    pub answered: Table<'tx, (Millis, u64), &'static [u8]>,
    pub silent: Table<'tx, (&'static str, Millis, u64), bool>,
    pub work: Table<'tx, (&'static str, Millis, u64), u64>,
    pub loads: Table<'tx, &'static str, (u32, u32)>,
    pub turns: Table<'tx, (&'static str, &'static str), i64>,
    pub contacts: Table<'tx, &'static str, &'static [u8]>,
    pub notices: Table<'tx, (&'static str, u64), u64>,
    pub together: Table<'tx, (&'static str, &'static str, u64), u64>,
    pub versions: Table<'tx, u32, u64>,
    pub ended: Table<'tx, (Millis, u64), bool>,
    pub tallies: Table<'tx, (u8, u32, &'static str), u32>,
    pub(super) recent: Recent,
}

impl<'tx> Tables<'tx> {
    /// Opens every table, making those that are not there yet.
    pub fn open(tx: &'tx WriteTransaction) -> Result<Tables<'tx>> {
        Ok(Tables {
            journal: tx.open_table(JOURNAL)?,
            submissions: tx.open_table(SUBMISSIONS)?,
            meta: tx.open_table(META)?,
            users: tx.open_table(USERS)?,
            sessions: tx.open_table(SESSIONS)?,
            tokens: tx.open_table(TOKENS)?,
            once: tx.open_table(ONCE)?,
            once_order: tx.open_table(ONCE_ORDER)?,
            notices_read: tx.open_table(NOTICES_READ)?,
            settings: tx.open_table(SETTINGS)?,
            invitations: tx.open_table(INVITATIONS)?,
            segments: tx.open_table(SEGMENTS)?,
            views: tx.open_table(VIEWS)?,
            bulks: tx.open_table(BULKS)?,
            uploads: tx.open_table(UPLOADS)?,
            files: tx.open_table(FILES)?,
            pieces: tx.open_table(PIECES)?,
            aside: tx.open_table(ASIDE)?,
            timeline: tx.open_table(TIMELINE)?,
            said: tx.open_table(SAID)?,
            leads: tx.open_table(LEADS)?,
            summaries: tx.open_table(SUMMARIES)?,
            keys: tx.open_table(KEYS)?,
            due: tx.open_table(DUE)?,
            outbox: tx.open_table(OUTBOX)?,
            agenda: tx.open_table(AGENDA)?,
            called_in: tx.open_table(CALLED_IN)?,
            answered: tx.open_table(ANSWERED)?,
            silent: tx.open_table(SILENT)?,
            work: tx.open_table(WORK)?,
            loads: tx.open_table(LOADS)?,
            turns: tx.open_table(TURNS)?,
            contacts: tx.open_table(CONTACTS)?,
            notices: tx.open_table(NOTICES)?,
            together: tx.open_table(TOGETHER)?,
            versions: tx.open_table(VERSIONS)?,
            ended: tx.open_table(ENDED)?,
            tallies: tx.open_table(TALLIES)?,
            recent: Recent::default(),
        })
    }
}

/// What is done to one table after another.
pub trait Visit {
    fn visit<K: Key + 'static, V: Value + 'static>(&mut self, table: Define<K, V>) -> Result<()>;
}

/// Visits every table that grows back from the others.
pub fn derived(visit: &mut impl Visit) -> Result<()> {
    visit.visit(ASIDE)?;
    visit.visit(TIMELINE)?;
    visit.visit(SAID)?;
    visit.visit(LEADS)?;
    visit.visit(SUMMARIES)?;
    visit.visit(KEYS)?;
    visit.visit(DUE)?;
    visit.visit(OUTBOX)?;
    visit.visit(AGENDA)?;
    visit.visit(CALLED_IN)?;
    visit.visit(ANSWERED)?;
    visit.visit(SILENT)?;
    visit.visit(WORK)?;
    visit.visit(LOADS)?;
    visit.visit(TURNS)?;
    visit.visit(CONTACTS)?;
    visit.visit(NOTICES)?;
    visit.visit(TOGETHER)?;
    visit.visit(VERSIONS)?;
    visit.visit(ENDED)?;
    visit.visit(TALLIES)
}

/// Throws away everything that grows back.
pub fn delete_derived(tx: &WriteTransaction) -> Result<()> {
    struct Delete<'a>(&'a WriteTransaction);

    impl Visit for Delete<'_> {
        fn visit<K: Key + 'static, V: Value + 'static>(&mut self, t: Define<K, V>) -> Result<()> {
            self.0.delete_table(t)?;
            Ok(())
        }
    }

    derived(&mut Delete(tx))
}
