//! A no at the counter: a status that says whose fault it is, and a sentence for who asked.

use crate::shell::error::{Error, Fault};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

/// Why something asked for at the counter is not done.
#[derive(Debug)]
pub struct No {
    status: StatusCode,
    sentence: String,
}

/// A no as it is written on the wire.
#[derive(Debug, Serialize, Deserialize)]
pub struct Said {
    pub sentence: String,
}

impl No {
    /// What was asked makes no sense; asking again the same way never will.
    pub fn senseless(sentence: impl Into<String>) -> No {
        No { status: StatusCode::BAD_REQUEST, sentence: sentence.into() }
    }

    /// It makes sense, and the house as it stands does not allow it.
    pub fn not_now(sentence: impl Into<String>) -> No {
        No { status: StatusCode::CONFLICT, sentence: sentence.into() }
    }
}

impl From<Error> for No {
    fn from(error: Error) -> No {
        let status = match error {
            Error::Faulted(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Error::Busy | Error::GrowingBack | Error::Closing => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        No { status, sentence: error.to_string() }
    }
}

impl From<Fault> for No {
    fn from(fault: Fault) -> No {
        Error::from(fault).into()
    }
}

impl From<redb::Error> for No {
    fn from(error: redb::Error) -> No {
        Fault::from(error).into()
    }
}

impl IntoResponse for No {
    fn into_response(self) -> Response {
        (self.status, Json(Said { sentence: self.sentence })).into_response()
    }
}
