//! Every URL, and what somebody must be to ask for it. A new one is a line here, read by a person.

use expect_test::expect;
use leadstead::shell::web::listed;
use leadstead::shell::web::route::Door;

#[test]
fn every_url_is_listed_with_its_right() {
    let mut listed = listed();
    listed.sort();
    let table: String = listed
        .iter()
        .map(|url| {
            let door = match url.door {
                Door::House => "house",
                Door::Both => "both",
            };
            format!("{:<6} {:<5} {:<12} {}\n", url.method, door, url.right, url.path)
        })
        .collect();
    expect![[r#"
        GET    house anyone       /
        GET    both  anyone       /f/{form}
        POST   both  anyone       /f/{form}
        GET    both  anyone       /f/{form}/thanks/{ticket}
        GET    house anyone       /healthz
        GET    house rep          /live
        GET    house anyone       /login
        POST   house anyone       /login
        POST   house anyone       /logout
        GET    house anyone       /metrics
        POST   house rep          /notices/read
        GET    both  anyone       /static/{version}/{*path}
        POST   house anyone       /theme
        GET    house rep          /today
        GET    both  anyone       /u/{token}
        POST   both  anyone       /u/{token}
    "#]]
    .assert_eq(&table);
}
