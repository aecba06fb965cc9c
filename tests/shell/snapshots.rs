//! The copies a house makes of itself at night: whole, private, and not too many.

use crate::clocks::house;
use crate::sample;
use leadstead::shell::snapshots::Snapshots;
use leadstead::shell::store::Store;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_is_made_at_night_is_a_house_and_is_for_its_owner_alone() {
    let (desk, clock) = house();
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().join("backups");
    let snapshots = Snapshots::in_folder(folder.clone(), 14, 8);
    assert_eq!(snapshots.keep_up(&desk).expect("a disk"), None);
    clock.run(18 * 60 + 15);
    let file = snapshots.keep_up(&desk).expect("a disk").expect("it is past three");
    assert_eq!(snapshots.keep_up(&desk).expect("a disk"), None);
    assert_eq!(names(&folder), ["nightly-2026-05-05.redb"]);
    let mode = fs::metadata(&file).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let copy = Store::open(&file).expect("a store");
    assert_eq!(copy.read().and_then(|reading| reading.lead_count()).expect("a number"), 1);
    assert_eq!(copy.verify(&sample::playbook()).expect("a verdict").told, Vec::<String>::new());
}

#[test]
fn a_copy_that_is_asked_for_is_made_at_once_in_place_of_the_one_of_today() {
    let (desk, clock) = house();
    let folder = tempfile::tempdir().expect("a folder");
    let snapshots = Snapshots::in_folder(folder.path().to_owned(), 14, 8);
    snapshots.make_now(&desk).expect("a disk");
    clock.run(1);
    desk.ask_and_wait(sample::capture(7)).expect("it is taken");
    snapshots.make_now(&desk).expect("a disk");
    assert_eq!(names(folder.path()).len(), 1);
    let copy = Store::open(&folder.path().join(&names(folder.path())[0])).expect("a store");
    assert_eq!(copy.read().and_then(|reading| reading.lead_count()).expect("a number"), 2);
}

#[test]
fn a_box_that_was_off_for_days_makes_one_copy_and_lets_go_of_what_is_too_old() {
    let (desk, clock) = house();
    let folder = tempfile::tempdir().expect("a folder");
    let snapshots = Snapshots::in_folder(folder.path().to_owned(), 2, 1);
    fs::write(folder.path().join("before-restore-1.redb"), "mine").expect("a file");
    for _ in 0..4 {
        clock.run(3 * 24 * 60);
        assert!(snapshots.keep_up(&desk).expect("a disk").is_some());
    }
    let expected = ["before-restore-1.redb", "10", "13", "16"].map(|name| {
        if name.len() > 2 { name.into() } else { format!("nightly-2026-05-{name}.redb") }
    });
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn a_folder_that_cannot_be_written_to_leaves_nothing_half_made() {
    let (desk, clock) = house();
    clock.run(24 * 60);
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("backups");
    fs::write(&in_the_way, "a file").expect("a file");
    let snapshots = Snapshots::in_folder(in_the_way, 14, 8);
    assert!(snapshots.keep_up(&desk).is_err());
    let off = Snapshots::in_folder(folder.path().to_owned(), 0, 0);
    assert_eq!(off.keep_up(&desk).expect("nothing to do"), None);
    assert_eq!(names(folder.path()), ["backups"]);
}
