//! One's own page: language, keys, password, other browsers; and the notices one was told.

use crate::leads::{Work, house};
use jiff::civil::date;
use leadstead::lead::Actor;
use leadstead::playbook::{Away, Role, Teammate};
use leadstead::shell::desk::Order;
use leadstead::shell::store::office::{Change, Preferences, Session, User};
use leadstead::shell::web::{passwords, signed};

const BEFORE: &str = "a horse called battery";
const AFTER: &str = "another horse, a grey one";

impl Work {
    fn user(&self, email: &str) -> User {
        let reading = self.house.desk.store().read().expect("a reading");
        reading.user(email).expect("it reads").expect("an account")
    }

    /// Gives Tom a password, and a second browser that brings `elsewhere`.
    async fn settle_tom(&self) {
        let password = passwords::hash(BEFORE).expect("a hash");
        let user = User { password, ..self.user("tom@fernhill.example") };
        let session = Session {
            email: user.email.clone(),
            teammate: "tom".into(),
            made_at: user.made_at,
            expires_at: "2027-01-01T00:00:00Z".parse().expect("a moment"),
        };
        let hash = signed::hash_of_secret("elsewhere");
        let changes = vec![Change::PutUser(user), Change::PutSession { hash, session }];
        self.house.desk.ask(Order::Office(changes)).await.expect("it is kept");
    }

    async fn change_tom(&self, change: impl FnOnce(&mut Teammate)) {
        let mut playbook = self.house.playbook().playbook.clone();
        change(playbook.team.iter_mut().find(|mate| mate.id == "tom").expect("Tom"));
        self.house.apply_playbook(&playbook, Actor::House).await.expect("it is in force");
    }

    async fn is_in(&self, secret: &str) -> bool {
        self.get(secret, "/today").await.status_code() == 200
    }
}

#[tokio::test]
async fn everyone_reads_in_their_own_language() {
    let office = house().await;
    let saved = office.post("tom", "/me", &[("language", "de"), ("keys", "1")]).await;
    assert_eq!(saved.status_code(), 303);
    office.get("tom", "/leads").await.assert_text_contains("<html lang=\"de\"");
    office.get("maya", "/leads").await.assert_text_contains("<html lang=\"en\"");
    // Where something is wrong, too.
    let nowhere = office.get("tom", "/nowhere").await;
    nowhere.assert_text_contains("<html lang=\"de\"");
    nowhere.assert_text_contains("Unter dieser Adresse ist nichts.");
    office.get("tom", "/team").await.assert_text_contains("Das dürfen Sie nicht.");
    office.post("tom", "/me", &[("language", "tlh")]).await;
    office.get("tom", "/leads").await.assert_text_contains("<html lang=\"en\"");
}

#[tokio::test]
async fn who_is_away_is_told_so_with_who_covers_and_is_back_at_one_press() {
    let office = house().await;
    assert!(!office.get("tom", "/today").await.text().contains("You are away"));
    let away = |from, to| Away { from: date(2026, 5, from), to: date(2026, 5, to) };
    office.change_tom(|tom| tom.away = vec![away(3, 6), away(20, 22)]).await;
    for page in ["/today", "/me"] {
        let told = office.get("tom", page).await;
        told.assert_text_contains("You are away until Wed 6 May 2026.");
        told.assert_text_contains("Nobody who is here covers for you");
        told.assert_text_contains("action=\"/me/back\"");
        assert!(!office.get("maya", page).await.text().contains("You are away"), "{page}");
    }
    office.change_tom(|tom| tom.backup = "priya".into()).await;
    office.get("tom", "/today").await.assert_text_contains("Priya covers:");
    let own = office.get("tom", "/team/tom").await;
    own.assert_text_contains("Nothing new comes to you then; Priya Raman covers.");

    assert_eq!(office.post("tom", "/me/back", &[]).await.status_code(), 303);
    assert!(!office.get("tom", "/today").await.text().contains("You are away"));
    let playbook = office.house.playbook();
    let tom = playbook.playbook.teammate("tom").expect("Tom");
    assert_eq!(tom.away, [away(3, 3), away(20, 22)]);
}

#[tokio::test]
async fn single_keys_can_be_turned_off() {
    let office = house().await;
    assert!(!office.get("tom", "/leads").await.text().contains("data-keys"));
    office.post("tom", "/me", &[("language", "")]).await;
    office.get("tom", "/leads").await.assert_text_contains("data-keys=\"off\"");
}

#[tokio::test]
async fn a_new_password_needs_the_old_one_and_signs_out_every_other_browser() {
    let office = house().await;
    office.settle_tom().await;
    let wrong = office.post("tom", "/me/password", &[("now", "guess"), ("new", AFTER)]).await;
    assert_eq!(wrong.status_code(), 422);
    wrong.assert_text_contains("That is not your password");
    assert!(!wrong.text().contains(AFTER), "what was typed as a password is not sent back");
    let short = office.post("tom", "/me/password", &[("now", BEFORE), ("new", "short")]).await;
    assert_eq!(short.status_code(), 422);
    assert!(office.is_in("elsewhere").await);

    let changed = office.post("tom", "/me/password", &[("now", BEFORE), ("new", AFTER)]).await;
    assert_eq!(changed.status_code(), 303, "{}", changed.text());
    assert!(office.is_in("tom").await && !office.is_in("elsewhere").await);
    let kept = office.user("tom@fernhill.example").password;
    assert!(passwords::is_right(AFTER.to_owned(), Some(kept)).await.expect("it is checked"));
}

