//! A connection that may rest between two requests, but not while one dribbles in.
//!
//! A browser keeps a connection for the next click, and wants to find it open. Who has begun to say
//! what they want must come to an end, or they would hold their seat a byte at a time.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// Nothing is being said or answered.
const RESTS: u8 = 0;
/// What is wanted is being said, and not yet to the end.
const IS_HEARD: u8 = 1;
/// It was heard and is being answered.
const IS_ANSWERED: u8 = 2;

/// What is going on on one connection; shared by those who read it and those who answer.
#[derive(Debug)]
pub struct Pace(AtomicU8);

impl Pace {
    /// A connection that was just made, and made for something.
    pub fn new() -> Arc<Pace> {
        Arc::new(Pace(AtomicU8::new(IS_HEARD)))
    }

    /// It has been said what is wanted.
    pub fn was_heard(&self) {
        self.0.store(IS_ANSWERED, Ordering::Relaxed);
    }

    /// The answer is on its way.
    pub fn is_answered(&self) {
        let _ = self.0.compare_exchange(IS_ANSWERED, RESTS, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Something came in; answers whether that is the beginning of a request.
    fn hears(&self) -> bool {
        self.0.compare_exchange(RESTS, IS_HEARD, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }

    fn is_hearing(&self) -> bool {
        self.0.load(Ordering::Relaxed) == IS_HEARD
    }
}

/// A stream on which a request, once begun, must have been said within a time.
pub struct Paced<S> {
    stream: S,
    pace: Arc<Pace>,
    within: Duration,
    /// Looked at only while a request is being heard.
    until: Pin<Box<Sleep>>,
}

impl<S> Paced<S> {
    /// A stream that was just connected.
    pub fn new(stream: S, pace: Arc<Pace>, within: Duration) -> Paced<S> {
        Paced { stream, pace, within, until: Box::pin(tokio::time::sleep(within)) }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.pace.is_hearing() && this.until.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        let before = into.filled().len();
        ready!(Pin::new(&mut this.stream).poll_read(context, into))?;
        if into.filled().len() > before && this.pace.hears() {
            this.until.as_mut().reset(Instant::now() + this.within);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write_vectored(context, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    const SOON: Duration = Duration::from_millis(20);

    #[tokio::test]
    async fn who_begins_and_does_not_end_is_cut_off() {
        let (mut visitor, ours) = tokio::io::duplex(64);
        let pace = Pace::new();
        pace.was_heard();
        pace.is_answered();
        let mut ours = Paced::new(ours, pace.clone(), SOON);
        visitor.write_all(b"GET /").await.expect("room");
        let mut into = [0; 64];
        assert_eq!(ours.read(&mut into).await.expect("a beginning"), 5);
        let cut = ours.read(&mut into).await.expect_err("nothing follows");
        assert_eq!(cut.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn who_rests_or_is_being_answered_is_not_hurried() {
        let pace = Pace::new();
        assert!(pace.is_hearing());
        pace.was_heard();
        assert!(!pace.is_hearing() && !pace.hears(), "the body of a request is no other one");
        pace.is_answered();
        assert!(!pace.is_hearing());
        assert!(pace.hears() && pace.is_hearing());
    }
}
