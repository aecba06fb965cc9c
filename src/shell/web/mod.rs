//! The pages of the house and the doors they are asked at. Every URL stands on this one screen.
//!
//! Two doors: the house's own answers everything, the public door only what strangers need. What
//! somebody must be to ask for a URL is named where the URL is, see [`route`].

pub mod address;
pub mod api;
pub mod assets;
mod away;
mod clocks;
mod cookie;
pub mod copy;
mod custom;
mod elsewhere;
pub mod errors;
mod find;
mod form;
pub mod guard;
mod headers;
mod health;
mod holidays;
mod import;
mod incoming;
mod invited;
mod kept;
pub mod layout;
mod lead;
mod leads;
mod learned;
pub mod live;
mod login;
mod me;
mod notices;
pub mod parts;
pub mod passwords;
mod quarantine;
pub mod rate;
pub mod route;
pub mod serve;
pub mod session;
mod settings;
mod setup;
pub mod signed;
pub mod staff;
mod team;
mod then;
pub mod times;
mod today;
mod unsubscribe;
mod webhook;
mod week;

use super::desk::Desk;
use super::error::Error;
use super::house::House;
use super::importing::scratch;
use super::store::{self, Reading};
use axum::Router;
use axum::extract::FromRef;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{from_fn_with_state, map_response};
use guard::{Anyone, Manager, Owner, Rep};
use import::Imports;
use lead::Act;
use live::Live;
use rate::Limits;
use route::{Door, Listed, Routes};
use settings::Reckoned;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::timeout::TimeoutLayer;

/// How long an answer may take, the arrival of what was sent included.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// The same for what takes its time to arrive: a whole list of leads.
const HAND_IN_WITHIN: Duration = Duration::from_secs(600);

