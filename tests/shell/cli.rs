//! The command line as a person or a script meets it: the real program on a real folder.

use crate::box_of_one::Machine;
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

/// As HubSpot writes its contacts, with somebody who works here and somebody who does not.
const HUBSPOT: &str = "\
Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Company name\r
1,Ana,Diaz,ana@diaz.example,+44 20 7946 0001,Maya,NEW,2026-05-01 09:12,Diaz & Co\r
2,Bo,Lind,bo@lind.example,,sven@elsewhere.example,OPEN,2026-05-02 10:00,\"Lind, Ek AB\"\r
3,Cy,Roe,cy@roe.example,+44 20 7946 0003\r
4,Ana,Diaz,ana@diaz.example,+44 20 7946 0001,Maya,NEW,2026-05-03 08:00,Diaz & Co\r
";

fn count(report: &Value, key: &str) -> u64 {
    report[key].as_u64().unwrap_or_else(|| panic!("{key} is counted: {report}"))
}

#[test]
fn a_fresh_folder_is_a_house_once_it_has_an_owner() {
    let machine = Machine::new();
    let list = machine.run("user list");
    assert_eq!(list.code, 1);
    assert!(list.err.contains("There is no house in"), "{list:?}");
    let rep = machine.run("user add --email bo@roth.example");
    assert!(rep.code == 1 && rep.err.contains("owner's"), "{rep:?}");
    machine.add_maya();
    let mode = |path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(machine.house().to_owned()), 0o700);
    assert_eq!(mode(machine.house().join("leadstead.redb")), 0o600);
    let playbook = machine.run("playbook show --json").json();
    assert_eq!(playbook["version"], 1);
    let text = playbook["text"].as_str().expect("a text");
    assert!(text.contains("maya@roth.example") && text.contains("fallback = \"maya\""));
}

#[test]
fn people_come_and_go_and_the_last_owner_stays() {
    let machine = Machine::with_owner();
    let added = machine.run("user add --email bo@roth.example --name Bo --json").json();
    assert_eq!((&added["teammate"], &added["role"]), (&json!("bo"), &json!("rep")));
    assert!(added["password"].as_str().is_some_and(|password| password.len() >= 20), "{added}");
    assert_eq!(machine.run("user add --email bo@roth.example").code, 1);
    assert_eq!(machine.run_with("user add --email a@b.example --password-stdin", "short").code, 2);
    machine.run("user password --email bo@roth.example").result();
    let gone = machine.run("user disable --email bo@roth.example").result().to_owned();
    assert!(gone.contains("Their open leads are handed on"), "{gone}");
    let last = machine.run("user disable --email maya@roth.example");
    assert!(last.code == 1 && last.err.contains("at least one owner"), "{last:?}");
    let users = machine.run("user list").result().to_owned();
    assert_eq!(users, "bo@roth.example\trep\tBo\tdisabled\nmaya@roth.example\towner\tMaya\n");
    let text = machine.run("playbook show").result().to_owned();
    assert!(text.contains("active = false"));
}

#[test]
fn the_country_of_the_business_says_what_time_it_keeps() {
    let machine = Machine::new();
    let words = "user add --role owner --email j@ek.example --business Ek --country de";
    machine.run(words).result();
    let text = machine.run("playbook show").result().to_owned();
    assert!(text.contains("name = \"Ek\"") && text.contains("country = \"DE\""));
    assert!(text.contains("time_zone = \"Europe/Berlin\"") && text.contains("currency = \"EUR\""));
    let abroad = Machine::new();
    let opened = abroad.run("user add --role owner --email j@ek.example --country us");
    assert!(opened.err.contains("the time of Europe/London and counts in USD"), "{opened:?}");
}

#[test]
fn a_house_opens_in_the_language_that_is_asked_for_and_says_which_that_is() {
    let machine = Machine::new();
    let words = "user add --role owner --email j@ek.example --language";
    let wrong = machine.run(&format!("{words} fr"));
    assert!(
        wrong.code != 0 && wrong.err.contains("It speaks en (English), de (Deutsch)."),
        "{wrong:?}"
    );
    let opened = machine.run(&format!("{words} de"));
    assert!(
        opened.code == 0 && opened.err.contains("Its texts begin in Deutsch (de)."),
        "{opened:?}"
    );
    let text = machine.run("playbook show").result().to_owned();
    assert!(text.contains("language = \"de\"") && text.contains("Nicht mehr gebraucht"), "{text}");
}

