//! A file that arrives a piece at a time, through a browser or from a program. What breaks off leaves
//! nothing, and what is too large is heard out without being kept.

use crate::command::Command;
use crate::lead::{Actor, File, Lead, LeadId};
use crate::shell::desk::{Answer, OnceKey, Order};
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::store::files::{FileChange, PIECE};
use crate::shell::store::office::Change;
use crate::shell::web::api::unexpected;
use crate::shell::web::read;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, SemaphorePermit};
use uuid::Uuid;

/// Files that arrive at the same time.
const AT_ONCE: usize = 4;

/// How many times more than is taken is still heard out, so that the sender hears the no.
const HEARD_OUT: u64 = 10;

static SEATS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A seat for one file that arrives.
pub fn seat() -> Result<SemaphorePermit<'static>, Error> {
    SEATS.try_acquire().map_err(|_| Error::Busy)
}

/// How many bytes of a body are heard out where a file is expected.
pub fn heard_out(house: &House) -> usize {
    let most = house.config.limits.file_bytes().saturating_mul(HEARD_OUT);
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// The bytes of a file that lies with no lead yet. They are forgotten with it, however that ends, until
/// it is told that they stay.
struct Upload {
    house: Arc<House>,
    id: Uuid,
    is_done: bool,
}

impl Upload {
    fn begun(house: &Arc<House>) -> Upload {
        Upload { house: house.clone(), id: Uuid::now_v7(), is_done: false }
    }

    fn stays(mut self) {
        self.is_done = true;
    }

    async fn forget(mut self) -> Result<(), Error> {
        self.is_done = true;
        forget(&self.house, self.id).await
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if !self.is_done
            && let Ok(runtime) = Handle::try_current()
        {
            let (house, id) = (self.house.clone(), self.id);
            // Where the desk does not take it, the bytes go with what has expired.
            runtime.spawn(async move { forget(&house, id).await.ok() });
        }
    }
}

async fn forget(house: &House, id: Uuid) -> Result<(), Error> {
    let change = Change::File(FileChange::Drop { id });
    house.desk.ask(Order::Office(vec![change])).await.map(drop)
}

/// A file while it arrives.
pub struct Incoming {
    upload: Upload,
    hash: Sha256,
    piece: Vec<u8>,
    nth: u32,
    /// What has come so far, kept or not.
    length: u64,
    most: u64,
    room: u64,
}

/// Why a file is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    Empty,
    TooLarge,
    NoRoom,
}

/// A file that has arrived whole and lies with no lead yet.
pub struct Arrived {
    file: File,
    upload: Upload,
}

impl Incoming {
    /// A file of which at most so many bytes are kept, and no more than the house has room for.
    pub async fn begin(house: &Arc<House>, most: u64) -> Result<Incoming, Error> {
        let held = read(house, |reading| reading.file_bytes()).await?;
        let room = house.config.limits.files_bytes().saturating_sub(held);
        let upload = Upload::begun(house);
        let (hash, piece) = (Sha256::new(), Vec::new());
        Ok(Incoming { upload, hash, piece, nth: 0, length: 0, most, room })
    }

    /// Takes the next bytes.
    pub async fn take(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.length += bytes.len() as u64;
        if self.length > self.most.min(self.room) {
            return Ok(());
        }
        self.hash.update(bytes);
        self.piece.extend_from_slice(bytes);
        while self.piece.len() >= PIECE {
            self.keep(PIECE).await?;
        }
        Ok(())
    }

    /// Keeps what has been gathered as the next piece.
    async fn keep(&mut self, length: usize) -> Result<(), Error> {
        let rest = self.piece.split_off(length);
        let bytes: Arc<[u8]> = std::mem::replace(&mut self.piece, rest).into();
        let Upload { house, id, .. } = &self.upload;
        let (id, nth, now) = (*id, self.nth, house.desk.now());
        self.nth += 1;
        let change = Change::File(FileChange::PutPiece { id, nth, bytes, now });
        house.desk.ask(Order::Office(vec![change])).await.map(drop)
    }

    /// The file as it came, or why it is not kept.
    pub async fn end(mut self, name: &str, media: &str) -> Result<Result<Arrived, Unkept>, Error> {
        let unkept = match self.length {
            0 => Some(Unkept::Empty),
            length if length > self.most => Some(Unkept::TooLarge),
            length if length > self.room => Some(Unkept::NoRoom),
            _ => None,
        };
        if let Some(unkept) = unkept {
            self.upload.forget().await?;
            return Ok(Err(unkept));
        }
        if !self.piece.is_empty() {
            let left = self.piece.len();
            self.keep(left).await?;
        }
        let hash: String = self.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let file = File::named(self.upload.id, name, media, self.length, hash);
        Ok(Ok(Arrived { file, upload: self.upload }))
    }
}

impl Arrived {
    /// What is known of the file.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Lays the file with a lead. Where it is not taken, its bytes are forgotten at once.
    pub async fn lay(self, id: LeadId, by: Actor, once: Option<OnceKey>) -> Result<Lead, Error> {
        let Arrived { file, upload } = self;
        let (house, laid) = (upload.house.clone(), file.id);
        let order = Order::Lead { id, command: Command::Attach { file }, by, once };
        let answer = house.desk.ask(order).await;
        let lies = |lead: &Lead| lead.files.iter().any(|known| known.file.id == laid);
        // What was sent twice has laid its first copy; what was refused, none.
        match answer.as_ref().is_ok_and(|answer| answer.lead().is_some_and(lies)) {
            true => upload.stays(),
            false => upload.forget().await?,
        }
        match answer? {
            Answer::Lead(lead) => Ok(Arc::unwrap_or_clone(lead)),
            Answer::Captured { .. } | Answer::Playbook(_) | Answer::Office => Err(unexpected()),
        }
    }
}
