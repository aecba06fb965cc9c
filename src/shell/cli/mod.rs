//! The command line: what is typed becomes one request to the house, and its answer is written out.
//!
//! Results go to the standard output and words to the standard error, so that a pipe sees only
//! results. A command ends with 0 if it is done, 1 if it failed and 2 if it made no sense.

mod args;
mod backup;
mod checkup;
mod demo;
mod export;
mod import;
mod memory;
mod model;
mod outfile;
mod playbook;
mod progress;
mod reach;
mod restore;
mod secret;
mod serve;
mod token;
mod trouble;
mod user;

use super::config::Config;
use args::{Command, CommandLine, OutputArgs};
use clap::Parser;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use trouble::Trouble;

/// How long what still runs may take when everything is done.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// Does what was typed.
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    if line.command.stays_open() {
        memory::give_back_what_is_free(&[]);
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            return ended(Err(Trouble::Failed(format!("No threads to be had: {error}."))));
        }
    };
    let done = runtime.block_on(carry_out(line));
    runtime.shutdown_timeout(LAST_WAIT);
    ended(done)
}

async fn carry_out(CommandLine { data, command }: CommandLine) -> Result<(), Trouble> {
    match command {
        Command::Demo(args) => demo::run(data, args).await,
        Command::Serve(args) => serve::serve(data, args).await,
        Command::Import(args) => import::run(config(data)?, args).await,
        Command::Export(args) => export::run(config(data)?, args).await,
        Command::Backup(args) => backup::run(config(data)?, args).await,
        Command::Restore(args) => restore::run(config(data)?, args).await,
        Command::Verify(output) => checkup::verify(config(data)?, output).await,
        Command::Rebuild(output) => checkup::rebuild(config(data)?, output).await,
        Command::User(command) => user::run(config(data)?, command).await,
        Command::Token(command) => token::run(config(data)?, command).await,
        Command::Playbook(command) => playbook::run(config(data)?, command).await,
        Command::Model(command) => model::run(command).await,
        Command::Version(output) => version(output),
    }
}

/// The settings of this machine, with the folder that was typed.
fn config(data: Option<PathBuf>) -> Result<Config, Trouble> {
    let mut config = Config::find(None)?;
    config.data_dir = data.unwrap_or(config.data_dir);
    Ok(config)
}

fn version(output: OutputArgs) -> Result<(), Trouble> {
    let version = env!("CARGO_PKG_VERSION");
    if output.json {
        return print_json(&serde_json::json!({ "version": version }));
    }
    print(&format!("leadstead {version}"))
}

/// Writes a result.
fn print(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(unheard)
}

/// Writes a result that is a text of its own, to the byte.
fn print_text(text: &str) -> Result<(), Trouble> {
    print_piece(text.as_bytes())?;
    io::stdout().lock().flush().map_err(unheard)
}

/// Writes a part of a result that is too long to be held.
fn print_piece(piece: &[u8]) -> Result<(), Trouble> {
    io::stdout().lock().write_all(piece).map_err(unheard)
}

/// Writes a result for machines.
fn print_json(result: &impl Serialize) -> Result<(), Trouble> {
    print(&serde_json::to_string(result)?)
}

/// Says something to a person; nobody has to listen.
fn say(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}

/// What was being read ended too early.
fn broke_off(error: io::Error) -> Trouble {
    Trouble::Failed(format!("It broke off: {error}. Nothing was kept of it."))
}

fn unheard(error: io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Trouble::NobodyListens,
        _ => Trouble::Failed(format!("The result could not be written: {error}.")),
    }
}

fn ended(done: Result<(), Trouble>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            if trouble != Trouble::NobodyListens {
                say(&trouble.to_string());
            }
            ExitCode::from(trouble.code())
        }
    }
}
