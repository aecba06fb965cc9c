//! What is written down after a call, and what people answer to a letter.

use super::dice::Dice;
use super::people::Person;

/// What was said, by how far one has come: the first talk, then one for each stage.
const TALKS: [&[&str]; 6] = [
    FIRST,
    FIRST,
    &[
        "Went through the {site}. They want {what} and have {n} years left on the lease.",
        "Spoke for 20 min. Plant room seen on video, space is tight but possible. {what} it is.",
        "They have asked two others. What matters to them is who looks after it later.",
    ],
    &[
        "Money is set aside. {first} recommends, the board signs.",
        "Problem is clear: the old plant fails every winter. Budget agreed in principle.",
        "Survey done by phone with the caretaker. {n} radiators to change.",
    ],
    &[
        "Sent the proposal while we spoke. They read it in their meeting on Thursday.",
        "Talked through the proposal. One question about the noise of the outdoor unit.",
        "Proposal is with the finance people. {first} expects no trouble.",
    ],
    &[
        "Board meets soon, we know the day. References were asked for and sent.",
        "They will decide between two. Ours is not the cheapest and they know why.",
    ],
];

const FIRST: &[&str] = &[
    "First talk. {first} looks after the {site} and wants to know what {what} would take.",
    "Reached. The {site} is on oil, the tank is due. Sends the bills of last winter.",
    "Good talk. They saw an installation nearby. Survey wanted in a few weeks.",
    "Short call between two meetings. Wants figures for the {site} by e-mail first.",
];

const VOICEMAILS: [&str; 4] = [
    "Left a message with our number.",
    "Voicemail. Said who I am and that I will try again.",
    "Left word with reception.",
    "Answering machine. Sent a short mail as well.",
];

const LETTERS: [&str; 5] = [
    "Here are the figures for the {site}. Shall we talk on Thursday?",
    "Thank you for your message. Two questions before I can say something sensible: how is the {site} heated now, and who decides?",
    "As promised, the sheet for the {site}. Call me on my direct line with any question.",
    "Two survey dates that we could offer for the {site}. Which one suits you?",
    "A short note after our talk: what we understood, and what happens next.",
];

const REPLIES: [&str; 8] = [
    "Thank you, that helps. Could we talk one afternoon next week?",
    "We are still interested. The decision moved to next month.",
    "Can you send the reference list? Our trustees ask for it.",
    "Yes please, a survey would be good. The caretaker is in from seven.",
    "How long would the {site} be without heating?",
    "I have forwarded this to our finance people. They will have questions.",
    "Does the figure include the electrical work?",
    "Sorry for the late answer, it was a busy month. Is the offer still open?",
];

const NOTES: [&str; 4] = [
    "Spoke with them, they decided otherwise.",
    "They let us know by phone.",
    "Short and friendly mail from them.",
    "Heard it from the front desk.",
];

/// What was said in a talk at a stage, counted from 0.
pub fn talk(person: &Person, stage: usize, dice: &mut Dice) -> String {
    let words = TALKS[stage.min(TALKS.len() - 1)];
    filled(dice.one_of(words), person, dice)
}

pub fn voicemail(dice: &mut Dice) -> &'static str {
    dice.one_of(&VOICEMAILS)
}

pub fn letter(person: &Person, dice: &mut Dice) -> String {
    filled(dice.one_of(&LETTERS), person, dice)
}

pub fn reply(person: &Person, dice: &mut Dice) -> String {
    filled(dice.one_of(&REPLIES), person, dice)
}

/// A note to an ending.
pub fn note(dice: &mut Dice) -> &'static str {
    dice.one_of(&NOTES)
}

/// The problem to solve, as one line of a form.
pub fn problem(dice: &mut Dice) -> &'static str {
    dice.one_of(&[
        "Boilers fail every winter",
        "Gas bill doubled in two years",
        "Trustees want to be off gas by 2030",
        "Oil tank is due and will not be replaced",
        "Roof is new and should earn its keep",
    ])
}

fn filled(words: &str, person: &Person, dice: &mut Dice) -> String {
    words
        .replace("{site}", dice.one_of(person.trade.sites))
        .replace("{first}", person.first_name())
        .replace("{n}", &dice.between(4, 30).to_string())
        .replace("{what}", dice.one_of(&["a heat pump", "panels", "panels and a battery", "both"]))
}
