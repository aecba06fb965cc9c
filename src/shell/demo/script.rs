//! The people with a part of their own: what they do, and what Maya does about them, up to 10:42.

use super::morning::{Does, Next, Scene};
use crate::lead::{Outcome, TaskKind};
use Does::*;

const fn scene(back: usize, hour: i8, minute: i8, who: &'static str, does: Does) -> Scene {
    Scene { back, hour, minute, second: 0, who, does }
}

const fn sharp(hour: i8, minute: i8, second: i8, who: &'static str, does: Does) -> Scene {
    Scene { back: 0, hour, minute, second, who, does }
}

/// A next step so many working days before the last one; 0 is the last, below 0 lies ahead.
const fn next(back: i64, hour: i8, minute: i8, kind: TaskKind, text: &'static str) -> Option<Next> {
    Some(Next { back, hour, minute, kind, text })
}

const HELD: Does = Holds("Maya sees to it herself.");

/// Every scene, in any order.
pub const SCENES: &[Scene] = &[
    // Answer now.
    scene(5, 9, 12, "Ines Carvalho", Comes("referral", &[
        ("name", "Ines Carvalho"),
        ("email", "i.carvalho@larkfield.example"),
        ("phone", "07700 900142"),
        ("company", "Larkfield School Trust"),
        ("role", "Head of Estates"),
        ("industry", "Education"),
        ("company_size", "120"),
        ("city", "Leeds"),
        ("postcode", "LS8 2AB"),
        ("country", "United Kingdom"),
        ("service", "Air source heat pumps"),
        ("heard_of_us", "Kestrel Academy"),
        ("consent", "E-mail and phone"),
        ("message", "Two boilers at the Beck Lane site failed inspection. We would like a quote for air source heat pumps, roughly 900 m². Kestrel Academy speaks well of you."),
    ])),
    scene(5, 9, 15, "Ines Carvalho", Calls(Outcome::Voicemail, "Left a message with our number.", None)),
    scene(3, 11, 2, "Ines Carvalho", Calls(
        Outcome::Reached,
        "Two gas boilers condemned for next winter. Trustees set aside £80k to £95k. She recommends, the chair Neil Harrow signs. Wants work done over summer.",
        next(1, 9, 15, TaskKind::Email, "Send two survey dates."),
    )),
    scene(3, 11, 8, "Ines Carvalho", Learns(&[
        ("problem", "Two gas boilers condemned"),
        ("need", "Heat for 900 m² before winter"),
        ("budget", "95000"),
        ("authority", "Recommends"),
        ("decision_maker", "Neil Harrow, chair"),
        ("value", "8800000"),
    ])),
    scene(3, 11, 9, "Ines Carvalho", Moves("qualified")),
    scene(1, 9, 15, "Ines Carvalho", Writes(
        "Two survey dates: one in half-term week, one in the week after. Both in the morning.",
        next(-1, 10, 0, TaskKind::Call, "Ask about the survey dates."),
    )),
    scene(1, 16, 20, "Ines Carvalho", Opens),
    scene(1, 16, 31, "Ines Carvalho", Opens),
    sharp(10, 38, 48, "Ines Carvalho", Replies(
        "We could give access in half-term week. Would a morning survey work? The caretaker is in from seven. If you can send the survey checklist I will get it to the site team.",
    )),
    sharp(10, 30, 56, "Owen Pritchard", Comes("ads", &[
        ("name", "Owen Pritchard"),
        ("email", "owen@cwmvalley.example"),
        ("phone", "07700 900118"),
        ("company", "Cwm Valley Cold Store"),
        ("role", "Owner"),
        ("country", "GB"),
        ("message", "Two compressors down, need someone this week. Call me on my mobile."),
        ("landing", "/emergency?gclid=EAIaIQobChMI0a41f2&utm_source=google&utm_medium=cpc"),
    ])),
    sharp(10, 30, 56, "Owen Pritchard", Saw("/pricing", 4)),
    sharp(10, 40, 36, "Leila Haddad", Comes("referral", &[
        ("name", "Leila Haddad"),
        ("email", "leila@haddaddental.example"),
        ("phone", "07700 900163"),
        ("company", "Haddad Dental Group"),
        ("role", "Practice Owner"),
        ("country", "United Kingdom"),
        ("heard_of_us", "Kestrel Academy"),
        ("message", "Three surgeries, same boilers as theirs. We would like a quote."),
    ])),
    sharp(10, 40, 36, "Leila Haddad", Saw("/pricing", 9)),
    sharp(9, 30, 0, "Marcus Bell", Comes("event", &[
        ("name", "Marcus Bell"),
        ("email", "m.bell@foundryhotel.example"),
        ("phone", "0113 496 0177"),
        ("company", "The Foundry Hotel"),
        ("role", "General Manager"),
        ("industry", "Hospitality"),
        ("country", "GB"),
        ("owner", "Maya Lindqvist"),
        ("lead_source_detail", "Hospitality North fair, stand card"),
        ("message", "Wants a quote for 42 rooms."),
    ])),
    // Due today.
    scene(3, 14, 20, "Nadia Petrov", Comes("website", &[
        ("name", "Nadia Petrov"),
        ("email", "nadia@petrovauto.example"),
        ("phone", "07700 900127"),
        ("company", "Petrov Auto Repair"),
        ("role", "Owner"),
        ("postcode", "BD3 4JT"),
        ("country", "United Kingdom"),
        ("message", "Please call me about heating for the workshop, it is 14 degrees in there."),
    ])),
    scene(3, 14, 41, "Nadia Petrov", Calls(
        Outcome::Voicemail,
        "Left a voicemail.",
        next(0, 9, 30, TaskKind::Call, "Day 3 call. Left a voicemail last time."),
    )),
    scene(3, 14, 43, "Nadia Petrov", HELD),
    scene(24, 10, 5, "Grace Oduya", Comes("quote", &[
        ("name", "Grace Oduya"),
        ("email", "grace@oduyafoods.example"),
        ("phone", "07700 900151"),
        ("company", "Oduya Foods"),
        ("role", "Managing Director"),
        ("industry", "Food and drink"),
        ("company_size", "85"),
        ("country", "United Kingdom"),
        ("timeline", "within 3 months"),
        ("message", "We would like a quote for heat pumps and panels on the packing shed."),
    ])),
    scene(24, 10, 17, "Grace Oduya", Calls(
        Outcome::Reached,
        "Wants to be off gas before the new line comes. Decides herself.",
        next(18, 11, 0, TaskKind::Call, "Go through the survey."),
    )),
    scene(24, 10, 24, "Grace Oduya", Moves("qualified")),
    scene(18, 11, 3, "Grace Oduya", Calls(
        Outcome::Reached,
        "Survey is done, plant room is large enough. Budget £65k.",
        next(4, 10, 30, TaskKind::Call, "Present the proposal."),
    )),
    scene(18, 11, 12, "Grace Oduya", Learns(&[
        ("problem", "Gas contract ends with the new line"),
        ("budget", "65000"),
        ("decision_maker", "Grace Oduya"),
        ("value", "6120000"),
    ])),
    scene(18, 11, 14, "Grace Oduya", Moves("discovery")),
    scene(4, 10, 33, "Grace Oduya", Calls(
        Outcome::Reached,
        "Proposal P-0193 is with her. Wants to go through it on the phone.",
        next(0, 11, 0, TaskKind::Call, "Talk through proposal P-0193, £61,200."),
    )),
    scene(4, 10, 41, "Grace Oduya", Moves("proposal")),
    scene(1, 15, 10, "Grace Oduya", Saw("/pricing", 0)),
    scene(4, 11, 30, "Gareth Lowe", Comes("website", &[
        ("name", "Gareth Lowe"),
        ("email", "gareth@lowefinch.example"),
        ("phone", "0114 496 0121"),
        ("company", "Lowe & Finch Lettings"),
        ("role", "Director"),
        ("country", "United Kingdom"),
        ("landing", "/landlords?utm_source=newsletter&utm_medium=email&utm_campaign=landlords"),
        ("message", "We let eleven small units. Could you give us an estimate for two of them?"),
    ])),
    scene(4, 11, 52, "Gareth Lowe", Writes(
        "Thank you, two questions first: how are the units heated now, and when do the leases end?",
        next(0, 11, 30, TaskKind::Email, "Day 5 email, “Two landlords who switched”."),
    )),
    scene(4, 11, 53, "Gareth Lowe", HELD),
    scene(3, 9, 20, "Sofia Lindgren", Comes("linkedin", &[
        ("name", "Sofia Lindgren"),
        ("email", "sofia@tidalbrewing.example"),
        ("company", "Tidal Brewing Co"),
        ("role", "Head of Operations"),
        ("industry", "Food and drink"),
        ("company_size", "40"),
        ("country", "GB"),
        ("budget", "30000"),
        ("timeline", "within 3 months"),
        ("message", "Asked under our post whether steam can come from a heat pump."),
    ])),
    scene(3, 9, 50, "Sofia Lindgren", Links(
        "Asked to connect.",
        next(0, 14, 0, TaskKind::Linkedin, "Message is drafted. Send it from your own account."),
    )),
    scene(3, 9, 51, "Sofia Lindgren", HELD),
    scene(21, 13, 40, "Karen Doyle", Comes("website", &[
        ("name", "Karen Doyle"),
        ("email", "karen@doylecare.example"),
        ("phone", "07700 900174"),
        ("company", "Doyle Care Homes"),
        ("role", "Managing Director"),
        ("industry", "Care"),
        ("company_size", "160"),
        ("country", "United Kingdom"),
        ("message", "Please quote for heat pumps in two of our homes."),
    ])),
    scene(21, 14, 2, "Karen Doyle", Calls(
        Outcome::Reached,
        "Two homes, 36 and 28 beds. Board has set £100k aside.",
        next(14, 10, 0, TaskKind::Call, "Results of the survey."),
    )),
    scene(21, 14, 9, "Karen Doyle", Moves("qualified")),
    scene(14, 10, 4, "Karen Doyle", Calls(
        Outcome::Reached,
        "Survey shows both homes can be done without moving anybody.",
        next(6, 11, 0, TaskKind::Call, "Present the proposal."),
    )),
    scene(14, 10, 12, "Karen Doyle", Learns(&[
        ("problem", "Boilers past their time in two homes"),
        ("budget", "100000"),
        ("decision_maker", "Karen Doyle and the board"),
        ("value", "9650000"),
    ])),
    scene(14, 10, 13, "Karen Doyle", Moves("discovery")),
    scene(6, 11, 6, "Karen Doyle", Calls(
        Outcome::Reached,
        "Proposal sent while we spoke, £96,500.",
        next(-1, 11, 0, TaskKind::Call, "Ask what the board said."),
    )),
    scene(6, 11, 15, "Karen Doyle", Moves("proposal")),
    scene(1, 14, 12, "Karen Doyle", Replies(
        "The board asks for the heat-loss sheet of the larger home. Could you send it?",
    )),
    scene(1, 14, 30, "Karen Doyle", Writes(
        "You have it tomorrow afternoon.",
        next(0, 15, 15, TaskKind::Other, "Send the heat-loss sheet she asked for."),
    )),
    scene(8, 10, 40, "Hamish Orr", Comes("event", &[
        ("name", "Hamish Orr"),
        ("email", "hamish@orrtextiles.example"),
        ("phone", "0191 498 0133"),
        ("company", "Orr Textiles"),
        ("role", "Works Manager"),
        ("industry", "Manufacturing"),
        ("company_size", "75"),
        ("country", "GB"),
        ("budget", "21000"),
        ("message", "Took our leaflet on process heat."),
    ])),
    scene(8, 11, 10, "Hamish Orr", Calls(Outcome::NoAnswer, "", None)),
    scene(5, 15, 20, "Hamish Orr", Calls(
        Outcome::Voicemail,
        "Left a message with reception.",
        next(0, 16, 45, TaskKind::Call, "Day 8 call, last one before nurture."),
    )),
    scene(5, 15, 21, "Hamish Orr", HELD),
    // Waiting on their reply.
    scene(9, 9, 44, "Pavel Novak", Comes("quote", &[
        ("name", "Pavel Novak"),
        ("email", "pavel@novakpackaging.example"),
        ("phone", "07700 900136"),
        ("company", "Novak Packaging"),
        ("role", "Operations Director"),
        ("industry", "Manufacturing"),
        ("company_size", "110"),
        ("country", "United Kingdom"),
        ("message", "A quote for panels on two halls, please."),
    ])),
    scene(9, 10, 2, "Pavel Novak", Calls(
        Outcome::Reached,
        "Two halls, south facing. Survey wanted.",
        next(1, 9, 40, TaskKind::Email, "Send survey dates."),
    )),
    scene(9, 10, 6, "Pavel Novak", Moves("qualified")),
    scene(1, 9, 42, "Pavel Novak", Writes(
        "Three survey dates that we could offer.",
        next(-2, 10, 0, TaskKind::Call, "Ask which survey date suits."),
    )),
    scene(1, 12, 5, "Pavel Novak", Opens),
    scene(33, 11, 20, "Victor Stan", Comes("partner", &[
        ("name", "Victor Stan"),
        ("email", "victor@stanlogistics.example"),
        ("phone", "07700 900185"),
        ("company", "Stan Logistics"),
        ("role", "Managing Director"),
        ("industry", "Logistics"),
        ("company_size", "210"),
        ("country", "GB"),
        ("message", "Quote for 40,000 sq ft of roof and the depot office."),
    ])),
    scene(33, 11, 41, "Victor Stan", Calls(
        Outcome::Reached,
        "New shed, owner of the roof. Wants it done this year.",
        next(25, 10, 0, TaskKind::Call, "Go through roof and load."),
    )),
    scene(33, 11, 50, "Victor Stan", Learns(&[
        ("problem", "Power for the new electric fleet"),
        ("budget", "140000"),
        ("decision_maker", "Victor Stan"),
        ("value", "13200000"),
        ("decision_on", "{soon}"),
    ])),
    scene(33, 11, 52, "Victor Stan", Moves("qualified")),
    scene(25, 10, 3, "Victor Stan", Calls(
        Outcome::Reached,
        "Roof can carry it. Proposal sent.",
        next(8, 10, 0, TaskKind::Call, "Ask for a decision."),
    )),
    scene(25, 10, 20, "Victor Stan", Moves("proposal")),
    scene(8, 10, 9, "Victor Stan", Calls(
        Outcome::Reached,
        "Contract is with his solicitor.",
        next(2, 16, 0, TaskKind::Email, "Ask whether the solicitor has questions."),
    )),
    scene(8, 10, 14, "Victor Stan", Moves("decision")),
    scene(2, 16, 4, "Victor Stan", Writes(
        "Does your solicitor need anything from us?",
        next(-1, 14, 0, TaskKind::Call, "Contract was promised by now."),
    )),
    // Going stale.
    scene(28, 10, 15, "Ewan Sharpe", Comes("referral", &[
        ("name", "Ewan Sharpe"),
        ("email", "ewan@sharpedaughters.example"),
        ("phone", "0113 496 0162"),
        ("company", "Sharpe & Daughters"),
        ("role", "Owner"),
        ("country", "United Kingdom"),
        ("message", "Please quote for a heat pump in our showroom."),
    ])),
    scene(28, 10, 28, "Ewan Sharpe", Calls(
        Outcome::Reached,
        "Showroom of 300 m², oil tank due. Sent prices while we spoke.",
        next(11, 11, 0, TaskKind::Call, "Ask what they think of the proposal."),
    )),
    scene(28, 10, 40, "Ewan Sharpe", Learns(&[
        ("problem", "Oil tank is due"),
        ("budget", "25000"),
        ("decision_maker", "Ewan Sharpe"),
        ("value", "2290000"),
    ])),
    scene(28, 10, 44, "Ewan Sharpe", Moves("proposal")),
    scene(11, 11, 5, "Ewan Sharpe", Calls(
        Outcome::NoAnswer,
        "",
        next(-1, 9, 30, TaskKind::Call, "Call again about the proposal."),
    )),
    scene(26, 14, 10, "Anneke Vos", Comes("website", &[
        ("name", "Anneke Vos"),
        ("email", "anneke@vosglass.example"),
        ("phone", "01632 960181"),
        ("company", "Vos Glasshouses"),
        ("role", "Owner"),
        ("industry", "Horticulture"),
        ("country", "United Kingdom"),
        ("message", "What would it cost to heat an acre of glass without gas?"),
    ])),
    scene(26, 14, 32, "Anneke Vos", Calls(
        Outcome::Reached,
        "Depends on the grant. Waits for the letter.",
        next(9, 10, 0, TaskKind::Call, "Has the grant letter come?"),
    )),
    scene(26, 14, 40, "Anneke Vos", Learns(&[("value", "4700000")])),
    scene(26, 14, 41, "Anneke Vos", Moves("qualified")),
    scene(9, 10, 6, "Anneke Vos", Calls(
        Outcome::Reached,
        "Not yet. She expects it within two weeks.",
        next(-2, 10, 30, TaskKind::Call, "Has the grant letter come?"),
    )),
];
