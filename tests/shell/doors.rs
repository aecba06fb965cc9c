//! The doors of a house that is served: real sockets on this machine.

use crate::web;
use leadstead::shell::house::House;
use leadstead::shell::web::serve::{Doors, serve};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Far sooner than a stranger who says nothing loses their seat.
const AT_ONCE: Duration = Duration::from_secs(5);

struct Served {
    at: SocketAddr,
    public: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

async fn served(house: Arc<House>) -> Served {
    let any = "127.0.0.1:0";
    let inside = TcpListener::bind(any).await.expect("a free port");
    let outside = TcpListener::bind(any).await.expect("a free port");
    let at = inside.local_addr().expect("an address");
    let public = outside.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel();
    let doors = Doors { house: inside, public: Some(outside) };
    let served = tokio::spawn(serve(house, doors, async {
        let _ = stopped.await;
    }));
    Served { at, public, stop, served }
}

async fn ask(at: SocketAddr, request: &str) -> TcpStream {
    let mut stream = TcpStream::connect(at).await.expect("an open door");
    stream.write_all(request.as_bytes()).await.expect("somebody who listens");
    stream
}

/// Reads until a text has come, or to the end.
async fn read_until(stream: &mut TcpStream, wanted: &str) -> String {
    let mut all = Vec::new();
    let mut piece = [0; 4096];
    while !String::from_utf8_lossy(&all).contains(wanted) {
        match stream.read(&mut piece).await.expect("an answer") {
            0 => break,
            n => all.extend_from_slice(&piece[..n]),
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

fn form(body: &str) -> String {
    format!(
        "POST /f/contact HTTP/1.1\r\nHost: box\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[tokio::test]
async fn a_browser_is_told_of_a_new_lead_until_the_house_closes() {
    let doors = web::house().await;
    let cookie = web::cookie(&doors).await;
    let served = served(doors.house.clone()).await;
    let request = format!("GET /live HTTP/1.1\r\nHost: box\r\nCookie: {cookie}\r\n\r\n");
    let mut news = ask(served.at, &request).await;
    let head = read_until(&mut news, "\r\n\r\n").await;
    assert!(head.contains("text/event-stream"), "{head}");
    let mut posted = ask(served.public, &form("name=Ana&email=ana@oz.example")).await;
    assert!(read_until(&mut posted, "thanks").await.starts_with("HTTP/1.1 303"));
    let told = read_until(&mut news, "captured").await;
    assert!(told.contains("event: news"), "{told}");
    served.stop.send(()).expect("a house that is open");
    served.served.await.expect("a house that closes");
    read_until(&mut news, "nothing more").await;
}

#[tokio::test]
async fn a_closed_house_answers_nobody() {
    let doors = web::house().await;
    let served = served(doors.house.clone()).await;
    served.stop.send(()).expect("a house that is open");
    served.served.await.expect("a house that closes");
    assert!(TcpStream::connect(served.at).await.is_err());
}

#[tokio::test]
async fn strangers_who_take_every_seat_at_their_door_keep_nobody_out_of_the_house() {
    let doors = web::configured("[limits]\nconnections = 8").await;
    let served = served(doors.house.clone()).await;
    let mut strangers = Vec::new();
    for _ in 0..32 {
        strangers.push(ask(served.public, "GET /f/contact HTTP/1.1\r\n").await);
    }
    let mut team = Vec::new();
    for _ in 0..3 {
        let mut mate = ask(served.at, "GET /login HTTP/1.1\r\nHost: box\r\n\r\n").await;
        let page = tokio::time::timeout(AT_ONCE, read_until(&mut mate, "</html>")).await;
        assert!(page.expect("the house answers").starts_with("HTTP/1.1 200"));
        team.push(mate);
    }
}
