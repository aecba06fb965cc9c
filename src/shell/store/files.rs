//! The bytes of files, in pieces, so that no file is ever in memory as a whole.
//!
//! A file arrives piece by piece and lies with the uploads until an entry of the journal lays it with a
//! lead, in the same commit. What nobody lays anywhere goes after an hour. An entry that takes a file away
//! takes its bytes with it.

use super::tables::{FILES, PIECES, UPLOADS};
use super::{Reading, Result, Tables, damaged};
use crate::lead::{Entry, Event, LeadId};
use jiff::{SignedDuration, Timestamp};
use redb::ReadableTable;
use std::sync::Arc;
use uuid::Uuid;

/// Bytes of a piece; only the last one of a file is shorter.
pub const PIECE: usize = 256 * 1024;

/// How long an upload may lie without a lead; longer than one may take to arrive.
const UPLOADED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// A change to the bytes of a file that lies with no lead yet.
#[derive(Clone, Debug, PartialEq)]
pub enum FileChange {
    /// Keeps the nth piece.
    PutPiece { id: Uuid, nth: u32, bytes: Arc<[u8]>, now: Timestamp },
    /// Forgets it.
    Drop { id: Uuid },
}

/// How many pieces a file of a size has.
pub fn pieces_of(size: u64) -> u64 {
    size.div_ceil(PIECE as u64)
}

/// Carries out one change. Of a file that lies with a lead nothing is changed.
pub fn apply(tables: &mut Tables, change: &FileChange) -> Result<()> {
    match change {
        FileChange::PutPiece { id, nth, bytes, now } => {
            let id = id.as_u128();
            if tables.files.get(id)?.is_some() {
                return Ok(());
            }
            let before = tables.pieces.insert((id, *nth), &**bytes)?.map(|row| row.value().len());
            let size = tables.uploads.get(id)?.map_or(0, |row| row.value().1);
            let size = size + bytes.len() as u64 - before.unwrap_or_default() as u64;
            tables.uploads.insert(id, (now.as_millisecond(), size))?;
        }
        FileChange::Drop { id } => forget_upload(tables, id.as_u128())?,
    }
    Ok(())
}

/// Whether a file has arrived whole and lies with no lead yet.
pub fn is_ready(tables: &Tables, id: Uuid, size: u64) -> Result<bool> {
    Ok(tables.uploads.get(id.as_u128())?.is_some_and(|row| row.value().1 == size))
}

/// Lays bytes with a lead and takes them away, as an entry says that was just written.
pub(super) fn follow(tables: &mut Tables, LeadId(lead): LeadId, entry: &Entry) -> Result<()> {
    match &entry.event {
        Event::FileAttached { file } => {
            let id = file.id.as_u128();
            tables.uploads.remove(id)?;
            tables.files.insert(id, (lead, file.size))?;
        }
        Event::FileRemoved { id, .. } => {
            let id = id.as_u128();
            if tables.files.remove(id)?.is_some() {
                forget_pieces(tables, id)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Forgets an upload that nobody has laid with a lead.
pub(super) fn forget_upload(tables: &mut Tables, id: u128) -> Result<()> {
    if tables.uploads.remove(id)?.is_some() {
        forget_pieces(tables, id)?;
    }
    Ok(())
}

/// Forgets an upload that is still one and as old as it was found to be.
pub(super) fn expire(tables: &mut Tables, id: u128, now: Timestamp) -> Result<()> {
    let before = old_before(now);
    let is_old = tables.uploads.get(id)?.is_some_and(|row| row.value().0 < before);
    if is_old { forget_upload(tables, id) } else { Ok(()) }
}

fn forget_pieces(tables: &mut Tables, id: u128) -> Result<()> {
    tables.pieces.retain_in((id, 0)..=(id, u32::MAX), |_, _| false)?;
    Ok(())
}

fn old_before(now: Timestamp) -> i64 {
    now.saturating_sub(UPLOADED_FOR).unwrap_or(Timestamp::MIN).as_millisecond()
}

impl Reading {
    /// Bytes of all files, those that are still arriving included.
    pub fn file_bytes(&self) -> Result<u64> {
        let mut bytes = 0;
        if let Some(files) = self.table(FILES)? {
            for row in files.range::<u128>(..)? {
                bytes += row?.1.value().1;
            }
        }
        if let Some(uploads) = self.table(UPLOADS)? {
            for row in uploads.range::<u128>(..)? {
                bytes += row?.1.value().1;
            }
        }
        Ok(bytes)
    }

    /// The nth piece of a file; an error where it should be there and is not.
    pub fn file_piece(&self, id: Uuid, nth: u32) -> Result<Vec<u8>> {
        let lacking = || damaged("a piece of a file");
        let table = self.table(PIECES)?.ok_or_else(lacking)?;
        let piece = table.get((id.as_u128(), nth))?.ok_or_else(lacking)?;
        Ok(piece.value().to_vec())
    }

    /// Uploads that have lain for too long, at most `limit`.
    pub(super) fn old_uploads(&self, now: Timestamp, limit: usize) -> Result<Vec<u128>> {
        let Some(uploads) = self.table(UPLOADS)? else { return Ok(Vec::new()) };
        let before = old_before(now);
        let mut old = Vec::new();
        for row in uploads.range::<u128>(..)? {
            let (id, upload) = row?;
            if old.len() < limit && upload.value().0 < before {
                old.push(id.value());
            }
        }
        Ok(old)
    }

    /// How many pieces belong to uploads.
    pub(super) fn uploaded_pieces(&self) -> Result<u64> {
        let (Some(uploads), Some(pieces)) = (self.table(UPLOADS)?, self.table(PIECES)?) else {
            return Ok(0);
        };
        let mut count = 0;
        for row in uploads.range::<u128>(..)? {
            let id = row?.0.value();
            count += pieces.range((id, 0)..=(id, u32::MAX))?.count() as u64;
        }
        Ok(count)
    }
}
