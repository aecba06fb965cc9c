//! What a list says that holds nothing, and a page that is not for who asks.

use crate::leads::house;

#[tokio::test]
async fn a_list_that_holds_nothing_says_so_and_what_comes_next() {
    let work = house().await;
    for (url, says, next) in [
        ("/today", "Nobody is waiting.", "No leads yet. The first one starts a clock."),
        ("/leads", "No leads yet. The first one starts a clock.", "/leads/new"),
        ("/notices", "No notice yet.", "You are told here when a lead is given to you"),
        ("/quarantine", "Nothing was put aside.", "/leads"),
        ("/settings/tags", "A new tag", "Save"),
        ("/import", "Bring a list of leads", "Look at the list"),
    ] {
        let page = work.get("maya", url).await;
        assert_eq!(page.status_code(), 200, "{url}");
        let text = page.text();
        assert!(text.contains(says) && text.contains(next), "{url}: {text}");
    }
}

#[tokio::test]
async fn every_page_of_the_settings_has_a_name_of_its_own() {
    let work = house().await;
    for (url, name) in [
        ("/settings", "Company and hours"),
        ("/settings/mail", "Mail"),
        ("/settings/routing", "Routing"),
        ("/settings/versions", "Versions"),
    ] {
        let page = work.get("maya", url).await;
        page.assert_text_contains(format!("<h1 class=\"cut\">{name}</h1>"));
        page.assert_text_contains(format!("<title>{name} · Leadstead</title>"));
    }
}

#[tokio::test]
async fn who_may_not_is_told_whom_to_ask_and_keeps_the_way_to_everything_else() {
    let work = house().await;
    for url in ["/settings", "/settings/data", "/settings/tags", "/team", "/import", "/quarantine"]
    {
        let page = work.get("tom", url).await;
        assert_eq!(page.status_code(), 403, "{url}");
        let text = page.text();
        assert!(text.contains("This is not yours to do. Ask an owner or a manager."), "{url}");
        assert!(text.contains("href=\"/today\"") && text.contains("class=\"rail\""), "{url}");
    }
    let today = work.get("tom", "/today").await.text();
    assert!(!today.contains("href=\"/settings\""), "what one may not is not offered");
}
