//! What a file is, by its first bytes. Its name says nothing that could be relied on.

use super::cards::are_cards;
use super::table::TableFault;

/// First bytes of a file that are looked at.
pub(super) const LOOKED_AT: usize = 4_096;

/// Bytes of a text among which one stray zero may be.
const STRAY: usize = 50;

/// What may be a list of leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Text of visiting cards.
    Cards,
    /// Packed, as a workbook is.
    Packed,
    /// In the container of older office files, which is also that of a locked workbook.
    Old,
}

/// Beginnings of what people take for a list by mistake.
const PICTURES: [&[u8]; 7] =
    [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x20ftyp"];

/// What a file is that begins so.
pub(super) fn kind(first: &[u8]) -> Result<Kind, TableFault> {
    let begins = |with: &[u8]| first.starts_with(with);
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Ok(Kind::Packed);
    }
    if begins(b"\xd0\xcf\x11\xe0") {
        return Ok(Kind::Old);
    }
    if begins(b"%PDF") {
        return Err(TableFault::Document);
    }
    let is_webp = begins(b"RIFF") && first.get(8..12) == Some(b"WEBP");
    let is_drawn = PICTURES.iter().any(|with| begins(with) && !is_text(first));
    if is_webp || is_drawn {
        return Err(TableFault::Picture);
    }
    match is_text(first) {
        true if are_cards(&in_narrow(first)) => Ok(Kind::Cards),
        true => Ok(Kind::Text),
        false => Err(TableFault::NoText),
    }
}

/// The beginning of a text as far as it is ASCII, be it written in one byte or two a letter.
fn in_narrow(first: &[u8]) -> String {
    let letters = first.iter().take(64).filter(|byte| byte.is_ascii() && **byte != 0);
    letters.map(|byte| char::from(*byte)).collect()
}

/// Whether it may be text in some encoding. UTF-16 has a zero in every other byte and in no other.
fn is_text(first: &[u8]) -> bool {
    if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
        return true;
    }
    let odd = |at: usize| first.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let controls = first.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    let zeros = odd(0).min(odd(1));
    // A stray zero or two costs no list; a program or a picture has many.
    zeros * STRAY <= first.len() && controls * 20 <= first.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_from_what_is_none() {
        let said = |first: &[u8]| kind(first).map_err(|fault| fault.to_string());
        assert_eq!(said(b"name,email\nAna,a@b.example\n"), Ok(Kind::Text));
        assert_eq!(said(b"BMW owners,email\n"), Ok(Kind::Text));
        assert_eq!(said(b"n\0a\0m\0e\0,\0"), Ok(Kind::Text));
        assert_eq!(said(b"J\xf6rg;M\xfcller\n"), Ok(Kind::Text));
        assert_eq!(said(b""), Ok(Kind::Text));
        assert_eq!(said(b"\xef\xbb\xbfBEGIN:VCARD\r\n"), Ok(Kind::Cards));
        assert_eq!(said(b"\xff\xfeB\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0"), Ok(Kind::Cards));
        let stray =
            [&b"name,email\n"[..], &b"Ana,ana@a.example\n".repeat(10), b"B\0o\0,b@b.example\n"];
        assert_eq!(said(&stray.concat()), Ok(Kind::Text));
        assert_eq!(said(b"PK\x03\x04\x14\0"), Ok(Kind::Packed));
        assert!(matches!(kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(TableFault::Picture)));
        assert!(matches!(kind(b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01"), Err(TableFault::Picture)));
        assert!(matches!(kind(b"%PDF-1.7\n"), Err(TableFault::Document)));
        assert!(matches!(kind(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0"), Err(TableFault::NoText)));
    }
}
