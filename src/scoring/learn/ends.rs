//! Words lists have for how a lead ended, in English, German, French, Spanish, Italian, Dutch and Portuguese.

/// Words for a win.
#[rustfmt::skip]
pub const WON: &[&str] = &[
    "yes", "y", "true", "t", "1", "1.0", "won", "win", "closed won", "closedwon", "converted",
    "customer", "sold", "bought", "accepted", "success", "positive",
    "ja", "wahr", "gewonnen", "kunde", "gekauft", "verkauft",
    "oui", "vrai", "gagné", "gagnée", "gagne", "vendu", "accepté", "client",
    "sí", "si", "verdadero", "ganado", "ganada", "vendido", "aceptado", "cliente",
    "sì", "vero", "vinto", "vinta", "venduto", "accettato",
    "waar", "verkocht", "geaccepteerd", "klant",
    "sim", "verdadeiro", "ganho", "ganha", "aceito", "aceite",
];

/// Words for a loss.
#[rustfmt::skip]
pub const LOST: &[&str] = &[
    "no", "n", "false", "f", "0", "0.0", "-1", "none", "lost", "loss", "closed lost", "closedlost",
    "not converted", "unconverted", "rejected", "disqualified", "failure", "negative",
    "nein", "falsch", "verloren", "abgelehnt",
    "non", "faux", "perdu", "perdue", "refusé", "rejeté",
    "falso", "perdido", "perdida", "rechazado", "descartado",
    "perso", "persa", "rifiutato",
    "nee", "onwaar", "afgewezen",
    "não", "nao", "recusado", "rejeitado",
];

/// Words for a lead that has not ended yet.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "open", "still open", "new", "in progress", "in process", "ongoing", "working", "active",
    "pending", "waiting", "on hold", "undecided", "unknown", "tbd",
    "offen", "neu", "in arbeit", "in bearbeitung", "laufend", "läuft", "aktiv", "ausstehend",
    "wartend", "unbekannt",
    "ouvert", "nouveau", "en cours", "en attente",
    "abierto", "nuevo", "en curso", "pendiente",
    "aperto", "nuovo", "in corso", "in attesa",
    "nieuw", "lopend", "in behandeling",
    "aberto", "novo", "em andamento", "em curso", "pendente",
];

/// Stages of a pipeline, on the way to an end.
#[rustfmt::skip]
const STAGES: &[&str] = &[
    "contacted", "attempted", "engaged", "qualified", "qualification", "discovery", "meeting",
    "meeting booked", "meeting scheduled", "demo", "trial", "proposal", "proposal sent", "quote",
    "quoted", "quote sent", "offer", "offer sent", "negotiation", "negotiating", "nurture",
    "nurturing", "follow up", "follow-up",
    "kontaktiert", "qualifiziert", "termin", "termin vereinbart", "angebot", "angebot gesendet",
    "angebot verschickt", "verhandlung", "in verhandlung", "wiedervorlage",
    "contacté", "qualifié", "proposition", "devis", "devis envoyé", "négociation",
    "contactado", "calificado", "propuesta", "presupuesto", "negociación",
    "contattato", "qualificato", "proposta", "preventivo", "trattativa",
    "gecontacteerd", "gekwalificeerd", "voorstel", "offerte", "onderhandeling",
    "contatado", "qualificado", "orçamento", "negociação",
];

/// Whether a word is one for a lead that has not ended.
pub fn is_open(word: &str) -> bool {
    OPEN.contains(&word) || STAGES.contains(&word)
}
