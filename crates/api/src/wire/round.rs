//! Rounds on the wire.

use app::Refusal;
use app::round::show::RoundView;
use domain::fault::Fault;
use domain::ids::Id;
use domain::round::{EarlierRound, NextRound, Organiser, Round, RoundState, Statement, Theme};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::finding::FindingBody;
use crate::wire::participant::ParticipantBody;
use crate::wire::programme_item::ProgrammeItemBody;
use crate::wire::recommendation::RecommendationBody;
use crate::wire::record::{Body, Record};
use crate::wire::report::ReportBody;
use crate::wire::source::SourceBody;
use crate::wire::state::StateBody;
use crate::wire::texts::{Texts, texts};
use crate::wire::visit::{VisitAccountBody, VisitBody};
use crate::wire::written::{
    DateText, IdText, LanguageText, OrganiserRoleWord, PartialDateText, Reading, RoundKindWord, RowText, StateCodeText,
    StateRoleWord, StatementPartWord, Written,
};

/// A round: a meeting in which States review together how they implement the resolution.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundBody {
    /// Short stable name, unique in a node.
    pub key: String,
    /// Its title.
    pub title: Texts,
    /// What kind of meeting.
    pub kind: RoundKindWord,
    /// Whether its States are fictitious.
    pub training: bool,
    /// The matrix template it works with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<IdText>,
    /// What it is for.
    #[serde(default)]
    pub purpose: Texts,
    /// The project or mechanism it forms part of.
    #[serde(default)]
    pub framework: Texts,
    /// Who hosts it.
    #[serde(default)]
    pub host: Texts,
    /// The State that hosts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_state: Option<StateCodeText>,
    /// Where.
    pub place: Texts,
    /// First day.
    pub start: DateText,
    /// Last day.
    pub end: DateText,
    /// Working languages of the meeting; none when the source does not name them.
    #[serde(default)]
    pub languages: Vec<LanguageText>,
    /// The States and what each does.
    pub states: Vec<RoundStateBody>,
    /// The organisations.
    #[serde(default)]
    pub organisers: Vec<OrganiserBody>,
    /// What it looks at.
    #[serde(default)]
    pub themes: Vec<ThemeBody>,
    /// What came before.
    #[serde(default)]
    pub earlier: Vec<EarlierRoundBody>,
    /// Paragraphs of the report that no other field holds.
    #[serde(default)]
    pub statements: Vec<StatementBody>,
    /// What the delegations decided.
    #[serde(default)]
    pub decisions: Vec<Texts>,
    /// Matters that need further cooperation.
    #[serde(default)]
    pub cooperation: Vec<Texts>,
    /// What is presented, and to whom.
    #[serde(default)]
    pub output: Texts,
    /// The next round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextRoundBody>,
    /// Where the facts come from, when the round is entered from a public source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceBody>,
}

/// A State in a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundStateBody {
    /// The State.
    pub code: StateCodeText,
    /// What it does.
    pub roles: Vec<StateRoleWord>,
}

/// An organisation of a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganiserBody {
    /// Its name.
    pub name: Texts,
    /// Its abbreviation.
    #[serde(default)]
    pub short: String,
    /// What it does.
    pub role: OrganiserRoleWord,
}

/// A theme of a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeBody {
    /// Short stable name within the round.
    pub key: String,
    /// Its title.
    pub title: Texts,
    /// The paragraphs of the resolution it is about.
    #[serde(default)]
    pub operative_paragraphs: Vec<String>,
    /// The rows of the matrix shown side by side for it.
    #[serde(default)]
    pub rows: Vec<RowText>,
    /// Whether the Governments named it a priority.
    #[serde(default)]
    pub priority: bool,
}

/// What came before a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EarlierRoundBody {
    /// The round's key, when it is in this node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Its title.
    pub title: Texts,
    /// Where.
    #[serde(default)]
    pub place: Texts,
    /// When.
    pub when: PartialDateText,
}

/// A paragraph of the report.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementBody {
    /// Where it stands.
    pub part: StatementPartWord,
    /// What it says.
    pub text: Texts,
}

