//! The log of a house: it says what happens, and of nobody.

use crate::box_of_one::Machine;
use crate::http::Connection;

const FORM: &str = "application/x-www-form-urlencoded";

/// What nobody is to read in a log.
const PERSONAL: [&str; 7] =
    ["Zsigmond", "quark.example", "7946", "boiler", "maya@roth.example", "wrong horse", "Imre"];

#[test]
fn the_log_tells_what_happens_and_names_nobody() {
    let machine = Machine::with_owner();
    let settings = machine.write("config.toml", "log = \"debug\"\n");
    let open = format!("serve --listen 127.0.0.1:0 --config {}", settings.display());
    let house = machine.serve_by(&open);
    let mut visitor = Connection::open(house.port()).expect("an open door");
    let enquiry = "name=Zsigmond+Quark&email=zsigmond@quark.example&phone=%2B44+20+7946+0000\
                   &message=The+boiler+is+cold";
    let mut posts = [
        ("/f/contact?utm_source=Imre", FORM, enquiry),
        ("/f/contact", FORM, "name=&message="),
        ("/f/contact", FORM, "name=Zsigmond&site=http://quark.example"),
        ("/login", FORM, "email=maya@roth.example&password=wrong+horse"),
        ("/in/zsigmond@quark.example", "application/json", "{\"name\": \"Zsigmond\"}"),
        ("/api/v1/leads?q=Zsigmond", "application/json", "{\"name\": \"Zsigmond\"}"),
    ]
    .into_iter();
    let answered =
        posts.try_for_each(|(path, kind, body)| visitor.post(path, kind, body).map(drop));
    answered.expect("every one is answered");
    machine.write("list.csv", "name,email,stage\nImre,imre@quark.example,nonsense\n,,\n\"open");
    machine.run("import list.csv --source import");
    let log = house.log();
    assert!(log.contains("failed to sign in"), "{log}");
    for personal in PERSONAL {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}
