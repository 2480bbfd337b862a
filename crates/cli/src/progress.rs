//! Progress of long work, on stderr; silent when stderr is not a terminal or data is wanted for machines.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output::Output;

/// A bar for work of unknown length; [`set`] gives it one.
pub(crate) fn bar(output: &Output, key: &str) -> ProgressBar {
    let target = if output.json { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(None, target);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(output.t.text(key));
    bar.tick();
    bar
}

/// A spinner for a step that cannot be counted.
pub(crate) fn step(output: &Output, key: &str) -> ProgressBar {
    let target = if output.json { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(None, target);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    bar.set_message(output.t.text(key));
    bar.enable_steady_tick(std::time::Duration::from_millis(120));
    bar
}

/// Moves a bar.
pub(crate) fn set(bar: &ProgressBar, done: u64, total: u64) {
    bar.set_length(total);
    bar.set_position(done);
}
