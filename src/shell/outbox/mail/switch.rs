//! The carrier of a house whose mail server may be set while it is open.

use super::{Carrier, CarryFault, Mail, SmtpCarrier};
use std::sync::{Arc, PoisonError, RwLock};

/// Carries letters by the way that was set last.
#[derive(Default)]
pub struct Switch(RwLock<Option<Arc<SmtpCarrier>>>);

impl Switch {
    /// From now on letters go this way. Answers whether there was none before.
    pub fn turn_to(&self, carrier: SmtpCarrier) -> bool {
        let mut way = self.0.write().unwrap_or_else(PoisonError::into_inner);
        way.replace(Arc::new(carrier)).is_none()
    }

    /// Whether letters can leave at all.
    pub fn is_set(&self) -> bool {
        self.way().is_some()
    }

    fn way(&self) -> Option<Arc<SmtpCarrier>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Carrier for Switch {
    fn carry(&self, mail: &Mail) -> Result<(), CarryFault> {
        let way = self.way();
        way.ok_or_else(|| CarryFault::temporary("No mail server is set."))?.carry(mail)
    }
}
