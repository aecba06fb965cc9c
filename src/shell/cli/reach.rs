//! The way to the house: over the private socket of whoever serves it, else by opening it here.

use super::trouble::Trouble;
use crate::shell::clock::SystemClock;
use crate::shell::config::Config;
use crate::shell::counter::{self, Said};
use crate::shell::house::{DATA_FILE, House};
use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use std::sync::Arc;
use tower::ServiceExt;

/// The longest answer that is not streamed, in bytes.
const ANSWER_MAX: usize = 16 * 1024 * 1024;

/// Where questions about one house are put.
pub struct Reached {
    way: Way,
}

enum Way {
    Served(tokio::sync::Mutex<http1::SendRequest<Body>>),
    Alone(Router),
}

/// What a command finds where there is no house yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It has nothing to do there.
    Fails,
    /// It makes one.
    IsMade,
}

impl Reached {
    /// Reaches the house of a folder.
    pub async fn house(config: Config, missing: Missing) -> Result<Reached, Trouble> {
        let folder = config.data_dir.clone();
        keep_strangers_out(&folder)?;
        if let Some(stream) =
            counter::connect(&folder).await.map_err(Trouble::with_file(&folder))?
        {
            let (sender, connection) =
                http1::handshake(TokioIo::new(stream)).await.map_err(lost)?;
            tokio::spawn(connection);
            return Ok(Reached { way: Way::Served(sender.into()) });
        }
        if missing == Missing::Fails && !folder.join(DATA_FILE).exists() {
            return Err(Trouble::Failed(format!(
                "There is no house in {}. Name its folder with --data, or open a new one with \
                 `leadstead user add --role owner --email …`.",
                folder.display()
            )));
        }
        let house = Arc::new(House::open(config, Arc::new(SystemClock))?);
        Ok(Reached { way: Way::Alone(counter::alone(house)) })
    }

    /// Asks, and answers with what streams back. A no is the trouble it is.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Body,
    ) -> Result<Response<Body>, Trouble> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "counter")
            .header(CONTENT_TYPE, "application/json")
            .body(body)
            .map_err(|_| Trouble::Usage("This cannot be asked.".into()))?;
        let response = match &self.way {
            Way::Served(sender) => {
                let sent = sender.lock().await.send_request(request).await;
                sent.map_err(lost)?.map(Body::new)
            }
            Way::Alone(router) => match router.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            },
        };
        if response.status().is_success() { Ok(response) } else { Err(said(response).await) }
    }

    /// Reads something.
    pub async fn get<A: DeserializeOwned>(&self, path: &str) -> Result<A, Trouble> {
        let response = self.ask(Method::GET, path, Body::empty()).await?;
        Ok(serde_json::from_slice(&whole(response).await?)?)
    }

    /// Asks for something to be done.
    pub async fn post<A: DeserializeOwned>(
        &self,
        path: &str,
        question: &impl Serialize,
    ) -> Result<A, Trouble> {
        let body = Body::from(serde_json::to_vec(question)?);
        let response = self.ask(Method::POST, path, body).await?;
        Ok(serde_json::from_slice(&whole(response).await?)?)
    }
}

/// Who is not the owner of the folder would leave files in it that its owner cannot read.
pub fn keep_strangers_out(folder: &Path) -> Result<(), Trouble> {
    match counter::stranger_to(folder) {
        None => Ok(()),
        Some(owner) => Err(Trouble::Failed(format!(
            "{} belongs to another user. Ask as that user: sudo -u '#{owner}' leadstead …",
            folder.display()
        ))),
    }
}

/// An answer that is not streamed.
pub async fn whole(response: Response<Body>) -> Result<Vec<u8>, Trouble> {
    let body = http_body_util::Limited::new(response.into_body(), ANSWER_MAX);
    let read = body.collect().await;
    Ok(read
        .map_err(|error| Trouble::Failed(format!("The house broke off: {error}.")))?
        .to_bytes()
        .into())
}

async fn said(response: Response<Body>) -> Trouble {
    let status = response.status();
    let said = match whole(response).await {
        Ok(body) => serde_json::from_slice::<Said>(&body).ok(),
        Err(_) => None,
    };
    let sentence = said.map_or_else(
        || format!("The house that is open does not know this ({status}). Is it of this version?"),
        |said| said.sentence,
    );
    match status {
        StatusCode::BAD_REQUEST => Trouble::Usage(sentence),
        _ => Trouble::Failed(sentence),
    }
}

fn lost(error: hyper::Error) -> Trouble {
    Trouble::Failed(format!("The house did not answer to the end: {error}. Ask again."))
}
