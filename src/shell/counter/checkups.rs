//! Whether the tables are what the journal says, and how they become so again.

use super::Counter;
use super::no::No;
use crate::shell::error::Fault;
use crate::shell::store::Verdict;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long the index may take to read the journal while the house is open for this alone.
const INDEX_WITHIN: Duration = Duration::from_secs(3600);

/// What was found.
#[derive(Debug, Serialize, Deserialize)]
pub struct Checkup {
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Whether the checksums of the file were asked, which takes having it to oneself.
    pub checksums: bool,
}

/// What grew back.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rebuilt {
    pub leads: u64,
}

/// `POST /verify`
pub(super) async fn verify(State(counter): State<Counter>) -> Result<Json<Checkup>, No> {
    let checked = tokio::task::spawn_blocking(move || look(&counter)).await;
    Ok(Json(checked.map_err(Fault::of("verifying"))??))
}

fn look(counter: &Counter) -> Result<Checkup, Fault> {
    let store = counter.house.desk.store();
    let mut verdict = store.verify(&counter.house.playbook().playbook)?;
    if counter.alone && !store.checksums_hold()? {
        verdict.differences += 1;
        verdict.told.push("The checksums of the data file did not hold. It was repaired.".into());
    }
    Ok(Checkup { verdict, checksums: counter.alone })
}

/// `POST /rebuild`
pub(super) async fn rebuild(State(counter): State<Counter>) -> Result<Json<Rebuilt>, No> {
    let leads = counter.house.rebuild().await?;
    if counter.alone {
        let last = counter.house.desk.store().read()?.last_seq()?;
        let house = counter.house.clone();
        let read = tokio::task::spawn_blocking(move || house.search.wait_for(last, INDEX_WITHIN));
        read.await.map_err(Fault::of("reading the journal for the search"))?;
    }
    Ok(Json(Rebuilt { leads }))
}
