//! People and a playbook for tests of the shell.

use jiff::Timestamp;
use leadstead::capture::{self, Received};
use leadstead::lead::{Actor, Fate, Submission};
use leadstead::playbook::{Playbook, Role, Teammate, starter};
use leadstead::shell::desk::{Arrived, Order};
use leadstead::shell::house::House;
use leadstead::shell::store::office::{Change, Session, User};
use leadstead::shell::web::signed;
use uuid::Uuid;

/// The starter playbook of a house of one.
pub fn playbook() -> Playbook {
    starter("Fernhill", Teammate::new("maya", "Maya", "maya@fernhill.example", Role::Owner))
}

/// Gives teammates of Fernhill accounts and lets each in who brings their id as the cookie.
pub async fn let_in(house: &House, teammates: &[&str]) {
    for id in teammates {
        let email = format!("{id}@fernhill.example");
        let user = User::new(&email, id, String::new(), house.clock.now());
        let (made_at, expires_at) =
            (user.made_at, "2027-01-01T00:00:00Z".parse().expect("a moment"));
        let session = Session { email, teammate: (*id).into(), made_at, expires_at };
        let hash = signed::hash_of_secret(id);
        let changes = vec![Change::PutUser(user), Change::PutSession { hash, session }];
        house.desk.ask(Order::Office(changes)).await.expect("an account");
    }
}

/// The enquiry of the nth person, no two alike.
pub fn capture(nth: u32) -> Order {
    capture_with(nth, "")
}

/// The same, with more fields behind it, each begun by `&`.
pub fn capture_with(nth: u32, more: &str) -> Order {
    let body = format!(
        "name=Person+{nth}&email=person{nth}@firm{nth}.example&message=Please+send+a+quote{more}"
    );
    let playbook = playbook();
    let content_type = "application/x-www-form-urlencoded";
    let id = Uuid::from_u128(u128::from(nth) + 1);
    let arrived_at: Timestamp = "2026-05-04T09:00:00Z".parse().expect("a moment");
    let received = Received {
        id,
        source: playbook.source("website").expect("a source"),
        at: arrived_at,
        content_type,
        body: body.as_bytes(),
        query: "",
        referrer: "",
    };
    let read = capture::read(&received, &playbook);
    let submission = Submission {
        id,
        source: "website".into(),
        arrived_at,
        content_type: content_type.into(),
        raw: body.clone().into_bytes(),
        cut: false,
        fate: Fate::Empty,
    };
    Order::Capture(Box::new(Arrived { submission, read, by: Actor::Visitor, once: None }))
}
