//! The files of a lead, as programs hand them in and take them.

use super::{Api, owen, refused};
use axum_test::TestResponse;
use leadstead::lead::FILES_MAX;
use leadstead::shell::store::office::Scope;
use serde_json::Value;

async fn hand_in(api: &Api, url: &str, key: &str, bytes: &[u8]) -> TestResponse {
    let request = api.signed(api.inside.post(url)).add_header("idempotency-key", key);
    request.bytes(bytes.to_vec().into()).content_type("application/pdf").await
}

fn bytes_kept(api: &Api) -> u64 {
    api.house.desk.store().read().expect("a reading").file_bytes().expect("it reads")
}

#[tokio::test]
async fn a_program_lays_a_file_with_a_lead_takes_it_and_throws_it_away() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let files = format!("/api/v1/leads/{id}/files");
    let bytes: Vec<u8> = (0..300_000_u32).map(|nth| (nth % 251) as u8).collect();
    let url = format!("{files}?name=..%2Fplan.pdf");
    let answer = hand_in(&api, &url, "once", &bytes).await;
    assert_eq!(answer.status_code(), 200, "{}", answer.text());
    assert_eq!(answer.json::<Value>()["files"][0]["name"], "plan.pdf");
    assert_eq!(hand_in(&api, &url, "once", &bytes).await.status_code(), 200);
    assert_eq!(hand_in(&api, &url, "once", b"other").await.status_code(), 422, "a key used twice");
    let listed: Value = api.get(&files).await.json();
    let items = listed["items"].as_array().expect("a list");
    assert_eq!((items.len(), bytes_kept(&api)), (1, 300_000), "sent twice, kept once");
    assert_eq!(
        (&items[0]["media"], &items[0]["size"]),
        (&"application/pdf".into(), &300_000.into())
    );
    let file = format!("{files}/{}", items[0]["id"].as_str().expect("an id"));
    let taken = api.get(&file).await;
    assert_eq!(taken.as_bytes().to_vec(), bytes);
    let shown = taken.header("content-disposition");
    assert!(shown.to_str().expect("text").starts_with("attachment; filename=\"plan.pdf\""));
    let gone = api.signed(api.inside.delete(&file)).await;
    assert_eq!(gone.json::<Value>()["files"].as_array().map(Vec::len), Some(0));
    assert_eq!(api.signed(api.inside.delete(&file)).await.status_code(), 404);
    assert_eq!(api.get(&file).await.status_code(), 404);
    assert_eq!(bytes_kept(&api), 0);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_leaves_nothing() {
    let api = Api::with("[limits]\nfile_mib = 1\nfiles_mib = 2\n", Scope::Write).await;
    let id = api.lead(owen()).await;
    let files = format!("/api/v1/leads/{id}/files");
    let named = format!("{files}?name=a.txt");
    assert_eq!(refused(&hand_in(&api, &files, "1", b"x").await), (400, "name".into()));
    let wrong = hand_in(&api, &format!("{named}&nom=b"), "2", b"x").await;
    assert_eq!(refused(&wrong), (400, "nom".into()));
    assert_eq!(refused(&hand_in(&api, &named, "3", b"").await), (400, "body".into()));
    let large = vec![7; (1 << 20) + 1];
    assert_eq!(hand_in(&api, &named, "4", &large).await.status_code(), 413);
    let whole = &large[1..];
    for key in ["5", "6"] {
        assert_eq!(hand_in(&api, &named, key, whole).await.status_code(), 200);
    }
    assert_eq!(refused(&hand_in(&api, &named, "7", b"x").await), (400, "body".into()), "no room");
    assert_eq!(bytes_kept(&api), 2 << 20);
    assert_eq!(hand_in(&api, "/api/v1/leads/999/files?name=a", "8", b"x").await.status_code(), 404);
}

#[tokio::test]
async fn a_lead_holds_so_many_files_and_a_token_does_what_it_may() {
    let api = Api::open().await;
    let id = api.lead(owen()).await;
    let files = format!("/api/v1/leads/{id}/files");
    let url = format!("{files}?name=a.txt");
    for nth in 0..FILES_MAX {
        assert_eq!(hand_in(&api, &url, &nth.to_string(), b"x").await.status_code(), 200);
    }
    assert_eq!(hand_in(&api, &url, "more", b"x").await.status_code(), 422);
    assert_eq!(bytes_kept(&api), FILES_MAX as u64);
    api.issue("reader", Scope::Read, false).await;
    let reader = Api { token: "reader", ..api };
    assert_eq!(reader.get(&files).await.status_code(), 200);
    assert_eq!(hand_in(&reader, &url, "9", b"x").await.status_code(), 403);
}
