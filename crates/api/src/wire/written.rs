//! Short texts with a form of their own: ids, dates, State codes, words of closed sets. On the wire each is a JSON
//! string; it is read only when its field is known, so that a fault names the field.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use app::TableFormat;
use app::round::export::RoundTable;
use app::sample::record_custody::Side;
use app::spectrum::convert::SpectrumFormat;
use app::spectrum::report::ReportFormat;
use domain::act::{Face, Verb};
use domain::body::Kind;
use domain::cell::{CellKey, Facet, Mark, RowKey, Weapon};
use domain::citation::Translation;
use domain::custody::{Break, CustodyAction, SealState};
use domain::fault::{Fault, Severity};
use domain::finding::{Basis, FindingKind};
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::laboratory::{ControlKind, Decision, Outcome, Standing, Technique};
use domain::language::Language;
use domain::localized::Localized;
use domain::marking::{Handling, SharingLevel};
use domain::matrix::MatrixStatus;
use domain::measure::{FormOfCompletion, Funding};
use domain::owner::{Owner, StateCode};
use domain::partial_date::PartialDate;
use domain::participant::ParticipantRole;
use domain::progress::ProgressStatus;
use domain::recommendation::Addressee;
use domain::report::ReportScope;
use domain::response::Position;
use domain::role::Role;
use domain::round::{OrganiserRole, RoundKind, StateRole, StatementPart};
use domain::sample::SampleNature;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::wire::texts::Texts;

/// A text that stands for a `T`, not yet read.
pub struct Written<T> {
    text: String,
    of: PhantomData<fn() -> T>,
}

/// What can be written as a short text.
pub trait Form: FromStr + fmt::Display {
    /// Its name among the schemas.
    const NAME: &'static str;
    /// How it is described to a machine.
    fn describe() -> ObjectBuilder;
    /// What is wrong with a text that does not have the form.
    fn fault(text: &str) -> Fault;
}

impl<T: Form> From<T> for Written<T> {
    fn from(value: T) -> Self {
        Self { text: value.to_string(), of: PhantomData }
    }
}

impl<K> From<Id<K>> for Written<RecordId> {
    fn from(id: Id<K>) -> Self {
        id.record().into()
    }
}

impl<T> Clone for Written<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), of: PhantomData }
    }
}

impl<T> fmt::Debug for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl<T> Serialize for Written<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T> Deserialize<'de> for Written<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { text: String::deserialize(deserializer)?, of: PhantomData })
    }
}

impl<T: Form> PartialSchema for Written<T> {
    fn schema() -> RefOr<Schema> {
        T::describe().schema_type(Type::String).into()
    }
}

impl<T: Form> ToSchema for Written<T> {
    fn name() -> Cow<'static, str> {
        T::NAME.into()
    }
}

/// Reads the texts of a body and remembers everything that is wrong with them.
#[derive(Debug, Default)]
pub struct Reading {
    faults: Vec<Fault>,
}

impl Reading {
    /// A required text. `None` when it cannot be read; the fault is remembered.
    pub fn one<T: Form>(&mut self, field: &str, written: &Written<T>) -> Option<T> {
        let value = written.text.parse().ok();
        if value.is_none() {
            self.faults.push(T::fault(&written.text).at(field));
        }
        value
    }

    /// A required id of a record of kind `K`.
    pub fn id<K>(&mut self, field: &str, written: &IdText) -> Option<Id<K>> {
        self.one(field, written).map(Id::new)
    }

    /// A text that may be absent.
    pub fn option<T: Form>(&mut self, field: &str, written: &Option<Written<T>>) -> Option<T> {
        written.as_ref().and_then(|written| self.one(field, written))
    }

    /// Several texts.
    pub fn all<T: Form, C: FromIterator<T>>(&mut self, field: &str, written: &[Written<T>]) -> C {
        let read = |(n, written)| self.one(&format!("{field}.{}", n + 1), written);
        written.iter().enumerate().filter_map(read).collect()
    }

    /// Several ids.
    pub fn ids<K>(&mut self, field: &str, written: &[IdText]) -> Vec<Id<K>> {
        let records: Vec<RecordId> = self.all(field, written);
        records.into_iter().map(Id::new).collect()
    }

    /// A text in several languages.
    pub fn texts(&mut self, field: &str, texts: &Texts) -> Localized {
        let mut localized = Localized::default();
        for (language, text) in &texts.0 {
            match language.parse() {
                Ok(language) => localized.set(language, text),
                Err(_) => self.faults.push(Language::fault(language).at(&format!("{field}.{language}"))),
            }
        }
        localized
    }

    /// Several such texts.
    pub fn all_texts(&mut self, field: &str, texts: &[Texts]) -> Vec<Localized> {
        texts.iter().enumerate().map(|(n, texts)| self.texts(&format!("{field}.{}", n + 1), texts)).collect()
    }

