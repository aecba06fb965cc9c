//! Contact with a lead, either way: by what, whose move it was, and how it went.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Contact with a lead, or a trace of its interest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touch {
    pub channel: Channel,
    pub direction: Direction,
    pub outcome: Outcome,
    #[serde(default)]
    pub text: String,
    /// When it took place, which may be before it was logged.
    pub at: Timestamp,
}

/// The way a touch took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Call,
    Email,
    Sms,
    Chat,
    Whatsapp,
    Linkedin,
    Meeting,
    Post,
    /// A page was visited; the text is its path.
    Visit,
    /// Seconds spent on the site, as the text.
    Stay,
    Download,
    Webinar,
    Open,
    Click,
    Product,
}

impl Channel {
    pub const ALL: [Channel; 15] = [
        Channel::Call,
        Channel::Email,
        Channel::Sms,
        Channel::Chat,
        Channel::Whatsapp,
        Channel::Linkedin,
        Channel::Meeting,
        Channel::Post,
        Channel::Visit,
        Channel::Stay,
        Channel::Download,
        Channel::Webinar,
        Channel::Open,
        Channel::Click,
        Channel::Product,
    ];

    /// The key used in the API and in forms.
    pub fn key(self) -> &'static str {
        match self {
            Channel::Call => "call",
            Channel::Email => "email",
            Channel::Sms => "sms",
            Channel::Chat => "chat",
            Channel::Whatsapp => "whatsapp",
            Channel::Linkedin => "linkedin",
            Channel::Meeting => "meeting",
            Channel::Post => "post",
            Channel::Visit => "visit",
            Channel::Stay => "stay",
            Channel::Download => "download",
            Channel::Webinar => "webinar",
            Channel::Open => "open",
            Channel::Click => "click",
            Channel::Product => "product",
        }
    }

    /// Whether two people meet on it; a trace such as a page visit is no conversation.
    pub fn is_conversation(self) -> bool {
        match self {
            Channel::Call
            | Channel::Email
            | Channel::Sms
            | Channel::Chat
            | Channel::Whatsapp
            | Channel::Linkedin
            | Channel::Meeting
            | Channel::Post => true,
            Channel::Visit
            | Channel::Stay
            | Channel::Download
            | Channel::Webinar
            | Channel::Open
            | Channel::Click
            | Channel::Product => false,
        }
    }

    /// Whether what is said on it is there to be read.
    pub fn is_written(self) -> bool {
        self.is_conversation() && !matches!(self, Channel::Call | Channel::Meeting)
    }
}

/// Whose move a touch was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Inbound,
    Outbound,
}

/// How a touch went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing more to say of it: a mail was sent, a page was seen.
    #[default]
    Made,
    Reached,
    Voicemail,
    NoAnswer,
    CallBack,
    WrongNumber,
    NoShow,
}

impl Outcome {
    pub const ALL: [Outcome; 7] = [
        Outcome::Made,
        Outcome::Reached,
        Outcome::Voicemail,
        Outcome::NoAnswer,
        Outcome::CallBack,
        Outcome::WrongNumber,
        Outcome::NoShow,
    ];

    /// The key used in the API and in forms.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Made => "made",
            Outcome::Reached => "reached",
            Outcome::Voicemail => "voicemail",
            Outcome::NoAnswer => "no_answer",
            Outcome::CallBack => "call_back",
            Outcome::WrongNumber => "wrong_number",
            Outcome::NoShow => "no_show",
        }
    }
}
