//! To come.
use crate::lead::Arrival;
#[derive(Debug)]
pub enum Read {
    Enquiry(Box<Arrival>),
    Spam(Box<Arrival>, String),
    Empty,
}
