//! Matrix templates on the wire.

use domain::cell::{Facet, Mark, Weapon};
use domain::fault::Fault;
use domain::template::{Confidence, MarkMeaning, Named, Row, RowAnswers, Section, Template};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::source::SourceBody;
use crate::wire::texts::Texts;
use crate::wire::written::{FacetWord, MarkWord, PartialDateText, Reading, WeaponWord};

/// A version of a matrix template.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateBody {
    /// Stable name.
    pub key: String,
    /// Whole number, raised whenever the content changes.
    pub version: u32,
    /// When this form was in use.
    pub date: PartialDateText,
    /// Its name as shown everywhere, with how far it is verified.
    pub name: Texts,
    /// Who packaged it.
    #[serde(default)]
    pub provider: Texts,
    /// Where it comes from.
    pub source: SourceBody,
    /// What is verified and what is not.
    #[serde(default)]
    pub note: Texts,
    /// Names of the weapon types that occur.
    pub weapons: Vec<WeaponName>,
    /// Names of the facets that occur.
    pub facets: Vec<FacetName>,
    /// The legend: what each mark means in this version.
    pub marks: Vec<MarkLegend>,
    /// How sure the wording of a row can be.
    pub confidences: Vec<ConfidenceBody>,
    /// The sections in the order of the form.
    pub sections: Vec<SectionBody>,
}

/// The name of a weapon type.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeaponName {
    /// The weapon type.
    pub key: WeaponWord,
    /// Its name.
    pub name: Texts,
}

/// The name of a facet.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FacetName {
    /// The facet.
    pub key: FacetWord,
    /// Its name.
    pub name: Texts,
}

/// A line of the legend.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkLegend {
    /// The mark.
    pub key: MarkWord,
    /// What it means in this version of the form.
    pub meaning: Texts,
    /// Whether the meaning has been checked against a public copy.
    pub verified: bool,
}

/// How far the wording of a row can be trusted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfidenceBody {
    /// The code.
    pub key: String,
    /// What the code means.
    pub meaning: Texts,
    /// What is shown beside a row.
    pub shown: Texts,
}

/// A section: a table of the form.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionBody {
    /// Its key: `I`, `III-NW`.
    pub key: String,
    /// The paragraphs of the resolution it covers.
    pub operative_paragraphs: Vec<String>,
    /// Its title.
    pub title: Texts,
    /// Its rows, in order.
    pub rows: Vec<RowBody>,
}

/// A row of the form.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowBody {
    /// Number within the section, from 1.
    pub number: u16,
    /// What it asks.
    pub label: Texts,
    /// What can be answered.
    pub answers: RowAnswersBody,
    /// How sure the wording is: the key of a confidence.
    pub confidence: String,
}

/// What can be answered in a row.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum RowAnswersBody {
    /// Text only.
    Information,
    /// Text with yes or no.
    YesNo,
    /// A mark in each of these cells.
    Marks {
        /// The cells.
        cells: Vec<CellPart>,
    },
}

/// A cell within a row: weapon type and facet.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CellPart {
    /// The weapon type.
    pub weapon: WeaponWord,
    /// The facet.
    pub facet: FacetWord,
}

impl Body for TemplateBody {
    type Noun = Template;
}

impl From<&Template> for TemplateBody {
    fn from(template: &Template) -> Self {
        let weapon = |named: &Named<Weapon>| WeaponName { key: named.key.into(), name: (&named.name).into() };
        let facet = |named: &Named<Facet>| FacetName { key: named.key.into(), name: (&named.name).into() };
        let mark = |mark: &MarkMeaning| MarkLegend {
            key: mark.key.into(),
            meaning: (&mark.meaning).into(),
            verified: mark.verified,
        };
        let confidence = |confidence: &Confidence| ConfidenceBody {
            key: confidence.key.clone(),
            meaning: (&confidence.meaning).into(),
            shown: (&confidence.shown).into(),
        };
        Self {
            key: template.key.clone(),
            version: template.version,
            date: template.date.into(),
            name: (&template.name).into(),
            provider: (&template.provider).into(),
            source: (&template.source).into(),
            note: (&template.note).into(),
            weapons: template.weapons.iter().map(weapon).collect(),
            facets: template.facets.iter().map(facet).collect(),
            marks: template.marks.iter().map(mark).collect(),
            confidences: template.confidences.iter().map(confidence).collect(),
            sections: template.sections.iter().map(SectionBody::from).collect(),
        }
    }
}

