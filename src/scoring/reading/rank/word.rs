//! What a word of a job title says of its rank.

use super::Rank;

/// The rank a word stands for, behind the word before it.
pub fn rank_of_word(word: &str, before: &str) -> Rank {
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

/// Whether a word is of a list.
pub fn is_of(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

/// French, Spanish, Italian, Dutch and Polish, in this order.
const ASSISTS: [&str; 28] = [
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
    "becario",
    "becaria",
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
            | "vorsitzender"
            | "vorsitzende"
            | "vorstandsvorsitzender"
            | "vorstandsvorsitzende"
            | "direktor"
            | "direktorin"
            | "prokurist"
            | "prokuristin"
            | "unternehmer"
            | "unternehmerin"
            | "gesellschafter"
            | "gesellschafterin"
            | "teilhaber"
            | "teilhaberin"
            | "bürgermeister"
            | "bürgermeisterin"
            | "präsident"
            | "präsidentin"
            | "freiberufler"
            | "freiberuflerin"
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
