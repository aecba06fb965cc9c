//! `leadstead serve`: a house that is open, until it is asked to close.

use super::args::ServeArgs;
use super::trouble::Trouble;
use super::{print, say};
use crate::shell::clock::{Clock, SystemClock};
use crate::shell::config::Config;
use crate::shell::counter::{self, PrivateSocket};
use crate::shell::house::House;
use crate::shell::web::serve::{self as web, Doors};
use axum::Router;
use sd_notify::NotifyState;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{fmt, registry};

/// How long closing may take, and how much of it belongs to the desk.
const CLOSE_WITHIN: Duration = Duration::from_millis(9_500);
const DESK_TIME: Duration = Duration::from_secs(4);

/// Opens the house of a folder and keeps it open.
pub async fn serve(data: Option<PathBuf>, args: ServeArgs) -> Result<(), Trouble> {
    let mut config = Config::find(args.config.as_deref())?;
    config.data_dir = data.unwrap_or(config.data_dir);
    config.listen = args.listen.unwrap_or(config.listen);
    config.public_listen = args.public_listen.or(config.public_listen);
    log(&config.log);
    keep_open(config, Arc::new(SystemClock), welcome).await
}

/// Keeps a house open until it is asked to close; `welcome` says where it is to be found.
pub async fn keep_open(
    mut config: Config,
    clock: Arc<dyn Clock>,
    welcome: impl FnOnce(&House) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let asked_to_close = closing_signal()?;
    let doors = Doors::open(&config).await?;
    config.listen = doors.house.local_addr().unwrap_or(config.listen);
    let house = Arc::new(House::open(config, clock)?);
    let socket = PrivateSocket::bind(&house.config.data_dir)?;
    house.start()?;

    let closing = CancellationToken::new();
    let counter = counter::beside_a_server(house.clone());
    let mut open = JoinSet::new();
    open.spawn(web::serve(house.clone(), doors, closing.clone().cancelled_owned()));
    open.spawn(answer(socket, counter, closing.clone()));
    welcome(&house)?;
    let _ = sd_notify::notify(&[NotifyState::Ready]);

    asked_to_close.await;
    let _ = sd_notify::notify(&[NotifyState::Stopping]);
    closing.cancel();
    close(house, open).await
}

/// Takes nothing more, finishes what was taken, commits it.
async fn close(house: Arc<House>, mut open: JoinSet<()>) -> Result<(), Trouble> {
    let until = Instant::now() + CLOSE_WITHIN;
    let answered = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout_at(until - DESK_TIME, answered).await.is_err() {
        tracing::warn!("answers under way were broken off");
    }
    open.shutdown().await;
    let desk = house.desk.clone();
    let finished = tokio::task::spawn_blocking(move || desk.close());
    if tokio::time::timeout_at(until, finished).await.is_err() {
        return Err(Trouble::Failed("The disk did not finish in time.".into()));
    }
    tracing::info!("the house is closed");
    Ok(())
}

/// Answers at the private socket.
async fn answer(socket: PrivateSocket, counter: Router, closing: CancellationToken) {
    let served = axum::serve(socket, counter).with_graceful_shutdown(closing.cancelled_owned());
    if let Err(error) = served.await {
        tracing::error!(%error, "the private socket closed by itself");
    }
}

/// Says where the house is to be found, and what is missing for it to be of use.
fn welcome(house: &House) -> Result<(), Trouble> {
    let config = &house.config;
    print(&format!("Leadstead is open at {}", config.base_url()))?;
    tracing::info!(house = %config.listen, public = ?config.public_listen, "listening");
    if !house.has_owner()? {
        let code = house.claim.shown();
        // Who waited for the address alone may be gone; the house stays open all the same.
        let _ = print(&format!("Nobody owns it yet. Claim it there with this code: {code}"));
        say(&format!(
            "Or name the first owner here: leadstead user add --role owner --email \
             you@example.com --data {}",
            config.data_dir.display()
        ));
    }
    Ok(())
}

/// Resolves when the house is asked to close.
pub fn closing_signal() -> Result<impl Future<Output = ()>, Trouble> {
    let heard = |kind| signal(kind).map_err(|error| Trouble::Failed(format!("{error}.")));
    let (mut terminate, mut interrupt) =
        (heard(SignalKind::terminate())?, heard(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Plain lines for a person who watches, JSON for whoever collects them.
pub fn log(filter: &str) {
    let wanted = filter.parse().unwrap_or_else(|_| Targets::new().with_default(LevelFilter::INFO));
    let log = registry().with(wanted);
    let lines = fmt::layer().with_writer(io::stderr);
    if io::stderr().is_terminal() {
        log.with(lines.with_target(false)).init();
    } else {
        log.with(lines.json()).init();
    }
}
