//! A private file that is gone with whoever holds it.
//!
//! Its name is taken away as soon as it is open, so that nobody else finds it and a crash leaves
//! nothing behind but the room on the disk, which the machine takes back.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

/// What the names of such files end in, for the moment they have one.
const SCRATCH: &str = "scratch";

/// Bytes read ahead.
const PIECE: usize = 64 * 1024;

/// A private file without a name.
#[derive(Clone, Debug)]
pub struct Scratch {
    file: Arc<File>,
    length: u64,
}

impl Scratch {
    /// An empty one in a folder of ours.
    pub fn within(folder: &Path) -> io::Result<Scratch> {
        let number = getrandom::u64().map_err(io::Error::other)?;
        let path = folder.join(format!("list-{number:016x}.{SCRATCH}"));
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create_new(true).mode(0o600).open(&path)?;
        fs::remove_file(&path)?;
        Ok(Scratch { file: Arc::new(file), length: 0 })
    }

    /// Everything of a source, up to a number of bytes; `None` if there is more.
    pub fn filled(folder: &Path, mut from: impl Read, most: u64) -> io::Result<Option<Scratch>> {
        let mut scratch = Scratch::within(folder)?;
        let read = io::copy(&mut from.by_ref().take(most + 1), &mut scratch)?;
        Ok((read <= most).then_some(scratch))
    }

    /// Its length in bytes.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Whether nothing was written to it.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Reads it from its beginning. Several may read at once.
    pub fn reader(&self) -> ScratchReader {
        ScratchReader { scratch: self.clone(), at: 0, ahead: Vec::new(), ahead_from: 0 }
    }
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all_at(bytes, self.length)?;
        self.length += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// One reading of a private file, with a place of its own in it.
pub struct ScratchReader {
    scratch: Scratch,
    at: u64,
    ahead: Vec<u8>,
    ahead_from: u64,
}

impl Read for ScratchReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let behind = self.at.checked_sub(self.ahead_from).map(|behind| behind as usize);
        let known = behind.filter(|behind| *behind < self.ahead.len());
        let from = match known {
            Some(from) => from,
            None => {
                self.ahead.resize(PIECE, 0);
                let read = self.scratch.file.read_at(&mut self.ahead, self.at)?;
                self.ahead.truncate(read);
                self.ahead_from = self.at;
                0
            }
        };
        let count = (self.ahead.len() - from).min(buffer.len());
        buffer[..count].copy_from_slice(&self.ahead[from..from + count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for ScratchReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.scratch.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

/// Removes what a machine that lost its power left with a name.
pub fn sweep(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for path in files.flatten().map(|file| file.path()) {
        if path.extension().is_some_and(|end| end == SCRATCH) {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nobody_else_sees_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "x".repeat(3 * PIECE) + "end";
        let kept = Scratch::filled(folder.path(), text.as_bytes(), 1 << 20).expect("it is kept");
        let kept = kept.expect("it is short enough");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
        let (mut read, mut again) = (String::new(), String::new());
        kept.reader().read_to_string(&mut read).expect("it reads");
        assert_eq!(read, text);
        let mut reader = kept.reader();
        reader.seek(SeekFrom::End(-3)).expect("a place in it");
        reader.read_to_string(&mut again).expect("it reads");
        assert_eq!(again, "end");
    }

    #[test]
    fn what_is_too_long_is_not_kept_and_what_has_a_name_is_swept() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(Scratch::filled(folder.path(), &b"12345"[..], 4).expect("it reads").is_none());
        fs::write(folder.path().join("list-0.scratch"), "left").expect("it is written");
        fs::write(folder.path().join("leadstead.redb"), "data").expect("it is written");
        sweep(folder.path());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
