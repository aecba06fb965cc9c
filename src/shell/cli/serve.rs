//! `leadstead serve`: a house that is open, until it is asked to close.

use super::args::ServeArgs;
use super::trouble::Trouble;
use super::{print, say};
use crate::shell::clock::SystemClock;
use crate::shell::config::Config;
use crate::shell::counter::{self, PrivateSocket};
use crate::shell::house::House;
use crate::shell::web::Web;
use axum::Router;
use sd_notify::NotifyState;
use std::io::{self, IsTerminal};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// How long answers under way may take once the house is to close.
const ANSWERS_WITHIN: Duration = Duration::from_secs(4);

/// How long the desk may take to finish what it took.
const DESK_WITHIN: Duration = Duration::from_secs(4);

/// Opens the house of a folder and keeps it open.
pub async fn serve(data: Option<PathBuf>, args: ServeArgs) -> Result<(), Trouble> {
    let mut config = Config::find(args.config.as_deref())?;
    config.data_dir = data.unwrap_or(config.data_dir);
    config.listen = args.listen.unwrap_or(config.listen);
    config.public_listen = args.public_listen.or(config.public_listen);
    log(&config.log);
    let asked_to_close = closing_signal()?;
    let listener = listen(&mut config.listen).await?;
    let public = match &mut config.public_listen {
        Some(address) => Some(listen(address).await?),
        None => None,
    };
    let house = Arc::new(House::open(config, Arc::new(SystemClock))?);
    let socket = PrivateSocket::bind(&house.config.data_dir)?;
    house.start()?;

    let closing = CancellationToken::new();
    let web = Web::of(house.clone());
    let mut doors = JoinSet::new();
    doors.spawn(answer(listener, web.house_door(), closing.clone()));
    if let Some(public) = public {
        doors.spawn(answer(public, web.public_door(), closing.clone()));
    }
    doors.spawn(answer(socket, counter::beside_a_server(house.clone()), closing.clone()));
    welcome(&house)?;
    let _ = sd_notify::notify(&[NotifyState::Ready]);

    asked_to_close.await;
    let _ = sd_notify::notify(&[NotifyState::Stopping]);
    closing.cancel();
    close(house, doors).await
}

/// Takes nothing more, finishes what was taken, commits it.
async fn close(house: Arc<House>, mut doors: JoinSet<()>) -> Result<(), Trouble> {
    let answered = async { while doors.join_next().await.is_some() {} };
    if tokio::time::timeout(ANSWERS_WITHIN, answered).await.is_err() {
        tracing::warn!("answers under way were broken off");
    }
    doors.shutdown().await;
    let desk = house.desk.clone();
    let finished = tokio::task::spawn_blocking(move || desk.close());
    match tokio::time::timeout(DESK_WITHIN, finished).await {
        Ok(_) => tracing::info!("the house is closed"),
        Err(_) => return Err(Trouble::Failed("The disk did not finish in time.".into())),
    }
    Ok(())
}

async fn answer<L>(listener: L, router: Router, closing: CancellationToken)
where
    L: axum::serve::Listener,
    L::Addr: std::fmt::Debug,
{
    let served = axum::serve(listener, router);
    if let Err(error) = served.with_graceful_shutdown(closing.cancelled_owned()).await {
        tracing::error!(%error, "a door closed by itself");
    }
}

/// Listens, and learns the port where any would do.
async fn listen(address: &mut SocketAddr) -> Result<TcpListener, Trouble> {
    let listener = TcpListener::bind(*address).await.map_err(|error| {
        Trouble::Failed(format!(
            "{address} cannot be listened at: {error}. Choose another with --listen or in the \
             settings."
        ))
    })?;
    *address = listener.local_addr().unwrap_or(*address);
    Ok(listener)
}

/// Says where the house is to be found, and what is missing for it to be of use.
fn welcome(house: &House) -> Result<(), Trouble> {
    let config = &house.config;
    print(&format!("Leadstead is open at {}", config.base_url()))?;
    tracing::info!(house = %config.listen, public = ?config.public_listen, "listening");
    if !house.has_owner()? {
        say(&format!(
            "Nobody can sign in yet. Name the first owner with: leadstead user add --role owner \
             --email you@example.com --data {}",
            config.data_dir.display()
        ));
    }
    Ok(())
}

/// Resolves when the house is asked to close.
fn closing_signal() -> Result<impl Future<Output = ()>, Trouble> {
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
fn log(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    if io::stderr().is_terminal() {
        log.with_target(false).init();
    } else {
        log.json().init();
    }
}
