//! The frame around every page.

use askama::Template;

use super::{Markup, markup};
use crate::layout::Chrome;

#[derive(Template)]
#[template(path = "parts/frame_head.html")]
struct Head<'a> {
    c: &'a Chrome,
}

#[derive(Template)]
#[template(path = "parts/frame_top.html")]
struct Top<'a> {
    c: &'a Chrome,
}

#[derive(Template)]
#[template(path = "parts/frame_foot.html")]
struct Foot<'a> {
    c: &'a Chrome,
}

/// From the beginning into the head, where a page may add scripts of its own.
#[must_use]
pub fn head(c: &Chrome) -> Markup {
    markup(&Head { c })
}

/// From the end of the head to where the content begins.
#[must_use]
pub fn top(c: &Chrome) -> Markup {
    markup(&Top { c })
}

/// From the end of the content to the end.
#[must_use]
pub fn foot(c: &Chrome) -> Markup {
    markup(&Foot { c })
}
