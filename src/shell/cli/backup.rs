//! `leadstead backup`: a copy of the house that is whole at one moment, however busy it is.

use super::args::BackupArgs;
use super::outfile::OutFile;
use super::reach::{Missing, Reached};
use super::trouble::Trouble;
use super::{print, progress};
use crate::shell::config::Config;
use crate::shell::house::make_private;
use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_LENGTH;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What a backup begins with.
const MAGIC: &[u8; 4] = b"redb";

/// Makes a backup.
pub async fn run(config: Config, BackupArgs { file }: BackupArgs) -> Result<(), Trouble> {
    if file.is_dir() {
        return Err(Trouble::with_file(&file)(io::ErrorKind::IsADirectory.into()));
    }
    if file.exists() && !is_backup(&file) {
        return Err(Trouble::Failed(format!(
            "{} is there already and no backup. Choose another name.",
            file.display()
        )));
    }
    let (folder, backups) = (config.data_dir.clone(), config.backup_dir());
    let house = Reached::house(config, Missing::Fails).await?;
    if file.parent().is_some_and(|parent| parent == backups) {
        make_private(&backups)?;
    }
    let mut out = OutFile::beside_the_house(&file, &folder).await?;
    let answer = house.ask(Method::GET, "/backup", Body::empty()).await?;
    let promised = answer.headers().get(CONTENT_LENGTH).and_then(|size| size.to_str().ok());
    let promised = promised.and_then(|size| size.parse().ok());
    let bar = progress::bar(promised.unwrap_or_default());
    let written = out.fill(progress::of_answer(answer, bar.clone())).await?;
    bar.finish_and_clear();
    if promised.is_some_and(|promised: u64| promised != written) {
        return Err(Trouble::Failed("The backup broke off. Nothing was kept of it.".into()));
    }
    out.finish().await?;
    print(&format!("{} holds the house, {written} bytes.", file.display()))
}

/// Whether an earlier backup stands there, which a new one may replace.
fn is_backup(file: &Path) -> bool {
    let mut beginning = [0; MAGIC.len()];
    File::open(file).and_then(|mut file| file.read_exact(&mut beginning)).is_ok()
        && &beginning == MAGIC
}
