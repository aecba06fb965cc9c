//! Who waits for Maya's answer at 10:42.

use super::{next, scene, sharp};
use crate::lead::{Outcome, TaskKind};
use crate::shell::demo::morning::Does::*;
use crate::shell::demo::morning::Scene;

pub(super) const SCENES: &[Scene] = &[
    scene(
        5,
        9,
        12,
        "Ines Carvalho",
        Comes(
            "referral",
            &[
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
                (
                    "message",
                    "Two boilers at the Beck Lane site failed inspection. We would like a quote for air source heat pumps, roughly 900 m². Kestrel Academy speaks well of you.",
                ),
            ],
        ),
    ),
    scene(
        5,
        9,
        15,
        "Ines Carvalho",
        Calls(Outcome::Voicemail, "Left a message with our number.", None),
    ),
    scene(
        3,
        11,
        2,
        "Ines Carvalho",
        Calls(
            Outcome::Reached,
            "Two gas boilers condemned for next winter. Trustees set aside £80k to £95k. She recommends, the chair Neil Harrow signs. Wants work done over summer.",
            next(1, 9, 15, TaskKind::Email, "Send two survey dates."),
        ),
    ),
    scene(
        3,
        11,
        8,
        "Ines Carvalho",
        Learns(&[
            ("problem", "Two gas boilers condemned"),
            ("need", "Heat for 900 m² before winter"),
            ("budget", "95000"),
            ("authority", "Recommends"),
            ("decision_maker", "Neil Harrow, chair"),
            ("value", "8800000"),
        ]),
    ),
    scene(3, 11, 9, "Ines Carvalho", Moves("qualified")),
    scene(3, 11, 10, "Ines Carvalho", Tags(&["grant", "key"])),
    scene(
        1,
        9,
        15,
        "Ines Carvalho",
        Writes(
            "Two survey dates: one in half-term week, one in the week after. Both in the morning.",
            next(-1, 10, 0, TaskKind::Call, "Ask about the survey dates."),
        ),
    ),
    scene(1, 16, 20, "Ines Carvalho", Opens),
    scene(1, 16, 31, "Ines Carvalho", Opens),
    sharp(
        10,
        38,
        48,
        "Ines Carvalho",
        Replies(
            "We could give access in half-term week. Would a morning survey work? The caretaker is in from seven. If you can send the survey checklist I will get it to the site team.",
        ),
    ),
    sharp(
        10,
        30,
        56,
        "Owen Pritchard",
        Comes(
            "ads",
            &[
                ("name", "Owen Pritchard"),
                ("email", "owen@cwmvalley.example"),
                ("phone", "07700 900118"),
                ("company", "Cwm Valley Cold Store"),
                ("role", "Owner"),
                ("country", "GB"),
                ("message", "Two compressors down, need someone this week. Call me on my mobile."),
                ("landing", "/emergency?gclid=EAIaIQobChMI0a41f2&utm_source=google&utm_medium=cpc"),
            ],
        ),
    ),
    sharp(10, 30, 56, "Owen Pritchard", Saw("/pricing", 4)),
    sharp(
        10,
        40,
        36,
        "Leila Haddad",
        Comes(
            "referral",
            &[
                ("name", "Leila Haddad"),
                ("email", "leila@haddaddental.example"),
                ("phone", "07700 900163"),
                ("company", "Haddad Dental Group"),
                ("role", "Practice Owner"),
                ("country", "United Kingdom"),
                ("heard_of_us", "Kestrel Academy"),
                ("message", "Three surgeries, same boilers as theirs. We would like a quote."),
            ],
        ),
    ),
    sharp(10, 40, 36, "Leila Haddad", Saw("/pricing", 9)),
    sharp(
        9,
        30,
        0,
        "Marcus Bell",
        Comes(
            "event",
            &[
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
            ],
        ),
    ),
];
