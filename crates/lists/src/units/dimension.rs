//! Dimensions: powers of the base symbols.

/// What a unit measures, as powers of the base symbols. Powers may be halves: noise is told per root hertz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dimension([i8; BASES.len()]);

/// The base symbols, as `data/units` writes them.
const BASES: [&str; 14] = ["L", "M", "T", "I", "Th", "N", "J", "A", "D", "B", "dB", "R", "E", "W"];

impl Dimension {
    /// A plain number.
    pub const NONE: Self = Self([0; BASES.len()]);

    /// Reads powers of base symbols: `L-1 M T-2`, `T-1/2`, `1` for none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut powers = Self::NONE;
        for part in text.split_whitespace().filter(|part| *part != "1") {
            let end = part.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(part.len());
            let (symbol, power) = part.split_at(end);
            let place = BASES.iter().position(|base| *base == symbol)?;
            let halves = match power.strip_suffix("/2") {
                Some(halves) => halves.parse::<i8>().ok()?,
                None if power.is_empty() => 2,
                None => power.parse::<i8>().ok()?.checked_mul(2)?,
            };
            *powers.0.get_mut(place)? = halves;
        }
        Some(powers)
    }

    /// This one times another to a power given in halves; nothing when a power grows beyond reason.
    pub(super) fn times(self, other: Self, halves: i8) -> Option<Self> {
        let mut product = self;
        for (mine, theirs) in product.0.iter_mut().zip(other.0) {
            let power = i16::from(theirs) * i16::from(halves);
            *mine = mine.checked_add(i8::try_from(power / 2).ok()?)?;
            if power % 2 != 0 {
                return None;
            }
        }
        Some(product)
    }

    /// Whether it is a plain number or a share.
    #[must_use]
    pub fn is_number(self) -> bool {
        self == Self::NONE
    }
}
