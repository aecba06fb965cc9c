//! A data file that is damaged: the house says so in one sentence and says what to do, whether it
//! finds out when it opens or when somebody asks for the page that is torn.

use crate::box_of_one::{Done, Machine};
use crate::served;
use axum_test::TestServer;
use leadstead::lead::LeadId;
use leadstead::shell::desk::Order;
use leadstead::shell::scheduler::sweep;
use leadstead::shell::store::office::Change;
use leadstead::shell::web::Web;
use redb::{Database, TableDefinition};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

const META: TableDefinition<&str, &[u8]> = TableDefinition::new("meta");
const LEADS: TableDefinition<u64, &[u8]> = TableDefinition::new("leads");
const JOURNAL: TableDefinition<u64, &[u8]> = TableDefinition::new("journal");

/// A house with some leads in it, and its data file.
fn lived_in() -> (Machine, PathBuf) {
    let machine = Machine::with_owner();
    let rows = (0..200).map(|row| format!("Lead {row},lead{row}@many.example\n"));
    machine.write("many.csv", &format!("name,email\n{}", rows.collect::<String>()));
    machine.run("import many.csv --source import").result();
    let file = machine.house().join("leadstead.redb");
    (machine, file)
}

/// It ended by saying what is wrong and what to do, and nothing else.
fn says_what_to_do(done: &Done) {
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.err.contains("is damaged") && !done.err.contains("panicked"), "{done:?}");
    assert!(done.err.contains("leadstead restore") && done.err.contains("leadstead rebuild"));
    assert_eq!(done.err.trim().lines().count(), 1, "{done:?}");
}

#[test]
fn a_damaged_data_file_is_refused_with_what_to_do_and_nothing_is_made_of_it() {
    let (machine, file) = lived_in();
    machine.run("backup copy.redb").result();
    let whole = fs::read(&file).expect("a data file");
    let end = whole.len();
    let torn: [(&str, Vec<u8>); 5] = [
        ("cut", whole[..end / 2].to_vec()),
        ("without its header", [&[0; 4096], &whole[4096..]].concat()),
        ("overwritten", [&whole[..8192], &vec![0x5a; end - 16384], &whole[end - 8192..]].concat()),
        ("empty", Vec::new()),
        ("something else", b"my notes".repeat(1000)),
    ];
    for (how, bytes) in torn {
        fs::write(&file, &bytes).expect("a file one may write to");
        for command in ["serve --listen 127.0.0.1:0", "verify", "user list"] {
            let done = machine.run(command);
            assert_eq!(done.code, 1, "{how}: {done:?}");
            says_what_to_do(&done);
        }
        let rebuilt = machine.run("rebuild");
        assert!(
            rebuilt.code == 1 && rebuilt.err.contains("leadstead restore"),
            "{how}: {rebuilt:?}"
        );
        if bytes.is_empty() {
            assert_eq!(fs::metadata(&file).expect("a file").len(), 0, "no house is made of it");
        }
        let restored = machine.run("restore copy.redb --replace");
        restored.result();
        assert!(machine.run("export leads").result().lines().count() == 201, "{how}");
    }
}

#[test]
fn tables_that_do_not_read_grow_back_from_the_journal() {
    let (machine, file) = lived_in();
    {
        let database = Database::open(&file).expect("a data file");
        let tx = database.begin_write().expect("nobody else");
        let torn: TableDefinition<u8, u8> = TableDefinition::new("versions");
        tx.delete_table(TableDefinition::<u32, u64>::new("versions")).expect("a table");
        tx.open_table(torn).expect("a table").insert(1, 1).expect("a row");
        tx.commit().expect("a disk");
    }
    says_what_to_do(&machine.run("verify"));
    let rebuilt = machine.run("rebuild");
    assert_eq!(rebuilt.result(), "The tables of 200 leads grew back from the journal.\n");
    assert!(rebuilt.err.contains("damaged-"), "{rebuilt:?}");
    machine.run("verify").result();
    assert!(machine.run("user list").result().contains("maya@roth.example"));
}

