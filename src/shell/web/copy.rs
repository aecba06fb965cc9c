//! A copy of the house that is whole at one moment, streamed to whoever may have it.

use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use axum::body::Body;
use axum::http::Response;
use axum::http::header::CONTENT_LENGTH;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio_util::io::ReaderStream;

/// How the name of a backup in the making ends.
const DRAFT: &str = "draft";

/// Bytes sent at once.
const PIECE: usize = 256 * 1024;

/// A copy takes as much room as the house, so one is made at a time.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// The copy as an answer. Who asks while another one is made is asked to come again.
pub async fn send(house: Arc<House>) -> Result<Response<Body>, Error> {
    let turn: SemaphorePermit = ONE_AT_A_TIME.try_acquire().map_err(|_| Error::Busy)?;
    let copied = tokio::task::spawn_blocking(move || copy(&house)).await;
    let (file, size) = copied.map_err(Fault::of("making a backup"))??;
    drop(turn);
    let pieces = ReaderStream::with_capacity(tokio::fs::File::from_std(file), PIECE);
    let answer = Response::builder().header(CONTENT_LENGTH, size);
    Ok(answer.body(Body::from_stream(pieces)).map_err(Fault::of("sending a backup"))?)
}

/// Copies everything into a file that has no name any more, so that it is gone with its reader.
fn copy(house: &Arc<House>) -> Result<(File, u64), Fault> {
    let draft = Draft::beside(house)?;
    house.desk.store().backup(&draft.0)?;
    let file = File::open(&draft.0).map_err(Fault::of("reading the backup"))?;
    let size = file.metadata().map_err(Fault::of("reading the backup"))?.len();
    Ok((file, size))
}

/// Removes what was left of backups when the power went.
pub fn forget_drafts(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for path in files.flatten().map(|file| file.path()) {
        if path.extension().is_some_and(|end| end == DRAFT) {
            let _ = fs::remove_file(path);
        }
    }
}

/// A file in the making. Its name is gone with the value.
struct Draft(PathBuf);

impl Draft {
    fn beside(house: &House) -> Result<Draft, Fault> {
        let number = getrandom::u64().map_err(Fault::of("asking for randomness"))?;
        Ok(Draft(house.config.data_dir.join(format!("backup-{number:016x}.{DRAFT}"))))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
