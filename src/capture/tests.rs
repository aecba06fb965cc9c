//! Whole arrivals: what a sender sent, and what we read from it.

use super::example::{AT, booking, enquiry, import, playbook, posted, received, source, website};
use super::sources::csv_row;
use super::{Read, read, read_fields};
use crate::lead::{Arrival, HandRaise};
use crate::playbook::{Door, Role, Teammate};

fn row(headers: &[&str], values: &[&str]) -> Arrival {
    let strings = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
    let (source, body) = (import(), csv_row::body(&strings(headers), &strings(values)));
    enquiry(read(&received(&source, csv_row::CONTENT_TYPE, &body), &playbook()))
}

#[test]
fn the_form_of_the_house_is_read_whole() {
    let read = enquiry(posted(
        &website(),
        "name=Dana+Whitfield&company=Brightwater&tel=0113+496+0000&email=dana%40brightwater.example\
         &need=A+quote&say=Three+rooftop+units&news=on&site=&utm_source=google",
    ));
    let profile = &read.profile;
    assert_eq!((&*profile.name, &*profile.company), ("Dana Whitfield", "Brightwater"));
    assert_eq!((&*profile.phone, &*profile.email), ("0113 496 0000", "dana@brightwater.example"));
    assert_eq!((&*read.message, &*read.fields["need"]), ("Three rooftop units", "A quote"));
    assert_eq!(read.hand_raise, Some(HandRaise::Quote));
    assert_eq!(read.consent.map(|consent| consent.text).as_deref(), Some("news"));
    assert_eq!((&*read.campaign.utm_source, read.missing), ("google", vec![]));
}

#[test]
fn one_sentence_is_enough_to_ask_for_a_quote() {
    for source in [website(), source("in", Door::Json)] {
        let read = enquiry(posted(&source, "message=Please send a quote"));
        assert_eq!(read.hand_raise, Some(HandRaise::Quote));
        assert_eq!(read.missing, ["company", "email|phone"]);
    }
}

#[test]
fn every_booking_is_a_request_whatever_it_says() {
    assert_eq!(enquiry(posted(&booking(), "name=Ana")).hand_raise, Some(HandRaise::Booking));
}

#[test]
fn what_says_nothing_is_empty() {
    let by_itself = "utm_source=google&country=GB&_wpcf7=12&g-recaptcha-response=03AF&submit=Send";
    for body in ["", "name=+&message=%0A", by_itself] {
        assert_eq!(posted(&website(), body), Read::Empty, "{body}");
    }
}

