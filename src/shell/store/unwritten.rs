//! A data file that is read and never written: what would be written stays in memory.
//!
//! redb brings a file into order before it reads one that was left in the middle of a write. Where
//! there is no room to do that on the disk, it is done here, so that a house whose disk is full can
//! be read.

use redb::{DatabaseError, StorageBackend};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Bytes of one block, and how many blocks may differ from the disk: far more than order takes.
const BLOCK: u64 = 4096;
const BLOCKS_MAX: usize = 16 * 1024;

/// A file behind which nothing changes.
#[derive(Debug)]
pub struct Unwritten<B> {
    under: B,
    above: Mutex<Above>,
}

#[derive(Debug)]
struct Above {
    len: u64,
    /// Blocks that differ from those of the disk, by their number.
    blocks: BTreeMap<u64, Vec<u8>>,
}

impl Unwritten<redb::backends::FileBackend> {
    /// The file at a path.
    pub fn file(path: &Path) -> Result<Self, DatabaseError> {
        let file = File::open(path).map_err(redb::StorageError::from)?;
        Ok(Unwritten::over(redb::backends::FileBackend::new(file)?)?)
    }
}

impl<B: StorageBackend> Unwritten<B> {
    /// What is kept elsewhere.
    pub fn over(under: B) -> Result<Self, redb::StorageError> {
        let above = Mutex::new(Above { len: under.len()?, blocks: BTreeMap::new() });
        Ok(Unwritten { under, above })
    }

    fn above(&self) -> MutexGuard<'_, Above> {
        self.above.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the disk holds there; nothing behind its end.
    fn below(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        out.fill(0);
        let there = self.under.len()?.saturating_sub(offset).min(out.len() as u64);
        match there {
            0 => Ok(()),
            there => self.under.read(offset, &mut out[..there as usize]),
        }
    }
}

/// The part of a block that lies between two places, and where it begins behind the first.
fn part(block: u64, from: u64, to: u64) -> (std::ops::Range<usize>, usize) {
    let begins = block * BLOCK;
    let (first, last) = (from.max(begins), to.min(begins + BLOCK));
    ((first - begins) as usize..(last - begins) as usize, (first - from) as usize)
}

impl<B: StorageBackend> StorageBackend for Unwritten<B> {
    fn len(&self) -> io::Result<u64> {
        Ok(self.above().len)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let (above, end) = (self.above(), offset + out.len() as u64);
        if end > above.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.below(offset, out)?;
        for (block, bytes) in above.blocks.range(offset / BLOCK..end.div_ceil(BLOCK)) {
            let (part, at) = part(*block, offset, end);
            out[at..at + part.len()].copy_from_slice(&bytes[part]);
        }
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.above().len = len;
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let (mut above, end) = (self.above(), offset + data.len() as u64);
        for block in offset / BLOCK..end.div_ceil(BLOCK) {
            if !above.blocks.contains_key(&block) {
                if above.blocks.len() >= BLOCKS_MAX {
                    return Err(io::ErrorKind::StorageFull.into());
                }
                let mut bytes = vec![0; BLOCK as usize];
                self.below(block * BLOCK, &mut bytes)?;
                above.blocks.insert(block, bytes);
            }
            let (part, at) = part(block, offset, end);
            if let Some(bytes) = above.blocks.get_mut(&block) {
                let len = part.len();
                bytes[part].copy_from_slice(&data[at..at + len]);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redb::backends::InMemoryBackend;

    #[test]
    fn what_is_written_is_read_again_and_stands_nowhere_else() -> io::Result<()> {
        let under = InMemoryBackend::new();
        under.set_len(3 * BLOCK)?;
        under.write(0, &vec![7; 3 * BLOCK as usize])?;
        let over = Unwritten::over(under).map_err(io::Error::other)?;
        over.set_len(5 * BLOCK)?;
        over.write(BLOCK - 2, &[1, 2, 3, 4])?;
        over.write(3 * BLOCK + 5, &[9])?;
        let mut read = vec![0; 6];
        over.read(BLOCK - 3, &mut read)?;
        assert_eq!(read, [7, 1, 2, 3, 4, 7]);
        over.read(3 * BLOCK + 3, &mut read)?;
        assert_eq!(read, [0, 0, 9, 0, 0, 0]);
        assert!(over.read(5 * BLOCK - 3, &mut read).is_err(), "it ends there");
        over.under.read(BLOCK - 3, &mut read)?;
        assert_eq!((read, over.under.len()?), (vec![7; 6], 3 * BLOCK));
        Ok(())
    }
}
