//! Many open screens, and how soon each hears of a lead that comes in.

use crate::captures::{self, People};
use crate::client::Client;
use crate::house::House;
use crate::timings::Timings;
use anyhow::{Context, Result, ensure};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Leads that come in while the screens are open.
const LEADS: usize = 20;

/// How long a screen is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What so many open screens cost, and how long they take to hear of a lead.
pub struct Cost {
    /// Memory in MB, beyond what the house needed before.
    pub memory: f64,
    pub waits: Timings,
}

/// A screen that has heard of a lead, and when.
struct Heard {
    screen: usize,
    lead: u64,
    at: Instant,
}

/// Opens so many screens and lets leads in, one after the other.
pub async fn watch(house: &House, people: &People, screens: usize) -> Result<Cost> {
    let before = house.memory()?;
    let (told, mut hearing) = unbounded_channel();
    let pass = house.sign_in().await?;
    let (mut clients, mut open) = (Vec::with_capacity(screens), JoinSet::new());
    for screen in 0..screens {
        let mut client = Client::connect(house.port()?, Some(pass.clone())).await?;
        let stream = client.listen("/live").await?;
        clients.push(client);
        open.spawn(follow(screen, stream, told.clone()));
    }
    let mut program = house.program().await?;
    let mut waits = Vec::with_capacity(LEADS * screens);
    for _ in 0..LEADS {
        let began = Instant::now();
        let lead = captures::lead(&mut program, &people.next()).await?;
        waits.extend(all_hear(&mut hearing, screens, lead, began).await?);
    }
    let memory = house.memory()? - before;
    open.abort_all();
    Ok(Cost { memory, waits: waits.into() })
}

/// How long it took until every screen had heard of a lead.
async fn all_hear(
    hearing: &mut UnboundedReceiver<Heard>,
    screens: usize,
    lead: u64,
    began: Instant,
) -> Result<Vec<Duration>> {
    let mut waits = Vec::with_capacity(screens);
    let mut deaf: BTreeSet<usize> = (0..screens).collect();
    while !deaf.is_empty() {
        let heard = timeout(PATIENCE, hearing.recv()).await;
        let heard = heard.with_context(|| format!("{} screens hear nothing", deaf.len()))?;
        let heard = heard.context("every screen is closed")?;
        if heard.lead == lead && deaf.remove(&heard.screen) {
            waits.push(heard.at.duration_since(began));
        }
    }
    Ok(waits)
}

/// Reads the news of one screen until it is closed.
async fn follow(screen: usize, mut stream: Incoming, told: UnboundedSender<Heard>) -> Result<()> {
    let mut unread = String::new();
    while let Some(frame) = stream.frame().await {
        let Ok(bytes) = frame?.into_data() else { continue };
        unread.push_str(std::str::from_utf8(&bytes)?);
        while let Some((line, rest)) = unread.split_once('\n') {
            if let Some(news) = line.strip_prefix("data: ") {
                let at = Instant::now();
                let news: Value = serde_json::from_str(news)?;
                let news = news.as_array().context("the news are no list")?;
                for lead in news.iter().filter_map(|one| one["lead"].as_u64()) {
                    told.send(Heard { screen, lead, at })?;
                }
            }
            unread = rest.to_owned();
        }
        ensure!(unread.len() < 1_000_000, "a line without an end");
    }
    Ok(())
}
