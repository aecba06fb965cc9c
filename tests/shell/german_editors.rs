//! The editors of qualification, scoring and routing in a house that speaks German: as they open, as
//! they are tried, and with what is wrong said beside them.

use crate::german::Walk;

const QUALIFICATION: &str = "/settings/qualification";
const SCORING: &str = "/settings/scoring";
const ROUTING: &str = "/settings/routing";

#[tokio::test]
async fn the_editors_open_in_german() {
    let walk = Walk::begin().await;
    let pages = [
        QUALIFICATION,
        SCORING,
        "/settings/scoring/learned",
        ROUTING,
        "/settings/routing/sample",
        "/settings/versions",
        "/settings/fields",
        "/settings/tags",
    ];
    for url in pages {
        walk.german(&walk.at_work(url).await, url);
    }
}

#[tokio::test]
async fn a_model_is_tried_and_what_is_wrong_with_it_is_said_in_german() {
    let walk = Walk::begin().await;
    let form = [("name", "Jana"), ("email", "jana@kunde.example"), ("message", "Ja")];
    walk.outside.post("/f/quote").form(&form).await;
    let draft = [("floor.0.name", ""), ("points.asked", "-100"), ("do", "try")];
    let tried = walk.german(&walk.send(SCORING, &draft).await, "a draft");
    for said in ["Was wird aus offenen Leads?", "ein offener Lead", "Würden fallen"] {
        assert!(tried.contains(said), "{said}: {tried}");
    }
    let rule = |field, is| {
        [
            ("rule.0.name", "Kreis"),
            ("rule.0.points", "5"),
            ("rule.0.0.field", field),
            ("rule.0.0.is", is),
            ("rule.0.0.value", ""),
            ("do", "publish"),
        ]
    };
    for (form, said) in [
        (
            rule("score", "known"),
            "Die eigene Regel „Kreis“ fragt nach etwas, das auf ihr beruht: Punktzahl.",
        ),
        (
            rule("role", "in"),
            "Die eigene Regel „Kreis“ vergleicht „Position“ mit nichts und sagt so nichts aus.",
        ),
        (
            rule("emial", "known"),
            "Die eigene Regel „Kreis“ nennt „emial“ (Feld), und das gibt es nicht. Meinten Sie „E-Mail“?",
        ),
    ] {
        let wrong = walk.send(SCORING, &form).await;
        assert_eq!(wrong.status_code(), 422);
        let page = walk.german(&wrong, said);
        assert!(page.contains(said), "{said}: {page}");
    }
    let days = [("days.open", "400"), ("do", "publish")];
    walk.german(&walk.send(SCORING, &days).await, "days out of range");
}

#[tokio::test]
async fn questions_and_rules_that_cannot_be_are_refused_in_german() {
    let walk = Walk::begin().await;
    let question = [
        ("mql", "50"),
        ("sql", "3"),
        ("label.", "Parkplatz"),
        ("field.", "city"),
        ("is.", "known"),
        ("and..0.field", "shoes"),
        ("and..0.is", "known"),
    ];
    let wrong = walk.send(QUALIFICATION, &question).await;
    assert_eq!(wrong.status_code(), 422, "{}", wrong.text());
    let page = walk.german(&wrong, "a question");
    let said = "Die Frage „Parkplatz“ nennt „shoes“ (Feld), und das gibt es nicht.";
    assert!(page.contains(said), "{page}");

    let rule = [
        ("rules", "1"),
        ("pools", "0"),
        ("cap", "15"),
        ("fallback", "maya"),
        ("rule.0.name", "Nord"),
        ("rule.0.pool", "nord"),
        ("do", "save"),
    ];
    let wrong = walk.send(ROUTING, &rule).await;
    assert_eq!(wrong.status_code(), 422, "{}", wrong.text());
    let page = walk.german(&wrong, "a rule");
    assert!(
        page.contains("Die Regel „Nord“ nennt „nord“ (Gruppe), und das gibt es nicht."),
        "{page}"
    );
    let nobody = [&rule[..3], &[("fallback", ""), ("do", "save")]].concat();
    let page = walk.german(&walk.send(ROUTING, &nobody).await, "nobody");
    assert!(page.contains("Nennen Sie jemanden, der übernimmt"), "{page}");
}
