//! Detection limits after Currie (1968): what net area could have been missed.

/// Net counts that would be detected 19 times in 20, over a continuum of so many counts (Currie: 2.71 + 4.65·√B, for a
/// continuum known from channels as many as those of the peak).
pub fn detection_limit(continuum: f64) -> f64 {
    2.71 + 4.65 * continuum.max(0.0).sqrt()
}

/// Net counts above which a signal is said to be present, wrong once in twenty (Currie: 2.33·√B).
pub fn decision_threshold(continuum: f64) -> f64 {
    2.33 * continuum.max(0.0).sqrt()
}
