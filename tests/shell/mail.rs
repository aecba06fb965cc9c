//! Letters handed to a real mail server: what arrives, and what is made of each way to fail.

use crate::clocks;
use crate::mail_server::MailServer;
use leadstead::command::Setback;
use leadstead::lead::LeadId;
use leadstead::shell::config::{Config, Smtp};
use leadstead::shell::desk::Desk;
use leadstead::shell::outbox::mail::{Carrier, CarryFault, Mail, SmtpCarrier, message_id};
use leadstead::shell::outbox::{Links, Unreported, carry_due};
use leadstead::shell::scheduler::review_due;
use std::net::TcpListener;
use std::time::Duration;

fn carrier(port: u16, more: &str) -> SmtpCarrier {
    SmtpCarrier::new(settings(port, more)).expect("a carrier")
}

fn settings(port: u16, more: &str) -> Smtp {
    let text = format!(
        "[smtp]\nhost = \"localhost\"\nport = {port}\nfrom = \"hello@example.com\"\n\
         {more}\n"
    );
    let smtp = Config::parse(&text).expect("the settings are right").smtp;
    smtp.expect("a mail server is set")
}

fn plain(server: &MailServer) -> SmtpCarrier {
    carrier(server.port, "security = \"none\"")
}

/// For a server that will not answer: no longer than the settings allow at the least.
fn impatient(port: u16) -> SmtpCarrier {
    carrier(port, "security = \"none\"\ntimeout_seconds = 1")
}

fn mail() -> Mail {
    Mail {
        to: "maya@example.org".to_owned(),
        to_name: "Maya Lindqvist".to_owned(),
        from_name: "Northside Heating".to_owned(),
        subject: "Your enquiry – thank you".to_owned(),
        body: "Grüße,\n.\n..\nMax".to_owned(),
        message_id: message_id(7, 1042),
        automatic: true,
        unsubscribe_url: Some("https://www.example.com/u/abc".to_owned()),
        ..Mail::default()
    }
}

fn refused(carrier: &SmtpCarrier) -> CarryFault {
    carrier.carry(&mail()).expect_err("the letter is not taken")
}

#[test]
fn a_letter_arrives_as_it_was_written() {
    let server = MailServer::start(&["accept"]);
    plain(&server).carry(&mail()).expect("the letter is taken");
    let letters = server.letters();
    let [letter] = &letters[..] else { panic!("one letter, not {}", letters.len()) };
    for line in [
        "From: \"Northside Heating\" <hello@example.com>",
        "To: \"Maya Lindqvist\" <maya@example.org>",
        "Message-ID: <1042.0000000000000007@example.com>",
        "Auto-Submitted: auto-generated",
        "List-Unsubscribe: <https://www.example.com/u/abc>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Gr=C3=BC=C3=9Fe,\r\n.\r\n..\r\nMax",
    ] {
        assert!(letter.contains(line), "{line} is not in\n{letter}");
    }
}

#[tokio::test]
async fn a_letter_may_be_carried_from_a_blocking_thread_of_the_running_house() {
    let server = MailServer::start(&["accept"]);
    let carrier = plain(&server);
    let carried = tokio::task::spawn_blocking(move || carrier.carry(&mail())).await;
    carried.expect("carrying does not panic").expect("the letter is taken");
}

