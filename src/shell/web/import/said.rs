//! What is said of a list and of its rows, in the language of whoever reads it.

use super::kept::{Halt, Stage};
use crate::language::{Value, Words};
use crate::shell::importing::{Came, OfRow, Stopped, TableFault, Unfit, Why};

/// Why a file is no list.
pub fn fault(words: Words, fault: &TableFault) -> String {
    match fault {
        TableFault::Unreadable(_) => words.say("import-no-unreadable"),
        TableFault::Empty => words.say("import-no-empty"),
        TableFault::NoRows => words.say("import-no-rows"),
        TableFault::Picture => words.say("import-no-picture"),
        TableFault::Document => words.say("import-no-document"),
        TableFault::NoText => words.say("import-no-text"),
        TableFault::OldBook => words.say("import-no-old-book"),
        TableFault::Locked => words.say("import-no-locked"),
        TableFault::NotABook => words.say("import-no-book"),
        TableFault::Bomb => words.say("import-no-bomb"),
        TableFault::TooManyColumns => words.say("import-no-columns"),
        TableFault::NoHeading => words.say("import-no-heading"),
        TableFault::TooLarge(bytes) => too_large(words, *bytes),
        TableFault::TooManyRows(rows) => {
            words.fill("import-no-many-rows", &[("rows", number(words, *rows).into())])
        }
    }
}

/// That a file is larger than a list may be.
pub fn too_large(words: Words, bytes: u64) -> String {
    words.fill("import-no-large", &[("size", (bytes >> 20).to_string().into())])
}

/// A count with its thousands apart.
pub fn number(words: Words, count: u64) -> String {
    words.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A count in its two forms: by which the text is chosen, and as it is read.
pub fn counted(words: Words, count: u64) -> [(&'static str, Value<'static>); 2] {
    [("n", count.into()), ("count", number(words, count).into())]
}

/// What is to be said of a row beside what came of it; empty for nothing.
pub fn remark(words: Words, of: &OfRow) -> String {
    if let Came::Refused(why) = &of.came {
        return self::why(words, why);
    }
    let lacks = of.lacks.then(|| words.say("import-row-incomplete"));
    let unreachable = of.unreachable.then(|| words.say("import-row-unreachable"));
    unreachable.into_iter().chain(lacks).collect::<Vec<_>>().join(" ")
}

/// Why a row was not taken. What a rule refuses says so itself.
fn why(words: Words, why: &Why) -> String {
    match why {
        Why::Unfit(Unfit::Width { has, wanted }) => words.fill(
            "import-row-width",
            &[("has", has.to_string().into()), ("wanted", wanted.to_string().into())],
        ),
        Why::Unfit(Unfit::TooLong) => words.say("import-row-long"),
        Why::UnknownOwner(name) => {
            words.fill("import-row-stranger", &[("name", name.as_str().into())])
        }
        Why::Refusal(refusal) => refusal.say(words),
    }
}

/// What came of a row, in a word or two.
pub fn came(words: Words, came: &Came) -> String {
    words.say(match came {
        Came::Created(_) => "import-came-created",
        Came::Flagged(_) => "import-came-flagged",
        Came::Attached(_) => "import-came-attached",
        Came::Repeated => "import-came-repeated",
        Came::Empty => "import-came-empty",
        Came::Refused(_) => "import-came-refused",
    })
}

/// How far a list is, in a word or two.
pub fn stage(words: Words, stage: &Stage) -> String {
    words.say(match stage {
        Stage::Choosing => "import-stage-choosing",
        Stage::Checking => "import-stage-checking",
        Stage::Checked => "import-stage-checked",
        Stage::Taking => "import-stage-taking",
        Stage::Done => "import-stage-done",
        Stage::Stopped(..) => "import-stage-stopped",
    })
}

/// Why it is no further.
pub fn halt(words: Words, halt: &Halt) -> String {
    match halt {
        Halt::By(Stopped::NoList(fault)) => self::fault(words, fault),
        Halt::By(Stopped::At { line, error }) => {
            let with = [("line", line.to_string().into()), ("reason", error.to_string().into())];
            words.fill("import-halt-near", &with)
        }
        Halt::By(Stopped::Torn(_)) => words.say("import-halt-torn"),
        Halt::By(Stopped::Unheard(_) | Stopped::Unread(_)) | Halt::BrokeDown => {
            words.say("import-halt-ours")
        }
    }
}
