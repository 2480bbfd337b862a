//! Parts that stand on many pages. A macro of a template is compiled again wherever it is called; what is here is compiled
//! once, and the macros in `templates/macros/` call it.

pub mod form;
pub mod frame;
pub mod record;

use askama::Template;
use askama::filters::Safe;

/// Markup that is not escaped again.
pub type Markup = Safe<String>;

/// A part as it stands in a page. Writing into a text cannot fail; a part that could not be written is left out.
fn markup(part: &impl Template) -> Markup {
    Safe(part.render().unwrap_or_default())
}
