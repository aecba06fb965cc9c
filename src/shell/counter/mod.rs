//! The counter: where the command line is served. Every way to ask for something stands here.
//!
//! One code path for every command. A house that is open answers over its private socket; where
//! nobody has it open, the command opens it and asks the same router in its own process.

mod backups;
mod checkups;
mod export;
mod import;
mod no;
mod people;
mod playbooks;
mod socket;
mod tokens;

pub use super::importing::Imported;
pub use checkups::{Checkup, Rebuilt};
pub use import::{HowToImport, Told, ToldColumn};
pub use no::Said;
pub use people::{Account, Added, Email, Gone, NewPassword, NewUser};
pub use playbooks::{Checked, InForceText};
pub use socket::{PrivateSocket, SOCKET, connect, stranger_to};
pub use tokens::{ListedToken, MadeToken, NewToken, TokenName};

use super::house::House;
use super::web;
use crate::lead::Actor;
use axum::Router;
use axum::routing::{get, post};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What every answer stands on.
#[derive(Clone)]
struct Counter {
    house: Arc<House>,
    /// Whether nobody serves the house meanwhile.
    alone: bool,
    /// Room for one import at a time.
    imports: Arc<Semaphore>,
}

/// The counter of a house that is being served.
pub fn beside_a_server(house: Arc<House>) -> Router {
    web::copy::forget_drafts(&house.config.data_dir);
    super::importing::scratch::sweep(&house.config.data_dir);
    routes(Counter { house, alone: false, imports: import::one_at_a_time() })
}

/// The counter of a house that one command has to itself.
pub fn alone(house: Arc<House>) -> Router {
    routes(Counter { house, alone: true, imports: import::one_at_a_time() })
}

fn routes(counter: Counter) -> Router {
    Router::new()
        .route("/import", post(import::take))
        .route("/export/{what}", get(export::send))
        .route("/backup", get(backups::send))
        .route("/verify", post(checkups::verify))
        .route("/rebuild", post(checkups::rebuild))
        .route("/users", get(people::list).post(people::add))
        .route("/users/password", post(people::password))
        .route("/users/disable", post(people::disable))
        .route("/tokens", get(tokens::list).post(tokens::make))
        .route("/tokens/revoke", post(tokens::revoke))
        .route("/playbook", get(playbooks::show).post(playbooks::apply))
        .with_state(counter)
}

/// As whom the command line writes in the journal.
fn by() -> Actor {
    Actor::Token("command line".into())
}
