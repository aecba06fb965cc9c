//! One lead's whole way, so that a newcomer sees the house at work on one page.

use crate::sim::Sim;
use expect_test::expect;

#[test]
fn a_request_for_a_quote_is_scored_given_away_promised_and_followed_up() {
    let mut sim = Sim::at("2026-05-04T10:00");
    let lead =
        sim.form("name=Ana+Ruiz&email=ana@ruiz.example&message=Please+send+a+quote&consent=Yes");
    sim.days(30);
    expect![[r#"
        Mon  4 May 10:00  Website form: new enquiry, asked for a quote: “Please send a quote”.
        Mon  4 May 10:00  Score 67, High: floor for a request +38.3, asked +20, source +6, engaged +3.
        Mon  4 May 10:00  Handed over to sales: They asked for an answer.
        Mon  4 May 10:00  Given to Maya: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:00  Maya was told: a new lead is theirs.
        Mon  4 May 10:00  A clock started: answer within 4 h.
        Mon  4 May 10:00  Sequence “New lead” started.
        Mon  4 May 10:00  Stage New.
        Mon  4 May 10:00  Email “New lead, day 1: first answer” drafted, goes out in 4 min (Day 1).
        Mon  4 May 10:00  The step of day 1 was taken.
        Mon  4 May 10:04  Email sent.
        Mon  4 May 10:30  Given to Tom: Everything else is shared out, to accept within 30 min.
        Mon  4 May 10:30  Tom was told: a new lead is theirs.
        Mon  4 May 10:30  Maya was told: it went to somebody else.
        Mon  4 May 11:00  Given to Priya: Everything else is shared out, to accept within 30 min.
        Mon  4 May 11:00  Priya was told: a new lead is theirs.
        Mon  4 May 11:00  Tom was told: it went to somebody else.
        Mon  4 May 11:30  The offer stands without a clock: Nobody else can take it by the rule “Everything else is shared out”. Maya: did not accept in time; Tom: did not accept in time; Priya: did not accept in time.
        Mon  4 May 12:00  50% of the time to answer is gone.
        Mon  4 May 12:00  Priya was told: the clock is running out.
        Mon  4 May 13:12  80% of the time to answer is gone.
        Mon  4 May 13:12  Priya was told: the clock is running out.
        Mon  4 May 14:00  Nobody answered in time.
        Mon  4 May 14:00  Escalated to Priya.
        Mon  4 May 14:00  Priya was told: nobody answered in time.
        Tue  5 May 09:30  Escalated to Maya.
        Tue  5 May 09:30  Maya was told: it was escalated to them.
        Tue  5 May 13:30  Escalated to Maya.
        Tue  5 May 13:30  Maya was told: it was escalated to them.
        Wed  6 May 09:00  Task: Call, due now (Day 3): “Call them. Say who you are and that you are calling about their enquiry. Ask what should be different afterwards, by when, who else decides, and agree the next step. No answer? Leave a message: “Hello, this is … from …. You got in touch with us. I would like to understand what you need, so that I ca…”
        Wed  6 May 09:00  The step of day 3 was taken.
        Fri  8 May 09:00  Task: LinkedIn message, due now (Day 5): “Find them on LinkedIn and ask to connect: “Hello, you got in touch with us a few days ago. I look after your enquiry and would be glad to be in contact here as well, in case that is easier for you.””
        Fri  8 May 09:00  The step of day 5 was taken.
        Mon 11 May 09:00  Email “New lead, day 8: a new angle” on its way (Day 8).
        Mon 11 May 09:00  The step of day 8 was taken.
        Mon 11 May 09:00  Email sent.
        Mon 18 May 09:00  Email “New lead, day 14: an easy way out” on its way (Day 14).
        Mon 18 May 09:00  The step of day 14 was taken.
        Mon 18 May 09:00  Email sent.
        Tue 19 May 09:00  Sequence “New lead” ended: every step was taken, next is “Long-term nurture”.
        Tue 19 May 09:00  Sequence “Long-term nurture” started.
    "#]].assert_eq(&sim.story(lead));
}
