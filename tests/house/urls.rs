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
        GET    house anyone       /api/docs
        GET    house api read     /api/v1/leads
        POST   house api capture  /api/v1/leads
        GET    house api read     /api/v1/leads/{id}
        PATCH  house api write    /api/v1/leads/{id}
        PUT    house api write    /api/v1/leads/{id}/answers/{criterion}
        GET    house api read     /api/v1/leads/{id}/files
        POST   house api write    /api/v1/leads/{id}/files
        DELETE house api write    /api/v1/leads/{id}/files/{file}
        GET    house api read     /api/v1/leads/{id}/files/{file}
        PUT    house api write    /api/v1/leads/{id}/handover
        PUT    house api write    /api/v1/leads/{id}/owner
        GET    house api read     /api/v1/leads/{id}/routing
        GET    house api read     /api/v1/leads/{id}/score
        PUT    house api write    /api/v1/leads/{id}/score
        PUT    house api write    /api/v1/leads/{id}/sequence
        PUT    house api write    /api/v1/leads/{id}/stage
        PUT    house api write    /api/v1/leads/{id}/tags
        GET    house api read     /api/v1/leads/{id}/timeline
        POST   house api write    /api/v1/leads/{id}/touches
        GET    house anyone       /api/v1/openapi.json
        GET    both  anyone       /f/{form}
        POST   both  anyone       /f/{form}
        GET    both  anyone       /f/{form}/embed.js
        GET    both  anyone       /f/{form}/thanks/{ticket}
        GET    house rep          /find
        GET    house anyone       /healthz
        GET    house manager      /import
        POST   house manager      /import
        GET    house manager      /import/{id}
        POST   house manager      /import/{id}/check
        POST   house manager      /import/{id}/drop
        GET    house manager      /import/{id}/report.csv
        POST   house manager      /import/{id}/start
        POST   both  anyone       /in/{source_key}
        GET    house anyone       /join/{secret}
        POST   house anyone       /join/{secret}
        GET    house rep          /leads
        POST   house rep          /leads/bulk
        GET    house rep          /leads/bulk/{id}
        POST   house rep          /leads/bulk/{id}/undo
        POST   house rep          /leads/columns
        GET    house manager      /leads/export
        GET    house rep          /leads/known
        GET    house rep          /leads/new
        POST   house rep          /leads/new
        POST   house rep          /leads/segments
        POST   house rep          /leads/segments/{key}
        GET    house rep          /leads/{id}
        POST   house rep          /leads/{id}/accept
        POST   house rep          /leads/{id}/answers
        POST   house rep          /leads/{id}/calls
        POST   house rep          /leads/{id}/disqualify
        GET    house rep          /leads/{id}/edit
        POST   house rep          /leads/{id}/emails
        GET    house rep          /leads/{id}/entries/{seq}
        POST   house rep          /leads/{id}/facts
        POST   house rep          /leads/{id}/files
        POST   house rep          /leads/{id}/files/remove
        GET    house rep          /leads/{id}/files/{file}
        POST   house rep          /leads/{id}/hold
        POST   house rep          /leads/{id}/letters/{seq}/drop
        POST   house rep          /leads/{id}/letters/{seq}/rewrite
        POST   house rep          /leads/{id}/letters/{seq}/send
        POST   house rep          /leads/{id}/lost
        POST   house rep          /leads/{id}/misroute
        POST   house rep          /leads/{id}/notes
        POST   house rep          /leads/{id}/owner
        POST   house rep          /leads/{id}/reopen
        POST   house rep          /leads/{id}/resume
        POST   house rep          /leads/{id}/score
        POST   house rep          /leads/{id}/send-back
        POST   house rep          /leads/{id}/sequence
        POST   house rep          /leads/{id}/snooze
        POST   house rep          /leads/{id}/stage
        POST   house rep          /leads/{id}/tags
        POST   house rep          /leads/{id}/take-on
        POST   house rep          /leads/{id}/tasks
        POST   house rep          /leads/{id}/tasks/{seq}/done
        POST   house rep          /leads/{id}/tasks/{seq}/move
        POST   house rep          /leads/{id}/touches
        POST   house rep          /leads/{id}/won
        GET    house rep          /licences.txt
        GET    house rep          /live
        GET    house anyone       /login
        POST   house anyone       /login
        POST   house anyone       /logout
        GET    house rep          /me
        POST   house rep          /me
        POST   house rep          /me/back
        POST   house rep          /me/elsewhere
        POST   house rep          /me/password
        GET    house anyone       /metrics
        GET    house rep          /notices
        GET    house rep          /notices/new
        POST   house rep          /notices/read
        GET    house rep          /notices/{seq}
        GET    house manager      /quarantine
        POST   house manager      /quarantine/{submission}
        GET    house owner        /settings
        POST   house owner        /settings
        GET    house rep          /settings/about
        GET    house owner        /settings/data
        POST   house owner        /settings/data/back-up
        GET    house owner        /settings/data/download
        GET    house owner        /settings/fields
        POST   house owner        /settings/fields
        GET    house owner        /settings/fields/{key}
        POST   house owner        /settings/fields/{key}
        GET    house owner        /settings/mail
        POST   house owner        /settings/mail
        GET    house manager      /settings/qualification
        POST   house manager      /settings/qualification
        GET    house manager      /settings/routing
        POST   house manager      /settings/routing
        GET    house manager      /settings/routing/sample
        POST   house manager      /settings/routing/sample
        POST   house manager      /settings/routing/weights
        GET    house manager      /settings/scoring
        POST   house manager      /settings/scoring
        GET    house manager      /settings/scoring/learned
        POST   house manager      /settings/scoring/learned
        POST   house manager      /settings/scoring/learned/use
        POST   house manager      /settings/scoring/review
        POST   house manager      /settings/scoring/sources
        GET    house owner        /settings/sources
        POST   house owner        /settings/sources
        POST   house owner        /settings/sources/{key}
        GET    house owner        /settings/tags
        POST   house owner        /settings/tags
        GET    house manager      /settings/versions
        GET    house manager      /settings/versions/{number}
        POST   house manager      /settings/versions/{number}
        GET    house anyone       /setup
        GET    house anyone       /setup/{step}
        POST   house anyone       /setup/{step}
        GET    both  anyone       /static/{version}/{*path}
        GET    house manager      /team
        POST   house manager      /team
        POST   house manager      /team/uninvite
        GET    house rep          /team/{id}
        POST   house rep          /team/{id}
        POST   house manager      /team/{id}/let-go
        POST   house owner        /team/{id}/password
        POST   house anyone       /theme
        GET    house rep          /today
        GET    both  anyone       /u/{token}
        POST   both  anyone       /u/{token}
    "#]]
    .assert_eq(&table);
}
