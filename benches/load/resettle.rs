//! New rules in a house full of leads: how long until every lead follows them, and what those who come
//! in meanwhile notice of it.

use crate::captures::{self, People, Seen, Until};
use crate::house::House;
use anyhow::{Result, ensure};
use hyper::StatusCode;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Those who come in meanwhile.
const VISITORS: usize = 16;

/// How long the house may take, and how often it is asked.
const PATIENCE: Duration = Duration::from_secs(300);
const PAUSE: Duration = Duration::from_millis(50);

/// What is changed: other points, so that every lead is judged anew, and another tier.
const CHANGES: [(&str, &str); 2] =
    [("\nasked = 20\n", "\nasked = 26\n"), ("medium = 40", "medium = 30")];

/// Puts another model into force while people come in. Answers how long it took until no lead was
/// left to look at.
pub async fn watch(house: &House, people: &People) -> Result<(Duration, Seen)> {
    let over = Arc::new(AtomicBool::new(false));
    let crowd = captures::crowd_until(house, people, VISITORS, Until::Set(over.clone()));
    let settled = async {
        let settled = settle(house).await;
        over.store(true, Ordering::Relaxed);
        settled
    };
    let (seen, settled) = tokio::join!(crowd, settled);
    Ok((settled?, seen?))
}

async fn settle(house: &House) -> Result<Duration> {
    let mut text = house.tell(&["playbook", "show"], "")?;
    for (before, after) in CHANGES {
        ensure!(text.contains(before), "the rules do not say {before:?}");
        text = text.replacen(before, after, 1);
    }
    fs::write(house.path().join("changed.toml"), text)?;
    let mut watcher = house.program().await?;
    let began = Instant::now();
    house.tell(&["playbook", "apply", "changed.toml"], "")?;
    loop {
        let answer = watcher.get("/healthz").await?;
        answer.must(StatusCode::OK, "\"settling\"")?;
        if answer.text()?.contains("\"settling\":false") {
            return Ok(began.elapsed());
        }
        ensure!(began.elapsed() < PATIENCE, "some leads keep the old rules");
        tokio::time::sleep(PAUSE).await;
    }
}
