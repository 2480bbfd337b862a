//! Values that a message is filled with.

use fluent_bundle::{FluentArgs, FluentValue};

/// A value of a message. Only numbers take part in plural rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Put into the message as it is.
    Text(String),
    /// A count: chooses the plural form.
    Number(i64),
}

pub(crate) fn arguments(values: &[(&str, Value)]) -> FluentArgs<'static> {
    values
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Text(text) => FluentValue::from(text.clone()),
                Value::Number(number) => FluentValue::from(*number),
            };
            ((*name).to_owned(), value)
        })
        .collect()
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! smaller_numbers {
    ($($number:ty)+) => { $(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
        impl From<&$number> for Value {
            fn from(number: &$number) -> Self {
                Self::from(*number)
            }
        }
    )+ };
}
smaller_numbers!(u8 u16 u32 i16 i32);

macro_rules! larger_numbers {
    ($($number:ty)+) => { $(
        /// Counts beyond 2⁶³ do not occur; they would show as the largest number there is.
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl From<&$number> for Value {
            fn from(number: &$number) -> Self {
                Self::from(*number)
            }
        }
    )+ };
}
larger_numbers!(u64 usize);
