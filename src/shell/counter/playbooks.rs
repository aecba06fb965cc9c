//! The playbook as one text: shown, checked, and put into force.

use super::no::No;
use super::{Counter, by};
use crate::decide;
use crate::playbook::{Fault, checked, hints_in, with_version};
use crate::shell::desk::{Answer, Order};
use crate::shell::error::{self, Error};
use crate::shell::scheduler;
use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};

/// The playbook in force, headed by its version.
#[derive(Debug, Serialize, Deserialize)]
pub struct InForceText {
    pub version: u32,
    pub text: String,
}

/// What is wrong with a text, and the version it came into force as.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Checked {
    pub faults: Vec<Misprint>,
    /// What is worth a second look, and keeps nothing from coming into force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Misprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// Whether it was in force as this version already.
    #[serde(default)]
    pub unchanged: bool,
}

impl Checked {
    /// What is wrong with a text, or worth a second look; of no house in particular.
    pub fn of(text: &str) -> Checked {
        let faults = checked(text, &decide::known()).err().unwrap_or_default();
        let hints = misprints(hints_in(text));
        Checked { faults: misprints(faults), hints, ..Checked::default() }
    }
}

/// One thing that is wrong with a playbook.
#[derive(Debug, Serialize, Deserialize)]
pub struct Misprint {
    /// Line in the text, counted from 1, where known.
    pub line: Option<usize>,
    pub sentence: String,
}

/// Whether a text is to come into force whatever is lost by it.
#[derive(Deserialize)]
pub(super) struct Forced {
    #[serde(default)]
    anyway: bool,
}

/// `GET /playbook`
pub(super) async fn show(State(counter): State<Counter>) -> Result<Json<InForceText>, No> {
    let kept = counter.house.desk.store().read()?.playbook()?;
    let text = || counter.house.playbook().playbook.to_text();
    let (version, text) = kept.unwrap_or_else(|| (0, text()));
    Ok(Json(InForceText { version, text: with_version(version, &text) }))
}

/// `POST /playbook`
pub(super) async fn apply(
    State(counter): State<Counter>,
    Query(Forced { anyway }): Query<Forced>,
    text: String,
) -> Result<Json<Checked>, No> {
    let before = counter.house.playbook().version;
    match counter.house.desk.ask(Order::ApplyPlaybook { text, by: by(), anyway }).await {
        Ok(Answer::Playbook(version)) if version == before => {
            Ok(Json(Checked { version: Some(version), unchanged: true, ..Checked::default() }))
        }
        Ok(Answer::Playbook(version)) => {
            settle(counter).await?;
            Ok(Json(Checked { version: Some(version), ..Checked::default() }))
        }
        Ok(_) => Ok(Json(Checked::default())),
        Err(Error::Playbook(faults)) => {
            Ok(Json(Checked { faults: misprints(faults), ..Checked::default() }))
        }
        Err(error) => Err(error.into()),
    }
}

/// Looks at every lead again by the new rules. A server does so by itself.
pub(super) async fn settle(counter: Counter) -> Result<(), No> {
    if counter.alone {
        let swept = tokio::task::spawn_blocking(move || scheduler::sweep(&counter.house.desk));
        swept.await.map_err(error::Fault::of("looking at every lead again"))??;
    }
    Ok(())
}

fn misprints(faults: Vec<Fault>) -> Vec<Misprint> {
    faults.into_iter().map(|Fault { line, sentence, .. }| Misprint { line, sentence }).collect()
}
