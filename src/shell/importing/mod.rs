//! Lists of leads in and out: reading the files people bring along, taking their rows through the
//! same desk as everything else that arrives, and writing ours so that no spreadsheet takes a name
//! for a formula.

mod cards;
pub mod csv_out;
mod delimiter;
mod encoding;
mod kind;
pub mod leads_out;
mod list;
mod row_hash;
pub mod scratch;
mod sheet;
mod split;
pub mod streams;
pub mod table;
mod take;
mod title;

pub use list::{Glance, List};
pub use row_hash::row_hash;
pub use scratch::Scratch;
pub use table::{BadRow, Line, Row, Table, TableFault, Unfit};
pub use take::{
    Came, Hears, Import, Imported, NAME_MAX, OfRow, Stopped, UnknownOwner, Unread, Why,
};
