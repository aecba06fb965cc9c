//! Tables in and out: reading the lists people bring along, and writing ours so that no spreadsheet
//! takes a name for a formula.
//!
//! It knows files, not leads: what a column means is the matter of [`crate::capture`].

pub mod csv_out;
mod delimiter;
mod encoding;
pub mod leads_out;
mod row_hash;
mod split;
pub mod streams;
pub mod table;

pub use row_hash::row_hash;
pub use table::{BadRow, Line, Row, Table, TableFault};
