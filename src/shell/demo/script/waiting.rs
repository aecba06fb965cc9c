//! Who owes Maya an answer, and who is going stale.

use super::{next, scene};
use crate::lead::{Outcome, TaskKind};
use crate::shell::demo::morning::Does::*;
use crate::shell::demo::morning::Scene;

pub(super) const SCENES: &[Scene] = &[
    scene(
        9,
        9,
        44,
        "Pavel Novak",
        Comes(
            "quote",
            &[
                ("name", "Pavel Novak"),
                ("email", "pavel@novakpackaging.example"),
                ("phone", "07700 900136"),
                ("company", "Novak Packaging"),
                ("role", "Operations Director"),
                ("industry", "Manufacturing"),
                ("company_size", "110"),
                ("country", "United Kingdom"),
                ("message", "A quote for panels on two halls, please."),
            ],
        ),
    ),
    scene(
        9,
        10,
        2,
        "Pavel Novak",
        Calls(
            Outcome::Reached,
            "Two halls, south facing. Survey wanted.",
            next(1, 9, 40, TaskKind::Email, "Send survey dates."),
        ),
    ),
    scene(9, 10, 6, "Pavel Novak", Moves("qualified")),
    scene(
        1,
        9,
        42,
        "Pavel Novak",
        Writes(
            "Three survey dates that we could offer.",
            next(-2, 10, 0, TaskKind::Call, "Ask which survey date suits."),
        ),
    ),
    scene(1, 12, 5, "Pavel Novak", Opens),
    scene(
        33,
        11,
        20,
        "Victor Stan",
        Comes(
            "partner",
            &[
                ("name", "Victor Stan"),
                ("email", "victor@stanlogistics.example"),
                ("phone", "07700 900185"),
                ("company", "Stan Logistics"),
                ("role", "Managing Director"),
                ("industry", "Logistics"),
                ("company_size", "210"),
                ("country", "GB"),
                ("message", "Quote for 40,000 sq ft of roof and the depot office."),
            ],
        ),
    ),
    scene(
        33,
        11,
        41,
        "Victor Stan",
        Calls(
            Outcome::Reached,
            "New shed, owner of the roof. Wants it done this year.",
            next(25, 10, 0, TaskKind::Call, "Go through roof and load."),
        ),
    ),
    scene(
        33,
        11,
        50,
        "Victor Stan",
        Learns(&[
            ("problem", "Power for the new electric fleet"),
            ("budget", "140000"),
            ("decision_maker", "Victor Stan"),
            ("value", "13200000"),
            ("decision_on", "{soon}"),
        ]),
    ),
    scene(33, 11, 52, "Victor Stan", Moves("qualified")),
    scene(33, 11, 53, "Victor Stan", Tags(&["sites"])),
    scene(
        25,
        10,
        3,
        "Victor Stan",
        Calls(
            Outcome::Reached,
            "Roof can carry it. Proposal sent.",
            next(8, 10, 0, TaskKind::Call, "Ask for a decision."),
        ),
    ),
    scene(25, 10, 20, "Victor Stan", Moves("proposal")),
    scene(
        8,
        10,
        9,
        "Victor Stan",
        Calls(
            Outcome::Reached,
            "Contract is with his solicitor.",
            next(2, 16, 0, TaskKind::Email, "Ask whether the solicitor has questions."),
        ),
    ),
    scene(8, 10, 14, "Victor Stan", Moves("decision")),
    scene(
        2,
        16,
        4,
        "Victor Stan",
        Writes(
            "Does your solicitor need anything from us?",
            next(-1, 14, 0, TaskKind::Call, "Contract was promised by now."),
        ),
    ),
    scene(
        28,
        10,
        15,
        "Ewan Sharpe",
        Comes(
            "referral",
            &[
                ("name", "Ewan Sharpe"),
                ("email", "ewan@sharpedaughters.example"),
                ("phone", "0113 496 0162"),
                ("company", "Sharpe & Daughters"),
                ("role", "Owner"),
                ("country", "United Kingdom"),
                ("message", "Please quote for a heat pump in our showroom."),
            ],
        ),
    ),
    scene(
        28,
        10,
        28,
        "Ewan Sharpe",
        Calls(
            Outcome::Reached,
            "Showroom of 300 m², oil tank due. Sent prices while we spoke.",
            next(11, 11, 0, TaskKind::Call, "Ask what they think of the proposal."),
        ),
    ),
    scene(
        28,
        10,
        40,
        "Ewan Sharpe",
        Learns(&[
            ("problem", "Oil tank is due"),
            ("budget", "25000"),
            ("decision_maker", "Ewan Sharpe"),
            ("value", "2290000"),
        ]),
    ),
    scene(28, 10, 44, "Ewan Sharpe", Moves("proposal")),
    scene(
        11,
        11,
        5,
        "Ewan Sharpe",
        Calls(
            Outcome::NoAnswer,
            "",
            next(-1, 9, 30, TaskKind::Call, "Call again about the proposal."),
        ),
    ),
    scene(
        26,
        14,
        10,
        "Anneke Vos",
        Comes(
            "website",
            &[
                ("name", "Anneke Vos"),
                ("email", "anneke@vosglass.example"),
                ("phone", "01632 960181"),
                ("company", "Vos Glasshouses"),
                ("role", "Owner"),
                ("industry", "Horticulture"),
                ("country", "United Kingdom"),
                ("message", "What would it cost to heat an acre of glass without gas?"),
            ],
        ),
    ),
    scene(
        26,
        14,
        32,
        "Anneke Vos",
        Calls(
            Outcome::Reached,
            "Depends on the grant. Waits for the letter.",
            next(9, 10, 0, TaskKind::Call, "Has the grant letter come?"),
        ),
    ),
    scene(26, 14, 40, "Anneke Vos", Learns(&[("value", "4700000")])),
    scene(26, 14, 41, "Anneke Vos", Moves("qualified")),
    scene(
        9,
        10,
        6,
        "Anneke Vos",
        Calls(
            Outcome::Reached,
            "Not yet. She expects it within two weeks.",
            next(-2, 10, 30, TaskKind::Call, "Has the grant letter come?"),
        ),
    ),
];