#[test]
fn tables_of_another_version_grow_back_at_the_start_once_a_copy_is_kept() {
    let (machine, file) = lived_in();
    {
        let database = Database::open(&file).expect("a data file");
        let tx = database.begin_write().expect("nobody else");
        let mut meta = tx.open_table(META).expect("a table");
        meta.insert("shape", 1_u64.to_be_bytes().as_slice()).expect("a row");
        tx.open_table(LEADS).expect("a table").retain(|_, _| false).expect("no row is left");
        drop(meta);
        tx.commit().expect("a disk");
    }
    assert_eq!(machine.serve().stop().0, Some(0));
    machine.run("verify").result();
    assert_eq!(machine.run("export leads").result().lines().count(), 201);
    let kept = fs::read_dir(machine.house().join("backups")).expect("a folder").flatten();
    let kept: Vec<_> = kept.map(|copy| copy.path()).collect();
    let [copy] = &kept[..] else { panic!("one copy, not {kept:?}") };
    assert!(copy.to_string_lossy().contains("before-rebuild-"), "{copy:?}");

    machine.run(&format!("restore {} --replace", copy.display())).result();
    assert_eq!(machine.run("export leads").result().lines().count(), 201);
    assert_eq!(machine.serve().stop().0, Some(0), "the copy grows as well");
}

#[test]
fn a_data_file_of_a_newer_version_is_left_alone() {
    let (machine, file) = lived_in();
    {
        let database = Database::open(&file).expect("a data file");
        let tx = database.begin_write().expect("nobody else");
        let newer = 99_u64.to_be_bytes();
        let mut meta = tx.open_table(META).expect("a table");
        meta.insert("format", newer.as_slice()).expect("a row");
        drop(meta);
        tx.commit().expect("a disk");
    }
    for command in ["serve --listen 127.0.0.1:0", "rebuild", "verify"] {
        let done = machine.run(command);
        assert!(done.code == 1 && done.err.contains("newer Leadstead"), "{command}: {done:?}");
    }
}

#[test]
fn where_the_journal_itself_does_not_read_a_backup_is_what_helps() {
    let (machine, file) = lived_in();
    {
        let database = Database::open(&file).expect("a data file");
        let tx = database.begin_write().expect("nobody else");
        let mut journal = tx.open_table(JOURNAL).expect("a table");
        journal.insert(5, b"torn".as_slice()).expect("a row");
        drop(journal);
        tx.commit().expect("a disk");
    }
    for command in ["verify", "rebuild"] {
        let done = machine.run(command);
        assert!(done.code == 1 && done.err.contains("leadstead restore"), "{command}: {done:?}");
        assert!(!done.err.contains("leadstead rebuild"), "{command}: {done:?}");
    }
}

#[tokio::test]
async fn damage_that_is_met_while_the_house_is_open_is_told_to_everyone() {
    let (machine, file) = lived_in();
    {
        let database = Database::open(&file).expect("a data file");
        let tx = database.begin_write().expect("nobody else");
        let mut leads = tx.open_table(LEADS).expect("a table");
        leads.insert(2, b"torn".as_slice()).expect("a row");
        drop(leads);
        tx.commit().expect("a disk");
    }
    let house = Arc::new(served::looked_into(machine.house()));
    let web = Web::of(house.clone());
    let mut browser = TestServer::new(web.house_door());
    browser.save_cookies();
    let typed = [("email", "maya@roth.example"), ("password", "correct horse battery")];
    assert_eq!(browser.post("/login").form(&typed).await.status_code(), 303);
    assert_eq!(browser.get("/leads/2").await.status_code(), 500);
    let health = browser.get("/healthz").await;
    assert_eq!(health.status_code(), 503);
    health.assert_text_contains("leadstead rebuild");
    browser.get("/today").await.assert_text_contains("Box needs help");
    let none_yet = Change::Settled { rules: house.desk.in_force().mark(), up_to: LeadId(0) };
    house.desk.ask(Order::Office(vec![none_yet])).await.expect("it is written");
    let swept = tokio::task::spawn_blocking(move || sweep(&house.desk)).await;
    assert!(swept.is_ok_and(|swept| swept.is_ok()), "the others are not looked at");
    browser.get("/metrics").await.assert_text_contains("leadstead_leads_left_alone 1\n");
}
