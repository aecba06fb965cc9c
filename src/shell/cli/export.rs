//! `leadstead export`: what the house knows, written to a file or to the standard output.

use super::args::{ExportArgs, FormatArg, WhatArg};
use super::outfile::OutFile;
use super::progress;
use super::reach::{Missing, Reached};
use super::trouble::Trouble;
use super::{broke_off, print_piece, print_text, say};
use crate::shell::config::Config;
use axum::body::Body;
use axum::http::Method;
use indicatif::ProgressBar;
use std::pin::pin;
use tokio_stream::StreamExt;

/// Exports something.
pub async fn run(config: Config, args: ExportArgs) -> Result<(), Trouble> {
    let folder = config.data_dir.clone();
    let house = Reached::house(config, Missing::Fails).await?;
    let (what, format) = (args.what.key(), args.format.unwrap_or(args.what.usual_format()));
    let path = format!("/export/{what}?format={}", format.key());
    let answer = house.ask(Method::GET, &path, Body::empty()).await?;
    let mut pieces = pin!(progress::of_answer(answer, ProgressBar::hidden()));
    let Some(file) = args.out else {
        while let Some(piece) = pieces.next().await {
            print_piece(&piece.map_err(broke_off)?)?;
        }
        return print_text("");
    };
    let mut out = OutFile::beside_the_house(&file, &folder).await?;
    let written = out.fill(pieces).await?;
    out.finish().await?;
    say(&format!("{} is written, {written} bytes.", file.display()));
    Ok(())
}

impl WhatArg {
    fn key(self) -> &'static str {
        match self {
            WhatArg::Leads => "leads",
            WhatArg::Journal => "journal",
            WhatArg::Everything => "everything",
        }
    }

    fn usual_format(self) -> FormatArg {
        match self {
            WhatArg::Leads => FormatArg::Csv,
            WhatArg::Journal | WhatArg::Everything => FormatArg::Jsonl,
        }
    }
}

impl FormatArg {
    fn key(self) -> &'static str {
        match self {
            FormatArg::Csv => "csv",
            FormatArg::Jsonl => "jsonl",
        }
    }
}
