//! The mail server, as it is set in the browser, with a letter that shows whether it works.

use crate::language::Words;
use crate::lead::words::cause;
use crate::shell::config::{KeptMail, Security, Smtp};
use crate::shell::desk::Order;
use crate::shell::error::{Error, Fault};
use crate::shell::house::House;
use crate::shell::outbox::mail::{About, Carrier, CarryFault, Mail, SmtpCarrier, message_id};
use crate::shell::store::kept_bytes;
use crate::shell::store::office::Change;
use crate::shell::web::lead::{Sent, Wrong};
use crate::shell::web::parts::{Field, beside, field, icon};
use crate::shell::web::{read, staff};
use maud::{Markup, html};
use std::time::Duration;

/// How long whoever sends a test letter waits for what comes of it: less than a page may take.
const TRIED_WITHIN: Duration = Duration::from_secs(20);

/// The longest of what is typed here.
const LINE_MAX: usize = 254;

/// The ways to keep the way there private, with their words.
const SECURITIES: [(&str, Security, &str); 3] = [
    ("starttls", Security::StartTls, "mail-starttls"),
    ("tls", Security::Tls, "mail-tls"),
    ("none", Security::None, "mail-none"),
];

/// How letters leave this house now.
pub enum Mailing {
    /// `config.toml` says so, and wins.
    Locked(Smtp),
    Kept(KeptMail),
    Nowhere,
}

impl Mailing {
    /// How letters leave a house.
    pub async fn of(house: &House) -> Result<Mailing, Error> {
        if let Some(smtp) = &house.config.smtp {
            return Ok(Mailing::Locked(smtp.clone()));
        }
        let kept: Option<KeptMail> = read(house, |reading| reading.setting(KeptMail::KEY)).await?;
        Ok(kept.map_or(Mailing::Nowhere, Mailing::Kept))
    }
}

/// What was typed, tried and kept. Answers whether a letter was sent.
pub async fn save(
    house: &House,
    to: &str,
    sent: &Sent,
    words: Words,
) -> Result<Result<bool, Wrong>, Error> {
    let before = match Mailing::of(house).await? {
        Mailing::Locked(smtp) => return tried(house, smtp, to, words).await,
        Mailing::Kept(kept) => Some(kept),
        Mailing::Nowhere => None,
    };
    let kept = match typed(sent, before, words) {
        Ok(kept) => kept,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let Some(smtp) = kept.smtp() else {
        return Ok(Err(Wrong::with("host", words.say("mail-open-to-all"))));
    };
    let is_tried = !sent.is_on("untested");
    if is_tried && let Err(wrong) = tried(house, smtp.clone(), to, words).await? {
        return Ok(Err(wrong));
    }
    let change = Change::PutSetting { key: KeptMail::KEY, value: kept_bytes(&kept) };
    house.desk.ask(Order::Office(vec![change])).await?;
    house.use_mail(smtp)?;
    Ok(Ok(is_tried))
}

/// What is wrong with going on: a server was typed that is not kept. Whoever goes on once more means it.
pub async fn left(house: &House, sent: &Sent, words: Words) -> Result<Option<Wrong>, Error> {
    let is_kept = match Mailing::of(house).await? {
        Mailing::Locked(_) => true,
        Mailing::Kept(kept) => kept.host == sent.trimmed("host"),
        Mailing::Nowhere => sent.trimmed("host").is_empty(),
    };
    let is_meant = is_kept || sent.trimmed("warned") == sent.trimmed("host");
    Ok((!is_meant).then(|| Wrong::with("host", words.say("mail-not-kept"))))
}

/// What was typed, as settings. A password that is left empty stays what it was.
fn typed(sent: &Sent, before: Option<KeptMail>, words: Words) -> Result<KeptMail, Wrong> {
    let wrong = |field: &str, key: &str| Err(Wrong::with(field, words.say(key)));
    let host = sent.trimmed("host");
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    if host.is_empty() || host.len() > LINE_MAX || !host.chars().all(is_host) {
        return wrong("host", "mail-host-wrong");
    }
    let port = match sent.trimmed("port") {
        "" => None,
        port => match port.parse::<u16>() {
            Ok(port) if port > 0 => Some(port),
            _ => return wrong("port", "mail-port-wrong"),
        },
    };
    let Some(from) = staff::address(sent.get("from")) else {
        return wrong("from", "team-email-wrong");
    };
    let security = SECURITIES.into_iter().find(|(key, ..)| *key == sent.get("security"));
    let user: String = sent.trimmed("user").chars().take(LINE_MAX).collect();
    let same = before.filter(|before| before.host == host && before.user == user);
    let password = match sent.get("smtp_password") {
        "" => same.map_or(String::new(), |before| before.password),
        typed => typed.chars().take(LINE_MAX).collect(),
    };
    if user.is_empty() != password.is_empty() {
        return wrong("smtp_password", "mail-login-half");
    }
    let security = security.map_or(Security::StartTls, |(_, security, _)| security);
    Ok(KeptMail { host: host.to_owned(), port, security, user, password, from })
}

/// Sends a letter to whoever asks, and says why if it does not leave.
async fn tried(
    house: &House,
    smtp: Smtp,
    to: &str,
    words: Words,
) -> Result<Result<bool, Wrong>, Error> {
    let in_force = house.playbook();
    let number = getrandom::u64().map_err(Fault::of("asking for randomness"))?;
    let business = in_force.playbook.business.name.clone();
    let mail = Mail {
        to: to.to_owned(),
        from_name: business.clone(),
        subject: words.fill("mail-test-subject", &[("business", business.as_str().into())]),
        body: words.fill("mail-test-body", &[("business", business.as_str().into())]),
        message_id: format!("test-{}", message_id(house.epoch, number)),
        automatic: true,
        ..Mail::default()
    };
    let carried = tokio::task::spawn_blocking(move || {
        // Somebody waits for the answer.
        let thought = smtp.timeout();
        let carrier = SmtpCarrier::thinking(smtp, thought);
        let carrier = carrier.map_err(|error| CarryFault::temporary(error.to_string()))?;
        carrier.carry(&mail)
    });
    let Ok(carried) = tokio::time::timeout(TRIED_WITHIN, carried).await else {
        return Ok(Err(Wrong::with("port", words.say("mail-test-silent"))));
    };
    match carried.map_err(Fault::of("sending a test letter"))? {
        Ok(()) => Ok(Ok(true)),
        Err(fault) => {
            let why = cause(words, &fault.sentence);
            let failed = words.fill("mail-test-failed", &[("why", why.into())]);
            Ok(Err(Wrong::with(field_of(fault.about), failed)))
        }
    }
}

/// The field in which a setting is typed.
fn field_of(about: About) -> &'static str {
    match about {
        About::Server => "host",
        About::Port => "port",
        About::Security => "security",
        About::LogIn => "user",
        About::Sender => "from",
    }
}

