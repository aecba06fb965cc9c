//! The listeners: the house's own, and the public door where one is open.
//!
//! The loop that accepts is ours, because no connection may cost more than a seat: there are only
//! so many at each door, and who does not say what they want in time loses theirs.

mod pace;
mod seats;

use super::Web;
use crate::shell::config::Config;
use crate::shell::error::Fault;
use crate::shell::house::House;
use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use pace::{Pace, Paced};
use seats::{Seat, Seats};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

/// How long a request may take to say what it wants.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);

/// How long a connection may rest between two requests: a teammate reads a page and then clicks, a
/// stranger has filled in a form and is gone.
const REST_OF_A_TEAMMATE: Duration = Duration::from_secs(75);
const REST_OF_A_STRANGER: Duration = Duration::from_secs(10);

/// How long what was begun may take to finish once the house closes.
const FINISH_WITHIN: Duration = Duration::from_secs(8);

/// A pause after the machine refused a connection, as it does when it runs out of files.
const BREATHER: Duration = Duration::from_millis(100);

/// The open doors of a house.
pub struct Doors {
    pub house: TcpListener,
    pub public: Option<TcpListener>,
}

impl Doors {
    /// Opens the doors a configuration names.
    pub async fn open(config: &Config) -> Result<Doors, Fault> {
        let house = listen(config.listen).await?;
        let public = match config.public_listen {
            Some(address) => Some(listen(address).await?),
            None => None,
        };
        Ok(Doors { house, public })
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Fault> {
    TcpListener::bind(address).await.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AddrInUse => {
                "another program listens there. Close it, or choose another \
                                         with --listen or in config.toml"
                    .to_owned()
            }
            io::ErrorKind::AddrNotAvailable => "this machine has no such address".to_owned(),
            io::ErrorKind::PermissionDenied => {
                "this user may not. Choose a port from 1024 on".to_owned()
            }
            _ => error.to_string(),
        };
        Fault::said("opening a door", format!("{address} cannot be listened at: {why}."))
    })
}

/// Answers at the doors until told to stop, then finishes what was begun.
///
/// The desk stays open: whoever stops the house closes it next.
pub async fn serve(house: Arc<House>, doors: Doors, stop: impl Future<Output = ()>) {
    let web = Web::of(house.clone());
    let news = tokio::spawn(web.live.clone().follow(house.desk.clone()));
    let seats = || Seats::of(house.config.limits.connections as usize);
    let (stopping, stopped) = watch::channel(false);
    let inside = Manner { router: web.house_door(), rest: REST_OF_A_TEAMMATE, seats: seats() };
    let outside = Manner { router: web.public_door(), rest: REST_OF_A_STRANGER, seats: seats() };
    let config = &house.config;
    let mut open = vec![tokio::spawn(answer(doors.house, inside, config.clone(), stopped.clone()))];
    if let Some(public) = doors.public {
        open.push(tokio::spawn(answer(public, outside, config.clone(), stopped)));
    }
    stop.await;
    stopping.send_replace(true);
    web.live.close();
    for door in open {
        let _ = door.await;
    }
    news.abort();
}

/// What is answered at a door, how long a connection may rest there, and for how many is room.
struct Manner {
    router: Router,
    rest: Duration,
    seats: Arc<Seats>,
}

/// Answers at one door.
async fn answer(
    listener: TcpListener,
    Manner { router, rest, seats }: Manner,
    config: Config,
    mut stopped: watch::Receiver<bool>,
) {
    let begun = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = next(&listener, &seats, &config) => accepted,
            _ = stopped.wait_for(|stopped| *stopped) => break,
        };
        let (seat, stream, neighbour) = match accepted {
            Ok(Some(seated)) => seated,
            Ok(None) => continue,
            Err(error) => {
                tracing::warn!(%error, "a connection was refused");
                tokio::time::sleep(BREATHER).await;
                continue;
            }
        };
        let (router, watcher) = (router.clone(), begun.watcher());
        tokio::spawn(async move {
            converse(stream, neighbour, router, rest, watcher).await;
            drop(seat);
        });
    }
    drop(listener);
    if tokio::time::timeout(FINISH_WITHIN, begun.shutdown()).await.is_err() {
        tracing::warn!("some requests took too long to finish and were cut off");
    }
}

/// The next connection, once there is a seat for it; `None` if its address has its share already,
/// and then it is closed.
async fn next(
    listener: &TcpListener,
    seats: &Arc<Seats>,
    config: &Config,
) -> io::Result<Option<(Seat, TcpStream, SocketAddr)>> {
    let free = seats.free().await;
    let (stream, neighbour) = listener.accept().await?;
    let seat = seats.give(free, neighbour.ip(), config);
    if seat.is_none() {
        tracing::debug!("an address has its share of connections");
    }
    Ok(seat.map(|seat| (seat, stream, neighbour)))
}

/// Answers on one connection, for as long as it lasts.
async fn converse(
    stream: TcpStream,
    neighbour: SocketAddr,
    router: Router,
    rest: Duration,
    watcher: hyper_util::server::graceful::Watcher,
) {
    let _ = stream.set_nodelay(true);
    let pace = Pace::new();
    let stream = Paced::new(stream, pace.clone(), HEADERS_WITHIN);
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(neighbour));
        pace.was_heard();
        let (answered, pace) = (router.clone().oneshot(request), pace.clone());
        async move { answered.await.inspect(|_| pace.is_answered()) }
    });
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(rest);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
}
