//! A file that lies with a lead: what it is called and what is known of it. Its bytes are kept elsewhere.

use super::Actor;
use super::profile::one_line;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Characters of a name.
const NAME_MAX: usize = 120;

/// Characters of the ending that a long name keeps.
const ENDING_MAX: usize = 12;

/// Characters of what a browser says that a file is.
const MEDIA_MAX: usize = 100;

/// A file as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Under which its bytes are kept.
    pub id: Uuid,
    /// Its last name, without a way to it; empty once it is erased.
    pub name: String,
    pub size: u64,
    /// What the browser said that it is, such as `application/pdf`.
    pub media: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
}

/// A file that lies with a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    pub file: File,
    pub at: Timestamp,
    pub by: Actor,
}

impl File {
    /// A file under a name that leads nowhere and shows as what it is.
    pub fn named(id: Uuid, name: &str, media: &str, size: u64, hash: String) -> File {
        let media: String = one_line(media, MEDIA_MAX).to_ascii_lowercase();
        File { id, name: last_name(name), size, media, hash }
    }
}

/// The last part of a name, on one line and cut where it is long, its ending kept.
fn last_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = one_line(last, usize::MAX);
    let line = line.trim_start_matches('.').trim();
    if line.is_empty() {
        return "file".to_owned();
    }
    if line.chars().count() <= NAME_MAX {
        return line.to_owned();
    }
    let ending = line.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| ending.chars().count() <= ENDING_MAX);
    let ending = ending.map_or(String::new(), |ending| format!(".{ending}"));
    let stem: String = line.chars().take(NAME_MAX - ending.chars().count()).collect();
    format!("{stem}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_shows_as_what_it_is() {
        for (name, kept) in [
            ("plan.pdf", "plan.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\Maya\\plan.pdf", "plan.pdf"),
            ("Rechnung\u{202e}fdp.exe", "Rechnungfdp.exe"),
            ("a\r\nContent-Type: text;\0.pdf", "a Content-Type: text; .pdf"),
            ("..", "file"),
            ("", "file"),
            (".htaccess", "htaccess"),
            ("Größe – Übersicht.pdf", "Größe – Übersicht.pdf"),
        ] {
            assert_eq!(last_name(name), kept, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = last_name(&format!("{}.pdf", "ä".repeat(5_000)));
        assert_eq!(name.chars().count(), NAME_MAX);
        assert!(name.ends_with("ä.pdf"));
        assert_eq!(last_name(&format!("a.{}", "x".repeat(5_000))).chars().count(), NAME_MAX);
    }
}
