//! The form on somebody else's page: the script that puts it there, and what a page within a frame is.

use super::source_of;
use crate::capture::Fields;
use crate::shell::error::Error;
use crate::shell::house::House;
use crate::shell::web::assets;
use crate::shell::web::headers::FRAMED;
use crate::shell::web::layout::{Reader, Theme};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// What the address of a page says that is shown in a frame.
const FRAMED_QUERY: &str = "embed=1";

/// `GET /f/{form}/embed.js`
pub async fn script(
    State(house): State<Arc<House>>,
    Path(form): Path<String>,
) -> Result<Response, Error> {
    let in_force = house.playbook();
    source_of(&in_force.playbook, &form).ok_or(Error::NotFound)?;
    let script = assets::bytes("js/embed.js").ok_or(Error::NotFound)?;
    let about =
        [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
    Ok((about, script).into_response())
}

/// Whether the page asked for is shown in a frame.
pub fn is_framed(query: &str) -> bool {
    query.split('&').any(|pair| pair == FRAMED_QUERY)
}

/// What it says where the page around is dark.
const DARK_QUERY: &str = "theme=dark";

/// The same address, for a frame if this one was, and as dark.
pub fn kept_in_frame(url: String, query: &str) -> String {
    match (is_framed(query), is_dark(query)) {
        (false, _) => url,
        (true, false) => format!("{url}?{FRAMED_QUERY}"),
        (true, true) => format!("{url}?{FRAMED_QUERY}&{DARK_QUERY}"),
    }
}

/// Who reads a page: in a frame, in the colours of the page around it, whatever the machine likes.
pub fn read_by(reader: Reader, query: &str) -> Reader {
    let theme = match (is_framed(query), is_dark(query)) {
        (false, _) => reader.theme,
        (true, false) => Theme::Light,
        (true, true) => Theme::Dark,
    };
    Reader { theme, ..reader }
}

fn is_dark(query: &str) -> bool {
    query.split('&').any(|pair| pair == DARK_QUERY)
}

/// From where a visitor came to the page around the frame, and which page that is.
pub fn came_by(query: &str) -> Fields {
    let pairs = Fields::of_query(query);
    let wanted = pairs.iter().filter(|(name, _)| matches!(*name, "referrer" | "landing"));
    wanted.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A page that any site may show in a frame, if it was asked for in one.
pub fn shown(page: impl IntoResponse, query: &str) -> Response {
    let mut response = page.into_response();
    if is_framed(query) {
        let policy = HeaderValue::from_static(FRAMED);
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
