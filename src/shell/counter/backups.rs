//! A copy of the house that is whole at one moment, streamed to whoever asked.

use super::Counter;
use super::no::No;
use crate::shell::web::copy;
use axum::body::Body;
use axum::extract::State;
use axum::http::Response;

/// `GET /backup`
pub(super) async fn send(State(counter): State<Counter>) -> Result<Response<Body>, No> {
    Ok(copy::send(counter.house).await?)
}