/// What strangers need; answered at both doors.
fn open_routes() -> Routes {
    Routes::open()
        .get(Anyone, "/static/{version}/{*path}", assets::show)
        .get(Anyone, "/f/{form}", form::show)
        .post(Anyone, "/f/{form}", form::post)
        .get(Anyone, "/f/{form}/embed.js", form::embed)
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
        .get(Anyone, "/setup", setup::enter)
        .get(Anyone, "/setup/{step}", setup::show)
        .post(Anyone, "/setup/{step}", setup::save)
        .get(Anyone, "/join/{secret}", invited::show)
        .post(Anyone, "/join/{secret}", invited::accept)
        .get(Anyone, "/healthz", health::show)
        .get(Anyone, "/metrics", health::metrics)
        .get(Rep, "/find", find::show)
        .get(Rep, "/live", live::stream)
        .get(Rep, "/today", today::show)
        .get(Rep, "/notices", notices::show)
        .get(Rep, "/notices/new", notices::new)
        .get(Rep, "/notices/{seq}", notices::leads)
        .post(Rep, "/notices/read", notices::read)
        .get(Rep, "/me", me::show)
        .post(Rep, "/me", me::save_preferences)
        .post(Rep, "/me/password", me::save_password)
        .post(Rep, "/me/elsewhere", me::elsewhere)
        .post(Rep, "/me/back", away::end)
        .get(Rep, "/leads", leads::show)
        .get(Manager, "/leads/export", leads::export)
        .post(Rep, "/leads/columns", leads::choose_columns)
        .post(Rep, "/leads/bulk", leads::bulk)
        .get(Rep, "/leads/bulk/{id}", leads::left)
        .post(Rep, "/leads/bulk/{id}/undo", leads::undo)
        .post(Rep, "/leads/segments", leads::save_segment)
        .post(Rep, "/leads/segments/{key}", leads::change_segment)
        .get(Manager, "/quarantine", quarantine::show)
        .post(Manager, "/quarantine/{submission}", quarantine::take_up)
        .get(Manager, "/team", team::show)
        .post(Manager, "/team", team::invite)
        .post(Manager, "/team/uninvite", team::uninvite)
        .get(Rep, "/team/{id}", team::mate)
        .post(Rep, "/team/{id}", team::save)
        .post(Owner, "/team/{id}/password", team::renew)
        .post(Manager, "/team/{id}/let-go", team::leave)
        .get(Owner, "/settings", settings::company)
        .post(Owner, "/settings", settings::save_company)
        .get(Owner, "/settings/fields", settings::fields)
        .post(Owner, "/settings/fields", settings::save_fields)
        .get(Owner, "/settings/fields/{key}", settings::field)
        .post(Owner, "/settings/fields/{key}", settings::change_field)
        .get(Owner, "/settings/tags", settings::tags)
        .post(Owner, "/settings/tags", settings::save_tags)
        .get(Manager, "/settings/qualification", settings::qualification)
        .post(Manager, "/settings/qualification", settings::save_qualification)
        .get(Manager, "/settings/scoring", settings::scoring)
        .post(Manager, "/settings/scoring", settings::save_scoring)
        .post(Manager, "/settings/scoring/sources", settings::apply_source_points)
        .post(Manager, "/settings/scoring/review", settings::keep_scoring)
        .get(Manager, "/settings/scoring/learned", settings::learned::show)
        .post(Manager, "/settings/scoring/learned", settings::learned::learn)
        .post(Manager, "/settings/scoring/learned/use", settings::learned::apply)
        .get(Manager, "/settings/routing", settings::routing)
        .post(Manager, "/settings/routing", settings::save_routing)
        .post(Manager, "/settings/routing/weights", settings::take_weights)
        .get(Manager, "/settings/routing/sample", settings::sample)
        .post(Manager, "/settings/routing/sample", settings::judge)
        .get(Manager, "/settings/versions", settings::versions)
        .get(Manager, "/settings/versions/{number}", settings::version)
        .post(Manager, "/settings/versions/{number}", settings::bring_back)
        .get(Owner, "/settings/mail", settings::mail)
        .post(Owner, "/settings/mail", settings::save_mail)
        .get(Owner, "/settings/sources", settings::sources)
        .post(Owner, "/settings/sources", settings::add_source)
        .post(Owner, "/settings/sources/{key}", settings::save_source)
        .get(Rep, "/settings/about", settings::about)
        .get(Rep, "/licences.txt", settings::licences)
        .get(Owner, "/settings/data", settings::data)
        .get(Owner, "/settings/data/download", settings::download)
        .get(Manager, "/import", import::front)
        .get(Manager, "/import/{id}", import::show)
        .get(Manager, "/import/{id}/report.csv", import::report)
        .post(Manager, "/import/{id}/check", import::check)
        .post(Manager, "/import/{id}/start", import::start)
        .post(Manager, "/import/{id}/drop", import::throw_away)
        .get(Rep, "/leads/new", lead::add_form)
        .post(Rep, "/leads/new", lead::add)
        .get(Rep, "/leads/known", lead::known)
        .get(Rep, "/leads/{id}", lead::show)
        .get(Rep, "/leads/{id}/edit", lead::edit)
        .get(Rep, "/leads/{id}/entries/{seq}", lead::entry)
        .post(Rep, "/leads/{id}/facts", lead::save_facts)
        .post(Rep, "/leads/{id}/notes", lead::post(Act::Note))
        .post(Rep, "/leads/{id}/calls", lead::post(Act::Call))
        .post(Rep, "/leads/{id}/emails", lead::post(Act::Email))
        .post(Rep, "/leads/{id}/touches", lead::post(Act::Other))
        .post(Rep, "/leads/{id}/tasks", lead::post(Act::Task))
        .post(Rep, "/leads/{id}/tasks/{seq}/done", lead::post(Act::Done))
        .post(Rep, "/leads/{id}/tasks/{seq}/move", lead::post(Act::Move))
        .post(Rep, "/leads/{id}/accept", lead::post(Act::Accept))
        .post(Rep, "/leads/{id}/owner", lead::post(Act::Owner))
        .post(Rep, "/leads/{id}/misroute", lead::post(Act::Misroute))
        .post(Rep, "/leads/{id}/tags", lead::post(Act::Tag))
        .post(Rep, "/leads/{id}/answers", lead::post(Act::Answer))
        .post(Rep, "/leads/{id}/take-on", lead::post(Act::TakeOn))
        .post(Rep, "/leads/{id}/send-back", lead::post(Act::SendBack))
        .post(Rep, "/leads/{id}/files/remove", lead::post(Act::Detach))
        .get(Rep, "/leads/{id}/files/{file}", lead::hand_over)
        .post(Rep, "/leads/{id}/stage", lead::post(Act::Stage))
        .post(Rep, "/leads/{id}/won", lead::post(Act::Won))
        .post(Rep, "/leads/{id}/lost", lead::post(Act::Lost))
        .post(Rep, "/leads/{id}/disqualify", lead::post(Act::Disqualify))
        .post(Rep, "/leads/{id}/reopen", lead::post(Act::Reopen))
        .post(Rep, "/leads/{id}/hold", lead::post(Act::Hold))
        .post(Rep, "/leads/{id}/resume", lead::post(Act::Resume))
        .post(Rep, "/leads/{id}/sequence", lead::post(Act::Enrol))
        .post(Rep, "/leads/{id}/snooze", lead::post(Act::Snooze))
        .post(Rep, "/leads/{id}/score", lead::post(Act::Score))
        .post(Rep, "/leads/{id}/letters/{seq}/rewrite", lead::post(Act::Rewrite))
        .post(Rep, "/leads/{id}/letters/{seq}/send", lead::post(Act::Send))
        .post(Rep, "/leads/{id}/letters/{seq}/drop", lead::post(Act::Drop))
}

