//! The pages of the house and the doors they are asked at. Every URL stands on this one screen.
//!
//! Two doors: the house's own answers everything, the public door only what strangers need. What
//! somebody must be to ask for a URL is named where the URL is, see [`route`].

pub mod address;
pub mod api;
pub mod assets;
mod clocks;
mod cookie;
pub mod errors;
mod form;
pub mod guard;
mod headers;
mod health;
pub mod layout;
mod lead;
mod leads;
pub mod live;
mod login;
pub mod parts;
pub mod passwords;
mod quarantine;
pub mod rate;
pub mod route;
pub mod serve;
pub mod session;
pub mod signed;
pub mod times;
mod today;
mod unsubscribe;
mod webhook;
mod words;

use super::desk::Desk;
use super::error::Error;
use super::house::House;
use super::store::{self, Reading};
use axum::Router;
use axum::extract::FromRef;
use axum::http::StatusCode;
use axum::middleware::map_response;
use guard::{Anyone, Manager, Rep};
use lead::Act;
use live::Live;
use rate::Limits;
use route::{Door, Listed, Routes};
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// How long an answer may take, the arrival of what was sent included.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// What strangers need; answered at both doors.
fn open_routes() -> Routes {
    Routes::open()
        .get(Anyone, "/static/{version}/{*path}", assets::show)
        .get(Anyone, "/f/{form}", form::show)
        .post(Anyone, "/f/{form}", form::post)
        .get(Anyone, "/f/{form}/thanks/{ticket}", form::thanks)
        .post(Anyone, "/in/{source_key}", webhook::post)
        .get(Anyone, "/u/{token}", unsubscribe::show)
        .post(Anyone, "/u/{token}", unsubscribe::post)
}

/// What the house alone answers.
fn house_routes() -> Routes {
    Routes::house()
        .get(Anyone, "/", login::front)
        .get(Anyone, "/login", login::show)
        .post(Anyone, "/login", login::sign_in)
        .post(Anyone, "/logout", login::sign_out)
        .post(Anyone, "/theme", layout::choose_theme)
        .get(Anyone, "/healthz", health::show)
        .get(Anyone, "/metrics", health::metrics)
        .get(Rep, "/live", live::stream)
        .get(Rep, "/today", today::show)
        .post(Rep, "/notices/read", today::read_notices)
        .get(Rep, "/leads", leads::show)
        .get(Manager, "/leads/export", leads::export)
        .post(Rep, "/leads/columns", leads::choose_columns)
        .post(Rep, "/leads/bulk", leads::bulk)
        .post(Rep, "/leads/bulk/{id}/undo", leads::undo)
        .post(Rep, "/leads/segments", leads::save_segment)
        .post(Rep, "/leads/segments/{key}", leads::change_segment)
        .get(Manager, "/quarantine", quarantine::show)
        .post(Manager, "/quarantine/{submission}", quarantine::take_up)
        .get(Rep, "/leads/new", lead::add_form)
        .post(Rep, "/leads/new", lead::add)
        .get(Rep, "/leads/known", lead::known)
        .get(Rep, "/leads/{id}", lead::show)
        .get(Rep, "/leads/{id}/edit", lead::edit)
        .post(Rep, "/leads/{id}/facts", lead::save_facts)
        .post(Rep, "/leads/{id}/notes", lead::post(Act::Note))
        .post(Rep, "/leads/{id}/calls", lead::post(Act::Call))
        .post(Rep, "/leads/{id}/emails", lead::post(Act::Email))
        .post(Rep, "/leads/{id}/tasks", lead::post(Act::Task))
        .post(Rep, "/leads/{id}/tasks/{seq}/done", lead::post(Act::Done))
        .post(Rep, "/leads/{id}/accept", lead::post(Act::Accept))
        .post(Rep, "/leads/{id}/owner", lead::post(Act::Owner))
        .post(Rep, "/leads/{id}/stage", lead::post(Act::Stage))
        .post(Rep, "/leads/{id}/won", lead::post(Act::Won))
        .post(Rep, "/leads/{id}/lost", lead::post(Act::Lost))
        .post(Rep, "/leads/{id}/disqualify", lead::post(Act::Disqualify))
        .post(Rep, "/leads/{id}/reopen", lead::post(Act::Reopen))
        .post(Rep, "/leads/{id}/hold", lead::post(Act::Hold))
        .post(Rep, "/leads/{id}/resume", lead::post(Act::Resume))
        .post(Rep, "/leads/{id}/sequence", lead::post(Act::Enrol))
        .post(Rep, "/leads/{id}/snooze", lead::post(Act::Snooze))
        .post(Rep, "/leads/{id}/letters/{seq}/rewrite", lead::post(Act::Rewrite))
        .post(Rep, "/leads/{id}/letters/{seq}/send", lead::post(Act::Send))
        .post(Rep, "/leads/{id}/letters/{seq}/drop", lead::post(Act::Drop))
}

/// Every URL with what somebody must be to ask for it.
pub fn listed() -> Vec<Listed> {
    open_routes().and(house_routes()).and(api::routes()).listed()
}

/// What every page stands on. Handlers take `State<Arc<House>>`, or this for the rest.
#[derive(Clone)]
pub struct Web {
    pub house: Arc<House>,
    pub limits: Arc<Limits>,
    pub live: Arc<Live>,
}

impl Web {
    /// The pages of a house that is open.
    pub fn of(house: Arc<House>) -> Web {
        let limits = Arc::new(Limits::of(&house.config.limits));
        let live = Arc::new(Live::from(*house.desk.committed().borrow()));
        Web { house, limits, live }
    }

    /// Everything, for the house's own listener.
    pub fn house_door(&self) -> Router {
        self.door(Door::House, open_routes().and(house_routes()).and(api::routes()))
    }

    /// Only what strangers need, for the public listener.
    pub fn public_door(&self) -> Router {
        self.door(Door::Both, open_routes())
    }

    /// From the inside out: what a handler may cost, what its no looks like, what all answers say.
    fn door(&self, door: Door, routes: Routes) -> Router {
        let slow = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN);
        let router = routes.into_router().layer(CatchPanicLayer::new()).layer(slow);
        errors::dressed(router, self.clone(), door)
            .layer(map_response(headers::added))
            .layer(CompressionLayer::new())
            .with_state(self.clone())
    }
}

impl FromRef<Web> for Arc<House> {
    fn from_ref(web: &Web) -> Arc<House> {
        web.house.clone()
    }
}

/// Reads what a page shows, all at one moment, away from the threads that answer.
pub async fn read<T: Send + 'static>(
    house: &House,
    read: impl FnOnce(&Reading) -> store::Result<T> + Send + 'static,
) -> Result<T, Error> {
    let look = move |desk: &Desk| Ok(read(&desk.store().read()?)?);
    house.desk.look_aside("reading for a page", look).await
}
