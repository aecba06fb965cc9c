//! What can be typed: every command with its words and flags on one screen.

use crate::playbook::Role;
use crate::shell::store::office::Scope;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::net::SocketAddr;
use std::path::PathBuf;

/// No lead waits, no lead gets lost, no follow-up depends on memory.
#[derive(Debug, Parser)]
#[command(name = "leadstead", version, propagate_version = true, arg_required_else_help = true)]
pub struct CommandLine {
    /// The folder of the house [default: as the settings say, else ./data; for the demo ./data-demo]
    #[arg(long, global = true, value_name = "DIR", env = "LEADSTEAD_DATA")]
    pub data: Option<PathBuf>,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open a house with a simulated year behind it, ready to click through
    Demo(DemoArgs),
    /// Open the house and keep it open
    Serve(ServeArgs),
    /// Take in a table of leads
    Import(ImportArgs),
    /// Write out what the house knows
    Export(ExportArgs),
    /// Copy the house into a file, whole at one moment, while it is open
    Backup(BackupArgs),
    /// Make a backup the house of a folder
    Restore(RestoreArgs),
    /// Hold every table against the journal
    Verify(OutputArgs),
    /// Grow every table and the index back from the journal
    Rebuild(OutputArgs),
    /// Add, list and shut out those who may sign in
    #[command(subcommand)]
    User(UserCommand),
    /// Make, list and revoke the tokens of programs
    #[command(subcommand)]
    Token(TokenCommand),
    /// Show, check and apply how leads are handled, as one text
    #[command(subcommand)]
    Playbook(PlaybookCommand),
    /// Try what own past leads teach
    #[command(subcommand)]
    Model(ModelCommand),
    /// Say which version this is
    Version(OutputArgs),
}

impl Command {
    /// Whether it runs until it is asked to close.
    pub fn stays_open(&self) -> bool {
        match self {
            Command::Serve(_) => true,
            Command::Demo(args) => args.as_left,
            _ => false,
        }
    }
}

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Where the demo listens
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The last day of its year, such as 2026-06-30 [default: today]
    #[arg(long, value_name = "DATE")]
    pub at: Option<Date>,
    /// Open the demo that was made before, as it was left
    #[arg(long)]
    pub as_left: bool,
}

#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The settings of this machine [default: ./config.toml, else /etc/leadstead/config.toml]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the house listens, instead of what the settings say
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Where the public door listens, instead of what the settings say
    #[arg(long, value_name = "ADDR")]
    pub public_listen: Option<SocketAddr>,
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    /// A table with a heading, as CSV or XLSX, or visiting cards (vCard)
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Key of the source the leads come from
    #[arg(long, value_name = "KEY")]
    pub source: String,
    /// Take the columns as saved with this source instead
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Say what would come of it and write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub struct ExportArgs {
    /// What to write out
    #[arg(value_enum)]
    pub what: WhatArg,
    /// In which form [default: csv for leads, jsonl for the rest]
    #[arg(long, value_enum)]
    pub format: Option<FormatArg>,
    /// Where to [default: the standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WhatArg {
    /// Every lead as it stands
    Leads,
    /// Everything that ever happened, in order
    Journal,
    /// The playbook, the journal and all that arrived, verbatim
    Everything,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FormatArg {
    Csv,
    Jsonl,
}

#[derive(Debug, Args)]
pub struct BackupArgs {
    /// The file to write; an earlier backup of that name is replaced
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Put it in place of the house that is there
    #[arg(long)]
    pub replace: bool,
}

#[derive(Clone, Copy, Debug, Default, Args)]
pub struct OutputArgs {
    /// Answer in JSON, for machines
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add somebody who may sign in; the first owner opens the house
    Add(AddUserArgs),
    /// List everybody who has an account
    List(OutputArgs),
    /// Give somebody a new password and sign them out everywhere
    Password(PasswordArgs),
    /// Shut somebody out; their open leads are handed on by the rules, their past stays
    Disable(DisableArgs),
}

#[derive(Debug, Args)]
pub struct AddUserArgs {
    /// Their address, by which they sign in
    #[arg(long)]
    pub email: String,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleArg::Rep)]
    pub role: RoleArg,
    /// Their name [default: made from the address]
    #[arg(long)]
    pub name: Option<String>,
    /// The name of the business, where this opens the house
    #[arg(long)]
    pub business: Option<String>,
    /// Its country in two letters, such as DE
    #[arg(long)]
    pub country: Option<String>,
    /// Its time zone, such as Europe/Berlin
    #[arg(long)]
    pub time_zone: Option<String>,
    /// The language in which its texts begin, such as de [default: en]
    #[arg(long)]
    pub language: Option<String>,
    #[command(flatten)]
    pub secret: SecretArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub struct PasswordArgs {
    /// Whose password
    #[arg(long)]
    pub email: String,
    #[command(flatten)]
    pub secret: SecretArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub struct DisableArgs {
    /// Who may no longer sign in
    #[arg(long)]
    pub email: String,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Clone, Copy, Debug, Default, Args)]
