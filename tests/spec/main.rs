//! What the house does, told as stories. Time is simulated, and so is the post.

mod sim;
mod whole;
