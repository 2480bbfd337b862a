//! The words of time frames, in English and Russian.

use domain::partial_date::PartialDate;
use jiff::civil::Date;

/// A word that means something in a time frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A date that is complete in itself: `31.03.2026`, `2026-Q1`.
    Exact(PartialDate),
    /// Four digits.
    Year(i16),
    /// A small number: Arabic, Roman or an ordinal word.
    Number(i8),
    /// The name of a month, 1–12.
    Month(i8),
    /// "quarter".
    Quarter,
    /// "half-year".
    Half,
    /// "from".
    From,
    /// "until", "by".
    Until,
    /// "end of".
    End,
    /// "and", or a comma between two.
    And,
    /// A dash between two.
    Dash,
    /// "continuous", "each year".
    Continuous,
}

/// Longest time frame, in characters.
const LONGEST: usize = 120;

/// Whole phrases that mean the whole time of the plan.
const WHOLE_TIME: [&str; 10] = [
    "весь период",
    "в течение всего периода",
    "в течение срока действия плана",
    "в течение всего срока действия плана",
    "по мере необходимости",
    "throughout the period",
    "the whole period",
    "throughout the plan period",
    "as needed",
    "as required",
];

/// The words of a text; nothing when one of them is not known here.
pub(super) fn read(text: &str) -> Option<Vec<Word>> {
    let text = text::fold(text);
    if text.chars().count() > LONGEST {
        return None;
    }
    if WHOLE_TIME.contains(&text.trim_end_matches('.')) {
        return Some(vec![Word::Continuous]);
    }
    let characters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(c) = characters.get(at) {
        let rest = &characters[at..];
        at += if c.is_ascii_digit() {
            let (word, length) = number(rest)?;
            words.push(word);
            length
        } else if c.is_alphabetic() {
            let length = rest.iter().take_while(|c| c.is_alphanumeric()).count();
            let letters: String = rest[..length].iter().collect();
            letters_mean(&letters, &mut words)?;
            length
        } else {
            match c {
                '-' | '–' | '—' | '‑' | '−' | '‐' => words.push(Word::Dash),
                ',' => words.push(Word::And),
                ' ' | '.' | '(' | ')' | ';' | ':' | '/' => {}
                _ => return None,
            }
            1
        };
    }
    Some(tidy(&words))
}

/// A number with what belongs to it, and how many characters that is.
fn number(rest: &[char]) -> Option<(Word, usize)> {
    for (shape, read) in SHAPES {
        let mut numbers = [0_i16; 3];
        let Some(length) = fits(rest, shape, &mut numbers) else { continue };
        if let Some(date) = read(numbers) {
            return Some((Word::Exact(date), length));
        }
    }
    let length = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let value: i16 = rest[..length].iter().collect::<String>().parse().ok()?;
    match length {
        4 => (1900..2200).contains(&value).then_some((Word::Year(value), length)),
        1 | 2 => {
            let suffix = ordinal_suffix(&rest[length..]);
            Some((Word::Number(i8::try_from(value).ok()?), length + suffix))
        }
        _ => None,
    }
}

type ReadShape = fn([i16; 3]) -> Option<PartialDate>;

/// Dates that are one word. `9` is a digit, everything else stands for itself.
const SHAPES: [(&str, ReadShape); 5] = [
    ("9999-99-99", |[year, month, day]| self::day(year, month, day)),
    ("99.99.9999", |[day, month, year]| self::day(year, month, day)),
    ("9999-q9", |[year, quarter, _]| {
        let quarter = i8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter))?;
        Some(PartialDate::Quarter(year, quarter))
    }),
    ("9999-99", |[year, month, _]| self::month(year, month)),
    ("99.9999", |[month, year, _]| self::month(year, month)),
];

fn day(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).map(PartialDate::Day).ok()
}

fn month(year: i16, month: i16) -> Option<PartialDate> {
    i8::try_from(month).ok().filter(|month| (1..=12).contains(month)).map(|month| PartialDate::Month(year, month))
}

/// Whether the characters begin with this shape, not followed by a further digit; the numbers found.
fn fits(rest: &[char], shape: &str, numbers: &mut [i16; 3]) -> Option<usize> {
    let mut index = 0;
    for (n, expected) in shape.chars().enumerate() {
        let c = *rest.get(n)?;
        if expected == '9' {
            let number = numbers.get_mut(index)?;
            *number = *number * 10 + i16::try_from(c.to_digit(10)?).ok()?;
        } else if c == expected {
            // The `q` follows the dash, and no number stands between them.
            index += usize::from(c != 'q');
        } else {
            return None;
        }
    }
    let length = shape.len();
    (!rest.get(length).is_some_and(char::is_ascii_digit)).then_some(length)
}

/// The ending of an ordinal: `3-й`, `3rd`, `1-го`.
fn ordinal_suffix(rest: &[char]) -> usize {
    let dash = usize::from(rest.first() == Some(&'-'));
    let letters: String = rest.iter().skip(dash).take_while(|c| c.is_alphabetic()).collect();
    let known = ["й", "го", "ый", "ой", "е", "ое", "я", "м", "ом", "му", "st", "nd", "rd", "th"];
    if known.contains(&letters.as_str()) { dash + letters.chars().count() } else { 0 }
}

