//! Counts by channel in N42 documents: a list of numbers, or `CountedZeroes`, where a zero is followed by how many zeros stand
//! there.

use crate::finding::Finding;
use crate::format::xml::Element;
use crate::format::{CHANNEL_LIMIT, lines};

/// Reads the channels of the parts in order.
pub(crate) fn read(parts: &[&Element], place: &str, findings: &mut Vec<Finding>) -> Vec<f64> {
    let mut counts = Vec::new();
    for part in parts {
        let compression = part.attribute("compressionCode").or_else(|| part.attribute("Compression")).unwrap_or("None");
        let (numbers, others) = lines::numbers(&part.text, CHANNEL_LIMIT);
        if others > 0 {
            findings.push(Finding::error("counts-not-numbers", place).with("channels", others));
        }
        if compression.to_ascii_lowercase().contains("counted") {
            expand(&numbers, &mut counts, place, findings);
        } else {
            counts.extend(numbers);
        }
        if counts.len() > CHANNEL_LIMIT {
            let found = counts.len();
            findings
                .push(Finding::error("too-many-channels", place).with("channels", found).with("limit", CHANNEL_LIMIT));
            return Vec::new();
        }
    }
    counts
}

fn expand(numbers: &[f64], counts: &mut Vec<f64>, place: &str, findings: &mut Vec<Finding>) {
    let mut rest = numbers.iter();
    while let Some(number) = rest.next() {
        if *number != 0.0 {
            counts.push(*number);
            continue;
        }
        match rest.next() {
            // A zero without its run stands for itself.
            None => counts.push(0.0),
            Some(run) if *run >= 1.0 && *run <= CHANNEL_LIMIT as f64 => {
                counts.resize((counts.len() + *run as usize).min(CHANNEL_LIMIT + 1), 0.0);
            }
            Some(run) => {
                findings.push(Finding::error("counted-zeroes", place).with("found", run));
                counts.push(0.0);
            }
        }
        if counts.len() > CHANNEL_LIMIT {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, compression: &str, expect: &[f64], codes: usize) {
        let part = Element {
            name: "ChannelData".to_owned(),
            attributes: vec![("compressionCode".to_owned(), compression.to_owned())],
            children: Vec::new(),
            text: text.to_owned(),
        };
        let mut findings = Vec::new();
        assert_eq!(read(&[&part], "", &mut findings), expect);
        assert_eq!(findings.len(), codes, "{findings:?}");
    }

    #[test]
    fn channels_are_read_in_both_layouts() {
        check("1 0 3\n4", "None", &[1.0, 0.0, 3.0, 4.0], 0);
        check("0 3 5 0 1 7", "CountedZeroes", &[0.0, 0.0, 0.0, 5.0, 0.0, 7.0], 0);
        check("5 0", "CountedZeroes", &[5.0, 0.0], 0);
        check("1.5e2 x", "None", &[150.0], 1);
        check("0 99999999", "CountedZeroes", &[0.0], 1);
        check("0 262144 0 262144", "CountedZeroes", &[], 1);
    }
}
