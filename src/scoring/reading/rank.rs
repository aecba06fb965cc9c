//! What a job lets somebody decide, read from its title in English, German, French, Spanish, Italian, Dutch or
//! Polish.

mod studies;

use super::{small, words};
use studies::studies;

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

/// The rank of a job title.
///
/// Whatever makes a title smaller wins: a junior manager is no manager, nor is an assistant to the
/// board the board. Who is said to study does so; who works for students does not.
pub fn rank(title: &str) -> Rank {
    if title.is_empty() {
        return Rank::Unknown;
    }
    let title = small(title);
    if title.trim() == "partner" {
        return Rank::Decides;
    }
    if studies(&title) {
        return Rank::Studies;
    }
    let mut before = "";
    let ranks = words(&title).map(|word| match (std::mem::replace(&mut before, word), word) {
        // French: of a firm, and of anything else.
        ("d", "entreprise") if title.starts_with("chef") => Rank::Decides,
        ("chef" | "cheffe", "de" | "des" | "du") => Rank::Manages,
        ("pa" | "ea", "to") => Rank::Assists,
        (before, word) => rank_of_word(word, before),
    });
    ranks.min_by_key(|rank| weight(*rank)).unwrap_or(Rank::Unknown)
}

/// The rank a word stands for, behind the word before it.
fn rank_of_word(word: &str, before: &str) -> Rank {
    if assists(word) || is_of(word, &ASSISTS) {
        Rank::Assists
    } else if word == "owner" && owns_a_thing(before) || manages(word) || is_of(word, &MANAGES) {
        Rank::Manages
    } else if decides(word) || is_of(word, &DECIDES) {
        Rank::Decides
    } else {
        Rank::Unknown
    }
}

/// French, Spanish, Italian, Dutch and Polish, in this order.
const ASSISTS: [&str; 26] = [
    "stagiaire",
    "apprenti",
    "apprentie",
    "alternant",
    "alternante",
    "assistante",
    "secrétaire",
    "adjoint",
    "adjointe",
    "aprendiz",
    "asistente",
    "auxiliar",
    "secretario",
    "secretaria",
    "stagista",
    "tirocinante",
    "apprendista",
    "assistente",
    "segretario",
    "segretaria",
    "leerjongen",
    "secretaresse",
    "stażysta",
    "stażystka",
    "asystent",
    "asystentka",
];

const MANAGES: [&str; 17] = [
    "gestionnaire",
    "responsable",
    "jefe",
    "jefa",
    "responsabile",
    "encargado",
    "encargada",
    "gestor",
    "gestora",
    "coordinatore",
    "coordinatrice",
    "teamleider",
    "projectleider",
    "afdelingshoofd",
    "menedżer",
    "kierownik",
    "kierowniczka",
];

const DECIDES: [&str; 51] = [
    "hoofd",
    "directeur",
    "directrice",
    "pdg",
    "dg",
    "gérant",
    "gérante",
    "propriétaire",
    "fondateur",
    "fondatrice",
    "cofondateur",
    "président",
    "présidente",
    "dirigeant",
    "dirigeante",
    "associé",
    "associée",
    "patron",
    "patronne",
    "directora",
    "dueño",
    "dueña",
    "propietario",
    "propietaria",
    "fundador",
    "fundadora",
    "gerente",
    "presidente",
    "presidenta",
    "titolare",
    "proprietario",
    "proprietaria",
    "fondatore",
    "direttore",
    "direttrice",
    "amministratore",
    "amministratrice",
    "eigenaar",
    "eigenares",
    "oprichter",
    "bestuurder",
    "zaakvoerder",
    "bedrijfsleider",
    "directie",
    "właściciel",
    "właścicielka",
    "prezes",
    "dyrektor",
    "dyrektorka",
    "założyciel",
    "założycielka",
];

fn is_of(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

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

fn assists(word: &str) -> bool {
    matches!(
        word,
        "junior"
            | "jr"
            | "intern"
            | "internship"
            | "trainee"
            | "apprentice"
            | "assistant"
            | "assistent"
            | "assistentin"
            | "assistenz"
            | "assistance"
            | "secretary"
            | "sekretär"
            | "sekretärin"
            | "sekretariat"
            | "praktikant"
            | "praktikantin"
            | "azubi"
            | "auszubildende"
            | "auszubildender"
            | "volontär"
            | "volontärin"
            | "sachbearbeiter"
            | "sachbearbeiterin"
    )
}

fn decides(word: &str) -> bool {
    let whole = matches!(
        word,
        "owner"
            | "coowner"
            | "founder"
            | "cofounder"
            | "proprietor"
            | "entrepreneur"
            | "ceo"
            | "cto"
            | "cfo"
            | "coo"
            | "cmo"
            | "cio"
            | "cpo"
            | "cro"
            | "cso"
            | "ciso"
            | "chro"
            | "chief"
            | "president"
            | "vp"
            | "svp"
            | "evp"
            | "head"
            | "director"
            | "managing"
            | "chairman"
            | "chairwoman"
            | "chair"
            | "principal"
            | "headteacher"
            | "headmaster"
            | "headmistress"
            | "inhaber"
            | "inhaberin"
            | "eigentümer"
            | "eigentümerin"
            | "gründer"
            | "gründerin"
            | "mitgründer"
            | "mitgründerin"
            | "geschäftsführer"
            | "geschäftsführerin"
            | "geschaeftsfuehrer"
            | "geschaeftsfuehrerin"
            | "geschäftsführung"
            | "geschäftsführender"
            | "geschäftsführende"
            | "gf"
            | "vorstand"
            | "vorständin"
            | "vorstandsvorsitzender"
            | "vorstandsvorsitzende"
            | "direktor"
            | "direktorin"
            | "prokurist"
            | "prokuristin"
            | "unternehmer"
            | "unternehmerin"
            | "selbstständig"
            | "selbständig"
    );
    whole || leads_a_part(word) && !leads_a_group(word)
}

fn manages(word: &str) -> bool {
    let whole = matches!(word, "lead" | "leader" | "supervisor" | "teamlead" | "mgr");
    let is_of_a_part = ["manager", "managerin"].iter().any(|end| word.ends_with(end));
    whole || is_of_a_part || leads_a_group(word)
}

/// `Vertriebsleiterin`, `Abteilungsleiter`, `Leitung`.
fn leads_a_part(word: &str) -> bool {
    ["leiter", "leiterin", "leitung"].iter().any(|end| word.ends_with(end))
        && !word.ends_with("begleiter")
        && !word.ends_with("begleiterin")
        && !word.ends_with("begleitung")
}

/// `Projektleiter`, `Teamleiterin`: people who lead, but seldom decide alone.
fn leads_a_group(word: &str) -> bool {
    let groups = ["projekt", "team", "gruppen", "schicht", "bau"];
    leads_a_part(word) && groups.iter().any(|group| word.starts_with(group))
}

/// A product owner owns a product and not the firm.
fn owns_a_thing(before: &str) -> bool {
    matches!(before, "product" | "process" | "service" | "data" | "system")
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
        for title in
            ["Marketing manager", "Team lead", "Projektleiter", "Product Owner", "Facilities Mgr"]
        {
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
        ] {
            assert_eq!(rank(title), Rank::Assists, "{title}");
        }
    }

    #[test]
    fn other_jobs_say_nothing() {
        for title in ["", "Developer", "Reisebegleiter", "Engineer", "Key account", "Chef"] {
            assert_eq!(rank(title), Rank::Unknown, "{title}");
        }
    }
}