/// Adds what a word of letters means; nothing when it is not known.
fn letters_mean(letters: &str, words: &mut Vec<Word>) -> Option<()> {
    use Word::{And, Continuous, End, From, Half, Month, Number, Quarter, Until};
    if let Some(month) = MONTHS.iter().position(|names| names.split(' ').any(|name| name == letters)) {
        words.push(Month(i8::try_from(month).ok()? + 1));
        return Some(());
    }
    // `q3`, `h1`: the unit and its number in one word.
    let mut characters = letters.chars();
    if let (Some(unit @ ('q' | 'h')), Some(digit), None) =
        (characters.next(), characters.next().and_then(|c| c.to_digit(10)), characters.next())
    {
        words.push(if unit == 'q' { Quarter } else { Half });
        words.push(Number(i8::try_from(digit).ok()?));
        return Some(());
    }
    words.push(match letters {
        // Nothing is added by these.
        "г" | "гг" | "год" | "года" | "году" | "годы" | "годов" | "годам" | "of" | "the" | "in" | "a" | "year"
        | "years" | "в" | "во" | "на" | "течение" | "during" | "throughout" | "over" | "период" | "периода"
        | "period" | "no" | "not" | "than" | "не" | "чем" | "basis" | "основе" | "месяц" | "month" => {
            return Some(());
        }
        "quarter" | "quarters" | "q" | "qtr" | "квартал" | "квартала" | "кварталы" | "кварталов" | "квартале"
        | "кварталу" | "кв" => Quarter,
        "half" | "полугодие" | "полугодия" | "полугодии" | "полугодию" => Half,
        "from" | "since" | "starting" | "beginning" | "between" | "с" | "со" | "начиная" => From,
        "by" | "until" | "till" | "to" | "through" | "before" | "later" | "до" | "по" | "к" | "позднее" | "позже" => {
            Until
        }
        "end" | "конец" | "конца" | "концу" | "конце" | "окончания" => End,
        "and" | "и" => And,
        "continuous"
        | "continuously"
        | "continuing"
        | "ongoing"
        | "permanent"
        | "permanently"
        | "constantly"
        | "regularly"
        | "annually"
        | "annual"
        | "yearly"
        | "quarterly"
        | "monthly"
        | "each"
        | "every"
        | "постоянно"
        | "постоянной"
        | "непрерывно"
        | "регулярно"
        | "ежегодно"
        | "ежегодная"
        | "ежеквартально"
        | "ежемесячно"
        | "систематически"
        | "каждый"
        | "каждого"
        | "каждые" => Continuous,
        "first" | "первый" | "первого" | "первое" | "первом" | "первому" => Number(1),
        "second" | "второй" | "второго" | "второе" | "втором" | "второму" => Number(2),
        "third" | "третий" | "третьего" | "третьем" | "третьему" => Number(3),
        "fourth" | "четвертый" | "четвертого" | "четвертом" | "четвертому" => {
            Number(4)
        }
        other => Number(roman(other)?),
    });
    Some(())
}

/// Roman numerals of quarters and half-years, as they are really typed: with Cyrillic twins, `П` for II, `Ш` for III.
fn roman(letters: &str) -> Option<i8> {
    match text::skeleton(letters).as_str() {
        "i" | "l" => Some(1),
        "ii" | "п" => Some(2),
        "iii" | "ш" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// Names of the months with their forms and short forms; ё is е here.
const MONTHS: [&str; 12] = [
    "january jan январь января январе январю янв",
    "february feb февраль февраля феврале февралю фев февр",
    "march mar март марта марте марту мар",
    "april apr апрель апреля апреле апрелю апр",
    "may май мая мае маю",
    "june jun июнь июня июне июню июн",
    "july jul июль июля июле июлю июл",
    "august aug август августа августе августу авг",
    "september sep sept сентябрь сентября сентябре сентябрю сен сент",
    "october oct октябрь октября октябре октябрю окт",
    "november nov ноябрь ноября ноябре ноябрю ноя нояб",
    "december dec декабрь декабря декабре декабрю дек",
];

/// Takes away what punctuation and politeness leave: "March 15, 2026", "начиная с 2025", "не позднее чем до".
fn tidy(words: &[Word]) -> Vec<Word> {
    let joins = |word: Option<&Word>| {
        matches!(word, None | Some(Word::And | Word::Dash | Word::Until | Word::From | Word::Continuous))
    };
    let mut tidied: Vec<Word> = Vec::with_capacity(words.len());
    for (n, word) in words.iter().enumerate() {
        let (previous, next) = (tidied.last(), words.get(n + 1));
        let idle = match word {
            // A comma before a year belongs to the date; between two of a kind it joins them.
            Word::And => {
                let before_year = matches!(next, Some(Word::Year(_))) && !matches!(previous, Some(Word::Year(_)));
                joins(previous) || joins(next) || before_year
            }
            Word::Until | Word::From => previous == Some(word),
            _ => false,
        };
        if !idle {
            tidied.push(*word);
        }
    }
    tidied
}
