//! Files with a lead: handed in, kept, handed over, thrown away, and kept whole through it all.

use crate::leads::{Work, house, to};
use axum_test::TestResponse;
use jiff::SignedDuration;
use leadstead::lead::LeadId;
use leadstead::shell::desk::Order;
use leadstead::shell::scheduler::sweep_expired;
use leadstead::shell::store::Store;
use leadstead::shell::store::files::{FileChange, PIECE};
use leadstead::shell::store::office::Change;
use uuid::Uuid;

/// Posts a file as a browser does.
async fn hand_in(work: &Work, id: LeadId, once: Uuid, name: &str, bytes: &[u8]) -> TestResponse {
    hand_in_until(work, id, once, name, bytes, b"\r\n--x--\r\n").await
}

/// The same, with another end.
async fn hand_in_until(
    work: &Work,
    id: LeadId,
    once: Uuid,
    name: &str,
    bytes: &[u8],
    end: &[u8],
) -> TestResponse {
    let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
    let mut body = format!("{}\r\n\r\n{once}\r\n", part("once")).into_bytes();
    let head = format!("{}; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n", part("file"));
    body.extend(head.bytes());
    body.extend(bytes);
    body.extend(end);
    let request = work.pages.post(&format!("/leads/{id}/files"));
    let request = request.add_header("cookie", "leadstead=tom").bytes(body.into());
    request.content_type("multipart/form-data; boundary=x").await
}

fn no_two_alike(length: usize) -> Vec<u8> {
    (0..length).map(|nth| (nth % 251) as u8).collect()
}

fn bytes_kept(work: &Work) -> u64 {
    let reading = work.house.desk.store().read().expect("a reading");
    reading.file_bytes().expect("it reads")
}

fn is_whole(work: &Work) {
    let playbook = work.house.playbook();
    let verdict = work.house.desk.store().verify(&playbook.playbook).expect("it reads");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));
}

fn url(work: &Work, id: LeadId, nth: usize) -> String {
    format!("/leads/{id}/files/{}", work.lead(id).files[nth].file.id)
}

#[tokio::test]
async fn a_file_is_kept_in_pieces_and_handed_over_as_it_came_and_never_shown() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let (once, bytes) = (Uuid::now_v7(), no_two_alike(2 * PIECE + 7));
    let answer = hand_in(&work, id, once, "../../Größe\u{202e}.html", &bytes).await;
    assert_eq!(to(&answer), format!("/leads/{id}#files"));
    to(&hand_in(&work, id, once, "../../Größe\u{202e}.html", &bytes).await);
    let lead = work.lead(id);
    assert_eq!(lead.files.len(), 1, "sent twice, kept once");
    assert_eq!(
        (lead.files[0].file.name.as_str(), lead.files[0].file.size),
        ("Größe.html", bytes.len() as u64)
    );
    assert_eq!(bytes_kept(&work), bytes.len() as u64);
    let page = work.get("priya", &format!("/leads/{id}")).await;
    page.assert_text_contains("513 kB");
    page.assert_text_contains("File attached: Größe.html");
    let file = work.pages.get(&url(&work, id, 0)).add_header("cookie", "leadstead=priya");
    let file = file.add_header("accept-encoding", "gzip, br").await;
    assert!(file.maybe_header("content-encoding").is_none(), "it goes out as it is kept");
    assert_eq!(file.as_bytes().as_ref(), bytes);
    let said = |name: &str| file.header(name).to_str().expect("plain text").to_owned();
    assert_eq!(said("content-type"), "application/octet-stream");
    assert_eq!(said("content-length"), bytes.len().to_string());
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert!(said("content-security-policy").contains("sandbox"));
    assert_eq!(
        said("content-disposition"),
        "attachment; filename=\"Gr__e.html\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.html"
    );
    is_whole(&work);
}