#[test]
fn what_is_refused_for_now_is_tried_again_and_then_taken() {
    let mut server = MailServer::start(&["4xx"]);
    let carrier = plain(&server);
    let fault = refused(&carrier);
    assert!(fault.setback == Setback::ForNow && fault.sentence.contains("451 4.3.0"), "{fault:?}");
    server.turn_to("accept");
    carrier.carry(&mail()).expect("the letter is taken now");
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn an_address_that_does_not_exist_is_given_up_and_not_named() {
    let server = MailServer::start(&["5xx"]);
    let fault = refused(&plain(&server));
    assert!(
        fault.setback == Setback::OfTheAddress && fault.sentence.contains("550 5.1.1"),
        "{fault:?}"
    );
    assert!(!fault.sentence.contains("maya"), "{fault:?}");
}

#[test]
fn a_letter_nobody_wants_is_given_up_and_a_matter_of_policy_is_not() {
    let mut server = MailServer::start(&["refuse-letter"]);
    let carrier = plain(&server);
    assert_eq!(refused(&carrier).setback, Setback::OfTheLetter);
    server.turn_to("policy");
    let fault = refused(&carrier);
    assert!(fault.setback == Setback::ForNow && fault.sentence.contains("550 5.7.1"), "{fault:?}");
}

#[test]
fn a_server_that_falls_silent_is_left_after_the_time_allowed() {
    let server = MailServer::start(&["hang"]);
    let fault = refused(&impatient(server.port));
    assert!(fault.setback == Setback::ForNow && fault.sentence.contains("within 1 s"), "{fault:?}");
}

#[test]
fn a_server_may_think_about_a_letter_for_a_time_of_its_own() {
    let server = MailServer::start(&["think"]);
    let settings = settings(server.port, "security = \"none\"\ntimeout_seconds = 600");
    let carrier = SmtpCarrier::thinking(settings, Duration::ZERO).expect("a carrier");
    assert_eq!(refused(&carrier).sentence, "The mail server did not answer within 0 s.");
}

#[test]
fn a_server_that_never_greets_is_left_too() {
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = silent.local_addr().expect("it is bound").port();
    let fault = refused(&impatient(port));
    assert!(fault.setback == Setback::ForNow && fault.sentence.contains("within 1 s"), "{fault:?}");
}

#[test]
fn a_server_that_dies_before_its_yes_gets_the_same_letter_again() {
    let mut server = MailServer::start(&["die"]);
    let carrier = plain(&server);
    let fault = refused(&carrier);
    assert!(
        fault.setback == Setback::ForNow && fault.sentence.contains("broke the connection off"),
        "{fault:?}"
    );
    server.turn_to("accept");
    carrier.carry(&mail()).expect("the letter is taken");
    let same = |letter: &String| letter.contains("Message-ID: <1042.0000000000000007@");
    assert_eq!(server.letters().iter().filter(|letter| same(letter)).count(), 2);
}

#[test]
fn a_server_that_is_not_there_is_a_matter_of_time() {
    let gone = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = gone.local_addr().expect("it is bound").port();
    drop(gone);
    let fault = refused(&carrier(port, "security = \"none\""));
    assert!(
        fault.setback == Setback::ForNow && fault.sentence.contains("could not be reached"),
        "{fault:?}"
    );
}

#[test]
fn a_letter_travels_by_starttls_and_with_a_log_in() {
    let server = MailServer::start(&["--starttls", "--login", "shop:s3cret", "accept"]);
    let ca = server.ca.as_deref().expect("the server has a certificate").display();
    let login = |word| format!("ca_file = \"{ca}\"\nuser = \"shop\"\npassword = \"{word}\"");
    carrier(server.port, &login("s3cret")).carry(&mail()).expect("the letter is taken");
    assert_eq!(server.letters().len(), 1);
    let fault = refused(&carrier(server.port, &login("wrong")));
    assert!(
        fault.setback == Setback::ForNow
            && fault.sentence.contains("the user or the password. The server said: “535"),
        "{fault:?}"
    );
}

#[test]
fn a_letter_travels_by_tls_from_the_first_byte() {
    let server = MailServer::start(&["--tls", "accept"]);
    let ca = server.ca.as_deref().expect("the server has a certificate").display();
    let tls = format!("security = \"tls\"\nca_file = \"{ca}\"");
    carrier(server.port, &tls).carry(&mail()).expect("the letter is taken");
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn a_certificate_nobody_vouches_for_gets_no_letter() {
    for (flag, security) in [("--tls", "tls"), ("--starttls", "starttls")] {
        let server = MailServer::start(&[flag, "accept"]);
        let fault = refused(&carrier(server.port, &format!("security = \"{security}\"")));
        assert!(fault.setback == Setback::ForNow, "{fault:?}");
        assert!(fault.sentence.contains("certificate"), "{fault:?}");
        assert!(server.letters().is_empty());
    }
}

#[test]
fn a_server_without_tls_gets_no_letter_where_tls_was_asked_for() {
    let server = MailServer::start(&["accept"]);
    let fault = refused(&carrier(server.port, "security = \"starttls\""));
    assert!(fault.setback == Setback::ForNow && fault.sentence.contains("STARTTLS"), "{fault:?}");
    assert!(server.letters().is_empty());
}

#[test]
fn an_address_with_letters_beyond_ascii_arrives_where_the_server_can_write_it() {
    let server = MailServer::start(&["accept"]);
    let carrier = plain(&server);
    let to = |address: &str| Mail { to: address.to_owned(), ..mail() };
    carrier.carry(&to("maya@bücher.example")).expect("a domain has another spelling");
    carrier.carry(&to("jürgen@example.org")).expect("this server can write it");
    assert_eq!(server.letters().len(), 2);
}

/// What waits in the outbox of the one lead of a house: how often each letter was tried, and why it
/// has not gone.
fn waiting(desk: &Desk) -> Vec<(u32, String)> {
    let reading = desk.store().read().expect("a store");
    let lead = reading.lead(LeadId(1)).expect("a store").expect("a lead");
    lead.outbox.iter().map(|letter| (letter.tries, letter.last_error.clone())).collect()
}

#[test]
fn the_outbox_holds_a_letter_through_refusals_and_silence_and_lets_it_go_once() {
    let mut server = MailServer::start(&["4xx"]);
    let carrier = impatient(server.port);
    let (desk, clock) = clocks::house();
    let (links, unreported) = (
        Links { public_url: "http://box".into(), epoch: 1, house_key: vec![1; 32] },
        Unreported::default(),
    );
    let carry = || carry_due(&desk, &links, &carrier, &unreported).expect("a desk that works");
    review_due(&desk).expect("a desk that works");
    clock.run(6);
    for (tries, mode, why) in [(1, "hang", "451 4.3.0"), (2, "accept", "within 1 s")] {
        assert_eq!((carry(), carry()), (0, 0), "it waits before it is tried again");
        let [(tried, said)] = &waiting(&desk)[..] else { panic!("one letter waits") };
        assert!(*tried == tries && said.contains(why), "{tried}: {said}");
        server.turn_to(mode);
        clock.run(60);
    }
    assert_eq!((carry(), carry()), (1, 0));
    assert_eq!((waiting(&desk), server.letters().len()), (Vec::new(), 1));
}
