//! A house under load: the release binary, asked over HTTP as people and programs ask it.
//!
//! `cargo bench --bench load` fills a house with 100,000 leads and prints one table at the end;
//! `-- --quick` makes do with 5,000. Every answer is checked. One that is wrong ends the run, and
//! the exit status is 1; a figure that misses its goal is only marked.

mod captures;
mod client;
mod finding;
mod house;
mod pages;
#[path = "../people/mod.rs"]
mod people;
mod report;
mod resettle;
mod screens;
mod tables;
#[path = "../timings/mod.rs"]
mod timings;

use anyhow::{Context, Result, ensure};
use captures::{People, Seen};
use clap::Parser;
use house::House;
use report::Goal::{self, AtLeast, AtMost};
use report::{Report, Unit};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Screens that are open at once.
const SCREENS: usize = 200;

/// Stands in every page, and in nothing that is cut off.
const PAGE: &str = "</html>";

/// Measures a house under load.
#[derive(Parser)]
struct Args {
    /// The binary to measure
    #[arg(long, env = "LEADSTEAD", default_value = env!("CARGO_BIN_EXE_leadstead"))]
    binary: PathBuf,
    /// Leads that fill the house
    #[arg(long, default_value_t = 100_000)]
    leads: u64,
    /// Rows of the table whose import is measured
    #[arg(long, default_value_t = 10_000)]
    rows: u64,
    /// Leads that come in at once
    #[arg(long, default_value_t = 64)]
    at_once: usize,
    /// How long they keep coming, each time
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// A small house and short crowds, to see whether all of it works
    #[arg(long)]
    quick: bool,
    /// Given by cargo, and of no meaning here
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let mut args = Args::parse();
    if args.quick {
        args = Args { leads: 5_000, rows: 1_000, seconds: 2, ..args };
    }
    let mut report = Report::default();
    let measured = measure(&args, &mut report);
    println!("{report}");
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("Something is wrong, and the table ends there. {wrong:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(args: &Args, report: &mut Report) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let people = People::default();
    let binary = fs::canonicalize(&args.binary).context("the binary is not there")?;
    let size = fs::metadata(&binary)?.len();
    report.add("binary", AtMost(30.0), Unit::Megabytes, size as f64 / 1e6);

    let mut house = House::found(binary)?;
    report.seconds("start of a new house", AtMost(0.5), house.open()?);
    let load = Load { args, house: &house, people: &people };
    runtime.block_on(load.in_a_new_house(report))?;
    load.fill(report)?;
    runtime.block_on(load.in_a_full_house(report))?;
    report.add("memory (PSS) after all of this", AtMost(120.0), Unit::Megabytes, house.memory()?);

    house.kill()?;
    report.seconds("reopening after kill −9", AtMost(1.0), house.open()?);
    house.close()?;
    report.seconds("start of a full house", AtMost(0.5), house.open()?);
    house.close()?;
    house.tell(&["verify"], "")?;
    let began = Instant::now();
    house.tell(&["rebuild"], "")?;
    let took = began.elapsed();
    report.add("leads that came in by then", Goal::None, Unit::Count, people.met() as f64);
    report.seconds("growing every table and the index back", Goal::None, took);
    let share = took.mul_f64(100_000.0 / people.met().max(1) as f64);
    report.seconds("… for each 100,000 of them", AtMost(15.0), share);
    house.tell(&["verify"], "").map(drop)
}

/// What is done to a house that is open.
struct Load<'a> {
    args: &'a Args,
    house: &'a House,
    people: &'a People,
}

