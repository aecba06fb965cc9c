//! Searching as one types, and how soon somebody new is found.

use crate::captures::{self, People};
use crate::client::Client;
use crate::people::Person;
use crate::timings::Timings;
use anyhow::{Result, ensure};
use hyper::StatusCode;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Names that are typed.
const NAMES: u64 = 300;

/// People who come in and are looked for.
const NEW: usize = 20;

/// How long somebody new is looked for, and how often.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(5);

/// Types the first letters of names of people the house knows.
pub async fn type_letters(house: &mut Client, people: &People, letters: usize) -> Result<Timings> {
    let mut took = Vec::new();
    for nth in 0..NAMES {
        let person = Person::nth(nth * (people.met() / NAMES));
        let typed: String = person.name.chars().take(letters).collect();
        let answer = house.get(&format!("/api/v1/leads?limit=20&q={typed}")).await?;
        answer.must(StatusCode::OK, "\"items\":[{")?;
        took.push(answer.took);
    }
    Ok(took.into())
}

/// From the answer that somebody is kept until they are found, at the slowest.
pub async fn until_found(house: &mut Client, people: &People) -> Result<Duration> {
    let mut slowest = Duration::ZERO;
    for _ in 0..NEW {
        let person = people.next();
        captures::one(house, &person).await?;
        slowest = slowest.max(found(house, &person).await?);
    }
    Ok(slowest)
}

async fn found(house: &mut Client, person: &Person) -> Result<Duration> {
    let path = format!("/api/v1/leads?q={}", person.email.replace('@', "%40"));
    let began = Instant::now();
    loop {
        let answer = house.get(&path).await?;
        answer.must(StatusCode::OK, "\"items\"")?;
        let list: Value = serde_json::from_slice(&answer.body)?;
        if list["items"][0]["email"] == person.email.as_str() {
            return Ok(began.elapsed());
        }
        ensure!(began.elapsed() < PATIENCE, "somebody new is not found: {}", answer.text()?);
        tokio::time::sleep(PAUSE).await;
    }
}
