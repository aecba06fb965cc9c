//! A backup taken while leads come in: it is whole, holds all that was there when it began, and
//! becomes a house again.

use crate::served::{self, Served, binary};
use crate::visitors;
use std::thread;

/// Leads that are in the house before the backup begins.
const ENOUGH: usize = 300;

#[test]
fn a_backup_taken_under_load_is_a_house_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let file = elsewhere.path().join("backup.redb");
    let mut house = Served::open(folder.path());
    let before: Vec<String> = thread::scope(|scope| {
        let thanks = visitors::let_in(scope, house.port, 0);
        let before = thanks.iter().take(ENOUGH).collect();
        done(binary(folder.path()).arg("backup").arg(&file));
        house.kill();
        before
    });
    assert_eq!(before.len(), ENOUGH);

    let restored = elsewhere.path().join("house");
    done(binary(elsewhere.path()).arg("restore").arg(&file).arg("--data").arg(&restored));
    done(binary(&restored).arg("verify"));
    served::is_whole_and_knows(&served::looked_into(&restored), &before);
}

fn done(command: &mut std::process::Command) {
    let output = command.output().expect("the binary runs");
    assert!(output.status.success(), "{command:?} failed: {output:?}");
}
