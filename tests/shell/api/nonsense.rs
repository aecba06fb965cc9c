//! Whatever is sent, the answer is a polite no and never a fault of ours.

use super::{Api, owen, problem};
use axum::http::Method;

const NONSENSE: [&[u8]; 14] = [
    b"",
    b"null",
    b"[]",
    b"0",
    b"\"x\"",
    b"{",
    b"{\"a\":}",
    b"{\"kind\":[[[[]]]]}",
    b"{\"to\":{},\"stage\":{},\"sequence\":{},\"kind\":{}}",
    b"{\"name\":{\"a\":[1,2,{\"b\":null}]}}",
    b"{\"value\":1e999}",
    b"{\"seen\":-1}",
    b"\xff\xfe\xfd",
    b"{\"name\":\"\\ud800\"}",
];

#[tokio::test]
async fn no_body_is_a_fault_of_ours() {
    let api = Api::open().await;
    let lead = format!("/api/v1/leads/{}", api.lead(owen()).await);
    let deep = format!("{{\"name\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000));
    let bodies = NONSENSE.into_iter().chain([deep.as_bytes()]);
    for body in bodies {
        for (method, path) in [
            (Method::POST, "/api/v1/leads".to_owned()),
            (Method::PATCH, lead.clone()),
            (Method::POST, format!("{lead}/touches")),
            (Method::PUT, format!("{lead}/owner")),
            (Method::PUT, format!("{lead}/stage")),
            (Method::PUT, format!("{lead}/sequence")),
            (Method::PUT, format!("{lead}/answers/need")),
            (Method::PUT, format!("{lead}/handover")),
        ] {
            let request = api.signed(api.inside.method(method.clone(), &path));
            let response = request.bytes(body.to_vec().into()).await;
            let status = response.status_code();
            let said = String::from_utf8_lossy(&body[..body.len().min(80)]);
            assert!(!status.is_server_error(), "{method} {path} {said}: {status}");
            if !status.is_success() {
                problem(&response);
            }
        }
    }
}

#[tokio::test]
async fn no_path_and_no_query_is_a_fault_of_ours() {
    let api = Api::open().await;
    for path in [
        "/api/v1/leads/x",
        "/api/v1/leads/-1",
        "/api/v1/leads/99999999999999999999999",
        "/api/v1/leads/18446744073709551615/timeline?cursor=18446744073709551615",
        "/api/v1/leads?q=%00%ff",
        "/api/v1/leads?cursor=18446744073709551615-18446744073709551615",
        "/api/v1/leads?min_seq=18446744073709551615",
        "/api/v1/leads?&&==&",
        "/api/",
        "/api/v1/leads/1/",
    ] {
        let response = api.get(path).await;
        assert!(!response.status_code().is_server_error(), "{path}");
        if !response.status_code().is_success() {
            problem(&response);
        }
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let api = Api::open().await;
    let body = format!("{{\"message\":\"{}\"}}", "x".repeat(2 * 1024 * 1024));
    let response = api.signed(api.inside.post("/api/v1/leads")).text(body).await;
    assert_eq!(problem(&response).0, 413);
}

#[tokio::test]
async fn another_method_is_told_which_ones_answer() {
    let api = Api::open().await;
    let response = api.signed(api.inside.delete("/api/v1/leads/1")).await;
    assert_eq!(problem(&response).0, 405);
    let allowed = response.header("allow");
    assert!(allowed.to_str().is_ok_and(|methods| methods.contains("PATCH")), "{allowed:?}");
}
