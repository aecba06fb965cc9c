//! What can go wrong in the world, and what may be asked for and not be had.

mod panics;

pub use panics::{BrokeDown, caught};

use crate::command::Refusal;
use std::io;
use std::sync::Arc;

/// The world failed: what we were doing, and what it said.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{doing}: {cause}")]
pub struct Fault {
    pub doing: &'static str,
    pub cause: Arc<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    /// Names what we were doing, for `map_err`.
    pub fn of<E>(doing: &'static str) -> impl Fn(E) -> Fault
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        move |cause| Fault { doing, cause: Arc::from(cause.into()) }
    }

    /// A fault in our own words.
    pub fn said(doing: &'static str, sentence: impl Into<String>) -> Fault {
        let cause: Box<dyn std::error::Error + Send + Sync> = sentence.into().into();
        Fault { doing, cause: Arc::from(cause) }
    }

    /// Whether the data file itself does not read, and not only the disk under it.
    pub fn is_damage(&self) -> bool {
        match self.cause.downcast_ref::<redb::Error>() {
            Some(
                redb::Error::Corrupted(_)
                | redb::Error::RepairAborted
                | redb::Error::TableTypeMismatch { .. }
                | redb::Error::TypeDefinitionChanged { .. },
            ) => true,
            Some(redb::Error::Io(error)) => {
                matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof)
            }
            Some(_) => false,
            None => self.cause.is::<BrokeDown>() || self.cause.is::<Damaged>(),
        }
    }

    /// Whether the disk under the data file failed and not what is in it: it is full, say, or cannot
    /// flush. That may be over in a moment, and then the same may be asked again.
    pub fn is_of_the_disk(&self) -> bool {
        match self.cause.downcast_ref::<redb::Error>() {
            Some(redb::Error::Io(_)) => !self.is_damage(),
            // What is said until the file has been opened anew.
            Some(
                redb::Error::PreviousIo
                | redb::Error::DatabaseClosed
                | redb::Error::DatabaseAlreadyOpen,
            ) => true,
            Some(_) | None => false,
        }
    }

    /// Whether there is no room left for what was to be written.
    pub fn is_of_a_full_disk(&self) -> bool {
        match self.cause.downcast_ref::<redb::Error>() {
            Some(redb::Error::Io(error)) => {
                matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
            }
            _ => false,
        }
    }
}

/// A data file that does not open because of what is in it.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "{file} is damaged. Put a backup in its place with `leadstead restore FILE --replace`; where \
     only its tables are hit, `leadstead rebuild` grows them back from the journal"
)]
pub struct Damaged {
    pub file: String,
}

impl From<redb::Error> for Fault {
    fn from(error: redb::Error) -> Fault {
        Fault::of("using the data file")(error)
    }
}

/// Why something asked for was not done.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The request itself makes no sense, at the part of it that is named.
    #[error("{sentence}")]
    NotUnderstood { field: String, sentence: String },
    #[error("There is nothing here.")]
    NotFound,
    #[error("This is not yours to do.")]
    NotAllowed,
    /// The token that asked lacks the scope for it.
    #[error("This token may not do that: it lacks the scope “{0}”.")]
    ScopeLacks(&'static str),
    /// It was sent by a page of another site, in the name of who reads that.
    #[error("This was sent by a page of another site.")]
    FromElsewhere,
    /// Who asks is not known, or no longer.
    #[error("Sign in first.")]
    SignInFirst,
    #[error("That was too often. Try again in {wait_seconds} seconds.")]
    TooFast { wait_seconds: u32 },
    /// The same idempotency key came with another request.
    #[error("This Idempotency-Key was used for another request.")]
    KeyReused,
    /// The playbook cannot come into force as it is.
    #[error("The playbook is not in force: {}", sentences(.0))]
    Playbook(Vec<crate::playbook::Fault>),
    /// The queue is full; nothing was taken.
    #[error("Too much at once. Try again in a few seconds.")]
    Busy,
    /// The search index lacks too much to answer by it.
    #[error("The list of leads is still being put together. Try again in a few seconds.")]
    GrowingBack,
    /// The house is closing; nothing was taken.
    #[error("The house is closing. Try again in a minute.")]
    Closing,
    #[error(transparent)]
    Faulted(#[from] Fault),
}

impl Error {
    /// Names the part of a request that makes no sense, and says why.
    pub fn not_understood(field: &str, sentence: impl Into<String>) -> Error {
        Error::NotUnderstood { field: field.to_owned(), sentence: sentence.into() }
    }
}

impl From<redb::Error> for Error {
    fn from(error: redb::Error) -> Error {
        Error::Faulted(error.into())
    }
}

fn sentences(faults: &[crate::playbook::Fault]) -> String {
    let sentences: Vec<&str> = faults.iter().map(|fault| fault.sentence.as_str()).collect();
    sentences.join(" ")
}
