//! A file that is there as a whole or not at all, and for its owner's eyes only.

use super::broke_off;
use super::trouble::Trouble;
use crate::shell::counter;
use crate::shell::house::{DATA_FILE, INDEX};
use axum::body::Bytes;
use std::os::unix::fs::MetadataExt;
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
    /// Begins a file that somebody asked for by its name, which must be none the house itself uses.
    pub async fn beside_the_house(path: &Path, folder: &Path) -> Result<OutFile, Trouble> {
        if is_of_the_house(path, folder) {
            return Err(Trouble::Failed(format!(
                "{} belongs to the open house and is not written over. Choose another name.",
                path.display()
            )));
        }
        OutFile::create(path).await
    }

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

/// Whether a file is the data file of a house by whatever name, or stands where the house keeps its own.
fn is_of_the_house(path: &Path, folder: &Path) -> bool {
    let same_file = || {
        let (one, other) = (fs::metadata(path).ok()?, fs::metadata(folder.join(DATA_FILE)).ok()?);
        Some((one.dev(), one.ino()) == (other.dev(), other.ino()))
    };
    let within = || {
        let parent = path.parent().filter(|parent| *parent != Path::new(""));
        let place = parent.unwrap_or(Path::new(".")).canonicalize().ok()?.join(path.file_name()?);
        let first = place.strip_prefix(folder.canonicalize().ok()?).ok()?.iter().next()?.to_owned();
        Some([DATA_FILE, INDEX, counter::SOCKET].iter().any(|own| first == *own))
    };
    same_file().unwrap_or(false) || within().unwrap_or(false)
}

impl Drop for OutFile {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.draft);
        }
    }
}
