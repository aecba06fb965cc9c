//! The text of a letter as it went, kept once and small.

use super::mail::Mail;

/// Longest text that is unpacked again, in bytes.
const TEXT_MAX: usize = 1 << 20;

/// A letter as the journal keeps it: subject, blank line, body, compressed.
pub fn kept(mail: &Mail) -> Vec<u8> {
    let text = format!("{}\n\n{}", mail.subject, mail.body);
    lz4_flex::compress_prepend_size(text.as_bytes())
}

/// The subject and the body of a kept letter; `None` if it does not read.
pub fn read_kept(kept: &[u8]) -> Option<(String, String)> {
    let size = u32::from_le_bytes(kept.get(..4)?.try_into().ok()?) as usize;
    if size > TEXT_MAX {
        return None;
    }
    let text = String::from_utf8(lz4_flex::decompress_size_prepended(kept).ok()?).ok()?;
    let (subject, body) = text.split_once("\n\n")?;
    Some((subject.to_owned(), body.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_reads_as_it_went() {
        let mail =
            Mail { subject: "Your quote".into(), body: "Hello.\n\nBye.".into(), ..Mail::default() };
        let read = read_kept(&kept(&mail));
        assert_eq!(read, Some(("Your quote".into(), "Hello.\n\nBye.".into())));
    }

    #[test]
    fn what_was_damaged_reads_as_nothing() {
        assert_eq!(read_kept(&[255, 255, 255, 255, 1]), None);
        assert_eq!(read_kept(b""), None);
    }
}
