//! Words lists have for how a lead ended or where it stands, in English, German, French, Spanish,
//! Italian, Dutch and Portuguese.

/// Words for a win.
#[rustfmt::skip]
pub(super) const WON: &[&str] = &[
    "won", "win", "closed won", "closedwon", "converted", "customer", "client", "sold", "bought",
    "gewonnen", "kunde", "gekauft", "verkauft",
    "gagné", "gagnée", "gagne", "vendu",
    "ganado", "ganada", "vendido", "cliente",
    "vinto", "vinta", "venduto",
    "verkocht", "klant",
    "ganho", "ganha",
];

/// Answers to whether it was won.
#[rustfmt::skip]
const YES: &[&str] = &[
    "yes", "y", "true", "t", "1", "1.0", "accepted", "success", "positive",
    "ja", "wahr",
    "oui", "vrai", "accepté",
    "sí", "si", "verdadero", "aceptado",
    "sì", "vero", "accettato",
    "waar", "geaccepteerd",
    "sim", "verdadeiro", "aceito", "aceite",
];

/// Words for a loss.
#[rustfmt::skip]
pub(super) const LOST: &[&str] = &[
    "lost", "loss", "closed lost", "closedlost", "dead", "archived",
    "verloren", "archiviert",
    "perdu", "perdue",
    "perdido", "perdida",
    "perso", "persa",
];

/// Words for a lead that was none.
#[rustfmt::skip]
pub(super) const DISQUALIFIED: &[&str] = &[
    "disqualified", "unqualified", "junk", "spam",
    "disqualifiziert", "unqualifiziert", "disqualifié", "descalificado", "squalificato",
    "gediskwalificeerd", "desqualificado", "descartado",
];

/// Answers against its having been won.
#[rustfmt::skip]
const NO: &[&str] = &[
    "no", "n", "false", "f", "0", "0.0", "-1", "none", "not converted", "unconverted", "rejected",
    "failure", "negative",
    "nein", "falsch", "abgelehnt",
    "non", "faux", "refusé", "rejeté",
    "falso", "rechazado", "rifiutato",
    "nee", "onwaar", "afgewezen",
    "não", "nao", "recusado", "rejeitado",
];

/// Words for a lead nobody has spoken with.
#[rustfmt::skip]
pub(super) const NEW: &[&str] = &[
    "new", "open", "still open", "not contacted", "open not contacted",
    "offen", "neu",
    "ouvert", "nouveau",
    "abierto", "nuevo",
    "aperto", "nuovo",
    "nieuw",
    "aberto", "novo",
];

/// Words for a lead somebody is at.
#[rustfmt::skip]
pub(super) const CONTACTED: &[&str] = &[
    "contacted", "attempted", "attempted to contact", "connected", "engaged", "in progress",
    "in process", "ongoing", "working", "working contacted", "active", "open deal", "bad timing",
    "kontaktiert", "in arbeit", "in bearbeitung", "laufend", "läuft", "aktiv",
    "contacté", "en cours",
    "contactado", "en curso",
    "contattato", "in corso",
    "gecontacteerd", "lopend", "in behandeling",
    "contatado", "em andamento", "em curso",
];

/// Words for a lead that has not ended, and stands nowhere.
#[rustfmt::skip]
const WAITING: &[&str] = &[
    "pending", "waiting", "on hold", "undecided", "unknown", "tbd", "nurture", "nurturing",
    "follow up", "follow-up",
    "ausstehend", "wartend", "unbekannt", "wiedervorlage",
    "en attente", "pendiente", "in attesa", "pendente",
];

/// Stages of a pipeline on the way to an end, each in all its words.
#[rustfmt::skip]
pub(super) const STAGES: &[&[&str]] = &[
    &["qualified", "qualification", "discovery", "qualifiziert", "qualifié", "calificado",
      "qualificato", "gekwalificeerd", "qualificado"],
    &["meeting", "meeting booked", "meeting scheduled", "demo", "trial", "termin",
      "termin vereinbart"],
    &["proposal", "proposal sent", "quote", "quoted", "quote sent", "offer", "offer sent",
      "angebot", "angebot gesendet", "angebot verschickt", "proposition", "devis", "devis envoyé",
      "propuesta", "presupuesto", "proposta", "preventivo", "voorstel", "offerte", "orçamento"],
    &["negotiation", "negotiating", "verhandlung", "in verhandlung", "négociation", "negociación",
      "trattativa", "onderhandeling", "negociação"],
];

/// Whether a word stands for a win where a column is about the end.
pub fn is_won(word: &str) -> bool {
    WON.contains(&word) || YES.contains(&word)
}

/// Whether a word stands for an end without a win where a column is about the end.
pub fn is_lost(word: &str) -> bool {
    [LOST, DISQUALIFIED, NO].iter().any(|words| words.contains(&word))
}

/// Whether a word is one for a lead that has not ended.
pub fn is_open(word: &str) -> bool {
    [NEW, CONTACTED, WAITING].iter().chain(STAGES).any(|words| words.contains(&word))
}
