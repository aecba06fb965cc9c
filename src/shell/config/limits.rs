//! How much of anything the house takes at once.
//!
//! The defaults carry a busy shop on a small box. A limit that is reached is answered clearly and
//! at once; nothing grows without end.

use super::reading::within;
use serde::Deserialize;

/// The limits of the doors, the queue and the bodies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Attempts to log in, from one address or on one account.
    #[serde(deserialize_with = "within::<1, 1_000, _>")]
    pub login_attempts_per_minute: u32,
    /// Posts to the public pages from one address.
    #[serde(deserialize_with = "within::<1, 1_000_000, _>")]
    pub public_posts_per_minute: u32,
    /// Posts of other programs to `/in/…` from one address.
    #[serde(deserialize_with = "within::<1, 1_000_000, _>")]
    pub webhook_posts_per_minute: u32,
    /// Requests to the API with one token.
    #[serde(deserialize_with = "within::<1, 10_000_000, _>")]
    pub api_requests_per_minute: u32,
    /// The largest body a form or a webhook may post, in KiB.
    #[serde(deserialize_with = "within::<1, 16_384, _>")]
    pub form_body_kib: u32,
    /// The largest body the API takes, in KiB.
    #[serde(deserialize_with = "within::<1, 65_536, _>")]
    pub api_body_kib: u32,
    /// Commands that may wait for the desk before it says it is full.
    #[serde(deserialize_with = "within::<16, 65_536, _>")]
    pub queue_length: u32,
    /// Connections held open at once, at each of the two listeners.
    #[serde(deserialize_with = "within::<8, 65_536, _>")]
    pub connections: u32,
    /// How many days spam and the empty are kept before they go.
    #[serde(deserialize_with = "within::<1, 36_500, _>")]
    pub aside_days: u32,
    /// The largest list that may be imported in the browser, and the largest workbook anywhere, in MiB.
    #[serde(deserialize_with = "within::<1, 1_024, _>")]
    pub import_file_mib: u32,
    /// Rows of a list that is imported in the browser.
    #[serde(deserialize_with = "within::<1, 10_000_000, _>")]
    pub import_rows: u32,
    /// The largest file that may be laid with a lead, in MiB.
    #[serde(deserialize_with = "within::<1, 100, _>")]
    pub file_mib: u32,
    /// All files of all leads together, in MiB.
    #[serde(deserialize_with = "within::<1, 1_048_576, _>")]
    pub files_mib: u32,
}

impl Limits {
    /// The largest file with a lead, in bytes.
    pub fn file_bytes(&self) -> u64 {
        u64::from(self.file_mib) << 20
    }

    /// All files together, in bytes.
    pub fn files_bytes(&self) -> u64 {
        u64::from(self.files_mib) << 20
    }

    /// The largest list, in bytes.
    pub fn import_bytes(&self) -> u64 {
        u64::from(self.import_file_mib) << 20
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            login_attempts_per_minute: 10,
            public_posts_per_minute: 60,
            webhook_posts_per_minute: 600,
            api_requests_per_minute: 300_000,
            form_body_kib: 256,
            api_body_kib: 1_024,
            queue_length: 1_024,
            connections: 1_024,
            aside_days: 180,
            import_file_mib: 20,
            import_rows: 200_000,
            file_mib: 10,
            files_mib: 4_096,
        }
    }
}