#[tokio::test]
async fn a_file_belongs_to_its_lead_and_to_who_is_signed_in() {
    let work = house().await;
    let (id, other) = (work.enquiry(1, "tom").await, work.enquiry(2, "tom").await);
    to(&hand_in(&work, id, Uuid::now_v7(), "plan.pdf", b"%PDF").await);
    let file = work.lead(id).files[0].file.id;
    assert_eq!(work.get("tom", &format!("/leads/{other}/files/{file}")).await.status_code(), 404);
    assert_eq!(
        work.get("tom", &format!("/leads/{id}/files/{}", Uuid::nil())).await.status_code(),
        404
    );
    assert_eq!(work.get("tom", &format!("/leads/{id}/files/../x")).await.status_code(), 404);
    let stranger = work.pages.get(&url(&work, id, 0)).await;
    assert_ne!(stranger.status_code(), 200);
    let remove = format!("/leads/{other}/files/remove");
    let wrong = work.post("tom", &remove, &[("file", &file.to_string())]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("There is no such file with this lead.");
    let nobody = hand_in(&work, LeadId(999), Uuid::now_v7(), "plan.pdf", b"%PDF").await;
    assert_eq!(nobody.status_code(), 404);
}

#[tokio::test]
async fn what_is_thrown_away_is_gone_with_its_bytes_and_stays_told() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    to(&hand_in(&work, id, Uuid::now_v7(), "plan.pdf", &no_two_alike(PIECE + 1)).await);
    let (gone, file) = (url(&work, id, 0), work.lead(id).files[0].file.id.to_string());
    let ask = format!("?do=detach&amp;file={file}#act");
    work.get("tom", &format!("/leads/{id}")).await.assert_text_contains(&ask);
    let asked = work.get("tom", &format!("/leads/{id}?do=detach&file={file}")).await;
    asked.assert_text_contains("Remove plan.pdf?");
    asked.assert_text_contains(format!("name=\"file\" value=\"{file}\""));
    assert_eq!(work.lead(id).files.len(), 1, "asked is not done");
    for nonsense in ["", "x", &Uuid::nil().to_string()] {
        let page = work.get("tom", &format!("/leads/{id}?do=detach&file={nonsense}")).await;
        assert_eq!(page.status_code(), 200);
        assert!(!page.text().contains("gone for good"), "{nonsense}");
    }
    to(&work.post("tom", &format!("/leads/{id}/files/remove"), &[("file", &file)]).await);
    assert_eq!((work.lead(id).files.len(), bytes_kept(&work)), (0, 0));
    assert_eq!(work.get("tom", &gone).await.status_code(), 404);
    let page = work.get("tom", &format!("/leads/{id}")).await;
    page.assert_text_contains("File removed: plan.pdf, by Tom");
    is_whole(&work);
}

#[tokio::test]
async fn what_is_too_large_empty_or_too_much_is_refused_in_a_sentence_and_nothing_is_kept() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    for (name, bytes, why) in [
        ("large.bin", vec![7; (10 << 20) + 1], "This file is larger than 10 MB."),
        ("empty.txt", Vec::new(), "This file is empty."),
        ("", Vec::new(), "Choose a file first."),
    ] {
        let answer = hand_in(&work, id, Uuid::now_v7(), name, &bytes).await;
        assert_eq!(answer.status_code(), 422, "{name}");
        answer.assert_text_contains(why);
    }
    assert_eq!(bytes_kept(&work), 0);
    for nth in 0..20 {
        to(&hand_in(&work, id, Uuid::now_v7(), &format!("{nth}.txt"), b"x").await);
    }
    let more = hand_in(&work, id, Uuid::now_v7(), "more.txt", b"x").await;
    assert_eq!(more.status_code(), 422);
    more.assert_text_contains("A lead has 20 files at most.");
    assert_eq!(bytes_kept(&work), 20);
    is_whole(&work);
}

#[tokio::test]
async fn files_survive_a_rebuild_and_are_part_of_every_copy() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let bytes = no_two_alike(PIECE + 1);
    to(&hand_in(&work, id, Uuid::now_v7(), "plan.pdf", &bytes).await);
    work.house.desk.rebuild(|_| {}).await.expect("the tables grow back");
    is_whole(&work);
    assert_eq!(work.get("tom", &url(&work, id, 0)).await.as_bytes().as_ref(), bytes);
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.redb");
    work.house.desk.store().backup(&copy).expect("a copy");
    let copy = Store::open(&copy).expect("a house");
    let verdict = copy.verify(&work.house.playbook().playbook).expect("it reads");
    assert_eq!((verdict.differences, verdict.told), (0, Vec::new()));
    let reading = copy.read().expect("a reading");
    let file = work.lead(id).files[0].file.id;
    let pieces = [0, 1].map(|nth| reading.file_piece(file, nth).expect("a piece"));
    assert_eq!(pieces.concat(), bytes);
}

#[tokio::test]
async fn of_an_upload_that_breaks_off_nothing_stays() {
    let work = house().await;
    let id = work.enquiry(1, "tom").await;
    let bytes = no_two_alike(2 * PIECE + 7);
    // In the middle of the file, and behind it.
    for end in [&b""[..], b"\r\n--x\r\nContent-Disp"] {
        let answer = hand_in_until(&work, id, Uuid::now_v7(), "plan.pdf", &bytes, end).await;
        assert_eq!(answer.status_code(), 400);
        for _ in 0..2 {
            work.house.desk.ask(Order::Office(Vec::new())).await.expect("the desk works");
        }
        assert_eq!((work.lead(id).files.len(), bytes_kept(&work)), (0, 0));
    }
    is_whole(&work);
}

#[tokio::test]
async fn an_upload_that_is_laid_nowhere_is_gone_after_an_hour() {
    let work = house().await;
    let old = work.house.desk.now() - SignedDuration::from_mins(61);
    for now in [old, work.house.desk.now()] {
        let (id, bytes) = (Uuid::now_v7(), b"half of a file".as_slice().into());
        let change = Change::File(FileChange::PutPiece { id, nth: 0, bytes, now });
        work.house.desk.ask(Order::Office(vec![change])).await.expect("it is kept");
    }
    is_whole(&work);
    let swept = work.house.desk.look_aside("sweeping", |desk| sweep_expired(desk, 10)).await;
    assert_eq!(swept.expect("a desk that works"), 1);
    assert_eq!(bytes_kept(&work), 14);
    is_whole(&work);
}
