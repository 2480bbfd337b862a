//! Numbers, sizes and lists in words.

use crate::translator::Translator;

impl Translator {
    /// A number with its groups of three: `12,345`, `12 345`. Four digits stay together, as the United Nations and
    /// Russian usage write them.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let sign = if number < 0 { "−" } else { "" };
        if digits.len() <= 4 {
            return format!("{sign}{digits}");
        }
        let group = self.text("number-group");
        let first = digits.len() % 3;
        let mut text = format!("{sign}{}", &digits[..first]);
        for (n, digit) in digits[first..].chars().enumerate() {
            if n % 3 == 0 && !(first == 0 && n == 0) {
                text.push_str(&group);
            }
            text.push(digit);
        }
        text
    }

    /// `a`, `a and b`, `a, b and c`
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => {
                let before = before.join(&self.text("list-separator"));
                self.with("list-last", &[("before", before.into()), ("last", last.into())])
            }
        }
    }

    /// A length in bytes as a person reads it: `118 kB`, `1.4 MB`. Powers of a thousand.
    #[must_use]
    pub fn bytes(&self, length: u64) -> String {
        const LARGEST_UNIT: u32 = 5;
        let mut unit = 1;
        let mut size = 1_u64;
        while unit < LARGEST_UNIT && length / size >= 1000 {
            size *= 1000;
            unit += 1;
        }
        let whole = length / size;
        let tenth = (length % size) * 10 / size;
        let amount = if unit == 1 || whole >= 10 || tenth == 0 {
            whole.to_string()
        } else {
            format!("{whole}{}{tenth}", self.text("number-decimal"))
        };
        self.with(&format!("bytes-{unit}"), &[("amount", amount.into())])
    }
}
