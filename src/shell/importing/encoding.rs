//! A file as text, whatever it was written in, a piece at a time.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// Bytes read at once, and the most that are looked at for the encoding.
const PIECE: usize = 64 * 1024;

/// Letters of UTF-8 that outweigh a byte which is none: no other encoding has so many by chance.
const LETTERS_A_BAD_BYTE: usize = 3;

/// A reader that turns bytes of any common encoding into text.
pub(super) struct TextReader<R> {
    bytes: R,
    piece: Vec<u8>,
    encoding: &'static Encoding,
    /// Missing as long as all that was read means the same in every encoding.
    decoder: Option<Decoder>,
    ended: bool,
}

impl<R: Read> TextReader<R> {
    pub(super) fn new(bytes: R) -> Self {
        TextReader { bytes, piece: Vec::new(), encoding: UTF_8, decoder: None, ended: false }
    }

    /// The name of the encoding, as far as known by now.
    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Appends the next piece of the file. What cannot be read becomes `U+FFFD`.
    pub(super) fn read_on(&mut self, text: &mut String) -> io::Result<()> {
        self.piece.clear();
        let read = self.bytes.by_ref().take(PIECE as u64).read_to_end(&mut self.piece)?;
        self.ended = read < PIECE;
        if self.decoder.is_none()
            && let Some(encoding) = encoding_of(&self.piece, self.ended)
        {
            self.encoding = encoding;
            self.decoder = Some(encoding.new_decoder_with_bom_removal());
        }
        match &mut self.decoder {
            None => text.push_str(&String::from_utf8_lossy(&self.piece)),
            Some(decoder) => {
                let room = decoder.max_utf8_buffer_length(read);
                text.reserve(room.expect("a piece is far smaller than memory"));
                let (_, _, _) = decoder.decode_to_string(&self.piece, text, self.ended);
            }
        }
        Ok(())
    }
}

/// The encoding a piece is written in; `None` if it is plain ASCII and so may be any.
fn encoding_of(piece: &[u8], last: bool) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(piece) {
        return Some(encoding);
    }
    if let Some(encoding) = wide(piece) {
        return Some(encoding);
    }
    if piece.is_ascii() {
        return None;
    }
    if is_nearly_utf8(piece) {
        return Some(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(piece, last);
    Some(detector.guess(None, Utf8Detection::Allow))
}

/// Whether a piece is UTF-8 but for a few bytes: every other letter beyond ASCII reads as it.
fn is_nearly_utf8(piece: &[u8]) -> bool {
    let (mut letters, mut bad) = (0, 0);
    for chunk in piece.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    letters >= bad * LETTERS_A_BAD_BYTE
}

/// UTF-16 without a mark: every other byte of a heading is zero.
fn wide(piece: &[u8]) -> Option<&'static Encoding> {
    let pairs = piece.chunks_exact(2).take(64);
    let count = pairs.len();
    let (high, low) = pairs.fold((0, 0), |(high, low), pair| {
        (high + usize::from(pair[0] == 0), low + usize::from(pair[1] == 0))
    });
    match () {
        () if count < 2 => None,
        () if low * 4 >= count * 3 && high == 0 => Some(UTF_16LE),
        () if high * 4 >= count * 3 && low == 0 => Some(UTF_16BE),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, TextReader};

    fn read(bytes: &[u8]) -> (String, &'static str) {
        let mut reader = TextReader::new(bytes);
        let mut text = String::new();
        while !reader.has_ended() {
            reader.read_on(&mut text).expect("memory can be read");
        }
        (text, reader.encoding())
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn every_common_encoding_is_read() {
        let text = "Name;Ort\nJörg Müller;Köln\nZoë Größe;Łódź";
        let little = utf16(&format!("\u{feff}{text}"), u16::to_le_bytes);
        assert_eq!(read(&little), (text.to_owned(), "UTF-16LE"));
        assert_eq!(read(&utf16(text, u16::to_le_bytes)), (text.to_owned(), "UTF-16LE"));
        let big = utf16(&format!("\u{feff}{text}"), u16::to_be_bytes);
        assert_eq!(read(&big), (text.to_owned(), "UTF-16BE"));
        assert_eq!(read(text.as_bytes()), (text.to_owned(), "UTF-8"));
        let marked = format!("\u{feff}{text}");
        assert_eq!(read(marked.as_bytes()), (text.to_owned(), "UTF-8"));
        let western = b"Name;Ort\nJ\xf6rg M\xfcller;K\xf6ln\n\x80 100";
        let text = "Name;Ort\nJörg Müller;Köln\n€ 100".to_owned();
        assert_eq!(read(western), (text, "windows-1252"));
    }

    #[test]
    fn an_encoding_that_shows_late_is_still_found() {
        let mut bytes = vec![b'x'; PIECE + 10];
        bytes.extend(b" M\xfcller aus K\xf6ln");
        let (text, encoding) = read(&bytes);
        assert!(text.ends_with(" Müller aus Köln"));
        assert_eq!(encoding, "windows-1252");
    }

    #[test]
    fn one_bad_byte_makes_no_other_encoding() {
        let (text, encoding) = read("Zoë Größe,Łódź,M\u{fc}ller".as_bytes());
        assert_eq!((text.as_str(), encoding), ("Zoë Größe,Łódź,Müller", "UTF-8"));
        let bad = [&b"Jos\xe9,"[..], "Zoë Größe,Łódź".as_bytes()].concat();
        assert_eq!(read(&bad), ("Jos\u{fffd},Zoë Größe,Łódź".to_owned(), "UTF-8"));
    }

    #[test]
    fn a_letter_cut_between_two_pieces_is_whole_again() {
        let text = format!("{}üü", "ü".repeat(PIECE));
        let shifted = format!("x{text}");
        assert_eq!(read(shifted.as_bytes()).0, shifted);
    }

    #[test]
    fn nothing_and_nonsense_are_read_without_complaint() {
        assert_eq!(read(b"").0, "");
        assert_eq!(read(b"\xef\xbb\xbf").0, "");
        assert_eq!(read(b"\xff\xfeA").0, "\u{fffd}");
        assert_eq!(read(&[0; 100]).0.len(), 100);
    }
}
