//! A file that is there as a whole or not at all, and for its owner's eyes only.

use super::broke_off;
use super::trouble::Trouble;
use axum::body::Bytes;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::{fs, io};
use tokio::fs::{File, OpenOptions};
use tokio::io::AsyncWriteExt;
use tokio_stream::{Stream, StreamExt};

/// A file in the making, under another name until it is whole.
pub struct OutFile {
    file: File,
    draft: PathBuf,
    path: PathBuf,
    finished: bool,
}

impl OutFile {
    /// Begins a file.
    pub async fn create(path: &Path) -> Result<OutFile, Trouble> {
        let Some(name) = path.file_name() else {
            return Err(Trouble::Usage(format!("{} is no name for a file.", path.display())));
        };
        let mut draft_name = name.to_owned();
        draft_name.push(format!(".{}.draft", std::process::id()));
        let draft = path.with_file_name(draft_name);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft).await;
        let file = file.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                Trouble::Failed(format!("There is no folder for {}.", path.display()))
            }
            _ => Trouble::with_file(path)(error),
        })?;
        Ok(OutFile { file, draft, path: path.to_owned(), finished: false })
    }

    /// Writes everything that comes in. Answers the number of bytes.
    pub async fn fill(
        &mut self,
        pieces: impl Stream<Item = io::Result<Bytes>>,
    ) -> Result<u64, Trouble> {
        let mut pieces = pin!(pieces);
        let mut written = 0;
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(broke_off)?;
            self.file.write_all(&piece).await.map_err(Trouble::with_file(&self.path))?;
            written += piece.len() as u64;
        }
        Ok(written)
    }

    /// Gives the file its name once it lies safely on the disk.
    pub async fn finish(mut self) -> Result<(), Trouble> {
        let lies_safely = async {
            self.file.flush().await?;
            self.file.sync_all().await?;
            fs::rename(&self.draft, &self.path)
        };
        lies_safely.await.map_err(Trouble::with_file(&self.path))?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for OutFile {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.draft);
        }
    }
}