impl From<&Section> for SectionBody {
    fn from(section: &Section) -> Self {
        let row = |row: &Row| RowBody {
            number: row.number,
            label: (&row.label).into(),
            answers: (&row.answers).into(),
            confidence: row.confidence.clone(),
        };
        Self {
            key: section.key.clone(),
            operative_paragraphs: section.operative_paragraphs.clone(),
            title: (&section.title).into(),
            rows: section.rows.iter().map(row).collect(),
        }
    }
}

impl From<&RowAnswers> for RowAnswersBody {
    fn from(answers: &RowAnswers) -> Self {
        match answers {
            RowAnswers::Information => Self::Information,
            RowAnswers::YesNo => Self::YesNo,
            RowAnswers::Marks(cells) => Self::Marks {
                cells: cells
                    .iter()
                    .map(|(weapon, facet)| CellPart { weapon: (*weapon).into(), facet: (*facet).into() })
                    .collect(),
            },
        }
    }
}

impl TryFrom<TemplateBody> for Template {
    type Error = Vec<Fault>;
    fn try_from(body: TemplateBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let date = read.one("date", &body.date);
        let name = read.texts("name", &body.name);
        let provider = read.texts("provider", &body.provider);
        let note = read.texts("note", &body.note);
        let source = body.source.read("source", &mut read);
        let weapons = read.parts("weapons", &body.weapons, |weapon, field, read| {
            let name = read.texts(&format!("{field}.name"), &weapon.name);
            read.one(&format!("{field}.key"), &weapon.key).map(|key: Weapon| Named { key, name })
        });
        let facets = read.parts("facets", &body.facets, |facet, field, read| {
            let name = read.texts(&format!("{field}.name"), &facet.name);
            read.one(&format!("{field}.key"), &facet.key).map(|key: Facet| Named { key, name })
        });
        let marks = read.parts("marks", &body.marks, |mark, field, read| {
            let meaning = read.texts(&format!("{field}.meaning"), &mark.meaning);
            let key: Option<Mark> = read.one(&format!("{field}.key"), &mark.key);
            key.map(|key| MarkMeaning { key, meaning, verified: mark.verified })
        });
        let confidences = read.parts("confidences", &body.confidences, |confidence, field, read| {
            let meaning = read.texts(&format!("{field}.meaning"), &confidence.meaning);
            let shown = read.texts(&format!("{field}.shown"), &confidence.shown);
            Some(Confidence { key: confidence.key.clone(), meaning, shown })
        });
        let sections = read.parts("sections", &body.sections, SectionBody::read);
        let TemplateBody { key, version, .. } = body;
        read.finish(|| {
            Some(Self {
                key,
                version,
                date: date?,
                name,
                provider,
                source,
                note,
                weapons: weapons?,
                facets: facets?,
                marks: marks?,
                confidences: confidences?,
                sections: sections?,
            })
        })
    }
}

impl SectionBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<Section> {
        let title = read.texts(&format!("{field}.title"), &self.title);
        let rows = read.parts(&format!("{field}.rows"), &self.rows, RowBody::read);
        let operative_paragraphs = self.operative_paragraphs.clone();
        Some(Section { key: self.key.clone(), operative_paragraphs, title, rows: rows? })
    }
}

impl RowBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<Row> {
        let label = read.texts(&format!("{field}.label"), &self.label);
        let answers = match &self.answers {
            RowAnswersBody::Information => RowAnswers::Information,
            RowAnswersBody::YesNo => RowAnswers::YesNo,
            RowAnswersBody::Marks { cells } => {
                let cells = read.parts(&format!("{field}.answers.cells"), cells, |cell, field, read| {
                    let weapon = read.one(&format!("{field}.weapon"), &cell.weapon);
                    let facet = read.one(&format!("{field}.facet"), &cell.facet);
                    Some((weapon?, facet?))
                });
                RowAnswers::Marks(cells?)
            }
        };
        Some(Row { number: self.number, label, answers, confidence: self.confidence.clone() })
    }
}