#[tokio::test]
async fn what_one_changes_of_ones_account_is_changed_as_it_stands_and_not_where_it_was_shut() {
    let office = house().await;
    office.settle_tom().await;
    let email = || "tom@fernhill.example".to_owned();
    let preferences = Preferences { language: "de".into(), keys_off: true };
    let was = office.user(&email()).password;
    let new = |was: &str| Change::ChangePassword {
        email: email(),
        was: was.to_owned(),
        password: "new".into(),
    };
    let liked = || Change::PutPreferences { email: email(), preferences: preferences.clone() };
    let ask = async |changes| office.house.desk.ask(Order::Office(changes)).await.expect("kept");

    ask(vec![liked(), new("one that was renewed meanwhile")]).await;
    let user = office.user(&email());
    assert_eq!((&user.password, &user.preferences), (&was, &preferences));
    ask(vec![new(&was)]).await;
    assert_eq!(office.user(&email()), User { password: "new".into(), ..user.clone() });

    let shut = User { disabled: true, preferences: Preferences::default(), ..user };
    ask(vec![Change::PutUser(shut.clone()), liked(), new(&was)]).await;
    assert_eq!(office.user(&email()), shut);
}

#[tokio::test]
async fn guessing_ones_password_is_slowed_down() {
    let office = house().await;
    office.settle_tom().await;
    let mut answers = Vec::new();
    for _ in 0..60 {
        let guess = office.post("tom", "/me/password", &[("now", ""), ("new", "x")]).await;
        answers.push(guess.status_code().as_u16());
        if answers.last() == Some(&429) {
            break;
        }
    }
    assert_eq!(answers.last(), Some(&429));
}

#[tokio::test]
async fn one_can_sign_out_everywhere_else() {
    let office = house().await;
    office.settle_tom().await;
    assert_eq!(office.post("tom", "/me/elsewhere", &[]).await.status_code(), 303);
    assert!(office.is_in("tom").await && !office.is_in("elsewhere").await);
    assert!(office.is_in("maya").await, "others stay");
}

#[tokio::test]
async fn somebody_sets_their_own_hours_and_nothing_else() {
    let office = house().await;
    let page = office.get("tom", "/team/tom").await.text();
    assert!(page.contains("mon_from") && !page.contains("name=\"cap\""), "{page}");
    let form = [
        ("own_hours", "1"),
        ("mon_from", "9"),
        ("mon_to", "13"),
        ("away_0_from", "2026-06-01"),
        ("name", "Tom the Great"),
        ("cap", "1"),
        ("role", "owner"),
    ];
    assert_eq!(office.post("tom", "/team/tom", &form).await.status_code(), 303);
    let in_force = office.house.playbook();
    let tom = in_force.playbook.teammate("tom").expect("Tom");
    assert_eq!(tom.hours.as_ref().expect("hours").mon.to_string(), "09:00-13:00");
    assert_eq!(tom.away.len(), 1);
    assert_eq!(
        (tom.name.as_str(), tom.role, tom.open_unaccepted_max),
        ("Tom Adeyemi", Role::Rep, None)
    );
    assert_eq!(office.get("tom", "/team/maya").await.status_code(), 403);
    assert_eq!(office.post("tom", "/team/maya", &form).await.status_code(), 403);
}

#[tokio::test]
async fn pages_show_times_in_the_zone_of_who_reads_them() {
    let office = house().await;
    let form = [("time_zone", "Asia/Tokyo")];
    assert_eq!(office.post("tom", "/team/tom", &form).await.status_code(), 303);
    let id = office.enquiry(1, "tom").await;
    let shown = async |who: &str| office.get(who, &format!("/leads/{id}")).await.text();
    let (tom, maya) = (shown("tom").await, shown("maya").await);
    assert!(tom.contains(">18:00<") && !tom.contains(">10:00<"), "{tom}");
    assert!(maya.contains(">10:00<") && !maya.contains(">18:00<"), "{maya}");
}

#[tokio::test]
async fn notices_are_counted_at_the_bell_listed_and_read() {
    let office = house().await;
    let before = office.house.desk.store().read().expect("a reading").last_seq().expect("a number");
    let id = office.enquiry(1, "tom").await;

    let new = office.get("tom", &format!("/notices/new?after={before}")).await;
    let new: serde_json::Value = new.json();
    assert!(new["unread"].as_u64() >= Some(1), "{new}");
    assert_eq!(new["notices"][0]["url"], format!("/leads/{id}"));
    let page = office.get("tom", "/notices").await.text();
    assert!(page.contains(&format!("href=\"/leads/{id}\"")), "{page}");

    let newest = new["notices"][0]["seq"].as_u64().expect("a number").to_string();
    let read = office.post("tom", "/notices/read", &[("up_to", &newest)]).await;
    assert_eq!(read.status_code(), 303);
    let after: serde_json::Value = office.get("tom", "/notices/new?after=0").await.json();
    assert_eq!(after["unread"], 0);
    assert_eq!(after["notices"].as_array().map(Vec::len), new["notices"].as_array().map(Vec::len));
    let older = office.get("tom", "/notices?before=1").await.text();
    assert!(older.contains("No notice yet"), "{older}");
}

#[tokio::test]
async fn today_counts_the_notices_as_the_bell_does_and_leads_to_those_it_does_not_show() {
    let office = house().await;
    for nth in 1..=11 {
        office.enquiry(nth, "tom").await;
    }
    let bell: serde_json::Value = office.get("tom", "/notices/new?after=0").await.json();
    let unread = bell["unread"].as_u64().expect("a number");
    let today = office.get("tom", "/today").await.text();
    let section = today.split("<h2>Notices</h2>").nth(1).expect("notices");
    let section = section.split("</section>").next().unwrap_or_default();
    assert!(unread >= 11 && section.contains(&format!("{unread} new")), "{unread}: {section}");
    let more = format!("<a href=\"/notices\">and {} more</a>", unread - 8);
    assert!(section.contains(&more), "{more}: {section}");
}
