//! What each role may do. One table, read by every verb as its first line, and printed as the golden file
//! `docs/reference/permissions.txt`: a change of policy is a change of that file.
//!
//! Seeing is decided twice: the permission says whether a role reads this kind of thing at all, the marking of each
//! record whether it reaches this person ([`domain::marking::Audience`]).

use domain::role::Role;

domain::words! {
    /// Something a person may be allowed to do: the noun, then the verb.
    Permission {
        /// Read who has an account.
        SeeAccounts = "account-see",
        /// Make, change, close accounts; set their passwords.
        SaveAccount = "account-save",
        /// Read the States of the node.
        SeeStates = "state-see",
        /// Enter a State.
        SaveState = "state-save",
        /// Read templates.
        SeeTemplates = "template-see",
        /// Add a version of a template.
        AddTemplate = "template-add",
        /// Read matrices that reach the person.
        SeeMatrix = "matrix-see",
        /// Begin a matrix.
        SaveMatrix = "matrix-save",
        /// Answer a cell.
        SaveAnswer = "answer-save",
        /// Take answers from a file.
        ImportMatrix = "matrix-import",
        /// Move a matrix a step.
        AdvanceMatrix = "matrix-advance",
        /// Read action plans that reach the person.
        SeePlan = "plan-see",
        /// Begin a plan or change its head.
        SavePlan = "plan-save",
        /// Make or change a measure.
        SaveMeasure = "measure-save",
        /// Take measures from a file.
        ImportPlan = "plan-import",
        /// Report progress.
        AddProgress = "progress-add",
        /// Read rounds that reach the person, with programme, participants, visits, findings.
        SeeRound = "round-see",
        /// Make or change a round, its programme and its visits.
        SaveRound = "round-save",
        /// Take a whole round from a folder.
        ImportRound = "round-import",
        /// Enter a participant.
        SaveParticipant = "participant-save",
        /// Note a finding.
        SaveFinding = "finding-save",
        /// Make or change a recommendation.
        SaveRecommendation = "recommendation-save",
        /// Respond to a recommendation for the State.
        Respond = "recommendation-respond",
        /// Attach a document.
        AttachDocument = "document-attach",
        /// Read documents that reach the person.
        SeeDocument = "document-see",
        /// Build a report.
        BuildReport = "report-build",
        /// Read reports that reach the person.
        SeeReport = "report-see",
        /// Read control lists, and compare them.
        SeeLists = "list-see",
        /// Import an edition of a control list.
        ImportList = "list-import",
        /// Read determinations that reach the person.
        SeeDeterminations = "determination-see",
        /// Determine whether a good meets a provision.
        SaveDetermination = "determination-save",
        /// Ask which entries of control lists goods may fall under.
        IdentifyGoods = "goods-identify",
        /// Ask what the file of an instrument shows, without keeping it.
        IdentifySpectrum = "spectrum-identify",
        /// Change the marking of a record.
        MarkRecord = "record-mark",
        /// Release a revision, not being its author.
        ReleaseRecord = "record-release",
        /// Read the register.
        SeeRegister = "register-see",
        /// Verify the register.
        Verify = "node-verify",
        /// Make a backup.
        BackUp = "node-back-up",
        /// Read samples that reach the person, with their custody, measurements and results.
        SeeSample = "sample-see",
        /// Enter or change a sample.
        SaveSample = "sample-save",
        /// Record or acknowledge an event of custody.
        RecordCustody = "custody-record",
        /// Approve a step that consumes or alters a sample.
        ApproveLoss = "custody-approve-loss",
        /// Keep a measurement with the file of the instrument.
        Measure = "laboratory-measure",
        /// Record or amend a result.
        Conclude = "laboratory-conclude",
        /// Verify a result, not being its author.
        VerifyResult = "laboratory-verify",
        /// Read the versions of lists of parties that reach the person.
        SeePartyLists = "party-list-see",
        /// Import a version of a list of parties.
        ImportPartyList = "party-list-import",
        /// Ask whether a party may be listed; nothing is kept.
        ScreenParty = "party-screen",
        /// Read kept screenings that reach the person.
        SeeScreenings = "party-screening-see",
        /// Keep a screening, or describe its party anew.
        SaveScreening = "party-screening-save",
        /// Clear or confirm a hit.
        DecideHit = "party-hit-decide",
    }
}

