//! One connection to the house, kept open, with a pass that says who asks.

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{CONTENT_TYPE, HOST, HeaderName, HeaderValue};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::net::Ipv4Addr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// A header that opens the house to whoever sends it.
#[derive(Clone)]
pub struct Pass {
    pub name: HeaderName,
    pub value: HeaderValue,
}

/// A connection.
pub struct Client {
    sender: SendRequest<Full<Bytes>>,
    pass: Option<Pass>,
}

/// An answer that was read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
    /// From the first byte asked to the last byte answered.
    pub took: Duration,
}

impl Answer {
    /// What was answered, as text.
    pub fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.body).context("an answer is not text")
    }

    /// Fails unless the answer has this status, and these words in it.
    pub fn must(&self, status: StatusCode, words: &str) -> Result<()> {
        let text = self.text()?;
        let right = self.status == status && text.contains(words);
        ensure!(right, "answered {} instead of {status} with {words:?}: {text:.500}", self.status);
        Ok(())
    }
}

impl Client {
    /// Connects to the house.
    pub async fn connect(port: u16, pass: Option<Pass>) -> Result<Client> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Client { sender, pass })
    }

    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(Method::GET, path, "", String::new()).await
    }

    pub async fn post(&mut self, path: &str, content_type: &str, body: String) -> Result<Answer> {
        self.ask(Method::POST, path, content_type, body).await
    }

    /// What is told without end, from its first byte on.
    pub async fn listen(&mut self, path: &str) -> Result<Incoming> {
        let response = self.send(Method::GET, path, "", String::new()).await?;
        ensure!(response.status() == StatusCode::OK, "{path} was answered {}", response.status());
        Ok(response.into_body())
    }

    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        content_type: &str,
        body: String,
    ) -> Result<Answer> {
        let began = Instant::now();
        let (parts, body) = self.send(method, path, content_type, body).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { status: parts.status, headers: parts.headers, body, took: began.elapsed() })
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        content_type: &str,
        body: String,
    ) -> Result<Response<Incoming>> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, "localhost");
        if let Some(pass) = &self.pass {
            request = request.header(&pass.name, &pass.value);
        }
        if !content_type.is_empty() {
            request = request.header(CONTENT_TYPE, content_type);
        }
        let request = request.body(Full::new(Bytes::from(body)))?;
        self.sender.ready().await?;
        Ok(self.sender.send_request(request).await?)
    }
}
