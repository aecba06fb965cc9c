//! The API: a program of ours, or of a partner we gave a token.

use super::{Sender, SourceKind};
use crate::capture::Received;
use crate::capture::body;
use crate::capture::fields::Fields;
use crate::playbook::Door;

/// Reads the JSON of the API.
pub const SOURCE: SourceKind =
    SourceKind { door: Door::Api, name: "API", sender: Sender::Ours, read };

/// `source` chose the source before anything was read, so it says nothing more about the lead.
fn read(received: &Received) -> Fields {
    let mut fields = body::fields(received);
    fields.take(|name| name == "source");
    fields
}
