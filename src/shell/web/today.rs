//! Today: what waits for the teammate who asks.

use super::guard::Who;
use super::layout::{Follows, Place, Screen, Theme, app};
use super::parts::empty;
use crate::shell::error::Error;
use crate::shell::house::House;
use axum::extract::State;
use maud::{Markup, html};
use std::sync::Arc;

/// `GET /today`
pub async fn show(
    State(house): State<Arc<House>>,
    who: Who,
    theme: Theme,
) -> Result<Markup, Error> {
    let screen = Screen { follows: Follows::Everything, ..Screen::new(Place::Today, "Today") };
    Ok(app(&house, &who, theme, screen, empty("Nobody is waiting.", html! {})))
}