#[test]
fn who_alone_has_a_skill_that_is_needed_may_leave_and_the_rules_are_named() {
    let machine = Machine::with_owner();
    for name in ["bo", "cleo"] {
        machine.run(&format!("user add --email {name}@roth.example --name {name}")).result();
    }
    let text = machine.run("playbook show").result().to_owned();
    let mate = "email = \"bo@roth.example\"\n";
    let text = text.replacen(mate, &format!("{mate}skills = [\"German\"]\n"), 1);
    let pool = "[[routing.pool]]\n";
    let text = text.replacen(pool, &format!("{pool}skills = [\"German\"]\n"), 1);
    machine.write("german.toml", &text);
    machine.run("playbook apply german.toml").result();
    let gone = machine.run("user disable --email bo@roth.example");
    assert_eq!(gone.code, 0, "{gone:?}");
    assert!(
        gone.err.contains("needs the skill “German”, and nobody of it who works here"),
        "{gone:?}"
    );
    assert!(machine.run("user list").result().contains("bo@roth.example\trep\tbo\tdisabled"));
}

#[test]
fn a_playbook_comes_back_to_the_letter_and_a_broken_one_is_named_by_its_line() {
    let machine = Machine::with_owner();
    let text = machine.run("playbook show").result().to_owned();
    machine.write("same.toml", &text);
    assert_eq!(machine.run("playbook check same.toml").result(), "Nothing is wrong with it.\n");
    let applied = machine.run("playbook apply same.toml").result().to_owned();
    assert_eq!(applied, "Version 1 is in force already; this says nothing new.\n");
    machine.write("other.toml", &format!("{text}# mine\n"));
    assert_eq!(machine.run("playbook apply other.toml").result(), "Version 2 is in force.\n");
    let now = text.replacen("# Version 1\n", "# Version 2\n", 1);
    assert_eq!(machine.run("playbook show").result(), format!("{now}# mine\n"));
    machine.write("bad.toml", &text.replacen("[business]", "[business]\ncolour = \"red\"", 1));
    let bad = machine.run("playbook apply bad.toml");
    assert_eq!(bad.code, 1);
    assert!(bad.err.contains("bad.toml:3") && bad.err.contains("colour"), "{bad:?}");
    let checked = machine.run("playbook check bad.toml --json");
    let faults: Value = serde_json::from_str(&checked.out).expect("JSON even for a no");
    assert_eq!(faults["faults"][0]["line"], 3);
    assert_eq!(machine.run("playbook show --json").json()["version"], 2);
    let zone = now.replacen("time_zone = \"", "time_zone = \"Mars/", 1);
    let line = 1 + zone.lines().position(|line| line.contains("Mars/")).expect("a time zone");
    machine.write("zone.toml", &zone);
    for command in ["check", "apply"] {
        let bad = machine.run(&format!("playbook {command} zone.toml"));
        assert!(bad.err.contains(&format!("zone.toml:{line}: ")), "{bad:?}");
    }
}

#[test]
fn a_playbook_is_checked_where_there_is_no_house() {
    let text = Machine::with_owner().run("playbook show").result().to_owned();
    let nowhere = Machine::new();
    nowhere.write("rules.toml", &text);
    assert_eq!(nowhere.run("playbook check rules.toml").result(), "Nothing is wrong with it.\n");
    assert!(!nowhere.house().exists());
}