domain::words! {
    /// How the person stands to what is acted upon.
    Relation {
        /// It belongs to the person's State, or to the secretariat the person is of; or it belongs to the node as a whole.
        Own = "own",
        /// It belongs to a round that the person's State takes part in.
        Round = "round",
        /// Anything else.
        Other = "other",
    }
}

use Permission as P;

/// What everyone who may sign in reads, as far as markings let it reach them.
const READS: &[Permission] = &[P::SeeStates, P::SeeTemplates, P::SeeLists];
/// What everyone who works on goods reads and asks.
const READS_GOODS: &[Permission] =
    &[P::SeeStates, P::SeeTemplates, P::SeeLists, P::SeeDeterminations, P::IdentifyGoods, P::IdentifySpectrum];
/// What trainers and trainees read and ask: no record of a State.
const READS_TRAINING: &[Permission] = &[
    P::SeeStates,
    P::SeeTemplates,
    P::SeeLists,
    P::IdentifyGoods,
    P::IdentifySpectrum,
    P::SeePartyLists,
    P::ScreenParty,
];
/// What those read and ask who decide on goods and their parties.
const READS_PARTIES: &[Permission] = &[
    P::SeeStates,
    P::SeeTemplates,
    P::SeeLists,
    P::SeeDeterminations,
    P::IdentifyGoods,
    P::IdentifySpectrum,
    P::SeePartyLists,
    P::ScreenParty,
    P::SeeScreenings,
];
/// What the administrator reads and asks to see that lists are there and in use: no record of a State.
const READS_NODE: &[Permission] = &[P::SeeStates, P::SeeTemplates, P::SeeLists, P::SeePartyLists, P::ScreenParty];
/// What the coordinator reads: the review, and whom the State's officers asked about.
const READS_COORDINATION: &[Permission] = &[
    P::SeeStates,
    P::SeeTemplates,
    P::SeeMatrix,
    P::SeePlan,
    P::SeeRound,
    P::SeeDocument,
    P::SeeReport,
    P::SeeLists,
    P::SeeDeterminations,
    P::IdentifyGoods,
    P::SeePartyLists,
    P::ScreenParty,
    P::SeeScreenings,
];
/// What everyone who works on the review reads.
const READS_REVIEW: &[Permission] = &[
    P::SeeStates,
    P::SeeTemplates,
    P::SeeMatrix,
    P::SeePlan,
    P::SeeRound,
    P::SeeDocument,
    P::SeeReport,
    P::SeeLists,
    P::SeeDeterminations,
    P::IdentifyGoods,
];

/// What is done with samples: read and acted on by the laboratory and the border for their own State, who take no part in
/// the review and see nothing of it.
const LABORATORY: &[Permission] =
    &[P::SeeSample, P::SaveSample, P::RecordCustody, P::ApproveLoss, P::Measure, P::Conclude, P::VerifyResult];

/// Whether with this permission a person of this role reads what the State keeps to itself, without taking part in the
/// review.
#[must_use]
pub fn reads_for_the_laboratory(role: Role, permission: Permission) -> bool {
    matches!(role, Role::Analyst | Role::BorderOfficer) && LABORATORY.contains(&permission)
}

