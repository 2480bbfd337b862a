//! Exact numbers: ratios of whole numbers of any size. A threshold is never a binary float, and what a conversion makes
//! of it is compared by cross-multiplication, so that 760 Torr are 101,325 Pa and not nearly so.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Pow, Signed, Zero};
use serde::{Deserialize, Serialize};

/// An exact number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// Most characters of a number that is read.
const LONGEST_NUMBER: usize = 60;

/// Largest power of ten that is read.
const HIGHEST_POWER: i32 = 60;

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a number: {0:?}; write it as 0.5, 1e-9 or 101325/760")]
pub struct NotANumber(pub String);

impl Exact {
    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(value)))
    }

    /// Nothing.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// Ten to this power; powers beyond ±200 are taken for ±200.
    #[must_use]
    pub fn power_of_ten(power: i32) -> Self {
        let bounded = power.clamp(-200, 200);
        let ten = BigInt::from(10).pow(bounded.unsigned_abs());
        let value = BigRational::from_integer(ten);
        Self(if bounded < 0 { value.recip() } else { value })
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Its size without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// This number to a whole power; zero to a negative power is zero.
    #[must_use]
    pub fn powi(&self, power: i32) -> Self {
        if self.is_zero() {
            return self.clone();
        }
        Self(Pow::pow(self.0.clone(), power.clamp(-24, 24)))
    }

    /// The square root, where that is a ratio of whole numbers; nothing for other numbers.
    #[must_use]
    pub fn root(&self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        let (above, below) = (self.0.numer().sqrt(), self.0.denom().sqrt());
        let whole = &above * &above == *self.0.numer() && &below * &below == *self.0.denom();
        whole.then(|| Self(BigRational::new(above, below)))
    }

    /// This number divided by another; nothing when the other is zero.
    #[must_use]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// The number with a point before its decimals, and whether that is all of it. Six significant digits of what has
    /// no end, powers of ten where there would be many noughts.
    fn decimal(&self) -> (String, bool) {
        let negative = self.0.is_negative();
        let numerator = self.0.numer().abs();
        let denominator = self.0.denom().clone();
        // Twos and fives only: the decimals have an end, and there are as many as the larger count of them.
        let count = |mut rest: BigInt, prime: u32| {
            let mut times = 0_u32;
            while (&rest % prime).is_zero() && !rest.is_zero() && times < 200 {
                rest /= prime;
                times += 1;
            }
            (rest, times)
        };
        let (rest, twos) = count(denominator.clone(), 2);
        let (rest, fives) = count(rest, 5);
        let ends = rest == BigInt::from(1);
        let places = if ends { twos.max(fives) } else { places_for(&numerator, &denominator) };
        let scale = BigInt::from(10).pow(places);
        let doubled: BigInt = numerator * &scale * 2 + &denominator;
        let rounded: BigInt = doubled / (denominator * 2);
        let digits = rounded.to_string();
        (written(&digits, places, negative), ends)
    }
}

/// Decimals that give six significant digits.
fn places_for(numerator: &BigInt, denominator: &BigInt) -> u32 {
    let longer = denominator.to_string().len().saturating_sub(numerator.to_string().len());
    u32::try_from(longer).unwrap_or(60).min(200) + 6
}

/// Digits with a point this many places from their end; powers of ten where there would be more than six noughts.
fn written(digits: &str, places: u32, negative: bool) -> String {
    let places = places as usize;
    let sign = if negative { "-" } else { "" };
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    let magnitude = significant.len() as i64 - places as i64;
    let trimmed = significant.trim_end_matches('0');
    if (-5..=7).contains(&magnitude) || (magnitude > 0 && trimmed.len() as i64 >= magnitude) {
        let padded = format!("{significant:0>width$}", width = places + 1);
        let (whole, decimals) = padded.split_at(padded.len() - places);
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        return format!("{sign}{whole}{point}{decimals}");
    }
    let (first, others) = trimmed.split_at(1);
    let point = if others.is_empty() { "" } else { "." };
    format!("{sign}{first}{point}{others}e{}", magnitude - 1)
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (decimal, whole) = self.decimal();
        write!(f, "{}{decimal}", if whole { "" } else { "≈" })
    }
}