/// The next round as agreed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextRoundBody {
    /// When.
    pub when: PartialDateText,
    /// The State that hosts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_state: Option<StateCodeText>,
    /// Where.
    #[serde(default)]
    pub place: Texts,
    /// The decision in words.
    #[serde(default)]
    pub text: Texts,
    /// Whom the States invite to it.
    #[serde(default)]
    pub invited: Texts,
}

/// A round with everything that belongs to it and reaches the person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundWhole {
    /// The round.
    pub round: Record<RoundBody>,
    /// The names of its States.
    pub states: Vec<StateBody>,
    /// Its programme, in the order of time.
    pub programme: Vec<Record<ProgrammeItemBody>>,
    /// Who takes part, by State.
    pub participants: Vec<Record<ParticipantBody>>,
    /// Visits, by number.
    pub visits: Vec<Record<VisitBody>>,
    /// The accounts of visits.
    pub visit_accounts: Vec<Record<VisitAccountBody>>,
    /// Findings, by number.
    pub findings: Vec<Record<FindingBody>>,
    /// Recommendations, by number.
    pub recommendations: Vec<Record<RecommendationBody>>,
    /// Reports built, oldest first.
    pub reports: Vec<Record<ReportBody>>,
}

impl Body for RoundBody {
    type Noun = Round;
}

impl RoundWhole {
    /// The round as a verb of `app` gives it.
    pub(crate) fn of(view: &RoundView) -> Result<Self, Refusal> {
        Ok(Self {
            round: Record::of(&view.round)?,
            states: view.states.values().map(StateBody::from).collect(),
            programme: Record::all(&view.programme)?,
            participants: Record::all(&view.participants)?,
            visits: Record::all(&view.visits)?,
            visit_accounts: view.visit_accounts.values().map(Record::of).collect::<Result<_, _>>()?,
            findings: Record::all(&view.findings)?,
            recommendations: Record::all(&view.recommendations)?,
            reports: Record::all(&view.reports)?,
        })
    }
}

impl From<&Round> for RoundBody {
    fn from(round: &Round) -> Self {
        Self {
            key: round.key.clone(),
            title: (&round.title).into(),
            kind: round.kind.into(),
            training: round.training,
            template: round.template.map(Written::from),
            purpose: (&round.purpose).into(),
            framework: (&round.framework).into(),
            host: (&round.host).into(),
            host_state: round.host_state.clone().map(Written::from),
            place: (&round.place).into(),
            start: round.start.into(),
            end: round.end.into(),
            languages: round.languages.iter().copied().map(Written::from).collect(),
            states: round.states.iter().map(RoundStateBody::from).collect(),
            organisers: round.organisers.iter().map(OrganiserBody::from).collect(),
            themes: round.themes.iter().map(ThemeBody::from).collect(),
            earlier: round.earlier.iter().map(EarlierRoundBody::from).collect(),
            statements: round.statements.iter().map(StatementBody::from).collect(),
            decisions: texts(&round.decisions),
            cooperation: texts(&round.cooperation),
            output: (&round.output).into(),
            next: round.next.as_ref().map(NextRoundBody::from),
            source: round.source.as_ref().map(SourceBody::from),
        }
    }
}

impl TryFrom<RoundBody> for Round {
    type Error = Vec<Fault>;
    fn try_from(body: RoundBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let kind = read.one("kind", &body.kind);
        let start = read.one("start", &body.start);
        let end = read.one("end", &body.end);
        let states = read.parts("states", &body.states, RoundStateBody::read);
        let organisers = read.parts("organisers", &body.organisers, OrganiserBody::read);
        let themes = read.parts("themes", &body.themes, ThemeBody::read);
        let earlier = read.parts("earlier", &body.earlier, EarlierRoundBody::read);
        let statements = read.parts("statements", &body.statements, StatementBody::read);
        let next = match &body.next {
            None => Some(None),
            Some(next) => next.read("next", &mut read).map(Some),
        };
        let title = read.texts("title", &body.title);
        let template = read.option("template", &body.template).map(Id::new);
        let purpose = read.texts("purpose", &body.purpose);
        let framework = read.texts("framework", &body.framework);
        let host = read.texts("host", &body.host);
        let host_state = read.option("host_state", &body.host_state);
        let place = read.texts("place", &body.place);
        let languages = read.all("languages", &body.languages);
        let decisions = read.all_texts("decisions", &body.decisions);
        let cooperation = read.all_texts("cooperation", &body.cooperation);
        let output = read.texts("output", &body.output);
        let source = body.source.as_ref().map(|source| source.read("source", &mut read));
        read.finish(|| {
            Some(Self {
                key: body.key,
                title,
                kind: kind?,
                training: body.training,
                template,
                purpose,
                framework,
                host,
                host_state,
                place,
                start: start?,
                end: end?,
                languages,
                states: states?,
                organisers: organisers?,
                themes: themes?,
                earlier: earlier?,
                statements: statements?,
                decisions,
                cooperation,
                output,
                next: next?,
                source,
            })
        })
    }
}