/// Whether this role may do this, standing so to what it is done to.
#[must_use]
pub fn allows(role: Role, permission: Permission, relation: Relation) -> bool {
    let (reads, own, round): (&[P], &[P], &[P]) = match role {
        Role::NationalCoordinator => (
            READS_COORDINATION,
            &[
                P::SaveMatrix,
                P::SaveAnswer,
                P::ImportMatrix,
                P::AdvanceMatrix,
                P::SavePlan,
                P::SaveMeasure,
                P::ImportPlan,
                P::AddProgress,
                P::SaveParticipant,
                P::Respond,
                P::AttachDocument,
                P::ImportList,
                P::SaveDetermination,
                P::MarkRecord,
                P::SeeRegister,
                P::Verify,
                P::SeeSample,
                P::ApproveLoss,
                P::ImportPartyList,
            ],
            &[P::SaveFinding, P::SaveRecommendation, P::SaveParticipant, P::AttachDocument],
        ),
        Role::Contributor => {
            (READS_REVIEW, &[P::SaveAnswer, P::SaveMeasure, P::AddProgress, P::AttachDocument, P::SeeRegister], &[])
        }
        Role::Delegate => (READS_REVIEW, &[P::SeeRegister], &[P::SaveFinding, P::SaveRecommendation]),
        Role::ReleasingOfficer => (READS_REVIEW, &[P::ReleaseRecord, P::SeeRegister, P::Verify], &[]),
        Role::Secretariat => (
            READS_REVIEW,
            &[
                P::SaveState,
                P::AddTemplate,
                P::SaveRound,
                P::ImportRound,
                P::SaveParticipant,
                P::SaveFinding,
                P::SaveRecommendation,
                P::AttachDocument,
                P::BuildReport,
                P::ImportList,
                P::SaveDetermination,
                P::MarkRecord,
                P::ReleaseRecord,
                P::SeeRegister,
                P::Verify,
            ],
            &[],
        ),
        Role::CommitteeExpert => (READS_REVIEW, &[P::Verify], &[]),
        Role::Auditor => (READS, &[P::SeeAccounts, P::SeeRegister, P::Verify], &[]),
        Role::Administrator => (
            READS_NODE,
            &[
                P::SeeAccounts,
                P::SaveAccount,
                P::SaveState,
                P::AddTemplate,
                P::ImportList,
                P::ImportPartyList,
                P::SeeRegister,
                P::Verify,
                P::BackUp,
            ],
            &[],
        ),
        Role::LicensingOfficer => (
            READS_PARTIES,
            &[P::ImportList, P::SaveDetermination, P::ImportPartyList, P::SaveScreening, P::DecideHit],
            &[],
        ),
        Role::BorderOfficer => (
            READS_PARTIES,
            &[P::SaveDetermination, P::SeeSample, P::SaveSample, P::RecordCustody, P::SaveScreening, P::DecideHit],
            &[],
        ),
        Role::Analyst => (
            READS_GOODS,
            &[
                P::SaveDetermination,
                P::SeeSample,
                P::SaveSample,
                P::RecordCustody,
                P::ApproveLoss,
                P::Measure,
                P::Conclude,
                P::VerifyResult,
            ],
            &[],
        ),
        Role::Trainer | Role::Trainee => (READS_TRAINING, &[], &[]),
    };
    reads.contains(&permission)
        || match relation {
            Relation::Own => own.contains(&permission),
            Relation::Round => round.contains(&permission),
            Relation::Other => false,
        }
}

/// The whole table as text, for the golden file: a line per role and permission, with a mark for each relation.
#[must_use]
pub fn table() -> String {
    let mut text = String::from(
        "# Who may do what. Generated from crates/app/src/permission.rs; a change of this file is a change of policy.\n\
         # own: of the person's State (or secretariat, or the node as a whole); round: of a round the State takes part in;\n\
         # other: anything else. Reading also needs the record's marking to reach the person.\n\n",
    );
    let width = P::ALL.iter().map(|permission| permission.as_str().len()).max().unwrap_or(0);
    for role in Role::ALL {
        text.push_str(&format!("{role}\n"));
        for permission in P::ALL {
            let marks: Vec<&str> = Relation::ALL
                .iter()
                .map(|relation| if allows(*role, *permission, *relation) { "✔" } else { "✘" })
                .collect();
            text.push_str(&format!(
                "  {:width$}  own {}  round {}  other {}\n",
                permission.as_str(),
                marks[0],
                marks[1],
                marks[2]
            ));
        }
        text.push('\n');
    }
    text
}