#[test]
fn one_answer_is_enough_to_be_heard() {
    for body in ["need=A+quote", "postcode=LS1", "Which+roof=the+flat+one"] {
        let read = enquiry(posted(&website(), body));
        assert_eq!(read.missing, ["company", "email|phone"], "{body}");
    }
    let api = posted(&source("in", Door::Json), r#"{"fields":{"budget":"5000"}}"#);
    assert_eq!(enquiry(api).fields["budget"], "5000");
}

#[test]
fn either_of_two_required_facts_is_enough() {
    let missing = |body| enquiry(posted(&website(), body)).missing;
    assert_eq!(missing("company=X&phone=020+7946+0011"), Vec::<String>::new());
    assert_eq!(missing("company=X&email=a@b.example"), Vec::<String>::new());
    assert_eq!(missing("email=a@b.example"), ["company"]);
}

#[test]
fn an_address_that_is_none_is_kept_and_missed() {
    let read = enquiry(posted(&website(), "company=X&email=ana+at+home"));
    assert_eq!((&*read.profile.email, &*read.fields["email_as_given"]), ("", "ana at home"));
    assert_eq!(read.missing, ["email|phone"]);
}

#[test]
fn what_cannot_be_seen_says_nothing() {
    assert_eq!(posted(&website(), "name=%E2%80%8B%E2%80%8F&company=%00"), Read::Empty);
    let read = enquiry(posted(&website(), "name=Ana%0D%0ABcc:+x&Colour=%E2%80%AEred%0A"));
    assert_eq!((&*read.profile.name, &*read.fields["colour"]), ("Ana Bcc: x", "red"));
}

#[test]
fn an_address_is_found_among_other_words() {
    let of = |text: &str| enquiry(posted(&website(), &format!("email={text}")));
    assert_eq!(of("Ana <ana@b.example>").profile.email, "ana@b.example");
    let two = of("ana@b.example; bob@b.example");
    assert_eq!(two.profile.email, "ana@b.example");
    assert_eq!(two.fields["email_as_given"], "ana@b.example; bob@b.example");
}

#[test]
fn what_has_no_place_is_kept_under_its_name() {
    let read = enquiry(posted(
        &website(),
        "name=Ana&Favourite+colour=blue&need=A&need=B&phone=1&mobile=2&phone=3",
    ));
    assert_eq!(read.fields["favourite_colour"], "blue");
    assert_eq!(read.fields["need"], "A, B");
    assert_eq!((&*read.profile.phone, &*read.fields["mobile"]), ("1", "2"));
    assert_eq!(read.fields["phone_2"], "3");
}

#[test]
fn first_and_last_name_make_a_name() {
    let name = |body| enquiry(posted(&website(), body)).profile.name;
    assert_eq!(name("first_name=Ana&last_name=Diaz"), "Ana Diaz");
    assert_eq!(name("Vorname=Ana&Name=Diaz"), "Ana Diaz");
    assert_eq!(name("First+Name=Ana&Full+Name=Ana+Diaz"), "Ana Diaz");
    assert_eq!(name("first=Ana&last=Diaz&name=Dr+A.+Diaz"), "Dr A. Diaz");
    assert_eq!(name("first_name=John&last_name=Johnson"), "John Johnson");
    assert_eq!(name("first_name=Ana&last_name=Ana"), "Ana Ana");
    assert_eq!(name("first_name=John&name=Johnson"), "John Johnson");
    assert_eq!(name("first_name=Ana&name=Diaz,+Ana"), "Diaz, Ana");
    assert_eq!(name("last_name=Diaz"), "Diaz");
    assert_eq!(name("first_name=Ana"), "Ana");
}

#[test]
fn a_second_column_of_one_name_is_kept_beside_the_first() {
    let headers = ["Name", "Phone", "Phone", "Consent text", "Consent text", "gclid", "gclid"];
    let read = row(&headers, &["Ana", "", "2", "Letters", "Calls", "a", "b"]);
    assert_eq!(read.profile.phone, "2");
    assert_eq!(read.fields["consent_text_2"], "Calls");
    assert_eq!((&*read.campaign.click_id, &*read.fields["gclid_2"]), ("gclid=a", "b"));
    let read = row(&headers, &["Ana", "1", "2", "Letters", "Letters", "a", "a"]);
    assert_eq!((&*read.profile.phone, &*read.fields["phone_2"]), ("1", "2"));
    assert_eq!(read.fields.len(), 1);
}

#[test]
fn a_heading_of_any_length_goes_where_it_was_mapped() {
    let heading = |end: &str| "Which of our services are you interested in? ".repeat(5) + end;
    let mut source = import();
    source.mapping.insert(heading("a"), "ignore".to_owned());
    source.mapping.insert(heading("b"), "roof_area".to_owned());
    let headers = ["Name".to_owned(), heading("b")];
    let body = csv_row::body(&headers, &["Ana".to_owned(), "12".to_owned()]);
    let read = enquiry(read(&received(&source, csv_row::CONTENT_TYPE, &body), &playbook()));
    assert_eq!(read.fields["roof_area"], "12");
}

#[test]
fn the_money_of_others_is_kept_as_it_was_said() {
    let read = row(&["Name", "Deal value"], &["Ana", "USD 5,000"]);
    assert_eq!((read.value, &*read.fields["deal_value"]), (None, "USD 5,000"));
}

#[test]
fn what_is_over_ended_no_earlier_than_it_began() {
    let of = |created: &str, closed: &str| {
        let headers = ["Name", "Stage", "Create Date", "Close Date"];
        let read = row(&headers, &["Ana", "Closed won", created, closed]);
        let moment = |at: jiff::Timestamp| at.to_string();
        let closed_at = read.closed_at.map(moment).unwrap_or_default();
        (moment(read.arrived_at), closed_at, read.fields.contains_key("close_date"))
    };
    let (day, noon) = ("2026-03-01T23:00:00Z".to_owned(), "2026-03-02T11:00:00Z".to_owned());
    assert_eq!(of("", "2026-03-02"), (day.clone(), day.clone(), false));
    assert_eq!(of("2026-03-02 12:00", "2026-03-02"), (noon.clone(), noon.clone(), false));
    assert_eq!(of("2026-03-02", "2026-03-02 12:00"), (day.clone(), noon.clone(), false));
    assert_eq!(of("2026-03-02 12:00", "2026-03-01"), (noon, String::new(), true));
}

#[test]
fn a_row_about_what_is_over_asks_nothing_of_us() {
    let source = source("list", Door::Csv);
    let strings = |cells: [&str; 2]| cells.map(str::to_owned);
    for (stage, quiet) in [("Closed won", true), ("New", false), ("", false)] {
        let body = csv_row::body(&strings(["Name", "Stage"]), &strings(["Ana", stage]));
        let received = received(&source, csv_row::CONTENT_TYPE, &body);
        assert_eq!(enquiry(read(&received, &playbook())).quiet, quiet, "{stage}");
    }
}

#[test]
fn strange_names_are_kept_as_they_are() {
    let name = |value: &str| row(&["Name"], &[value]).profile.name;
    for value in ["<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "Zoë 🏠", "{{ name }}"]
    {
        assert_eq!(name(value), value);
    }
}

#[test]
fn a_hubspot_row_keeps_its_owner_its_stage_and_its_true_moment() {
    let read = row(
        &[
            "Record ID",
            "First Name",
            "Last Name",
            "Email",
            "Phone Number",
            "Contact owner",
            "Lead Status",
            "Create Date",
            "Company name",
            "Job Title",
            "Original Source",
        ],
        &[
            "4711",
            "Jon",
            "Smith",
            "jon@smith.example",
            "+49 30 901820",
            "Maya Osei",
            "Contacted",
            "2026-04-01 09:30",
            "Smith IT",
            "Head of IT",
            "Organic Search",
        ],
    );
    assert_eq!((&*read.profile.name, &*read.profile.role), ("Jon Smith", "Head of IT"));
    assert_eq!((read.owner.as_deref(), read.stage.as_deref()), (Some("maya"), Some("contacted")));
    assert_eq!(read.arrived_at.to_string(), "2026-04-01T07:30:00Z");
    assert_eq!(read.fields["record_id"], "4711");
    assert_eq!(read.fields["lead_source_detail"], "Organic Search");
    assert!(read.quiet);
}

#[test]
fn an_owner_a_stage_or_a_moment_we_do_not_know_is_kept_as_they_said_it() {
    let read = row(
        &["Name", "Owner", "Lead Status", "Created"],
        &["Ana", "Somebody Else", "SLEEPING", "next spring"],
    );
    let (owner, stage) = (read.owner.as_deref(), read.stage.as_deref());
    assert_eq!((owner, stage), (Some("Somebody Else"), Some("SLEEPING")));
    assert_eq!(read.fields["owner"], "Somebody Else");
    assert_eq!(read.fields["lead_status"], "SLEEPING");
    assert_eq!(read.fields["created"], "next spring");
}

#[test]
fn a_status_of_another_system_is_a_stage_of_ours_and_kept_as_it_was_said() {
    let read = row(&["Name", "Lead Status"], &["Ana", "IN_PROGRESS"]);
    assert_eq!(read.stage.as_deref(), Some("contacted"));
    assert_eq!(read.fields["lead_status"], "IN_PROGRESS");
    let read = row(&["Name", "Lifecycle Stage", "Stage"], &["Ana", "NEW", "Proposal delivered"]);
    assert_eq!(read.stage.as_deref(), Some("proposal"));
}

#[test]
fn tags_are_known_by_key_and_label_and_words_that_are_none_are_kept() {
    let read = row(&["Name", "Tags"], &["Ana", "vip; Trade Fair, gold;old list,, VIP"]);
    assert_eq!(read.tags, ["vip", "fair"]);
    assert_eq!(read.fields["tags"], "gold, old list");
    let read = row(&["Name", "Schlagwörter"], &["Ana", "VIP"]);
    assert_eq!((read.tags.len(), read.fields.len()), (1, 0));
    let stranger = enquiry(posted(&website(), "name=Ana&email=ana@x.example&tags=vip"));
    assert!(stranger.tags.is_empty(), "a stranger puts no tags on");
    assert_eq!(stranger.fields["tags"], "vip");
}

#[test]
fn of_two_owners_the_one_who_works_here_is_meant() {
    for cells in [["Somebody Else", "Maya Osei"], ["Maya Osei", "Somebody Else"]] {
        let [one, other] = cells;
        let read = row(&["Name", "Owner", "Lead owner"], &["Ana", one, other]);
        assert_eq!(read.owner.as_deref(), Some("maya"));
    }
}

#[test]
fn who_works_here_is_meant_before_who_has_left() {
    let mut playbook = playbook();
    let mut left = Teammate::new("jonas", "Jonas Ek", "jonas@fernhill.example", Role::Rep);
    left.active = false;
    playbook.team.push(left);
    let owner = |cells: [&str; 2]| {
        let headers = ["Name", "Owner", "Lead owner"].map(str::to_owned);
        let cells = ["Ana", cells[0], cells[1]].map(str::to_owned);
        let (source, body) = (import(), csv_row::body(&headers, &cells));
        let read = enquiry(read(&received(&source, csv_row::CONTENT_TYPE, &body), &playbook));
        let kept = ["owner", "lead_owner"].map(|key| read.fields.get(key).cloned());
        (read.owner.unwrap_or_default(), kept.into_iter().flatten().collect::<Vec<_>>())
    };
    let jonas = || vec!["Jonas Ek".to_owned()];
    assert_eq!(owner(["Jonas Ek", "Maya Osei"]), ("maya".into(), jonas()));
    assert_eq!(owner(["Maya Osei", "Jonas Ek"]), ("maya".into(), jonas()));
    assert_eq!(owner(["Somebody Else", "Jonas Ek"]).0, "jonas");
    let again = Teammate::new("jonas2", "Jonas Ek", "ek@fernhill.example", Role::Rep);
    playbook.team.push(again);
    assert_eq!(playbook.teammate_called("jonas ek").map(|mate| &*mate.id), Some("jonas2"));
}

#[test]
fn nothing_arrives_in_the_future() {
    let read = row(&["Name", "Date"], &["Ana", "2027-01-01"]);
    assert_eq!(read.arrived_at.to_string(), super::example::AT);
    assert_eq!(read.fields["date"], "2027-01-01");
}

#[test]
fn consent_is_the_words_agreed_to_or_the_name_of_the_box() {
    let text = |body| enquiry(posted(&website(), body)).consent.map(|consent| consent.text);
    assert_eq!(text("name=A&consent=on").as_deref(), Some("consent"));
    assert_eq!(text("name=A&consent=I+want+letters").as_deref(), Some("I want letters"));
    assert_eq!(text("name=A&consent=1&consent_text=Letters").as_deref(), Some("Letters"));
    assert_eq!(text("name=A&consent=no"), None);
    assert_eq!(text("name=A&consent_text=Letters"), None);
}

#[test]
fn the_api_is_read_with_its_nested_fields() {
    let body = br#"{"name":"Ana","email":"ana@b.example","source":"website","hand_raise":"demo",
        "fields":{"roof_area":120,"colour":"blue"},"owner":"maya@fernhill.example"}"#;
    let source = source("api", Door::Api);
    let read = enquiry(read(&received(&source, "application/json", body), &playbook()));
    assert_eq!((&*read.fields["roof_area"], &*read.fields["colour"]), ("120", "blue"));
    assert_eq!((read.hand_raise, read.owner.as_deref()), (Some(HandRaise::Demo), Some("maya")));
    assert!(!read.fields.contains_key("lead_source_detail"));
}

#[test]
fn machines_are_put_aside_and_colleagues_never() {
    let body = "name=Ana&site=http://x.example";
    assert!(matches!(posted(&website(), body), Read::Spam(_, why) if why.contains("cannot see")));
    let links = "name=Ana&message=www.a+www.b+www.c+www.d+www.e";
    assert!(matches!(posted(&source("in", Door::Json), links), Read::Spam(..)));
    assert!(matches!(posted(&source("manual", Door::Manual), links), Read::Enquiry(_)));
}

#[test]
fn a_house_may_ask_for_a_site() {
    let mut playbook = playbook();
    let site = playbook.fields[0].clone();
    playbook.fields.push(crate::playbook::Field {
        key: "site".into(),
        label: "Site".into(),
        ..site
    });
    let (source, body) = (website(), b"name=Ana&site=Leeds&_site=");
    let form = received(&source, "application/x-www-form-urlencoded", body);
    assert_eq!(enquiry(read(&form, &playbook)).fields["site"], "Leeds");
    let body = b"name=Ana&site=Leeds&_site=x";
    let form = received(&source, "application/x-www-form-urlencoded", body);
    assert!(matches!(read(&form, &playbook), Read::Spam(..)));
}

#[test]
fn a_webhook_may_have_a_field_called_site() {
    let read = enquiry(posted(&source("in", Door::Json), "name=Ana&site=Leeds"));
    assert_eq!(read.fields["site"], "Leeds");
}

#[test]
fn the_longest_message_is_cut_and_the_rest_of_the_values_are_short() {
    let fields = vec![
        ("message".to_owned(), "ä".repeat(50_000)),
        ("Subject".to_owned(), "b".repeat(50_000)),
        ("name".to_owned(), "n".repeat(50_000)),
        ("n".repeat(5_000), "v".repeat(50_000)),
    ];
    let source = website();
    let read = enquiry(read_fields(&received(&source, "", b""), fields, &playbook()));
    assert_eq!(read.message.chars().count(), 20_000);
    assert_eq!(read.profile.name.len(), 300);
    assert!(read.fields.iter().all(|(key, value)| key.len() <= 60 && value.len() <= 300));
}

#[test]
fn the_form_of_an_old_page_is_read_as_it_was_written() {
    let source = website();
    let read =
        enquiry(read(&received(&source, "", b"name=Jos\xe9&email=a@b.example"), &playbook()));
    assert_eq!((&*read.profile.name, &*read.profile.email), ("José", "a@b.example"));
}

#[test]
fn a_moment_nobody_can_have_written_at_is_not_believed_and_kept_as_it_was_told() {
    let now: jiff::Timestamp = AT.parse().expect("a fixed moment");
    for told in ["0001-01-01T00:00:00Z", "-009999-06-01T00:00:00Z", "2006-01-01"] {
        let arrival = row(&["Name", "Created at"], &["Ana", told]);
        assert_eq!(arrival.arrived_at, now, "{told}");
        assert_eq!(arrival.fields.get("created_at").map(String::as_str), Some(told));
    }
    let arrival = row(&["Name", "Created at"], &["Ana", "2007-01-01T00:00:00Z"]);
    assert_eq!(arrival.arrived_at.to_string(), "2007-01-01T00:00:00Z");
}

#[test]
fn who_writes_is_read_however_many_other_fields_come_before() {
    let junk: Vec<String> = (0..10_000).map(|n| format!("a{n}=x")).collect();
    let said = "name=Ana+Diaz&email=ana%40diaz.example&message=Hello&roof_area=12";
    let form = enquiry(posted(&website(), &format!("{}&{said}", junk.join("&"))));
    let junk: Vec<String> = (0..300).map(|n| format!("\"a{n}\":\"x\"")).collect();
    let said = "\"name\":\"Ana Diaz\",\"email\":\"ana@diaz.example\",\"message\":\"Hello\",\
                \"roof_area\":\"12\"";
    let json =
        enquiry(posted(&source("in", Door::Json), &format!("{{{},{said}}}", junk.join(","))));
    for read in [form, json] {
        assert_eq!((&*read.profile.name, &*read.profile.email), ("Ana Diaz", "ana@diaz.example"));
        assert_eq!((&*read.message, &*read.fields["roof_area"]), ("Hello", "12"));
        assert!(read.fields.len() <= 200, "{}", read.fields.len());
    }
}

#[test]
fn the_money_of_others_is_not_taken_for_ours() {
    let worth = |currency: &str, said: &str| {
        let read = row(&["Name", "Lead - Value", currency], &["Ana", "12,500.50", said]);
        (read.value, read.fields.get("lead_value").cloned())
    };
    let ours = (Some(1_250_050), None);
    let theirs = (None, Some("12,500.50".to_owned()));
    assert_eq!(worth("Lead - Currency of Value", "USD"), theirs);
    assert_eq!(worth("Währung", "CHF"), theirs);
    assert_eq!(worth("Lead - Currency of Value", "gbp"), ours);
    assert_eq!(worth("Currency", "£"), ours);
}

#[test]
fn a_marketing_status_says_who_wants_no_letters() {
    let of = |status: &str| {
        let headers = ["Person - Name", "Person - Email", "Person - Marketing status"];
        let read = row(&headers, &["Ana", "ana@example.com", status]);
        (read.opted_out, read.declined)
    };
    assert_eq!(of("Unsubscribed"), (true, false));
    assert_eq!(of("No consent"), (false, true));
    assert_eq!(of("Subscribed"), (false, false));
}

#[test]
fn an_open_deal_stands_in_its_stage_and_not_where_it_is_merely_open() {
    let (status, stage) = (("Deal - Status", "Open"), ("Deal - Stage", "Angebot"));
    for [first, second] in [[status, stage], [stage, status]] {
        let read = row(&["Name", first.0, second.0], &["Ana", first.1, second.1]);
        assert_eq!(read.stage.as_deref(), Some("proposal"));
    }
}