    /// Several parts, each read by a function of its own. `None` when one of them cannot be read.
    pub fn parts<W, T>(
        &mut self,
        field: &str,
        parts: &[W],
        read: impl Fn(&W, &str, &mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        // Every part is read before any of them decides: all faults are told at once.
        let read: Vec<Option<T>> =
            parts.iter().enumerate().map(|(n, part)| read(part, &format!("{field}.{}", n + 1), self)).collect();
        read.into_iter().collect()
    }

    /// Remembers something else that is wrong.
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// The noun, when nothing was wrong.
    ///
    /// # Errors
    /// Everything that was wrong.
    pub fn finish<N>(self, noun: impl FnOnce() -> Option<N>) -> Result<N, Vec<Fault>> {
        match noun() {
            Some(noun) if self.faults.is_empty() => Ok(noun),
            _ => Err(self.faults),
        }
    }
}

/// Words of closed sets: the schema lists them, and so does the fault.
macro_rules! words {
    ($($word:ident as $alias:ident,)+) => { $(
        impl Form for $word {
            const NAME: &'static str = stringify!($word);
            fn describe() -> ObjectBuilder {
                ObjectBuilder::new().enum_values(Some($word::ALL.iter().map(|word| word.as_str())))
            }
            fn fault(text: &str) -> Fault {
                let allowed: Vec<&str> = $word::ALL.iter().map(|word| word.as_str()).collect();
                Fault::error("word-unknown").with("word", text).with("allowed", allowed.join(", "))
            }
        }
        #[doc = concat!("A word of [`", stringify!($word), "`].")]
        pub type $alias = Written<$word>;
    )+ };
}
words! {
    Kind as KindWord,
    Severity as SeverityWord,
    Face as FaceWord,
    Verb as VerbWord,
    Role as RoleWord,
    Handling as HandlingWord,
    SharingLevel as SharingLevelWord,
    Weapon as WeaponWord,
    Facet as FacetWord,
    Mark as MarkWord,
    MatrixStatus as MatrixStatusWord,
    Translation as TranslationWord,
    FormOfCompletion as FormOfCompletionWord,
    Funding as FundingWord,
    ProgressStatus as ProgressStatusWord,
    RoundKind as RoundKindWord,
    StateRole as StateRoleWord,
    OrganiserRole as OrganiserRoleWord,
    StatementPart as StatementPartWord,
    ParticipantRole as ParticipantRoleWord,
    FindingKind as FindingKindWord,
    Position as PositionWord,
    ReportScope as ReportScopeWord,
    RoundTable as RoundTableWord,
    TableFormat as TableFormatWord,
    SampleNature as SampleNatureWord,
    CustodyAction as CustodyActionWord,
    Side as CustodySideWord,
    SpectrumFormat as SpectrumFormatWord,
    ReportFormat as ReportFormatWord,
    SealState as SealStateWord,
    Break as CustodyBreakWord,
    Technique as TechniqueWord,
    ControlKind as ControlKindWord,
    Outcome as OutcomeWord,
    Standing as StandingWord,
    Decision as DecisionWord,
}

/// Texts with a grammar: the schema shows an example, and so does the fault.
macro_rules! texts {
    ($($type:ident as $alias:ident, $name:literal, $code:literal, $example:literal, $format:expr, $doc:literal;)+) => { $(
        impl Form for $type {
            const NAME: &'static str = $name;
            fn describe() -> ObjectBuilder {
                let format: Option<&str> = $format;
                let format = format.map(|format| SchemaFormat::Custom(format.to_owned()));
                ObjectBuilder::new().format(format).description(Some($doc)).examples([$example])
            }
            fn fault(text: &str) -> Fault {
                Fault::error($code).with("text", text).with("example", $example)
            }
        }
        #[doc = $doc]
        pub type $alias = Written<$type>;
    )+ };
}
texts! {
    RecordId as IdText, "RecordId", "value-unreadable", "0199a8c2-7c3e-7d10-8a53-0d1f6d2a4b90", Some("uuid"),
        "The id of a record: a UUID.";
    Hash as HashText, "Sha256", "value-unreadable",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", None,
        "A SHA-256 digest: 64 lower-case hexadecimal digits.";
    StateCode as StateCodeText, "StateCode", "value-unreadable", "XO", None,
        "The code of a State: two or three capital letters. ISO 3166-1 for real States, XA to XZ for fictitious ones.";
    Owner as OwnerText, "Owner", "value-unreadable", "secretariat", None,
        "Whose record it is: the code of a State, or `secretariat`.";
    Language as LanguageText, "Language", "value-unreadable", "ru", None, "A language: two letters of ISO 639-1.";
    PartialDate as PartialDateText, "PartialDate", "date-unreadable", "2027-Q3", None,
        "A date as exact as it is known: a day, a month, a quarter or a year (2027-08-02, 2027-08, 2027-Q3, 2027).";
    Date as DateText, "Date", "date-unreadable", "2027-08-02", Some("date"), "A day.";
    Time as TimeText, "Time", "value-unreadable", "09:30:00", None, "A time of day.";
    Timestamp as InstantText, "Instant", "value-unreadable", "2027-08-02T09:30:00Z", Some("date-time"), "An instant in UTC.";
    RowKey as RowText, "RowKey", "value-unreadable", "IV.6", None, "A row of a matrix: section and number.";
    CellKey as CellText, "CellKey", "value-unreadable", "IV.6:N:LF", None,
        "A cell of a matrix: row, weapon type and facet; the row alone for its own information and remarks.";
    Basis as BasisText, "Basis", "value-unreadable", "XO:IV.6", None,
        "What a finding rests on: a row of a State's matrix (XO:IV.6), a measure of its plan (XO:measure 4), or a visit (visit 1).";
    Addressee as AddresseeText, "Addressee", "value-unreadable", "all", None,
        "Whom a recommendation is for: the code of a State, `all` or `partners`.";
}
