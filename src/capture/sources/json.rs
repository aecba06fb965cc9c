//! A webhook: some other program passes on what strangers told it, in whatever shape it likes.

use super::{Sender, SourceKind};
use crate::capture::body;
use crate::playbook::Door;

/// Reads any JSON or form body.
pub const SOURCE: SourceKind =
    SourceKind { door: Door::Json, name: "Webhook", sender: Sender::Program, read: body::fields };
