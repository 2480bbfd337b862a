//! How alike two parts of names are, and by what.

use text::{Script, Strictness, sound_distance};

use crate::align::How;
use crate::name::{Part, Role};

/// Least likeness at which two parts are taken for the same, in thousandths.
pub(crate) const LEAST: u16 = 700;

/// How alike two parts are, in thousandths of the same, with what was folded; `None` when they are different parts.
pub(crate) fn similarity(one: &Part, other: &Part) -> Option<(u16, How)> {
    if one.text == other.text {
        return Some((1000, How::Same));
    }
    if one.role == Role::Number || other.role == Role::Number {
        return (one.role == other.role && one.value == other.value).then_some((1000, How::Number));
    }
    if one.role == Role::Form || other.role == Role::Form {
        return (one.role == other.role && one.value == other.value).then_some((1000, How::Form));
    }
    if one.role == Role::Initial || other.role == Role::Initial {
        return initial(one, other);
    }
    let syllables = matches!(one.script, Script::Hangul | Script::Han) && one.script == other.script;
    if !one.plain.is_empty() && one.plain == other.plain {
        let same = one.script == other.script && !syllables;
        return Some(if same { (1000, How::Accents) } else { (if syllables { 900 } else { 980 }, How::Alphabet) });
    }
    if one.groups.iter().any(|group| *group != 0 && other.groups.contains(group)) {
        return Some(if one.role == Role::General { (950, How::Meaning) } else { (930, How::Variant) });
    }
    // Particles, titles and general words are the same or they are not: «von» is no slip for «van».
    let weak = |part: &Part| matches!(part.role, Role::Particle | Role::Title);
    if weak(one) || weak(other) {
        return None;
    }
    // Another syllable is another name: there is no slip of one letter in such scripts.
    if syllables {
        return None;
    }
    let found = by_spelling(one, other)?;
    // One known name is seldom a slip for another: Mario for Maria, Juarez for Suarez.
    let another = one.script == other.script && one.is_another_name(other);
    Some(if another { (found.0.min(ANOTHER_NAME), found.1) } else { found })
}

/// How alike two known names are at most that differ by a slip.
const ANOTHER_NAME: u16 = 750;

/// An initial against a name, or against another initial.
fn initial(one: &Part, other: &Part) -> Option<(u16, How)> {
    if one.script != other.script
        && [one, other].iter().any(|part| !matches!(part.script, Script::Latin | Script::Cyrillic))
    {
        return None;
    }
    let same = |a: &str, b: &str| a.chars().next().is_some() && a.chars().next() == b.chars().next();
    let fits = same(&one.plain, &other.plain) || same(&one.sound, &other.sound);
    let both = one.role == other.role;
    fits.then_some(if both { (980, How::Alphabet) } else { (860, How::Initial) })
}

/// Two spellings: letters changed, left out, doubled or exchanged; or one name in two alphabets.
fn by_spelling(one: &Part, other: &Part) -> Option<(u16, How)> {
    if one.script != other.script {
        return across_alphabets(one, other);
    }
    let (a, b) = (letters(one), letters(other));
    let longer = a.len().max(b.len());
    if a.len().abs_diff(b.len()) > 3 || a.is_empty() || b.is_empty() {
        return None;
    }
    let typed = u32::from(edits(a, b)) * 100;
    if one.script == Script::Arabic {
        return in_arabic(one, other, typed);
    }
    // Vowels are heard differently, consonants less so: Hussein, Husayn.
    let heard = if typed <= 100 || one.sound.is_empty() || other.sound.is_empty() {
        typed
    } else {
        u32::from(sound_distance(&one.sound, &other.sound, Strictness::Close)) + 10
    };
    // What is only heard alike must be alike throughout.
    let by_ear = heard < typed && heard <= 15 * u32::try_from(longer).unwrap_or(0);
    let (distance, how) = if by_ear { (heard, How::Sound) } else { (typed, How::Spelling) };
    let allowed = match longer {
        0..=2 => 0,
        3 => 100,
        4..=6 => 115,
        7..=8 => 130,
        9..=11 => 200,
        _ => 230,
    };
    if distance > allowed {
        // Two slips behind a long common beginning: alike enough beside a name that fits, not alone.
        let beginning = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        return (typed == 200 && (6..=8).contains(&longer) && beginning >= 4).then_some((LEAST - 10, How::Spelling));
    }
    // A changed letter of three may be another name; two that changed places are a slip of the fingers.
    if longer == 3
        && typed == 100
        && a.len() == b.len()
        && !swapped(a, b)
        && sound_distance(&one.sound, &other.sound, Strictness::Close) > 60
    {
        return None;
    }
    let share = distance * 1000 / (u32::try_from(longer).unwrap_or(u32::MAX) * 100);
    let alike = 1000 - share.min(1000) as u16;
    (alike >= 660).then_some((alike.max(LEAST), how))
}

