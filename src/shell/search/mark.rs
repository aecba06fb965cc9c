//! What each commit of the index says of itself: how it was made, and how far it has read.

use std::fmt;
use std::fs;

/// Raised whenever the schema, the flags or the folding of words change, so that an old index is grown
/// anew.
const VERSION: u32 = 3;

/// The payload of a commit: `version:epoch:seq:boot`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    version: u32,
    /// The epoch of the house whose journal was read.
    epoch: u64,
    /// The last entry that was read.
    pub seq: u64,
    /// The boot of the machine in which it was written.
    boot: String,
}

impl Mark {
    /// The mark of a commit made now.
    pub fn now(epoch: u64, seq: u64) -> Self {
        Self { version: VERSION, epoch, seq, boot: boot() }
    }

    /// The mark that a payload holds, if it is one.
    pub fn read(payload: &str) -> Option<Self> {
        let mut parts = payload.splitn(4, ':');
        Some(Self {
            version: parts.next()?.parse().ok()?,
            epoch: parts.next()?.parse().ok()?,
            seq: parts.next()?.parse().ok()?,
            boot: parts.next()?.to_owned(),
        })
    }

    /// Whether the index was made by this version of the house, from this journal.
    pub fn fits(&self, epoch: u64) -> bool {
        self.version == VERSION && self.epoch == epoch
    }

    /// Whether the machine has run without a break since this was written.
    ///
    /// A killed process leaves its files with the kernel, whole; only a power cut can tear them.
    /// A machine that cannot name its boot is never trusted.
    pub fn is_of_this_boot(&self) -> bool {
        !self.boot.is_empty() && self.boot == boot()
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}:{}", self.version, self.epoch, self.seq, self.boot)
    }
}

/// The kernel's name for the time since the machine started; empty where it has none.
fn boot() -> String {
    fs::read_to_string("/proc/sys/kernel/random/boot_id")
        .map(|name| name.trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_back_as_it_was_written() {
        let mark = Mark::now(7, 42);
        assert_eq!(Mark::read(&mark.to_string()), Some(mark.clone()));
        assert!(mark.fits(7) && !mark.fits(8));
    }

    #[test]
    fn an_unreadable_mark_is_none() {
        for payload in ["", "1", "1:2:3", "a:b:c:d", "1:-2:3:x"] {
            assert_eq!(Mark::read(payload), None, "{payload}");
        }
    }

    #[test]
    fn a_mark_of_another_or_an_unnamed_boot_is_not_trusted() {
        for boot in ["", "of-yesterday"] {
            let mark = Mark { boot: boot.to_owned(), ..Mark::now(7, 42) };
            assert!(!mark.is_of_this_boot());
        }
    }
}
