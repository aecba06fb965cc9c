//! What a job lets somebody decide, read from its title in English, German, French, Spanish, Italian, Dutch or
//! Polish.

mod studies;
mod word;

use super::{small, words};
use studies::studies;
use word::{is_of, rank_of_word};

/// How much of a decision is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Nothing can be said, which is no mismatch.
    Unknown,
    /// They study, or look for a job.
    Studies,
    /// They begin, or assist somebody.
    Assists,
    Manages,
    Decides,
}

/// What stands between two jobs of one person.
const BETWEEN_JOBS: [char; 6] = [',', ';', '/', '|', '&', '+'];

/// The rank of a job title.
///
/// Whatever makes a title smaller wins: a junior manager is no manager, nor is an assistant to the
/// board the board. Who is said to study does so; who works for students does not. What somebody was
/// says nothing.
pub fn rank(title: &str) -> Rank {
    if title.is_empty() {
        return Rank::Unknown;
    }
    let title = joined(&small(title));
    if title.trim() == "partner" {
        return Rank::Decides;
    }
    if studies(&title) {
        return Rank::Studies;
    }
    let jobs = title.split(BETWEEN_JOBS).filter(|job| !is_over(job));
    jobs.flat_map(ranks).min_by_key(|rank| weight(*rank)).unwrap_or(Rank::Unknown)
}

/// A title in which letters with dots behind them are words: `c.e.o.` is `ceo`.
fn joined(title: &str) -> String {
    let (mut word, mut joined) = (0, String::with_capacity(title.len()));
    for letter in title.chars() {
        match letter {
            '.' if word == 1 => word = 0,
            _ => {
                word = if letter.is_alphabetic() { word + 1 } else { 0 };
                joined.push(letter);
            }
        }
    }
    joined
}

/// Whether a job is one that somebody had.
fn is_over(job: &str) -> bool {
    const OVER: [&str; 15] = [
        "former",
        "formerly",
        "ex",
        "retired",
        "ehemals",
        "ehemalig",
        "ehemalige",
        "ehemaliger",
        "pensioniert",
        "ancien",
        "ancienne",
        "antiguo",
        "antigua",
        "voormalig",
        "były",
    ];
    words(job).any(|word| is_of(word, &OVER))
}

/// The rank of each word of a job.
fn ranks(job: &str) -> impl Iterator<Item = Rank> {
    let (mut before, mut behind) = ("", words(job));
    std::iter::from_fn(move || {
        let word = behind.next()?;
        let before = std::mem::replace(&mut before, word);
        Some(match (before, word, behind.clone().next()) {
            // French: of a firm, and of anything else.
            ("chef" | "cheffe", "d", Some("entreprise")) => Rank::Decides,
            ("chef" | "cheffe", "de" | "des" | "du", _) => Rank::Manages,
            ("pa" | "ea", "to", _) => Rank::Assists,
            ("company" | "general", "secretary", _)
            | (_, "chief", Some("of"))
            | ("art" | "casting" | "creative" | "film" | "music", "director", _) => Rank::Manages,
            (_, "head", Some(trade)) if is_of(trade, &TRADES) => Rank::Manages,
            // As engineers and consultants are; by itself it is of a school or a firm.
            (_, "principal", Some(_)) => Rank::Unknown,
            ("equity" | "founding" | "managing" | "senior", "partner", None)
            | ("self", "employed", _)
            | ("sole", "trader", _) => Rank::Decides,
            (before, word, _) => rank_of_word(word, before),
        })
    })
}

/// Whose head is the first among colleagues.
const TRADES: [&str; 12] = [
    "barista",
    "bartender",
    "chef",
    "coach",
    "cook",
    "gardener",
    "groundsman",
    "housekeeper",
    "nurse",
    "porter",
    "receptionist",
    "waiter",
];

/// What wins among the words of one title, the smallest first.
fn weight(rank: Rank) -> u8 {
    match rank {
        Rank::Studies => 0,
        Rank::Assists => 1,
        Rank::Decides => 2,
        Rank::Manages => 3,
        Rank::Unknown => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_can_decide_is_known() {
        for title in [
            "Owner",
            "Co-Founder & CTO",
            "CEO",
            "Head of department",
            "VP Sales",
            "Managing Director",
            "Chief Executive",
            "Geschäftsführer",
            "Inhaberin",
            "Leiter Einkauf",
            "Vertriebsleiterin",
            "GF",
            "Partner",
            "C.E.O. / owner",
            "Headteacher",
            "c.e.o.",
            "G.F.",
            "Managing Partner",
            "Principal",
            "Self-employed",
            "Gesellschafterin",
            "1.Vorsitzender",
            "Ex-Berater, Inhaber",
            "Head Chef / Owner",
        ] {
            assert_eq!(rank(title), Rank::Decides, "{title}");
        }
    }

    #[test]
    fn titles_of_neighbours_are_read_too() {
        let ranks = |titles: &[&str], wanted: Rank| {
            for title in titles {
                assert_eq!(rank(title), wanted, "{title}");
            }
        };
        ranks(
            &[
                "Directrice générale",
                "Gérant",
                "PDG",
                "Dueña",
                "Director comercial",
                "Titolare",
                "Amministratore delegato",
                "Eigenaar",
                "Directeur",
                "Prezes zarządu",
                "Właścicielka",
                "Chef d'entreprise",
                "Cheffe d’entreprise",
                "Hoofd inkoop",
            ],
            Rank::Decides,
        );
        ranks(
            &[
                "Kierownik projektu",
                "Teamleider",
                "Encargada de compras",
                "Gestionnaire",
                "Responsable des achats",
                "Chef de projet",
                "Cheffe du service achats",
                "Responsable de compras",
                "Jefe de obra",
                "Responsabile acquisti",
                "Inkoopmanager",
                "Produktmanagerin",
            ],
            Rank::Manages,
        );
        ranks(
            &["Assistante de direction", "Stagista", "Secretaria del director", "Stażysta"],
            Rank::Assists,
        );
        ranks(&["Étudiante", "Estudiante", "Studente", "Leerling", "Studentka"], Rank::Studies);
    }

    #[test]
    fn managers_have_a_say() {
        for title in [
            "Marketing manager",
            "Team lead",
            "Projektleiter",
            "Product Owner",
            "Facilities Mgr",
            "Chief of Staff",
            "Art Director",
            "Head chef",
            "Company Secretary",
        ] {
            assert_eq!(rank(title), Rank::Manages, "{title}");
        }
    }

    #[test]
    fn whoever_assists_or_begins_does_not_decide() {
        for title in [
            "Junior manager",
            "Assistant to the CEO",
            "PA to the Managing Director",
            "Praktikantin",
            "Assistenz der Geschäftsführung",
            "P.A. to the C.E.O.",
            "Becario",
        ] {
            assert_eq!(rank(title), Rank::Assists, "{title}");
        }
    }

    #[test]
    fn other_jobs_say_nothing() {
        for title in [
            "",
            "Developer",
            "Reisebegleiter",
            "Engineer",
            "Key account",
            "Chef",
            "Former CEO",
            "Geschäftsführer (pensioniert)",
            "Principal Engineer",
            "HR Business Partner",
        ] {
            assert_eq!(rank(title), Rank::Unknown, "{title}");
        }
    }
}
