//! What is said of a list that is not quite as it should be, and what is never written over.

use crate::box_of_one::Machine;
use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn the_file_of_the_house_is_written_over_by_nothing() {
    let machine = Machine::with_owner();
    let house = machine.house().display().to_string();
    std::os::unix::fs::symlink(machine.house(), machine.file("other")).expect("a link");
    let open = machine.serve();
    let before = fs::read(machine.house().join("leadstead.redb")).expect("a house").len();
    for place in ["leadstead.redb", "leadstead.sock", "index/meta.json"] {
        for folder in [house.as_str(), "other", "./other/../data"] {
            for command in ["backup", "export leads --out"] {
                let done = machine.run(&format!("{command} {folder}/{place}"));
                assert_eq!(done.code, 1, "{command} {folder}/{place}: {done:?}");
            }
        }
    }
    fs::hard_link(machine.house().join("leadstead.redb"), machine.file("same.redb"))
        .expect("a name");
    assert_eq!(machine.run("backup same.redb").code, 1);
    let after = fs::read(machine.house().join("leadstead.redb")).expect("a house").len();
    assert_eq!(before, after);
    machine.run(&format!("backup {house}/backups/today.redb")).result();
    machine.run(&format!("export leads --out {house}/leads.csv")).result();
    drop(open);
    machine.run("verify").result();
}

#[test]
fn nobody_else_reads_the_folder_of_a_house() {
    let machine = Machine::with_owner();
    let mode = |path: &str| {
        let place = machine.house().join(path);
        fs::metadata(place).expect("it is there").permissions().mode() & 0o777
    };
    let open = |path: &str, mode| {
        fs::set_permissions(machine.house().join(path), fs::Permissions::from_mode(mode))
    };
    open("", 0o755).and_then(|()| open("index", 0o755)).expect("a folder of ours");
    machine.run("user list").result();
    assert_eq!((mode(""), mode("index"), mode("index/meta.json")), (0o700, 0o700, 0o600));
}

#[test]
fn what_was_not_understood_of_a_list_is_said_with_its_values() {
    let machine = Machine::with_owner();
    machine.write(
        "deals.csv",
        "Name,Email,Work Email,Created,Lead Status,Email Opt Out\n\
         Ana,ana@x.example,a@y.example,03/04/2026,ATTEMPTED_TO_CONTACT,1\n\
         Bo,bo@x.example,,01/13/2026 3:04 PM,Hot!,0\n\
         Cy,cy@x.example,,\"Jan 13, 2026\",OPEN_DEAL,\n\
         Di,di@x.example,,last spring,New,\n",
    );
    let told = machine.run("import deals.csv --source import --dry-run");
    for said in [
        "Created: 1 value was not understood, and kept beside their leads, such as last spring.",
        "Lead Status: 1 value was not understood, and kept beside their leads, such as Hot!.",
        "Dates such as 03/04/2026 are read month first.",
        "Email, Work Email all go to email",
    ] {
        assert!(told.err.contains(said), "{said}: {told:?}");
    }
    let report = machine.run("import deals.csv --source import --json").json();
    assert_eq!((&report["opted_out"], &report["dates"]), (&json!(1), &json!("month_first")));
    let table = machine.run("export leads").result().to_owned();
    let ana = table.lines().find(|line| line.contains("ana@x.example")).expect("a lead");
    assert!(ana.contains("2026-03-0") && ana.contains(",contacted,") && ana.contains(",yes,"));
    machine.run("verify").result();
}

#[test]
fn what_is_no_address_and_no_number_is_said_before_anything_is_taken() {
    let machine = Machine::with_owner();
    machine.write(
        "people.csv",
        "Name,Email,Phone\n\
         Ana,Ana Ruiz <ana@x.example>,030 901820\n\
         Bo,bo@,12\n",
    );
    let told = machine.run("import people.csv --source import --dry-run");
    for said in [
        "Email: 1 value was not understood, and kept beside their leads, such as bo@.",
        "Phone: 1 value was not understood, and kept beside their leads, such as 12.",
    ] {
        assert!(told.err.contains(said), "{said}: {told:?}");
    }
    assert!(told.out.contains("1 would be leads nobody can reach"), "{told:?}");
}

#[test]
fn what_does_not_fit_a_field_of_the_business_is_said_with_its_values() {
    let machine = Machine::with_owner();
    machine.write(
        "deals.csv",
        "Name,Email,Employees,Payment confirmed,Proposal sent on\n\
         Ana,ana@x.example,50-249,ja,2026-03-04\n\
         Bo,bo@x.example,lots,maybe,soon\n\
         Cy,cy@x.example,many,No,later\n",
    );
    for dry in ["--dry-run", ""] {
        let told = machine.run(&format!("import deals.csv --source import {dry}"));
        for said in [
            "Employees: 2 values were not understood, and kept beside their leads, such as lots · many.",
            "Payment confirmed: 1 value was not understood, and kept beside their leads, such as maybe.",
            "Proposal sent on: 2 values were not understood, and kept beside their leads, such as soon",
        ] {
            assert!(told.err.contains(said), "{said}: {told:?}");
        }
    }
}

#[test]
fn what_an_export_says_of_an_opt_out_comes_back_with_it() {
    let machine = Machine::with_owner();
    machine.write("out.csv", "name,email,opted_out\nAna,ana@x.example,yes\n");
    machine.run("import out.csv --source import").result();
    let table = machine.run("export leads").result().to_owned();
    let elsewhere = Machine::with_owner();
    elsewhere.write("back.csv", &table);
    let back = elsewhere.run("import back.csv --source import --json").json();
    assert_eq!((&back["created"], &back["opted_out"]), (&json!(1), &json!(1)), "{back}");
    assert_eq!(back["unread"], json!({}), "{back}");
}

#[test]
fn a_list_without_a_heading_is_said_to_be_one() {
    let machine = Machine::with_owner();
    machine.write("bare.csv", "Ana,ana@x.example\nBo,bo@x.example\n");
    let told = machine.run("import bare.csv --source import --dry-run");
    assert!(told.err.contains("looks like a lead and no heading"), "{told:?}");
}
