//! A figure as a picture, for formats that hold no drawings.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::error::ReportError;
use crate::fonts;

/// Pixels for each unit of the drawing: about 290 to the inch at the full width of a page.
const SCALE: f32 = 2.5;

/// Draws an SVG of this size in its own units as PNG; gives its bytes and its size in pixels.
pub(crate) fn png(svg: &str, size: (u32, u32)) -> Result<(Vec<u8>, (u32, u32)), ReportError> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let fontdb = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        for face in fonts::FACES {
            fonts.load_font_data(face.to_vec());
        }
        fonts.set_sans_serif_family("PT Sans");
        Arc::new(fonts)
    });
    let options = Options { fontdb: Arc::clone(fontdb), font_family: "PT Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(ReportError::Figure)?;
    let pixels = |units: u32| (f64::from(units) * f64::from(SCALE)).ceil() as u32;
    let (width, height) = (pixels(size.0), pixels(size.1));
    let refused = ReportError::Picture { width, height };
    let Some(mut pixmap) = Pixmap::new(width, height) else { return Err(refused) };
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map(|bytes| (bytes, (width, height))).map_err(|_| refused)
}
