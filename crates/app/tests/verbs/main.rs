//! The verbs over a whole node with the training round.

mod report;
mod sample;
