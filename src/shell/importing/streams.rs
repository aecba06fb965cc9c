//! Files on their way, a piece at a time: whatever their length, little of them is in memory.

use axum::body::{Body, Bytes};
use std::io::{self, Read, Write};
use std::pin::Pin;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::io::StreamReader;

/// Bytes of a piece.
const PIECE: usize = 64 * 1024;

/// Pieces that may wait for whoever reads them.
const PIECES_WAITING: usize = 4;

/// What is being sent to us, for a thread that may wait.
pub struct Incoming {
    bytes: Pin<Box<dyn AsyncRead + Send>>,
    runtime: Handle,
}

impl Incoming {
    /// The body of a request. Called on the runtime, read away from it.
    pub fn of(body: Body) -> Incoming {
        let pieces = body.into_data_stream().map(|piece| piece.map_err(io::Error::other));
        Incoming { bytes: Box::pin(StreamReader::new(pieces)), runtime: Handle::current() }
    }
}

impl Read for Incoming {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.runtime.block_on(self.bytes.read(buffer))
    }
}

/// What we send, written by a thread that may wait.
pub struct Outgoing {
    pieces: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

/// A body that is written while it is read. If the writing fails, so does the reading.
pub fn written(write: impl FnOnce(&mut Outgoing) -> io::Result<()> + Send + 'static) -> Body {
    let (pieces, waiting) = mpsc::channel(PIECES_WAITING);
    tokio::task::spawn_blocking(move || {
        let mut out = Outgoing { pieces, piece: Vec::with_capacity(PIECE) };
        let done = write(&mut out).and_then(|()| out.flush());
        if let Err(error) = done {
            let _ = out.pieces.blocking_send(Err(error));
        }
    });
    Body::from_stream(ReceiverStream::new(waiting))
}

impl Write for Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    /// Sends what is held back. Fails once nobody reads any more.
    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE)));
        let sent = self.pieces.blocking_send(Ok(piece));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}
