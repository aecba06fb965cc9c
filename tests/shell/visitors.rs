//! Strangers who write to a house all at once, and remember who of them was thanked.

use crate::http::Connection;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::Scope;

const VISITORS: u32 = 16;

/// What a house answers that is about to close.
const CLOSING: u16 = 503;

/// The most people one visitor can name.
const PEOPLE: u32 = 100_000;

/// Lets visitors in who write until nobody takes anything any more. Tells the address of everybody whose
/// enquiry was acknowledged. No two are alike, nor like those of another `round`.
pub fn let_in<'scope>(scope: &'scope Scope<'scope, '_>, port: u16, round: u32) -> Receiver<String> {
    let (thanked, thanks) = mpsc::channel();
    for visitor in 0..VISITORS {
        let thanked = thanked.clone();
        scope.spawn(move || visit(port, (round * VISITORS + visitor) * PEOPLE, &thanked));
    }
    thanks
}

/// Sends one person after another, by the form and by the webhook in turn.
fn visit(port: u16, first: u32, thanked: &Sender<String>) {
    let Ok(mut house) = Connection::open(port) else { return };
    for nth in first..first + PEOPLE {
        let address = format!("person{nth}@firm{nth}.example");
        let Ok(status) = enquire(&mut house, nth, &address) else { return };
        if status == CLOSING {
            return;
        }
        let expected = if by_form(nth) { 303 } else { 202 };
        assert_eq!(status, expected, "what became of {address}");
        let _ = thanked.send(address);
    }
}

fn by_form(nth: u32) -> bool {
    nth.is_multiple_of(2)
}

fn enquire(house: &mut Connection, nth: u32, address: &str) -> io::Result<u16> {
    if by_form(nth) {
        let body = format!("name=Person+{nth}&email={address}&message=Please+send+a+quote");
        return house.post("/f/contact", "application/x-www-form-urlencoded", &body);
    }
    let body = format!("{{\"name\": \"Person {nth}\", \"email\": \"{address}\"}}");
    house.post("/in/booking", "application/json", &body)
}