#[test]
fn what_is_worth_a_second_look_in_a_playbook_is_hinted_at_and_keeps_nothing_back() {
    let machine = Machine::with_owner();
    let text = machine.run("playbook show").result().to_owned();
    let rule = |name: &str, pool: &str, countries: &str| {
        format!(
            "[[routing.rule]]\nname = \"{name}\"\npool = \"{pool}\"\n\n[[routing.rule.when]]\n\
             field = \"country\"\nis = \"in\"\nvalue = [{countries}]\n\n"
        )
    };
    let (north, south) =
        (rule("North", "everyone", "\"NO\", \"SE\""), rule("South", "senior", "\"SE\", \"DK\""));
    let twice = text.replacen("[[routing.rule]]", &format!("{north}{south}[[routing.rule]]"), 1);
    assert_ne!(twice, text);
    machine.write("twice.toml", &twice);
    let checked = machine.run("playbook check twice.toml");
    let fine = "Nothing is wrong with it; one thing is worth a look.\n";
    assert_eq!((checked.code, checked.out.as_str()), (0, fine));
    let line = twice.lines().position(|line| line == "name = \"South\"").expect("a line") + 1;
    let said = format!("twice.toml:{line}: “North” and “South” take some of the same places.");
    assert!(checked.err.contains(&said), "{said}: {checked:?}");
    let told = machine.run("playbook check twice.toml --json").json();
    assert_eq!(
        (&told["faults"], &told["hints"][0]["line"]),
        (&serde_json::json!([]), &line.into())
    );
    let wrong = twice.replacen("pool = \"senior\"", "pool = \"nobody\"", 1);
    machine.write("wrong.toml", &wrong);
    let checked = machine.run("playbook check wrong.toml");
    let last = "The first of these has to be put right first; the rest is worth a look.";
    assert!(checked.code == 1 && checked.err.contains(last), "{checked:?}");
    assert_eq!(machine.run("playbook apply twice.toml").result(), "Version 2 is in force.\n");
}

#[test]
fn a_playbook_made_from_an_older_one_undoes_nothing_unless_it_is_told_to() {
    let machine = Machine::with_owner();
    let older = machine.run("playbook show").result().to_owned();
    machine.write("older.toml", &older.replace("60 minutes", "90 minutes"));
    machine.run("user add --email tom@roth.example --name Tom").result();

    let refused = machine.run("playbook apply older.toml");
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    for said in ["from version 1", "version 2 is in force", "Tom (tom@roth.example)", "--anyway"] {
        assert!(refused.err.contains(said), "{said}: {refused:?}");
    }
    machine.write("unmarked.toml", older.trim_start_matches("# Version 1\n"));
    let refused = machine.run("playbook apply unmarked.toml");
    for said in ["“# Version …”", "Tom (tom@roth.example)"] {
        assert!(refused.code == 1 && refused.err.contains(said), "{said}: {refused:?}");
    }
    assert!(machine.run("playbook show").result().contains("tom@roth.example"));

    let forced = machine.run("playbook apply older.toml --anyway");
    assert_eq!(forced.result(), "Version 3 is in force.\n");
    assert!(forced.err.contains("“# Version 3”"), "{forced:?}");
    assert!(!machine.run("playbook show").result().contains("tom@roth.example"));
    let again = machine.run("playbook apply older.toml");
    assert!(again.result().starts_with("Version 3 is in force already"), "{again:?}");
}

#[test]
fn a_token_is_shown_once_and_revoked_by_its_name() {
    let machine = Machine::with_owner();
    let made = machine.run("token new --name site --scope capture --json").json();
    let token = made["token"].as_str().expect("a token");
    assert!(token.starts_with("lst_") && token.len() == 68, "{token}");
    assert_eq!(machine.run("token new --name site").code, 1);
    let listed = machine.run("token list").result().to_owned();
    assert!(listed.starts_with("site\tcapture\t") && !listed.contains(token), "{listed}");
    machine.run("token revoke --name site").result();
    assert!(machine.run("token list").result().contains("revoked"));
    assert_eq!(machine.run("token revoke --name site").code, 2);
}

