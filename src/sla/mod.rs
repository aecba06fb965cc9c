//! To come.
use crate::capability::Capability;

pub const CAPABILITY: Capability =
    Capability { name: "x", react: |_, _, _| Vec::new(), due: |_, _| None };