impl From<&RoundState> for RoundStateBody {
    fn from(state: &RoundState) -> Self {
        Self { code: state.code.clone().into(), roles: state.roles.iter().copied().map(Written::from).collect() }
    }
}

impl From<&Organiser> for OrganiserBody {
    fn from(organiser: &Organiser) -> Self {
        Self { name: (&organiser.name).into(), short: organiser.short.clone(), role: organiser.role.into() }
    }
}

impl From<&Theme> for ThemeBody {
    fn from(theme: &Theme) -> Self {
        Self {
            key: theme.key.clone(),
            title: (&theme.title).into(),
            operative_paragraphs: theme.operative_paragraphs.clone(),
            rows: theme.rows.iter().cloned().map(Written::from).collect(),
            priority: theme.priority,
        }
    }
}

impl From<&EarlierRound> for EarlierRoundBody {
    fn from(earlier: &EarlierRound) -> Self {
        Self {
            key: earlier.key.clone(),
            title: (&earlier.title).into(),
            place: (&earlier.place).into(),
            when: earlier.when.into(),
        }
    }
}

impl From<&Statement> for StatementBody {
    fn from(statement: &Statement) -> Self {
        Self { part: statement.part.into(), text: (&statement.text).into() }
    }
}

impl From<&NextRound> for NextRoundBody {
    fn from(next: &NextRound) -> Self {
        Self {
            when: next.when.into(),
            host_state: next.host_state.clone().map(Written::from),
            place: (&next.place).into(),
            text: (&next.text).into(),
            invited: (&next.invited).into(),
        }
    }
}

impl RoundStateBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<RoundState> {
        let code = read.one(&format!("{field}.code"), &self.code);
        let roles = read.all(&format!("{field}.roles"), &self.roles);
        Some(RoundState { code: code?, roles })
    }
}

impl OrganiserBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<Organiser> {
        let name = read.texts(&format!("{field}.name"), &self.name);
        let role = read.one(&format!("{field}.role"), &self.role);
        Some(Organiser { name, short: self.short.clone(), role: role? })
    }
}

impl ThemeBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<Theme> {
        Some(Theme {
            key: self.key.clone(),
            title: read.texts(&format!("{field}.title"), &self.title),
            operative_paragraphs: self.operative_paragraphs.clone(),
            rows: read.all(&format!("{field}.rows"), &self.rows),
            priority: self.priority,
        })
    }
}

impl EarlierRoundBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<EarlierRound> {
        let title = read.texts(&format!("{field}.title"), &self.title);
        let place = read.texts(&format!("{field}.place"), &self.place);
        let when = read.one(&format!("{field}.when"), &self.when);
        Some(EarlierRound { key: self.key.clone(), title, place, when: when? })
    }
}

impl StatementBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<Statement> {
        let part = read.one(&format!("{field}.part"), &self.part);
        let text = read.texts(&format!("{field}.text"), &self.text);
        Some(Statement { part: part?, text })
    }
}

impl NextRoundBody {
    fn read(&self, field: &str, read: &mut Reading) -> Option<NextRound> {
        let when = read.one(&format!("{field}.when"), &self.when);
        let host_state = read.option(&format!("{field}.host_state"), &self.host_state);
        let place = read.texts(&format!("{field}.place"), &self.place);
        let text = read.texts(&format!("{field}.text"), &self.text);
        let invited = read.texts(&format!("{field}.invited"), &self.invited);
        Some(NextRound { when: when?, host_state, place, text, invited })
    }
}
