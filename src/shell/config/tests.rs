//! What the owner may write, and what is said about slips.

use super::reading::{shape, unknown_key};
use super::*;
use std::io::Write;

const EXAMPLE: &str = include_str!("../../../config.example.toml");

const SMTP: &str = "[smtp]\nhost = \"mail.example.com\"\nfrom = \"hello@example.com\"\n";

fn refused(text: &str) -> String {
    Config::parse(text).expect_err("this configuration is wrong").to_string()
}

fn accepted(text: &str) -> Config {
    Config::parse(text).unwrap_or_else(|bad| panic!("{bad}\n{text}"))
}

/// Every key a table may hold; the empty name is the top of the file.
fn known_keys(table: &str) -> Vec<String> {
    let header = if table.is_empty() { String::new() } else { format!("[{table}]\n") };
    let error = toml::from_str::<Config>(&format!("{header}no_such_key = 1"))
        .expect_err("no such key is known");
    let (_, known) = unknown_key(error.message()).expect("serde names the keys it knows");
    known.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_example_as_it_stands_changes_nothing() {
    let example = accepted(EXAMPLE);
    assert_eq!(format!("{example:?}"), format!("{:?}", Config::default()));
}

#[test]
fn the_example_names_every_key_and_no_other() {
    let text: String = EXAMPLE.lines().filter_map(uncommented).collect();
    shape(&text).unwrap_or_else(|bad| panic!("{bad}\n{text}"));
    let example: toml::Table = text.parse().expect("it has just been read");
    for key in known_keys("") {
        assert!(example.contains_key(&key), "config.example.toml does not name `{key}`");
    }
    for table in ["smtp", "limits"] {
        for key in known_keys(table) {
            assert!(example[table].get(&key).is_some(), "`{table}.{key}` is not in the example");
        }
    }
}

/// A line of the example with its comment marker removed, where it holds a key or a table.
fn uncommented(line: &str) -> Option<String> {
    let setting = line.strip_prefix('#')?;
    (setting.starts_with('[') || setting.starts_with(|c: char| c.is_ascii_lowercase()))
        .then(|| format!("{setting}\n"))
}

#[test]
fn the_example_shows_the_defaults_of_the_limits() {
    let text: String = EXAMPLE.lines().filter_map(uncommented).collect();
    let example = shape(&text).expect("the example reads");
    assert_eq!(example.limits, Limits::default());
}

#[test]
fn an_empty_file_is_a_working_house() {
    let config = accepted("");
    assert_eq!(config.listen.to_string(), "0.0.0.0:8080");
    assert_eq!(config.public_listen, None);
    assert_eq!(config.data_dir, Path::new("./data"));
    assert_eq!(config.backup_dir(), Path::new("./data/backups"));
    assert_eq!(config.base_url(), "http://localhost:8080");
    assert!(!config.cookies_are_secure());
    assert!(config.smtp.is_none());
}

#[test]
fn a_slip_of_the_finger_is_answered_with_its_line_and_the_nearest_key() {
    assert_eq!(
        refused("log = \"info\"\n\nlisen = \"0.0.0.0:80\"\n"),
        "config.toml, line 3: there is no key `lisen`. Did you mean `listen`?"
    );
    assert_eq!(
        refused(&format!("{SMTP}pasword = \"x\"\n")),
        "config.toml, line 4: there is no key `pasword`. Did you mean `password`?"
    );
}

#[test]
fn a_key_like_no_other_is_answered_with_those_there_are() {
    let said = refused("[limits]\nzzz = 1");
    assert!(said.starts_with("config.toml, line 2: there is no key `zzz`. There are: login_"));
}

#[test]
fn a_wrong_value_is_answered_with_its_line_and_the_reason() {
    for (text, line, reason) in [
        ("listen = \":8080\"", 1, "is not an address and a port"),
        ("\npublic_listen = 8081", 2, "invalid type: integer"),
        ("base_url = \"leads.example.com\"", 1, "is not the address of a site"),
        ("base_url = \"https://example.com/leads\"", 1, "without a path"),
        ("base_url = \"https://me@example.com\"", 1, "is not the address of a site"),
        ("public_url = \"ftp://example.com\"", 1, "is not the address of a site"),
        ("time_zone = \"Europe/Berlim\"", 1, "is not a time zone"),
        ("\ntrusted_proxies = [\"10.0.0.0/99\"]", 2, "is not an address or a network"),
        ("log = \"info,=\"", 1, "does not say what to log"),
        ("log = \"loud\"", 1, "does not say what to log"),
        ("log = \"leadstead=\"", 1, "does not say what to log"),
        ("log = \"leadstead=debug,loud\"", 1, "does not say what to log"),
        (
            "listen = \"0.0.0.0:80\"\npublic_listen = \"0.0.0.0:80\"",
            2,
            "`public_listen` is the address of `listen`",
        ),
        ("[limits]\nconnections = 0", 2, "0 is not a number from 8 to 65536"),
        ("[limits]\nqueue_length = -1", 2, "-1 is not a number from"),
        ("[smtp]\nhost = \"localhost\"\nfrom = \"nobody\"", 3, "is not an e-mail address"),
        ("[smtp]\nfrom = \"a@example.com\"", 1, "missing field `host`"),
        ("listen = ", 1, ""),
    ] {
        let said = refused(text);
        assert!(said.contains(&format!("line {line}: ")), "{said}");
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn the_file_at_fault_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.toml");
    assert!(Config::find(Some(&path)).expect_err("no file").to_string().contains("cannot be read"));
    fs::write(&path, "lok = 1").expect("the file is written");
    let bad = Config::find(Some(&path)).expect_err("a wrong key");
    assert_eq!((bad.file, bad.line), (path, Some(1)));
}

#[test]
fn an_address_with_https_makes_cookies_secure_and_is_what_strangers_are_given() {
    let config = accepted("base_url = \"https://leads.example.com/\"");
    assert!(config.cookies_are_secure());
    assert_eq!(config.base_url(), "https://leads.example.com");
    assert_eq!(config.public_url(), "https://leads.example.com");
}

#[test]
fn strangers_are_given_the_public_door_where_there_is_one() {
    let door = accepted("public_listen = \"0.0.0.0:8090\"\nbase_url = \"http://box:8080\"");
    assert_eq!(door.public_url(), "http://localhost:8090");
    let named = accepted("public_url = \"https://go.example.com\"");
    assert_eq!(named.public_url(), "https://go.example.com");
}

#[test]
fn only_a_trusted_proxy_speaks_for_others() {
    let config = accepted("trusted_proxies = [\"127.0.0.1\", \"10.1.0.0/16\"]");
    for (neighbour, trusted) in [("127.0.0.1", true), ("10.1.9.9", true), ("10.2.0.1", false)] {
        assert_eq!(config.trusts(neighbour.parse().expect("an address")), trusted, "{neighbour}");
    }
}

#[test]
fn mail_goes_out_over_starttls_unless_told_otherwise() {
    let smtp = accepted(SMTP).smtp.expect("a mail server is set");
    assert_eq!((smtp.security, smtp.port()), (Security::StartTls, 587));
    assert_eq!(smtp.helo(), "example.com");
    assert_eq!(smtp.timeout().as_secs(), 30);
}

#[test]
fn letters_in_the_clear_stay_in_ones_own_network() {
    let plain = |host: &str, more: &str| {
        format!("[smtp]\nhost = \"{host}\"\nsecurity = \"none\"\nfrom = \"a@example.com\"\n{more}")
    };
    for host in ["localhost", "127.0.0.1", "::1", "192.168.1.5", "postfix", "mail.lan"] {
        accepted(&plain(host, ""));
    }
    for host in ["mail.example.com", "8.8.8.8"] {
        let said = refused(&plain(host, ""));
        assert!(said.starts_with("config.toml, line 2: `smtp.host` is outside"), "{said}");
        accepted(&plain(host, "insecure = true"));
    }
}

#[test]
fn a_password_may_stand_in_a_file_of_its_own() {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all("pässword\n".as_bytes()).expect("the file is written");
    let path = file.path().display();
    let text = format!("{SMTP}user = \"me\"\npassword_file = \"{path}\"\n");
    let smtp = accepted(&text).smtp.expect("a mail server is set");
    assert_eq!(smtp.password.as_ref().map(Secret::reveal), Some("pässword"));
    assert!(!format!("{smtp:?}").contains("pässword"));
    assert!(refused(&format!("{text}password = \"x\"")).contains("line 5: `smtp.password_file`"));
}

#[test]
fn half_a_login_is_no_login() {
    assert!(
        refused(&format!("{SMTP}user = \"me\"")).contains("line 4: `smtp.user` is set without")
    );
    assert!(refused(&format!("{SMTP}password = \"x\"")).contains("`smtp.password` is set without"));
    let absent = format!("{SMTP}user = \"me\"\npassword_file = \"/no/such/file\"");
    assert!(refused(&absent).contains("line 5: `smtp.password_file` names /no/such/file"));
}

#[test]
fn an_authority_that_is_none_stops_the_start() {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(b"-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n")
        .expect("the file is written");
    for path in ["Cargo.toml", &file.path().display().to_string()] {
        let said = refused(&format!("{SMTP}ca_file = \"{path}\""));
        assert!(said.contains("line 4: `smtp.ca_file` holds no certificate"), "{said}");
    }
}

#[test]
fn the_greeting_cannot_carry_a_second_command() {
    let said = refused(&format!("{SMTP}helo = \"me\\r\\nMAIL FROM:<x@y>\""));
    assert!(said.contains("`smtp.helo` is not the name of a machine"), "{said}");
}

#[test]
fn who_asks_is_told_an_address_that_others_can_use_too() {
    let plain = accepted("");
    assert_eq!(plain.base_url_at("box.lan:8080"), "http://box.lan:8080");
    assert_eq!(plain.public_url_at("box.lan:8080"), "http://box.lan:8080");
    assert_eq!(plain.base_url_at(""), "http://localhost:8080");
    let doors = accepted("public_listen = \"0.0.0.0:8090\"");
    assert_eq!(doors.public_url_at("box.lan:8080"), "http://box.lan:8090");
    let named = accepted("base_url = \"https://leads.example.com\"");
    assert_eq!(named.base_url_at("box.lan:8080"), "https://leads.example.com");
    assert_eq!(named.public_url_at("box.lan:8080"), "https://leads.example.com");
}

#[test]
fn a_box_on_which_it_is_installed_keeps_everything_in_one_place() {
    let place = Path::new("/etc/leadstead/config.toml");
    let kept = |text| Config::parse(text).expect("settings").lying_at(place).data_dir;
    assert_eq!(kept(""), Path::new("/var/lib/leadstead"));
    assert_eq!(kept("data_dir = \"/mnt/leads\""), Path::new("/mnt/leads"));
    let here = Config::default().lying_at(Path::new("config.toml"));
    assert_eq!(here.data_dir, Path::new("./data"));
}
