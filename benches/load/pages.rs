//! Pages that people look at, and lists that programs read, in a house full of leads.

use crate::client::Client;
use crate::timings::Timings;
use anyhow::{Context, Result};
use hyper::StatusCode;
use serde_json::Value;
use std::time::Duration;

/// Times a page is looked at, and before that to warm up.
const LOOKS: usize = 300;
const WARM_UP: usize = 20;

/// What one kind of page costs.
pub struct Cost {
    pub took: Timings,
    /// Bytes of the longest, not compressed.
    pub longest: usize,
}

/// Looks at pages in turn; every one of them must hold these words.
pub async fn look(house: &mut Client, paths: &[String], words: &str) -> Result<Cost> {
    let mut took: Vec<Duration> = Vec::with_capacity(LOOKS);
    let mut longest = 0;
    for (nth, path) in paths.iter().cycle().take(WARM_UP + LOOKS).enumerate() {
        let answer = house.get(path).await?;
        answer.must(StatusCode::OK, words).with_context(|| format!("GET {path}"))?;
        longest = longest.max(answer.body.len());
        if nth >= WARM_UP {
            took.push(answer.took);
        }
    }
    Ok(Cost { took: took.into(), longest })
}

/// The pages of leads, new ones and old ones.
pub async fn of_leads(program: &mut Client) -> Result<Vec<String>> {
    let newest = list(program, "/api/v1/leads?limit=50").await?;
    let scored = list(program, "/api/v1/leads?limit=50&sort=score&source=import").await?;
    let leads = items(&newest).chain(items(&scored));
    Ok(leads.map(|lead| format!("/leads/{}", lead["id"])).collect())
}

/// The list as people narrow and sort it.
pub fn of_filters() -> Vec<String> {
    let asked = [
        "owner=me&fate=open",
        "tier=urgent&tier=high&fate=open&sort=score",
        "touch=14&fate=open&sort=last_touch&turned=yes",
        "source=import&source=website&score=40&new=365&fate=any",
        "fate=open&flag=no_next_step&sort=newest",
        "fate=any&sort=value",
    ];
    asked.map(|asked| format!("/leads?{asked}")).into()
}

/// Lists as programs ask for them: narrowed, sorted, and turned to a later page.
pub async fn of_lists(program: &mut Client) -> Result<Vec<String>> {
    let newest = list(program, "/api/v1/leads").await?;
    let owner = items(&newest).find_map(|lead| lead["owner"].as_str()).unwrap_or("none");
    let cursor = newest["next_cursor"].as_str().context("there is one page only")?;
    let asked = [
        String::new(),
        format!("cursor={cursor}"),
        format!("owner={owner}&fate=open&sort=next_step"),
        "tier=high".to_owned(),
        "source=import&sort=score".to_owned(),
        "stage=new&tier=low&limit=200".to_owned(),
        "fate=open&flag=waiting".to_owned(),
    ];
    Ok(asked.map(|asked| format!("/api/v1/leads?{asked}")).into())
}

async fn list(program: &mut Client, path: &str) -> Result<Value> {
    let answer = program.get(path).await?;
    answer.must(StatusCode::OK, "\"items\"")?;
    Ok(serde_json::from_slice(&answer.body)?)
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list["items"].as_array().into_iter().flatten()
}