/// What takes its time to arrive.
fn slow_routes() -> Routes {
    Routes::house()
        .post(Manager, "/import", import::hand_in)
        .post(Rep, "/leads/{id}/files", lead::attach)
        .post(Owner, "/settings/data/back-up", settings::back_up)
}

/// Every URL with what somebody must be to ask for it.
pub fn listed() -> Vec<Listed> {
    open_routes().and(house_routes()).and(api::routes()).and(slow_routes()).listed()
}

/// What every page stands on. Handlers take `State<Arc<House>>`, or this for the rest.
#[derive(Clone)]
pub struct Web {
    pub house: Arc<House>,
    pub limits: Arc<Limits>,
    pub live: Arc<Live>,
    pub imports: Arc<Imports>,
    reckoned: Arc<Reckoned>,
}

impl Web {
    /// The pages of a house that is open.
    pub fn of(house: Arc<House>) -> Web {
        let limits = Arc::new(Limits::of(&house.config.limits));
        let live = Arc::new(Live::from(*house.desk.committed().borrow()));
        scratch::sweep(&house.config.data_dir);
        let (imports, reckoned) = (Arc::new(Imports::none()), Arc::default());
        Web { house, limits, live, imports, reckoned }
    }

    /// Everything, for the house's own listener.
    pub fn house_door(&self) -> Router {
        let soon = open_routes().and(house_routes()).and(api::routes());
        self.door(Door::House, soon, slow_routes())
    }

    /// Only what strangers need, for the public listener.
    pub fn public_door(&self) -> Router {
        self.door(Door::Both, open_routes(), Routes::open())
    }

    /// From the inside out: what a handler may cost, what its no looks like, what all answers say.
    fn door(&self, door: Door, soon: Routes, slow: Routes) -> Router {
        let router = within(ANSWER_WITHIN, soon).merge(within(HAND_IN_WITHIN, slow));
        let mut router = errors::dressed(router, self.clone(), door);
        if door == Door::House {
            router = router.layer(from_fn_with_state(self.clone(), setup::first));
        }
        router
            .layer(map_response(headers::added))
            .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(is_no_file)))
            .with_state(self.clone())
    }
}

/// Whether an answer is anything but a file that goes out as it is kept: its length is known, and most
/// files are packed already.
fn is_no_file(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !(headers.contains_key(CONTENT_DISPOSITION) && headers.contains_key(CONTENT_LENGTH))
}

/// URLs that are answered within a time, and that break down alone.
fn within(time: Duration, routes: Routes) -> Router<Web> {
    let ends = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, time);
    routes.into_router().layer(CatchPanicLayer::new()).layer(ends)
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