#[test]
fn an_export_of_hubspot_is_imported_without_help_and_a_second_time_does_nothing() {
    let machine = Machine::with_owner();
    machine.write("contacts.csv", HUBSPOT);
    let foreseen = machine.run("import contacts.csv --source import --dry-run --json").json();
    assert_eq!((count(&foreseen, "created"), count(&foreseen, "bad")), (3, 1));
    assert_eq!(machine.run("export leads").result().lines().count(), 1, "nothing was written");

    let report = machine.run("import contacts.csv --source import --json").json();
    let counts = ["rows", "created", "attached", "repeated", "bad"].map(|key| count(&report, key));
    assert_eq!(counts, [4, 2, 1, 0, 1], "{report}");
    assert_eq!((count(&report, "owners_known"), count(&report, "owners_unknown")), (2, 1));
    assert_eq!(report["unknown_owners"], json!({ "sven@elsewhere.example": 1 }));
    assert_eq!(report["bad_rows"][0]["line"], 4);
    let columns = report["columns"].as_array().expect("a list").iter();
    let ours: Vec<&str> = columns.filter_map(|column| column["ours"].as_str()).collect();
    assert_eq!(ours[..5], ["record_id", "first_name", "last_name", "email", "phone"]);

    let again = machine.run("import contacts.csv --source import --json").json();
    let counts = ["rows", "created", "attached", "repeated", "bad"].map(|key| count(&again, key));
    assert_eq!(counts, [4, 0, 0, 3, 1], "{again}");
    machine.run("verify").result();
}

#[test]
fn a_list_with_semicolons_says_in_words_what_came_of_it() {
    let machine = Machine::with_owner();
    machine.write("liste.csv", "Vorname;Name;E-Mail\nJörg;Müller;joerg@ek.example\nzu;wenig\n");
    let told = machine.run("import liste.csv --source import");
    assert!(
        told.result().contains(
            "2 rows read, UTF-8 with a semicolon between cells.\n       1 are new leads\n"
        ),
        "{told:?}"
    );
    assert!(told.err.contains("Line 3 was not taken. It has 2 values"), "{told:?}");
    let leads = machine.run("export leads --format jsonl").result().to_owned();
    let lead: Value = serde_json::from_str(leads.trim()).expect("one lead");
    assert_eq!(lead["profile"]["name"], "Jörg Müller");
    assert_eq!((&lead["fate"], &lead["status"]), (&json!("open"), &json!("accepted")));
    let table = machine.run("export leads").result().to_owned();
    assert!(table.starts_with("id,captured_at,fate,status,stage,"), "{table}");
    assert!(table.contains(",open,accepted,"), "{table}");
    machine.write("stumm.csv", "Vorname;Name;E-Mail\nEva;Stumm;\n");
    let told = machine.run("import stumm.csv --source import --dry-run");
    assert!(told.result().contains("       1 would be leads nobody can reach"), "{told:?}");
}

#[test]
fn visiting_cards_and_tables_with_a_title_are_lists_too() {
    let machine = Machine::with_owner();
    machine.write(
        "cards.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nORG:Ruiz & Co\r\nTITLE:Owner\r\n\
         TEL;TYPE=CELL:+34 600 100 200\r\nEMAIL:ana@ruiz.example\r\nADR:;;;Madrid;;28013;Spain\r\n\
         END:VCARD\r\nBEGIN:VCARD\r\nFN:Bo Ek\r\nEMAIL:bo@ek.example\r\nEND:VCARD\r\n",
    );
    let told = machine.run("import cards.vcf --source import");
    assert!(told.result().contains("2 rows read, visiting cards in UTF-8.\n"), "{told:?}");
    let leads = machine.run("export leads --format jsonl").result().to_owned();
    let ana: Value = leads
        .lines()
        .map(|line| serde_json::from_str(line).expect("a lead"))
        .find(|lead: &Value| lead["profile"]["email"] == "ana@ruiz.example")
        .expect("Ana");
    let profile = ["name", "company", "role", "phone", "city", "postcode", "country"]
        .map(|key| ana["profile"][key].as_str().unwrap_or_default());
    assert_eq!(
        profile,
        ["Ana Ruiz", "Ruiz & Co", "Owner", "+34 600 100 200", "Madrid", "28013", "ES"]
    );

    machine.write("titled.csv", "Kundenliste 2026;;\n\nName;E-Mail;Ort\nJo;jo@ek.example;Ulm\n");
    let told = machine.run("import titled.csv --source import");
    assert!(told.result().contains("1 are new leads"), "{told:?}");
    assert!(told.err.contains("Above the names of the columns, 1 row left out."), "{told:?}");

    machine.write("odd.csv", "Name;E-Mail\none\ntwo;of;three\n");
    let told = machine.run("import odd.csv --source import");
    assert!(told.code == 1 && told.err.contains("No row was taken."), "{told:?}");
}

