//! Long files on their way, a piece at a time, with a bar for whoever watches.

use super::trouble::Trouble;
use axum::body::{Body, Bytes};
use axum::http::Response;
use indicatif::{ProgressBar, ProgressStyle};
use std::io;
use std::pin::Pin;
use tokio::fs::File;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, Lines};
use tokio_stream::{Stream, StreamExt};
use tokio_util::io::{ReaderStream, StreamReader};

/// Bytes of a piece.
const PIECE: usize = 64 * 1024;

/// A bar on the terminal; where there is none, nothing.
pub fn bar(bytes: u64) -> ProgressBar {
    let bar = ProgressBar::new(bytes);
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {msg}");
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A file, piece by piece; the bar moves with it.
pub fn of_file(file: File, bar: ProgressBar) -> impl Stream<Item = io::Result<Bytes>> {
    seen(ReaderStream::with_capacity(file, PIECE), bar)
}

/// An answer, piece by piece; the bar moves with it.
pub fn of_answer(
    answer: Response<Body>,
    bar: ProgressBar,
) -> impl Stream<Item = io::Result<Bytes>> {
    seen(answer.into_body().into_data_stream().map(|piece| piece.map_err(io::Error::other)), bar)
}

fn seen<S: Stream<Item = io::Result<Bytes>>>(
    pieces: S,
    bar: ProgressBar,
) -> impl Stream<Item = io::Result<Bytes>> + use<S> {
    pieces.map(move |piece| piece.inspect(|piece| bar.inc(piece.len() as u64)))
}

/// What an answer tells, line by line.
pub struct ToldLines(Lines<Pin<Box<dyn AsyncBufRead + Send>>>);

/// The lines of an answer as they come in.
pub fn told(answer: Response<Body>) -> ToldLines {
    let bytes: Pin<Box<dyn AsyncBufRead + Send>> =
        Box::pin(StreamReader::new(of_answer(answer, ProgressBar::hidden())));
    ToldLines(bytes.lines())
}

impl ToldLines {
    /// The next line; `None` after the last.
    pub async fn next(&mut self) -> Result<Option<String>, Trouble> {
        let line = self.0.next_line().await;
        line.map_err(|error| Trouble::Failed(format!("The house broke off: {error}.")))
    }
}
