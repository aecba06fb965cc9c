//! The words of the page of a lead and of the pages around it, in English.

mod around;
mod forms;
mod head;
mod story;
mod why;

pub use around::*;
pub use forms::*;
pub use head::*;
pub use story::*;
pub use why::*;