impl FromStr for Exact {
    type Err = NotANumber;

    /// Reads `-12.5`, `1e-9`, `101325/760`. A point stands before decimals; nothing separates thousands.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotANumber(text.chars().take(40).collect());
        if text.len() > LONGEST_NUMBER || text.is_empty() {
            return Err(wrong());
        }
        if let Some((above, below)) = text.split_once('/') {
            let (above, below) = (decimal(above).ok_or_else(wrong)?, decimal(below).ok_or_else(wrong)?);
            return above.divided_by(&below).ok_or_else(wrong);
        }
        decimal(text).ok_or_else(wrong)
    }
}

fn decimal(text: &str) -> Option<Exact> {
    let (mantissa, power) = match text.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok().filter(|p| p.abs() <= HIGHEST_POWER)?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{decimals}");
    if whole.is_empty() || all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = BigRational::from_integer(all.parse::<BigInt>().ok()?);
    let places = i32::try_from(decimals.len()).ok()?;
    let value = value * Exact::power_of_ten(power - places).0;
    Some(Exact(if negative { -value } else { value }))
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: Self) -> Exact {
        Exact(&self.0 + &other.0)
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: Self) -> Exact {
        Exact(&self.0 - &other.0)
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: Self) -> Exact {
        Exact(&self.0 * &other.0)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-self.0.clone())
    }
}

impl Div<i64> for &Exact {
    type Output = Exact;
    /// Division by a whole number; by zero it stays what it is.
    fn div(self, other: i64) -> Exact {
        self.divided_by(&Exact::whole(other)).unwrap_or_else(|| self.clone())
    }
}

impl Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What has no end is written as the ratio it is, so that reading it back gives the same number.
        let (decimal, whole) = self.decimal();
        let ratio = || format!("{}/{}", self.0.numer(), self.0.denom());
        serializer.serialize_str(&if whole { decimal } else { ratio() })
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0.1", "0.1")]
    #[case("-0.10", "-0.1")]
    #[case("20", "20")]
    #[case("1e-9", "1e-9")]
    #[case("3.18e6", "3180000")]
    #[case("0.00003", "0.00003")]
    #[case("5e12", "5e12")]
    #[case("101325/760", "≈133.322368")]
    #[case("1/3", "≈0.333333")]
    #[case("0", "0")]
    #[case("123456789012", "123456789012")]
    fn is_shown(#[case] text: &str, #[case] expect: &str) {
        assert_eq!(text.parse::<Exact>().unwrap().to_string(), expect);
    }

    #[rstest]
    #[case("0,1")]
    #[case("")]
    #[case("1/0")]
    #[case("1e99")]
    #[case(".5")]
    #[case("1 000")]
    #[case("NaN")]
    fn is_no_number(#[case] text: &str) {
        assert!(text.parse::<Exact>().is_err());
    }

    #[test]
    fn arithmetic_is_exact() {
        let torr: Exact = "101325/760".parse().unwrap();
        assert_eq!(&torr * &Exact::whole(760), Exact::whole(101_325));
        assert_eq!(&"0.1".parse::<Exact>().unwrap() + &"0.2".parse().unwrap(), "0.3".parse().unwrap());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(above in -1_000_000_000_i64..1_000_000_000, below in 1_i64..100_000) {
            let number = Exact::whole(above).divided_by(&Exact::whole(below)).unwrap();
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<Exact>(&json).unwrap(), number);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[-+0-9.eE/]{0,20}|\\PC{0,30}") {
            if let Ok(number) = text.parse::<Exact>() {
                let _ = number.to_string();
            }
        }
    }
}