pub struct SecretArgs {
    /// Read the password from the first line of the input
    #[arg(long)]
    pub password_stdin: bool,
}

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token, shown once
    New(NewTokenArgs),
    /// List every token by its name
    List(OutputArgs),
    /// Make a token open nothing any more
    Revoke(RevokeArgs),
}

#[derive(Debug, Args)]
pub struct NewTokenArgs {
    /// What the token is for
    #[arg(long)]
    pub name: String,
    /// What it may do; write includes read and capture, admin everything
    #[arg(long, value_enum, value_delimiter = ',', default_value = "write")]
    pub scope: Vec<ScopeArg>,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub struct RevokeArgs {
    /// The name it was made with
    #[arg(long)]
    pub name: String,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Subcommand)]
pub enum PlaybookCommand {
    /// Write the playbook in force
    Show(OutputArgs),
    /// Say what is wrong with a playbook, line by line
    Check(PlaybookFileArgs),
    /// Put a playbook into force
    Apply(ApplyArgs),
}

#[derive(Debug, Subcommand)]
pub enum ModelCommand {
    /// Say how well the past leads of a list foretell their outcome, and from which columns
    Report(ModelReportArgs),
}

#[derive(Debug, Args)]
pub struct ModelReportArgs {
    /// A table with a heading, as CSV or XLSX; nothing of it is kept
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The column that says how each lead ended
    #[arg(long, value_name = "COLUMN")]
    pub outcome: String,
    /// What that column says of the won, where it is not yes, won, 1 or the like; may be repeated
    #[arg(long, value_name = "VALUE")]
    pub positive: Vec<String>,
    /// What it says of the lost, "" for an empty cell; rows that say neither are left out
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub negative: Vec<String>,
    /// Columns to leave out, such as those filled in after the end
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub drop: Vec<String>,
    /// Columns to use though they are suspected of knowing the end
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub keep: Vec<String>,
    /// The column that says when, by days or by numbers [default: the first with days, else the order of the list]
    #[arg(long, value_name = "COLUMN")]
    pub time: Option<String>,
    /// In how many parts the leads are split, each foretold from the others
    #[arg(long, value_name = "N", default_value = "5")]
    pub folds: usize,
    /// How often they are split anew; the figures are means
    #[arg(long, value_name = "N", default_value = "1")]
    pub seeds: usize,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub struct ApplyArgs {
    /// Put it into force even where changes made since, or teammates, go missing by it
    #[arg(long)]
    pub anyway: bool,
    #[command(flatten)]
    pub text: PlaybookFileArgs,
}

#[derive(Debug, Args)]
pub struct PlaybookFileArgs {
    /// The playbook as text
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// [`Role`] as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleArg {
    Owner,
    Manager,
    Rep,
}

impl From<RoleArg> for Role {
    fn from(typed: RoleArg) -> Role {
        match typed {
            RoleArg::Owner => Role::Owner,
            RoleArg::Manager => Role::Manager,
            RoleArg::Rep => Role::Rep,
        }
    }
}

/// [`Scope`] as it is typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ScopeArg {
    Read,
    Capture,
    Write,
    Admin,
}

impl From<ScopeArg> for Scope {
    fn from(typed: ScopeArg) -> Scope {
        match typed {
            ScopeArg::Read => Scope::Read,
            ScopeArg::Capture => Scope::Capture,
            ScopeArg::Write => Scope::Write,
            ScopeArg::Admin => Scope::Admin,
        }
    }
}
