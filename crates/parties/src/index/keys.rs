//! The keys under which like parts meet: the sound, the sound without one symbol, and the consonants alone.

use text::Script;

use crate::name::{Part, Role};

/// Gives every key of a part. Two parts that [`similarity`](crate::similarity::similarity) finds alike share one, as far
/// as one slip, other vowels, or another alphabet go.
pub(crate) fn keys_of(part: &Part, mut give: impl FnMut(u32)) {
    for group in part.groups.iter().filter(|group| **group != 0) {
        give(hash(b'g', [(group & 0xff) as u8, (group >> 8) as u8].into_iter()));
    }
    if part.role == Role::Number {
        give(hash(b'n', part.value.to_le_bytes().into_iter()));
        return;
    }
    give(hash(b't', part.text.bytes()));
    if matches!(part.script, Script::Latin | Script::Cyrillic | Script::Other) {
        spelling_keys(part.plain.as_bytes(), &mut give);
    } else if !part.plain.is_empty() {
        give(hash(b'p', part.plain.bytes()));
    }
    let mut consonants = [0_u8; 24];
    for reading in [false, true] {
        let count = skeleton(&part.sound, reading, &mut consonants);
        let consonants = &consonants[..count];
        if count >= 2 || part.sound.len() <= 4 {
            give(hash(b's', consonants.iter().copied()));
        }
        if count >= 5 {
            for left_out in 0..count {
                let rest = consonants.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, byte)| *byte);
                give(hash(b's', rest));
            }
        }
        if !part.sound.contains('X') {
            break;
        }
    }
}

/// The keys of a word by its letters: all of them, and all but one.
pub(crate) fn spelling_keys(plain: &[u8], mut give: impl FnMut(u32)) {
    let plain = &plain[..plain.len().min(24)];
    if !plain.is_empty() {
        give(hash(b'p', plain.iter().copied()));
    }
    for left_out in 0..if plain.len() >= 3 { plain.len() } else { 0 } {
        let rest = plain.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, byte)| *byte);
        give(hash(b'p', rest));
    }
}

/// The consonants of a sound key, in classes that alphabets and languages confuse; `ch` once as in church and once as in
/// loch. The first vowel stays, as one sign for all.
fn skeleton(sound: &str, loch: bool, into: &mut [u8; 24]) -> usize {
    let mut count = 0;
    for (place, symbol) in sound.bytes().enumerate() {
        let class = match symbol {
            b'a' | b'e' | b'i' | b'o' | b'u' if place == 0 => b'a',
            b'a' | b'e' | b'i' | b'o' | b'u' | b'j' => continue,
            b'b' | b'p' => b'p',
            b'd' | b't' => b't',
            b'g' | b'k' | b'h' => b'k',
            b'v' | b'f' => b'f',
            b's' | b'z' | b'c' | b'S' | b'C' | b'J' => b's',
            b'X' => {
                if loch {
                    b'k'
                } else {
                    b's'
                }
            }
            other => other,
        };
        if count > 0 && into[count - 1] == class || count == into.len() {
            continue;
        }
        into[count] = class;
        count += 1;
    }
    count
}

/// FNV-1a, stirred so that its high bits are as good as its low ones.
fn hash(kind: u8, bytes: impl Iterator<Item = u8>) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
    for byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}
