//! Leads that come in over HTTP: each is decided, made durable and answered before the next.

use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::Person;
use crate::timings::Timings;
use anyhow::{Context, Result};
use hyper::StatusCode;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Hands out people nobody has met yet.
#[derive(Clone, Default)]
pub struct People(Arc<AtomicU64>);

impl People {
    pub fn next(&self) -> Person {
        Person::nth(self.0.fetch_add(1, Ordering::Relaxed))
    }

    /// How many were handed out.
    pub fn met(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What a crowd saw of the house.
pub struct Seen {
    pub a_second: f64,
    pub waits: Timings,
}

/// Until when people keep coming.
#[derive(Clone)]
pub enum Until {
    At(Instant),
    /// Until this is set.
    Set(Arc<AtomicBool>),
}

impl Until {
    fn is_over(&self) -> bool {
        match self {
            Until::At(end) => Instant::now() >= *end,
            Until::Set(over) => over.load(Ordering::Relaxed),
        }
    }
}

/// Lets so many come in at once, one after the other, for a while.
pub async fn crowd(
    house: &House,
    people: &People,
    at_once: usize,
    lasting: Duration,
) -> Result<Seen> {
    crowd_until(house, people, at_once, Until::At(Instant::now() + lasting)).await
}

/// The same, until it is over.
pub async fn crowd_until(
    house: &House,
    people: &People,
    at_once: usize,
    until: Until,
) -> Result<Seen> {
    let mut clients = Vec::with_capacity(at_once);
    for _ in 0..at_once {
        clients.push(house.program().await?);
    }
    let began = Instant::now();
    let mut crowd = JoinSet::new();
    for client in clients {
        crowd.spawn(keep_coming(client, people.clone(), until.clone()));
    }
    let mut waits = Vec::new();
    while let Some(visitor) = crowd.join_next().await {
        waits.extend(visitor??);
    }
    let a_second = waits.len() as f64 / began.elapsed().as_secs_f64();
    Ok(Seen { a_second, waits: waits.into() })
}

async fn keep_coming(mut house: Client, people: People, until: Until) -> Result<Vec<Duration>> {
    let mut waits = Vec::new();
    while !until.is_over() {
        waits.push(one(&mut house, &people.next()).await?);
    }
    Ok(waits)
}

/// One lead, and how long it took until it was kept.
pub async fn one(house: &mut Client, person: &Person) -> Result<Duration> {
    Ok(arrive(house, person).await?.took)
}

/// One lead, and its number.
pub async fn lead(house: &mut Client, person: &Person) -> Result<u64> {
    let answer: Value = serde_json::from_slice(&arrive(house, person).await?.body)?;
    answer["lead"]["id"].as_u64().context("a new lead has no number")
}

async fn arrive(house: &mut Client, person: &Person) -> Result<Answer> {
    let answer = house.post("/api/v1/leads", "application/json", person.json()).await?;
    answer.must(StatusCode::CREATED, "\"outcome\":\"created\"")?;
    Ok(answer)
}
