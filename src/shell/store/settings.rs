//! What was set in the browser and belongs to this box rather than to the playbook, such as the
//! mail server and its password. It never leaves in an export.

use super::read::Reading;
use super::tables::SETTINGS;
use super::{Result, from_row};
use serde::de::DeserializeOwned;

impl Reading {
    /// What was kept under a name, if anything was.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let Some(table) = self.table(SETTINGS)? else { return Ok(None) };
        table.get(key)?.map(|row| from_row(row.value(), "a setting of the house")).transpose()
    }
}