/// Two Arabic spellings. Short vowels are not written, so a letter says more: five with one slip are the same, fewer are
/// another name.
fn in_arabic(one: &Part, other: &Part, typed: u32) -> Option<(u16, How)> {
    let (a, b) = (one.text.chars().count(), other.text.chars().count());
    let longer = u32::try_from(a.max(b)).unwrap_or(u32::MAX).max(1);
    let fits = typed == 0 || typed == 100 && longer >= 5 && a.abs_diff(b) <= 1;
    fits.then(|| (1000 - (typed * 10 / longer).min(300) as u16, How::Spelling))
}

/// The letters that are typed: plain Latin where there are such, else the letters themselves.
fn letters(part: &Part) -> &[u8] {
    if part.plain.is_empty() { part.text.as_bytes() } else { part.plain.as_bytes() }
}

fn across_alphabets(one: &Part, other: &Part) -> Option<(u16, How)> {
    let (a, b) = (&one.sound, &other.sound);
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let unwritten = (one.script == Script::Arabic) != (other.script == Script::Arabic);
    let strictness = if unwritten { Strictness::Consonants } else { Strictness::Loose };
    let distance = u32::from(sound_distance(a, b, strictness));
    let longer = a.len().max(b.len()) as u32;
    let share = distance * 10 / longer;
    // Syllables and consonants alone meet by chance far more often than whole Cyrillic words do.
    let most = match (one.script, other.script) {
        (Script::Cyrillic, Script::Latin) | (Script::Latin, Script::Cyrillic) => 270,
        _ if unwritten => 60,
        (Script::Hangul | Script::Han, _) | (_, Script::Hangul | Script::Han) if longer <= 3 => 0,
        (Script::Hangul, _) | (_, Script::Hangul) => 50,
        (Script::Han, _) | (_, Script::Han) => 0,
        _ => 130,
    };
    // The long i at the end is written in Arabic letters too: «سالم» is Salim, not Salimi.
    if unwritten {
        let (written, sounded) = if one.script == Script::Arabic { (one, other) } else { (other, one) };
        let long = written.sound.ends_with('i');
        if sounded.sound.ends_with('i') != long && (long || !written.text.ends_with('ى')) {
            return None;
        }
    }
    let consonants = |key: &str| key.bytes().filter(|b| !b"aeiou".contains(b)).count();
    if share > most || (unwritten && consonants(a).min(consonants(b)) < 3) {
        return None;
    }
    Some(((1000 - share as u16).max(LEAST), How::Alphabet))
}

/// Whether two words of one length differ by two neighbours that changed places.
fn swapped(a: &[u8], b: &[u8]) -> bool {
    let differing: Vec<usize> = (0..a.len()).filter(|place| a[*place] != b[*place]).collect();
    matches!(differing.as_slice(), [one, other] if one + 1 == *other && a[*one] == b[*other] && a[*other] == b[*one])
}

/// Longest word whose edits are counted, in bytes.
const LONGEST: usize = 48;

/// Edits between two words: letters changed, left out, put in, or exchanged with their neighbour.
pub(crate) fn edits(a: &[u8], b: &[u8]) -> u16 {
    let (mut a, mut b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    // Most words share their beginning or end.
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) as u16;
    }
    let mut rows = [[0_u16; LONGEST + 1]; 3];
    for (place, cell) in rows[0].iter_mut().enumerate() {
        *cell = place as u16;
    }
    let (mut before, mut last, mut now) = (2, 0, 1);
    for (i, x) in a.iter().enumerate() {
        rows[now][0] = i as u16 + 1;
        for (j, y) in b.iter().enumerate() {
            let mut best = (rows[last][j] + u16::from(x != y)).min(rows[last][j + 1] + 1).min(rows[now][j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(rows[before][j - 1] + 1);
            }
            rows[now][j + 1] = best;
        }
        (before, last, now) = (last, now, before);
    }
    rows[last][b.len()]
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn edits_are_counted() {
        for (a, b, expect) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("hasan", "hsaan", 1),
            ("makenga", "maknga", 1),
            ("kitten", "sitting", 3),
            ("", "ab", 2),
        ] {
            assert_eq!(edits(a.as_bytes(), b.as_bytes()), expect, "{a} {b}");
        }
    }
}