#[test]
fn what_is_no_table_or_comes_from_nowhere_is_wrong_usage() {
    let machine = Machine::with_owner();
    machine.write("list.ods", "PK");
    let sheet = machine.run("import list.ods --source import");
    assert!(sheet.code == 2 && sheet.err.contains("CSV"), "{sheet:?}");
    machine.write("list.csv", "email\na@b.example\n");
    let nowhere = machine.run("import list.csv --source imprt");
    assert!(nowhere.code == 2 && nowhere.err.contains("no source “imprt”"), "{nowhere:?}");
    assert_eq!(machine.run("import missing.csv --source import").code, 1);
    assert_eq!(machine.run("import list.csv").code, 2);
    let slip = machine.run("imprt list.csv");
    assert!(slip.code == 2 && slip.err.contains("'import'"), "{slip:?}");
    assert_eq!(machine.run("export everything --format csv").code, 2);
    for command in ["model", "match"] {
        assert_eq!(machine.run(command).code, 2, "{command}");
    }
}

#[test]
fn an_export_runs_no_formula_and_tells_no_secret() {
    let machine = Machine::with_owner();
    machine.run("token new --name site").result();
    machine.write("list.csv", "name,email,message\n=1+1,eve@ek.example,@SUM(A1)\n");
    machine.run("import list.csv --source import").result();
    let table = machine.run("export leads").result().to_owned();
    assert!(table.contains(",'=1+1,") && table.contains(",'@SUM(A1),"), "{table}");
    let journal = machine.run("export journal").result().to_owned();
    let first: Value =
        serde_json::from_str(journal.lines().next().expect("an entry")).expect("JSON");
    assert_eq!(first["seq"], 1);
    let told = machine.run("export journal --format csv").result().to_owned();
    assert!(told.starts_with("seq,at,lead,by,playbook,kind,what\n"), "{told}");
    let to_file = machine.run("export everything --out all.jsonl");
    assert_eq!(to_file.result(), "");
    let all = fs::read_to_string(machine.file("all.jsonl")).expect("it was written");
    let kinds = ["playbook", "entry", "submission"];
    assert!(kinds.iter().all(|kind| all.contains(&format!("{{\"{kind}\":"))), "{all}");
    for secret in ["argon2", "lst_", "password"] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[test]
fn everything_is_served_beside_an_open_house_too() {
    let machine = Machine::new();
    let open = machine.serve();
    assert!(!open.url.ends_with(":0"), "it says which port it was given: {}", open.url);
    machine.add_maya();
    let mode = fs::metadata(machine.house().join("leadstead.sock")).expect("it is there");
    assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    machine.write("contacts.csv", HUBSPOT);
    let report = machine.run("import contacts.csv --source import --json").json();
    assert_eq!(count(&report, "created"), 2);
    assert_eq!(machine.run("export leads").result().lines().count(), 3);
    machine.run("verify").result();
    assert_eq!(machine.run("rebuild --json").json()["leads"], 2);
    machine.run("verify").result();
    machine.run("backup copy.redb").result();
    the_people_and_rules_of(&machine);
    for closed in ["serve --listen 127.0.0.1:0", "restore copy.redb --replace"] {
        let refused = machine.run(closed);
        assert!(refused.code == 1 && refused.err.contains(" open"), "{refused:?}");
    }
    let (code, took) = open.stop();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert!(!machine.house().join("leadstead.sock").exists());
    assert_eq!(machine.run("rebuild --json").json()["leads"], 2);
    assert!(machine.run("verify").result().contains("All checksums hold."));
}

/// People, tokens, rules and the whole of what is known, of a house that somebody works in.
fn the_people_and_rules_of(machine: &Machine) {
    machine.run("user add --email bo@roth.example --name Bo").result();
    let password = "user password --email bo@roth.example --password-stdin";
    machine.run_with(password, "correct horse battery\n").result();
    machine.run("user disable --email bo@roth.example").result();
    assert!(machine.run("user list").result().contains("bo@roth.example\trep\tBo\tdisabled"));
    let made = machine.run("token new --name shop --scope capture --json").json();
    assert!(made["token"].as_str().is_some_and(|token| token.len() >= 20), "{made}");
    assert!(machine.run("token list").result().contains("shop"));
    machine.run("token revoke --name shop").result();
    let before = machine.run("playbook show --json").json();
    let text = before["text"].as_str().expect("a text");
    machine.write("mine.toml", &text.replacen("medium = 40", "medium = 41", 1));
    machine.run("playbook check mine.toml").result();
    machine.run("playbook apply mine.toml --anyway").result();
    let after = machine.run("playbook show --json").json();
    assert!(after["version"].as_u64() > before["version"].as_u64(), "{after}");
    assert!(after["text"].as_str().is_some_and(|text| text.contains("medium = 41")));
    let journal = machine.run("export journal --format jsonl").result().to_owned();
    assert!(journal.lines().count() > 4 && journal.contains("ana@diaz.example"));
    machine.run("export everything --out all.jsonl").result();
    let all = fs::read_to_string(machine.file("all.jsonl")).expect("a file");
    assert!(all.lines().count() > journal.lines().count(), "the playbook and all that arrived");
}

#[test]
fn the_demo_is_a_year_of_a_firm_of_five_and_says_how_to_come_in() {
    let machine = Machine::new();
    let mut demo = machine.serve_by("demo --listen 127.0.0.1:0 --at 2026-05-12");
    let said = [demo.says(), demo.says()];
    for (line, email) in said.iter().zip(["maya@fernhill.example", "ruth@fernhill.example"]) {
        assert!(line.starts_with(&format!("Sign in as {email}, password fernhill")), "{said:?}");
    }
    let leads = machine.run("export leads").result().lines().count() - 1;
    assert!((1900..2300).contains(&leads), "{leads} leads");
    assert_eq!(machine.run("playbook show").result().matches("[[teammate]]").count(), 5);
    machine.run("verify").result();
    assert_eq!(demo.stop().0, Some(0));
}

#[test]
fn a_demo_is_opened_as_it_was_left_if_there_is_one() {
    let machine = Machine::new();
    let again = "demo --listen 127.0.0.1:0 --as-left";
    let none = machine.run(again);
    assert!(none.code == 1 && none.err.contains("no demo in"), "{none:?}");
    let demo = machine.serve_by("demo --listen 127.0.0.1:0 --at 2026-05-12");
    let leads = || machine.run("export leads").result().lines().count();
    let made = leads();
    machine.write("one.csv", "Name,Email\nAna Diaz,ana@diaz.example\n");
    machine.run("import one.csv --source import").result();
    assert_eq!(demo.stop().0, Some(0));
    let demo = machine.serve_by(again);
    assert_eq!(leads(), made + 1);
    let last = machine.run("export journal --format jsonl").result().to_owned();
    let last: Value = serde_json::from_str(last.lines().last().expect("a line")).expect("JSON");
    assert!(last["at"].as_str().is_some_and(|at| at.starts_with("2026-05-12T09:4")), "{last}");
    assert_eq!(demo.stop().0, Some(0));
}

#[test]
fn a_backup_made_under_way_is_a_house_again() {
    let machine = Machine::with_owner();
    let rows = (0..3000).map(|row| format!("Lead {row},lead{row}@many.example\n"));
    machine.write("many.csv", &format!("name,email\n{}", rows.collect::<String>()));
    let open = machine.serve();
    std::thread::scope(|scope| {
        let import = scope.spawn(|| machine.run("import many.csv --source import --json").json());
        for _ in 0..3 {
            machine.run("backup copy.redb").result();
        }
        assert_eq!(count(&import.join().expect("the import ran"), "created"), 3000);
    });
    drop(open);
    let epoch = |machine: &Machine| {
        let copy = machine.file("epoch.redb");
        fs::copy(machine.house().join("leadstead.redb"), &copy).expect("a copy");
        let store = leadstead::shell::store::Store::open(&copy).expect("a store");
        store.read().and_then(|reading| reading.number("epoch")).expect("a number")
    };
    let elsewhere = Machine::with_house_in("elsewhere");
    let copy = machine.file("copy.redb");
    elsewhere.run(&format!("restore {}", copy.display())).result();
    elsewhere.run("verify").result();
    assert_ne!(epoch(&machine), epoch(&elsewhere));

    let there = elsewhere.run(&format!("restore {}", copy.display()));
    assert!(there.code == 1 && there.err.contains("--replace"), "{there:?}");
    elsewhere.run(&format!("restore {} --replace", copy.display())).result();
    let kept = fs::read_dir(elsewhere.house().join("backups")).expect("a folder").count();
    assert_eq!(kept, 1);
    let users = elsewhere.run("user list").result().to_owned();
    assert!(users.starts_with("maya@roth.example\towner"), "{users}");
}

#[test]
fn what_is_no_backup_is_not_restored_and_not_overwritten() {
    let machine = Machine::with_owner();
    machine.write("notes.txt", "my notes");
    let refused = machine.run("restore notes.txt --replace");
    assert!(refused.code == 1 && refused.err.contains("no backup"), "{refused:?}");
    machine.run("user list").result();
    let refused = machine.run("backup notes.txt");
    assert!(refused.code == 1 && refused.err.contains("no backup"), "{refused:?}");
    machine.run("backup copy.redb").result();
    let mut bytes = fs::read(machine.file("copy.redb")).expect("a backup");
    bytes[8 * 1024..100 * 1024].fill(0x5a);
    fs::write(machine.file("torn.redb"), bytes).expect("a torn one");
    let torn = machine.run("restore torn.redb --replace");
    assert!(torn.code == 1 && torn.err.contains("damaged"), "{torn:?}");
    machine.run("verify").result();
    let left: Vec<_> = fs::read_dir(machine.house()).expect("a folder").flatten().collect();
    assert!(left.iter().all(|file| !file.file_name().to_string_lossy().contains("restore")));
}

#[test]
fn a_folder_with_a_very_long_name_is_a_house_like_any_other() {
    let machine = Machine::with_house_in("long/".repeat(40));
    let open = machine.serve();
    machine.add_maya();
    assert!(machine.run("user list").result().contains("maya@roth.example"));
    assert_eq!(open.stop().0, Some(0));
}

#[test]
fn a_socket_left_behind_by_a_fall_is_in_nobodys_way() {
    let machine = Machine::with_owner();
    drop(machine.serve());
    assert!(machine.house().join("leadstead.sock").exists(), "it was killed");
    machine.run("user list").result();
    let open = machine.serve();
    machine.run("user list").result();
    assert_eq!(open.stop().0, Some(0));
}

#[test]
fn the_version_is_said_to_people_and_machines() {
    let machine = Machine::new();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(machine.run("version").result(), format!("leadstead {version}\n"));
    assert_eq!(machine.run("version --json").json()["version"], version);
}

#[test]
fn every_no_is_a_sentence_that_names_what_is_wrong() {
    let machine = Machine::with_owner();
    machine.write("list.csv", "name,email\nAna,ana@ek.example\n");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let nos = [
        ("import none.csv --source import".to_owned(), "none.csv"),
        ("import data --source import".to_owned(), "is a folder"),
        ("import list.csv --source import --mapping nope".to_owned(), "no source “nope”"),
        ("backup nowhere/copy.redb".to_owned(), "no folder for nowhere/copy.redb"),
        ("backup data".to_owned(), "is a folder"),
        ("export leads --out nowhere/leads.csv".to_owned(), "no folder for nowhere/leads.csv"),
        ("restore none.redb --replace".to_owned(), "none.redb"),
        ("playbook apply none.toml".to_owned(), "none.toml"),
        ("serve --config none.toml".to_owned(), "none.toml"),
        (format!("serve --listen 127.0.0.1:{port}"), "another program listens there"),
        (format!("demo --listen 127.0.0.1:{port}"), "another program listens there"),
    ];
    let refuses = |nos: &[(String, &str)]| {
        for (words, said) in nos {
            let refused = machine.run(words);
            assert!((1..=2).contains(&refused.code), "{words}: {refused:?}");
            assert!(refused.err.contains(said), "{words}: {refused:?}");
        }
    };
    refuses(&nos);
    let open = machine.serve();
    refuses(&nos[..6]);
    refuses(&[("demo".to_owned(), "is open"), ("restore none.redb".to_owned(), "is open")]);
    assert_eq!(open.stop().0, Some(0));
}
