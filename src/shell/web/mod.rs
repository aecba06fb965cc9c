//! The pages of the house and the doors they are asked at. Every URL stands on this one screen.
//!
//! Two doors: the house's own answers everything, the public door only what strangers need. What
//! somebody must be to ask for a URL is named where the URL is, see [`route`].

pub mod address;
pub mod assets;
mod cookie;
pub mod errors;
pub mod guard;
pub mod layout;
pub mod parts;
pub mod passwords;
pub mod rate;
pub mod route;
pub mod session;
pub mod signed;
mod today;

use super::error::{Error, Fault};
use super::house::House;
use super::store::{self, Reading};
use axum::Router;
use axum::extract::FromRef;
use axum::response::Redirect;
use guard::{Anyone, Rep};
use rate::Limits;
use route::{Listed, Routes};
use std::sync::Arc;

/// What strangers need; answered at both doors.
fn open_routes() -> Routes {
    Routes::open().get(Anyone, "/static/{version}/{*path}", assets::show)
}

/// What the house alone answers.
fn house_routes() -> Routes {
    Routes::house().get(Anyone, "/", front).post(Anyone, "/theme", layout::choose_theme).get(
        Rep,
        "/today",
        today::show,
    )
}

/// Every URL with what somebody must be to ask for it.
pub fn listed() -> Vec<Listed> {
    open_routes().and(house_routes()).listed()
}

/// What every page stands on. Handlers take `State<Arc<House>>`, or this for the rest.
#[derive(Clone)]
pub struct Web {
    pub house: Arc<House>,
    pub limits: Arc<Limits>,
}

impl Web {
    /// The pages of a house that is open.
    pub fn of(house: Arc<House>) -> Web {
        let limits = Arc::new(Limits::of(&house.config.limits));
        Web { house, limits }
    }

    /// Everything, for the house's own listener.
    pub fn house_door(&self) -> Router {
        self.door(open_routes().and(house_routes()))
    }

    /// Only what strangers need, for the public listener.
    pub fn public_door(&self) -> Router {
        self.door(open_routes())
    }

    fn door(&self, routes: Routes) -> Router {
        let router = errors::dressed(routes.into_router(), self.clone());
        router.with_state(self.clone())
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
    let store = house.desk.store().clone();
    let read = tokio::task::spawn_blocking(move || read(&store.read()?)).await;
    Ok(read.map_err(Fault::of("reading for a page"))??)
}

async fn front() -> Redirect {
    Redirect::to("/today")
}
