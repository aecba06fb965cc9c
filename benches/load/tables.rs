//! Leads that come in as a table.

use crate::captures::People;
use crate::house::House;
use crate::people::Person;
use anyhow::{Result, ensure};
use serde_json::Value;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

/// Imports a table of so many people nobody has met, and says how long that took.
pub fn import(house: &House, people: &People, rows: u64) -> Result<Duration> {
    let mut table = BufWriter::new(File::create(house.path().join("table.csv"))?);
    writeln!(table, "Name,Email,Phone,Company,City,Message")?;
    for _ in 0..rows {
        let Person { name, email, phone, company, city, message } = people.next();
        writeln!(table, "{name},{email},{phone},{company},{city},{message}")?;
    }
    table.into_inner()?.sync_all()?;
    let began = Instant::now();
    let told = house.tell(&["import", "table.csv", "--source", "import", "--json"], "")?;
    let took = began.elapsed();
    let told: Value = serde_json::from_str(&told)?;
    ensure!(told["created"] == rows, "of {rows} rows, {} became leads", told["created"]);
    Ok(took)
}
