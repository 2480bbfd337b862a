//! The compressed digits of JCAMP-DX (ASDF): plain numbers (AFFN, FIX), packed (PAC), squeezed (SQZ), differences (DIF) and
//! repeats (DUP), which may be mixed in one line.

/// What a number on a line means.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    /// A value of its own.
    Value(f64),
    /// A difference to the value before.
    Difference(f64),
    /// The token before stands so many times in all.
    Times(f64),
}

/// The ordinates of one line after its abscissa.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The abscissa as written.
    pub(super) x: Option<f64>,
    /// The ordinates.
    pub(super) y: Vec<f64>,
    /// Whether the line ended in differences, so that the next begins with a check of the last value.
    pub(super) ends_in_difference: bool,
    /// Letters that mean nothing here.
    pub(super) unknown: usize,
}

/// Decodes a line; `limit` bounds how many ordinates it may have.
pub(super) fn decode(line: &str, limit: usize) -> Line {
    let mut result = Line::default();
    let mut last = None;
    let (tokens, unknown) = tokens(line);
    result.unknown = unknown;
    let mut tokens = tokens.into_iter();
    if let Some(Token::Value(x)) = tokens.next() {
        result.x = Some(x);
    }
    for token in tokens {
        match token {
            Token::Value(value) => result.y.push(value),
            Token::Difference(step) => {
                let before = result.y.last().copied().unwrap_or(0.0);
                result.y.push(before + step);
            }
            Token::Times(times) => {
                let more = (times - 1.0).clamp(0.0, limit as f64) as usize;
                for _ in 0..more.min(limit.saturating_sub(result.y.len())) {
                    let before = result.y.last().copied().unwrap_or(0.0);
                    result.y.push(match last {
                        Some(Token::Difference(step)) => before + step,
                        _ => before,
                    });
                }
                continue;
            }
        }
        last = Some(token);
        if result.y.len() >= limit {
            break;
        }
    }
    result.ends_in_difference = matches!(last, Some(Token::Difference(_)));
    result
}

/// The number that a letter begins, and what kind it is.
fn opening(letter: char) -> Option<(char, i32)> {
    let place = |first: char| i32::try_from(u32::from(letter) - u32::from(first)).unwrap_or(0);
    Some(match letter {
        '@' => ('q', 0),
        'A'..='I' => ('q', place('A') + 1),
        'a'..='i' => ('q', -(place('a') + 1)),
        '%' => ('d', 0),
        'J'..='R' => ('d', place('J') + 1),
        'j'..='r' => ('d', -(place('j') + 1)),
        'S'..='Z' => ('t', place('S') + 1),
        's' => ('t', 9),
        _ => return None,
    })
}

fn tokens(line: &str) -> (Vec<Token>, usize) {
    let mut found = Vec::new();
    let mut unknown = 0;
    let mut rest = line.split("$$").next().unwrap_or_default().chars().peekable();
    while let Some(letter) = rest.next() {
        let (kind, mut text) = match (opening(letter), letter) {
            (Some((kind, digit)), _) => (kind, if digit < 0 { format!("-{}", -digit) } else { digit.to_string() }),
            (None, '0'..='9' | '.' | '+' | '-') => ('q', letter.to_string()),
            (None, ' ' | '\t' | ',' | ';' | '\r') => continue,
            _ => {
                unknown += 1;
                continue;
            }
        };
        while let Some(next) = rest.peek().copied() {
            // An exponent stands only in numbers with a point; elsewhere the letter E is a squeezed five.
            let exponent = matches!(next, 'E' | 'e') && text.contains('.') && {
                let mut ahead = rest.clone();
                ahead.next();
                matches!(ahead.next(), Some('+' | '-' | '0'..='9'))
            };
            if exponent {
                text.push('e');
                rest.next();
                if let Some(sign) = rest.next() {
                    text.push(sign);
                }
            } else if next.is_ascii_digit() || next == '.' {
                text.push(next);
                rest.next();
            } else {
                break;
            }
        }
        match (text.parse::<f64>(), kind) {
            (Ok(number), 'q') => found.push(Token::Value(number)),
            (Ok(number), 'd') => found.push(Token::Difference(number)),
            (Ok(number), _) => found.push(Token::Times(number)),
            (Err(_), _) => unknown += 1,
        }
    }
    (found, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the standard: one line in every form.
    #[test]
    fn one_line_reads_alike_in_every_form() {
        let expect = [1.0, 2.0, 3.0, 3.0, 2.0, 1.0, 0.0, -1.0, -2.0, -3.0];
        for line in ["99 1 2 3 3 2 1 0 -1 -2 -3", "99+1+2+3+3+2+1+0-1-2-3", "99ABCCBA@abc", "99AJJ%jjjjjj", "99AJT%jX"]
        {
            let decoded = decode(line, 100);
            assert_eq!(decoded.x, Some(99.0), "{line}");
            assert_eq!(decoded.y, expect, "{line}");
            assert_eq!(decoded.unknown, 0, "{line}");
        }
        assert!(decode("99AJT%jX", 100).ends_in_difference);
        assert_eq!(decode("1.0 1.5E+02", 10).y, [150.0]);
        assert_eq!(decode("1 A s9999999", 10).y.len(), 10);
    }
}
