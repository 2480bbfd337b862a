//! The fonts of every report: PT Sans, PT Serif and PT Mono, inside the program, so that a report looks the same on
//! every machine.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

/// The bytes of the faces.
pub(crate) const FACES: [&[u8]; 9] = [
    include_bytes!("../../../data/fonts/PTS55F.ttf"),
    include_bytes!("../../../data/fonts/PTS56F.ttf"),
    include_bytes!("../../../data/fonts/PTS75F.ttf"),
    include_bytes!("../../../data/fonts/PTS76F.ttf"),
    include_bytes!("../../../data/fonts/PTF55F.ttf"),
    include_bytes!("../../../data/fonts/PTF56F.ttf"),
    include_bytes!("../../../data/fonts/PTF75F.ttf"),
    include_bytes!("../../../data/fonts/PTF76F.ttf"),
    include_bytes!("../../../data/fonts/PTM55F.ttf"),
];

/// The faces, read once.
pub(crate) fn faces() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| FACES.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect())
}

/// Whether text faces have a shape for this character: Sans, Serif and their bold and italic alike, since any of them
/// may set it.
pub(crate) fn covers(c: char) -> bool {
    faces().iter().take(8).all(|font| font.info().coverage.contains(u32::from(c)))
}

/// The width of a text in PT Sans at this size, in the units of the size.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    static SANS: OnceLock<Option<FontInstance>> = OnceLock::new();
    let sans = SANS.get_or_init(|| {
        let font = faces().first()?.clone();
        Some(font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default()))
    });
    let Some(sans) = sans else { return 0.0 };
    let advance = |c| sans.ttf().glyph_index(c).and_then(|glyph| sans.x_advance(glyph.0)).map_or(0.6, |em| em.get());
    text.chars().map(advance).sum::<f64>() * size
}