impl Load<'_> {
    async fn in_a_new_house(&self, report: &mut Report) -> Result<()> {
        pages::look(&mut self.house.owner().await?, &["/today".to_owned()], PAGE).await?;
        let memory = self.house.memory()?;
        report.add("memory (PSS) of a new house", AtMost(50.0), Unit::Megabytes, memory);
        self.captures(report, "in a new house", 2_500.0).await
    }

    /// Fills the house by a table, and measures the import of a last one.
    fn fill(&self, report: &mut Report) -> Result<()> {
        let Args { leads, rows, .. } = *self.args;
        let missing = leads.saturating_sub(self.people.met() + rows);
        let took = tables::import(self.house, self.people, missing)?;
        report.seconds(format!("import of {missing} rows, to fill the house"), Goal::None, took);
        self.house.forget_peak()?;
        let before = self.house.peak()?;
        let took = tables::import(self.house, self.people, rows)?;
        report.seconds(format!("import of {rows} rows"), AtMost(6.0), took);
        report.add("memory (RSS) before it", Goal::None, Unit::Megabytes, before);
        report.add("its peak during it", Goal::None, Unit::Megabytes, self.house.peak()?);
        Ok(())
    }

    async fn in_a_full_house(&self, report: &mut Report) -> Result<()> {
        self.captures(report, "in a full house", 2_000.0).await?;
        self.pages(report).await?;
        self.finding(report).await?;
        self.resettle(report).await?;
        self.screens(report).await?;
        self.backup(report).await
    }

    async fn captures(&self, report: &mut Report, place: &str, least: f64) -> Result<()> {
        let Args { at_once, seconds, .. } = *self.args;
        let Seen { a_second, waits } = self.crowd(at_once, seconds).await?;
        let what = format!("durable captures over HTTP {place}, {at_once} at once");
        report.add(&what, AtLeast(least), Unit::ASecond, a_second);
        report.millis(format!("{what}: p50"), Goal::None, waits.percentile(50));
        report.millis(format!("{what}: p99"), AtMost(50.0), waits.percentile(99));
        let Seen { waits, .. } = self.crowd(1, seconds.div_ceil(2)).await?;
        let what = format!("a capture {place}, one at a time: p50");
        report.millis(what, AtMost(4.0), waits.percentile(50));
        Ok(())
    }

    async fn crowd(&self, at_once: usize, seconds: u64) -> Result<Seen> {
        captures::crowd(self.house, self.people, at_once, Duration::from_secs(seconds)).await
    }

    async fn pages(&self, report: &mut Report) -> Result<()> {
        let leads = pages::of_leads(&mut self.house.program().await?).await?;
        let lists = pages::of_lists(&mut self.house.program().await?).await?;
        let kinds = [
            ("GET /today", vec!["/today".to_owned()], PAGE),
            ("GET /today?team=all", vec!["/today?team=all".to_owned()], PAGE),
            ("GET /leads/{id}", leads, PAGE),
            ("GET /leads", vec!["/leads".to_owned(), "/leads?q=stein".to_owned()], PAGE),
            ("GET /leads, filtered", pages::of_filters(), PAGE),
            ("GET /settings/qualification", vec!["/settings/qualification".to_owned()], PAGE),
            ("GET /settings/scoring", vec!["/settings/scoring".to_owned()], PAGE),
            ("GET /settings/routing", vec!["/settings/routing".to_owned()], PAGE),
            ("GET /settings/routing/sample", vec!["/settings/routing/sample".to_owned()], PAGE),
            ("GET /api/v1/leads, filtered", lists, "\"items\""),
        ];
        for (what, paths, words) in kinds {
            let is_page = words == PAGE;
            let mut who = match is_page {
                true => self.house.owner().await?,
                false => self.house.program().await?,
            };
            let cost = pages::look(&mut who, &paths, words).await?;
            report.millis(format!("{what}: p50"), AtMost(5.0), cost.took.percentile(50));
            report.millis(format!("{what}: p99"), AtMost(20.0), cost.took.percentile(99));
            let (most, size) = (if is_page { AtMost(80.0) } else { Goal::None }, cost.longest);
            report.add(format!("{what}: the longest"), most, Unit::Kilobytes, size as f64 / 1e3);
        }
        Ok(())
    }

    async fn finding(&self, report: &mut Report) -> Result<()> {
        let mut program = self.house.program().await?;
        for letters in [2, 3, 5] {
            let took = finding::type_letters(&mut program, self.people, letters).await?;
            let what = format!("search as you type, {letters} letters: p99");
            report.millis(what, AtMost(15.0), took.percentile(99));
        }
        let slowest = finding::until_found(&mut program, self.people).await?;
        report.seconds("a new lead is found after", AtMost(1.0), slowest);
        Ok(())
    }

    /// Another model comes into force while leads come in.
    async fn resettle(&self, report: &mut Report) -> Result<()> {
        let (took, seen) = resettle::watch(self.house, self.people).await?;
        report.seconds("every lead is judged by a new model after", AtMost(20.0), took);
        report.add("captures meanwhile", Goal::None, Unit::ASecond, seen.a_second);
        report.millis("… p99", AtMost(50.0), seen.waits.percentile(99));
        Ok(())
    }

    /// Many screens that are open, and hear of every lead.
    async fn screens(&self, report: &mut Report) -> Result<()> {
        let cost = screens::watch(self.house, self.people, SCREENS).await?;
        report.add(format!("{SCREENS} open screens"), AtMost(30.0), Unit::Megabytes, cost.memory);
        let what = "an open screen hears of a lead after: p99";
        report.seconds(what, AtMost(1.0), cost.waits.percentile(99));
        Ok(())
    }

    /// A backup while leads come in.
    async fn backup(&self, report: &mut Report) -> Result<()> {
        let mut command = self.house.command(&["backup", "backup.redb"]);
        let copying = tokio::task::spawn_blocking(move || {
            let began = Instant::now();
            command.output().map(|output| (output, began.elapsed()))
        });
        let Args { at_once, seconds, .. } = *self.args;
        let Seen { waits, .. } = self.crowd(at_once, seconds).await?;
        let (output, took) = copying.await??;
        ensure!(output.status.success(), "the backup failed: {output:?}");
        report.seconds("a backup while leads come in", Goal::None, took);
        report.millis("captures meanwhile: p99", Goal::None, waits.percentile(99));
        Ok(())
    }
}
