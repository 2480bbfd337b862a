//! Numbers and words at offsets of a binary file. Whatever lies beyond the end is `None`.

/// Bytes with a view of numbers in them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binary<'b>(pub(crate) &'b [u8]);

impl<'b> Binary<'b> {
    /// So many bytes from an offset.
    pub(crate) fn bytes(&self, at: usize, count: usize) -> Option<&'b [u8]> {
        self.0.get(at..at.checked_add(count)?)
    }

    fn array<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.bytes(at, N)?.try_into().ok()
    }

    /// One byte.
    pub(crate) fn u8(&self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    /// Two bytes, little end first.
    pub(crate) fn u16(&self, at: usize) -> Option<u16> {
        self.array(at).map(u16::from_le_bytes)
    }

    /// Two bytes with a sign, little end first.
    pub(crate) fn i16(&self, at: usize) -> Option<i16> {
        self.array(at).map(i16::from_le_bytes)
    }

    /// Four bytes, little end first.
    pub(crate) fn u32(&self, at: usize) -> Option<u32> {
        self.array(at).map(u32::from_le_bytes)
    }

    /// Four bytes with a sign, little end first.
    pub(crate) fn i32(&self, at: usize) -> Option<i32> {
        self.array(at).map(i32::from_le_bytes)
    }

    /// Eight bytes with a sign, little end first.
    pub(crate) fn i64(&self, at: usize) -> Option<i64> {
        self.array(at).map(i64::from_le_bytes)
    }

    /// An IEEE 754 number of four bytes, little end first; not finite is `None`.
    pub(crate) fn f32(&self, at: usize) -> Option<f64> {
        self.array(at).map(f32::from_le_bytes).filter(|number| number.is_finite()).map(f64::from)
    }

    /// A VAX (PDP-11) F floating number: two 16-bit words, the one with sign and exponent first, the fraction between a half
    /// and one. The reserved operand (a sign with exponent zero) is `None`.
    pub(crate) fn vax_f(&self, at: usize) -> Option<f64> {
        let [b0, b1, b2, b3] = self.array(at)?;
        let bits = u32::from_le_bytes([b2, b3, b0, b1]);
        let exponent = (bits >> 23) & 0xff;
        let negative = bits >> 31 == 1;
        if exponent == 0 {
            return (!negative).then_some(0.0);
        }
        let fraction = f64::from(bits & 0x7f_ffff | 0x80_0000) / f64::from(1_u32 << 24);
        let size = fraction * 2.0_f64.powi(exponent as i32 - 128);
        Some(if negative { -size } else { size })
    }

    /// Words in a field of fixed width, up to the first zero, without blanks around them; `None` when there are none.
    pub(crate) fn words(&self, at: usize, count: usize) -> Option<String> {
        let end = self.0.len().min(at.checked_add(count)?);
        words(self.0.get(at..end)?)
    }
}

/// The words in a field that ends at its first zero.
pub(crate) fn words(field: &[u8]) -> Option<String> {
    let field = field.split(|byte| *byte == 0).next()?;
    let text = super::lines::decode(field);
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vax_numbers() {
        // From the VAX architecture: 1.0 is 0x4080 0x0000, -1.0 is 0xC080; 0.5 is 0x4000.
        for (bytes, expect) in [
            ([0x80, 0x40, 0, 0], Some(1.0)),
            ([0x80, 0xc0, 0, 0], Some(-1.0)),
            ([0x00, 0x40, 0, 0], Some(0.5)),
            ([0x49, 0x41, 0xd0, 0x0f], Some(3.141_590_118_408_203)),
            ([0, 0, 0, 0], Some(0.0)),
            ([0, 0x80, 0, 0], None),
        ] {
            assert_eq!(Binary(&bytes).vax_f(0), expect, "{bytes:?}");
        }
    }

    #[test]
    fn beyond_the_end_is_nothing() {
        let binary = Binary(&[1, 2, 3]);
        assert_eq!(binary.u16(1), Some(0x0302));
        assert_eq!(binary.u32(0), None);
        assert_eq!(binary.u16(usize::MAX), None);
        assert_eq!(binary.words(1, 100), None);
        assert_eq!(Binary(b"ab \0cd").words(0, 6).as_deref(), Some("ab"));
    }
}
