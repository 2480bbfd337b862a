//! The distance of two sound keys: an edit distance in which likely changes cost little.

use std::sync::LazyLock;

/// How much a changed vowel counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// Two spellings in one alphabet: vowels were written down by people who heard them.
    Close,
    /// Two alphabets: vowels are the translator's choice.
    Loose,
    /// One of them is in an alphabet that leaves short vowels out.
    Consonants,
}

/// One full edit. Distances are in hundredths of it.
const EDIT: u16 = 100;

/// Longest key that is compared in full; what is behind is not looked at. No part of a name is as long.
const LONGEST: usize = 32;

struct Costs {
    change: [[u16; 128]; 128],
    drop: [u16; 128],
}

/// What changing one sound for another costs, both ways, in two alphabets.
const CHANGES: &[(&str, u16)] = &[
    // Vowels.
    ("ao", 25),
    ("ae", 30),
    ("ei", 25),
    ("ou", 25),
    ("iu", 35),
    ("ai", 45),
    ("eo", 30),
    ("au", 40),
    ("eu", 40),
    ("oi", 50),
    // Voiced and voiceless.
    ("bp", 45),
    ("dt", 40),
    ("gk", 40),
    ("vf", 20),
    ("zs", 20),
    ("JS", 35),
    ("JC", 35),
    ("bv", 45),
    // Sibilants.
    ("zc", 25),
    ("sc", 30),
    ("sS", 30),
    ("SC", 35),
    ("cC", 35),
    ("Jz", 30),
    ("zS", 45),
    ("sC", 50),
    ("zC", 50),
    ("ck", 35),
    ("Ck", 50),
    ("Jg", 35),
    ("Jd", 55),
    ("tc", 45),
    ("dz", 40),
    ("tC", 50),
    // Breaths.
    ("hg", 20),
    ("hk", 35),
    ("hf", 50),
    ("tf", 45),
    // The ambiguous ones.
    ("XC", 0),
    ("Xh", 0),
    ("Xk", 15),
    ("XS", 15),
    ("XJ", 40),
    ("Xc", 40),
    ("Xg", 35),
    ("jJ", 5),
    ("ji", 0),
    ("jh", 30),
    ("jg", 40),
    ("jC", 40),
    ("jX", 40),
    ("je", 30),
    ("iJ", 60),
    // Neighbours.
    ("vu", 20),
    ("vo", 45),
    ("ul", 60),
    ("vl", 60),
    ("rl", 60),
    ("mn", 50),
];

static LOOSE: LazyLock<Costs> = LazyLock::new(|| Costs::new(100, 100));
static CLOSE: LazyLock<Costs> = LazyLock::new(|| Costs::new(170, 240));
static CONSONANTS: LazyLock<Costs> = LazyLock::new(|| {
    let mut costs = Costs::new(100, 150);
    // The long ones i and u are written; a and the others are mostly not.
    for (vowel, cost) in [(b'a', 8), (b'e', 8), (b'o', 15), (b'i', 25), (b'u', 20)] {
        costs.drop[usize::from(vowel)] = cost;
    }
    costs
});

impl Costs {
    /// The costs with these percentages of vowels and of consonants.
    fn new(percent: u16, consonants: u16) -> Self {
        let mut change = [[EDIT; 128]; 128];
        for (symbol, row) in change.iter_mut().enumerate() {
            row[symbol] = 0;
        }
        for (pair, cost) in CHANGES {
            let pair = pair.as_bytes();
            let (one, other) = (usize::from(pair[0]), usize::from(pair[1]));
            let vowels = pair.iter().any(|symbol| b"aeiou".contains(symbol));
            let cost = (cost * if vowels { percent } else { consonants } / 100).min(EDIT);
            change[one][other] = cost;
            change[other][one] = cost;
        }
        let mut drop = [EDIT; 128];
        for (symbol, cost) in
            [(b'a', 45), (b'e', 40), (b'i', 40), (b'o', 45), (b'u', 45), (b'h', 35), (b'j', 30), (b'v', 75)]
        {
            drop[usize::from(symbol)] = (cost * percent / 100).min(EDIT);
        }
        Self { change, drop }
    }

    /// What leaving out the symbol at a place costs: a glide beside a vowel and a vowel at the end cost less.
    fn drop_at(&self, key: &[u8], place: usize) -> u16 {
        let symbol = key[place];
        let cost = self.drop[usize::from(symbol & 127)];
        let vowel = |place: usize| key.get(place).is_some_and(|symbol| b"aeiou".contains(symbol));
        if symbol == b'i' && (vowel(place + 1) || (place > 0 && vowel(place - 1))) {
            cost / 2
        } else if place + 1 == key.len() && b"aeio".contains(&symbol) {
            cost * 3 / 4
        } else {
            cost
        }
    }
}

/// The distance of two sound keys, in hundredths of a full edit. Two sounds that changed places are one edit.
#[must_use]
pub fn sound_distance(one: &str, other: &str, strictness: Strictness) -> u16 {
    let costs: &Costs = match strictness {
        Strictness::Close => &CLOSE,
        Strictness::Loose => &LOOSE,
        Strictness::Consonants => &CONSONANTS,
    };
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let (one, other) = (&one[..one.len().min(LONGEST)], &other[..other.len().min(LONGEST)]);
    // What is the same at the beginning changes nothing, except for what dropping beside it costs.
    let mut rows = [[0_u16; LONGEST + 1]; 3];
    for (place, _) in other.iter().enumerate() {
        rows[0][place + 1] = rows[0][place].saturating_add(costs.drop_at(other, place));
    }
    let (mut before, mut last, mut now) = (2, 0, 1);
    for (i, symbol) in one.iter().enumerate() {
        let drop = costs.drop_at(one, i);
        rows[now][0] = rows[last][0].saturating_add(drop);
        for (j, against) in other.iter().enumerate() {
            let change = rows[last][j] + costs.change[usize::from(symbol & 127)][usize::from(against & 127)];
            let left = rows[now][j] + costs.drop_at(other, j);
            let mut best = change.min(rows[last][j + 1] + drop).min(left);
            if i > 0 && j > 0 && *symbol == other[j - 1] && one[i - 1] == *against && symbol != against {
                best = best.min(rows[before][j - 1] + EDIT);
            }
            rows[now][j + 1] = best;
        }
        (before, last, now) = (last, now, before);
    }
    rows[last][other.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Strictness, sound_distance};

    #[test]
    fn likely_changes_cost_little() {
        let distance = |one, other| sound_distance(one, other, Strictness::Loose);
        assert_eq!(distance("ivanov", "ivanov"), 0);
        assert_eq!(distance("ivanov", "ivanof"), 20);
        assert_eq!(distance("hasan", "hsaan"), 90);
        assert_eq!(distance("", "k"), 100);
        assert!(distance("iusupov", "usupov") < 40);
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(one in "[a-zSCJX]{0,40}", other in "[a-zSCJX]{0,40}") {
            prop_assert_eq!(sound_distance(&one, &other, Strictness::Loose), sound_distance(&other, &one, Strictness::Loose));
        }
    }
}