/// The card in which the mail server is set.
pub async fn card(
    house: &House,
    sent: &Sent,
    words: Words,
    wrong: Option<&Wrong>,
    was_sent: bool,
) -> Result<Markup, Error> {
    let mailing = Mailing::of(house).await?;
    let shown = shown(&mailing, sent, wrong.is_some());
    let locked = matches!(mailing, Mailing::Locked(_));
    Ok(html! {
        @if was_sent {
            div.alert data-state="ok" role="status" { (icon("check")) p { (words.say("mail-test-sent")) } }
        }
        section.card.stack.tight {
            @if locked { p.mute { (words.say("mail-locked")) } }
            fieldset.stack.tight disabled[locked] { (fields(&shown, words, wrong, &mailing)) }
            div.line {
                button.btn.primary type="submit" name="test" value="1" { (icon("mail")) (words.say("mail-test")) }
                @if !locked {
                    button.btn.quiet type="submit" name="untested" value="1" { (words.say("mail-untested")) }
                }
            }
            p.hint { (words.say("mail-where-kept")) }
        }
    })
}

/// What stands in the fields: what was typed, where it comes back; else what is set.
fn shown(mailing: &Mailing, sent: &Sent, is_back: bool) -> Sent {
    if is_back {
        return sent.clone();
    }
    let pairs = match mailing {
        Mailing::Nowhere => Vec::new(),
        Mailing::Locked(smtp) => vec![
            ("host", smtp.host.clone()),
            ("port", smtp.port().to_string()),
            ("security", key_of(smtp.security).to_owned()),
            ("user", smtp.user.clone().unwrap_or_default()),
            ("from", smtp.from.to_string()),
        ],
        Mailing::Kept(kept) => vec![
            ("host", kept.host.clone()),
            ("port", kept.port.map_or(String::new(), |port| port.to_string())),
            ("security", key_of(kept.security).to_owned()),
            ("user", kept.user.clone()),
            ("from", kept.from.clone()),
        ],
    };
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn key_of(security: Security) -> &'static str {
    SECURITIES.into_iter().find(|one| one.1 == security).map_or("starttls", |one| one.0)
}

fn fields(shown: &Sent, words: Words, wrong: Option<&Wrong>, mailing: &Mailing) -> Markup {
    let error = |name: &str| {
        wrong.filter(|wrong| wrong.field == name).map_or("", |wrong| wrong.sentence.as_str())
    };
    let line = |name: &str, kind: &str, label: &str, hint: &str, required: bool| {
        field(Field {
            name,
            label,
            kind,
            hint,
            required,
            value: if kind == "password" { "" } else { shown.get(name) },
            autocomplete: "off",
            error: error(name),
            longest: LINE_MAX,
            ..Field::default()
        })
    };
    let has_password = matches!(mailing, Mailing::Kept(kept) if !kept.password.is_empty());
    let password_hint = match has_password {
        _ if !shown.get("smtp_password").is_empty() => words.say("mail-password-again"),
        true => words.say("mail-password-kept"),
        false => String::new(),
    };
    html! {
        div.fields {
            (line("host", "", &words.say("mail-host"), &words.say("mail-host-hint"), true))
            (line("port", "", &words.say("mail-port"), &words.say("mail-port-hint"), false))
        }
        div.field {
            label for="f-security" { (words.say("mail-security")) }
            select.input #f-security name="security" aria-describedby="f-security-h"
                aria-invalid=[(!error("security").is_empty()).then_some("true")] {
                @for (key, _, said) in SECURITIES {
                    option value=(key) selected[shown.get("security") == key] { (words.say(said)) }
                }
            }
            (beside("f-security-h", error("security"), ""))
        }
        div.fields {
            (line("user", "", &words.say("mail-user"), &words.say("mail-user-hint"), false))
            (line("smtp_password", "password", &words.say("login-password"), &password_hint, false))
        }
        (line("from", "email", &words.say("mail-from"), &words.say("mail-from-hint"), true))
    }
}
