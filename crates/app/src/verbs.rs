//! Every verb of the program with its three faces: the command line, the interface for machines, the pages. A verb is on
//! all of them, or says why not. The reference `docs/reference/verbs.md` is made from this list, the OpenAPI document
//! takes the permissions from it, and tests hold it against the operations.

use crate::permission::Permission;

/// A verb and where it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbInfo {
    /// The noun.
    pub noun: &'static str,
    /// What is done to it.
    pub verb: &'static str,
    /// What one must be permitted. `None` when anybody may, or it depends on the record.
    pub permission: Option<Permission>,
    /// The command, or why there is none.
    pub command: Result<&'static str, &'static str>,
    /// Method and path of the operation, or why there is none.
    pub operation: Result<&'static str, &'static str>,
    /// Path of the page, or why there is none.
    pub page: Result<&'static str, &'static str>,
}

/// Why a verb that acts on the node's folder is on the command line only.
const ON_THE_FOLDER: &str = "acts on the node's folder, which only its operator holds";
/// Why sessions are not on the command line.
const HOLDS_THE_FOLDER: &str = "whoever holds the node's folder needs no session";
/// Why screening files is on the command line only.
const ON_FILES: &str = "reads files that the person names, and asks no node";
/// Why a machine sends a file again instead of keeping it.
const SENDS_AGAIN: &str = "the file is sent again with the import";

const fn on(
    (noun, verb): (&'static str, &'static str),
    permission: Permission,
    command: &'static str,
    operation: &'static str,
    page: &'static str,
) -> VerbInfo {
    VerbInfo {
        noun,
        verb,
        permission: Some(permission),
        command: Ok(command),
        operation: Ok(operation),
        page: Ok(page),
    }
}

const fn on_the_folder(verb: &'static str, command: &'static str, permission: Option<Permission>) -> VerbInfo {
    VerbInfo {
        noun: "node",
        verb,
        permission,
        command: Ok(command),
        operation: Err(ON_THE_FOLDER),
        page: Err(ON_THE_FOLDER),
    }
}

use Permission as P;

/// Every verb, by noun.
#[rustfmt::skip]
pub const VERBS: &[VerbInfo] = &[
    on_the_folder("initialise", "tripoint init", None),
    on_the_folder("make a demonstration", "tripoint demo", None),
    on_the_folder("serve", "tripoint serve", None),
    on_the_folder("back up", "tripoint backup", Some(P::BackUp)),
    on_the_folder("restore", "tripoint restore", None),
    on(("node", "verify"), P::Verify, "tripoint verify", "POST /register/verify", "/register/verify"),
    VerbInfo { noun: "node", verb: "describe the interface", permission: None,
        command: Err("the document is served by the node and kept as openapi/tripoint.json"),
        operation: Ok("GET /openapi.json"), page: Err("it is for machines") },

    VerbInfo { noun: "session", verb: "create", permission: None,
        command: Err(HOLDS_THE_FOLDER), operation: Ok("POST /session"), page: Ok("/sign-in") },
    VerbInfo { noun: "session", verb: "show", permission: None,
        command: Err(HOLDS_THE_FOLDER), operation: Ok("GET /session"), page: Ok("/") },
    VerbInfo { noun: "session", verb: "end", permission: None,
        command: Err(HOLDS_THE_FOLDER), operation: Ok("DELETE /session"), page: Ok("/sign-out") },
    on(("home", "show"), P::SeeStates, "tripoint account waiting", "GET /home", "/"),

    VerbInfo { noun: "party", verb: "screen the names of a file", permission: None,
        command: Ok("tripoint party screen"), operation: Err(ON_FILES), page: Err(ON_FILES) },
    VerbInfo { noun: "party", verb: "compare pairs of names", permission: None,
        command: Ok("tripoint party compare"), operation: Err(ON_FILES), page: Err(ON_FILES) },
    VerbInfo { noun: "party", verb: "show the lists of a folder", permission: None,
        command: Ok("tripoint party lists"), operation: Err(ON_FILES), page: Err(ON_FILES) },
    on(("party", "screen"), P::ScreenParty, "tripoint party check", "POST /parties/screen", "/parties"),
    VerbInfo { noun: "party", verb: "screen table", permission: Some(P::SaveScreening),
        command: Ok("tripoint party table"), operation: Err("a machine sends the parties"),
        page: Ok("/parties/table") },
    on(("party list", "list versions"), P::SeePartyLists, "tripoint party versions", "GET /party-lists",
        "/party-lists"),
    on(("party list", "show"), P::SeePartyLists, "tripoint party show", "GET /party-lists/{id}", "/party-lists/{id}"),
    on(("party list", "compare"), P::SeePartyLists, "tripoint party diff", "GET /party-lists/{id}/changes",
        "/party-lists/{id}/changes"),
    on(("party list", "preview import"), P::ImportPartyList, "tripoint party import --dry-run",
        "POST /party-lists/preview", "/party-lists/import/preview"),
    on(("party list", "import"), P::ImportPartyList, "tripoint party import", "POST /party-lists",
        "/party-lists/import"),
    VerbInfo { noun: "party list", verb: "open file", permission: Some(P::SeePartyLists),
        command: Err("whoever holds the node's folder has the files it was imported from"),
        operation: Err("a machine keeps what it sent; the SHA-256 says whether it is the same"),
        page: Ok("/party-lists/{id}/files/{sha256}") },
    on(("party screening", "list"), P::SeeScreenings, "tripoint party list", "GET /party-screenings",
        "/parties/screenings"),
    on(("party screening", "keep"), P::SaveScreening, "tripoint party check --keep", "POST /party-screenings",
        "/parties"),
    on(("party screening", "show"), P::SeeScreenings, "tripoint party show", "GET /party-screenings/{id}",
        "/parties/screenings/{id}"),
    on(("party screening", "describe anew"), P::SaveScreening, "tripoint party change", "PUT /party-screenings/{id}",
        "/parties/screenings/{id}/edit"),
    on(("party screening", "decide"), P::DecideHit, "tripoint party decide",
        "POST /party-screenings/{id}/decisions", "/parties/screenings/{id}/decide"),
    on(("party screening", "export"), P::SeeScreenings, "tripoint party list --out", "GET /party-screenings/export",
        "/parties/screenings/export"),

    on(("account", "list"), P::SeeAccounts, "tripoint account list", "GET /accounts", "/accounts"),
    on(("account", "make"), P::SaveAccount, "tripoint account save", "POST /accounts", "/accounts/new"),
    on(("account", "change"), P::SaveAccount, "tripoint account save", "PUT /accounts/{id}", "/accounts/{id}"),
    VerbInfo { noun: "account", verb: "set password", permission: None,
        command: Ok("tripoint account password"), operation: Ok("POST /accounts/{id}/password"),
        page: Ok("/accounts/{id}/password") },

    on(("state", "list"), P::SeeStates, "tripoint state list", "GET /states", "/states"),
    on(("state", "enter"), P::SaveState, "tripoint state save", "POST /states", "/states/new"),
    on(("state", "change"), P::SaveState, "tripoint state save", "PUT /states/{id}", "/states/{id}"),

    on(("template", "list"), P::SeeTemplates, "tripoint template list", "GET /templates", "/templates"),
    on(("template", "show"), P::SeeTemplates, "tripoint template show", "GET /templates/{id}", "/templates/{id}"),
    VerbInfo { noun: "template", verb: "add", permission: Some(P::AddTemplate),
        command: Ok("tripoint template add"), operation: Ok("POST /templates"),
        page: Err("a template is a folder of files, made and checked before it is added") },

    on(("matrix", "list"), P::SeeMatrix, "tripoint matrix list", "GET /matrices", "/matrices"),
    on(("matrix", "begin"), P::SaveMatrix, "tripoint matrix begin", "POST /matrices", "/matrices/new"),
    on(("matrix", "show"), P::SeeMatrix, "tripoint matrix show", "GET /matrices/{id}", "/matrices/{id}"),
    on(("matrix", "answer cell"), P::SaveAnswer, "tripoint matrix answer", "PUT /matrices/{id}/cells/{cell}",
        "/matrices/{id}/cells/{cell}/edit"),
    on(("matrix", "show history of cell"), P::SeeMatrix, "tripoint matrix history",
        "GET /matrices/{id}/cells/{cell}/history", "/matrices/{id}/cells/{cell}"),
    on(("matrix", "preview import"), P::ImportMatrix, "tripoint matrix import --check",
        "POST /matrices/{id}/import/preview", "/matrices/{id}/import/preview"),
    on(("matrix", "import"), P::ImportMatrix, "tripoint matrix import", "POST /matrices/{id}/import",
        "/matrices/{id}/import"),
    on(("matrix", "export"), P::SeeMatrix, "tripoint matrix export", "GET /matrices/{id}/export",
        "/matrices/{id}/export"),
    on(("matrix", "advance"), P::AdvanceMatrix, "tripoint matrix advance", "POST /matrices/{id}/status",
        "/matrices/{id}/steps"),
    on(("matrix", "compare row"), P::SeeMatrix, "tripoint matrix compare", "GET /templates/{id}/rows/{row}/answers",
        "/compare/{template}/{row}"),

    on(("list", "list editions"), P::SeeLists, "tripoint list versions", "GET /lists", "/lists"),
    on(("list", "show"), P::SeeLists, "tripoint list show", "GET /lists/{list}", "/lists/{list}"),
    on(("list", "show an entry"), P::SeeLists, "tripoint list show", "GET /lists/{list}/{path}", "/lists/{list}/{path}"),
    on(("list", "import"), P::ImportList, "tripoint list import", "POST /lists", "/lists/import"),
    on(("list", "compare"), P::SeeLists, "tripoint list compare", "GET /lists/{list}/compare/{other}", "/lists/compare"),
    on(("determination", "list"), P::SeeDeterminations, "tripoint determination list", "GET /determinations", "/determinations"),
    on(("determination", "begin"), P::SaveDetermination, "tripoint determination begin", "POST /determinations", "/determinations/new"),
    on(("determination", "show"), P::SeeDeterminations, "tripoint determination show", "GET /determinations/{id}", "/determinations/{id}"),
    on(("determination", "answer"), P::SaveDetermination, "tripoint determination answer", "POST /determinations/{id}/answers", "/determinations/{id}"),
    on(("determination", "conclude"), P::SaveDetermination, "tripoint determination conclude", "POST /determinations/{id}/conclusion", "/determinations/{id}"),
    on(("determination", "reopen"), P::SaveDetermination, "tripoint determination reopen", "DELETE /determinations/{id}/conclusion", "/determinations/{id}"),
    on(("determination", "print"), P::SeeDeterminations, "tripoint determination print", "GET /determinations/{id}/sheet", "/determinations/{id}/sheet"),
    on(("goods", "identify"), P::IdentifyGoods, "tripoint goods identify", "POST /goods/identify", "/goods"),
    on(("goods", "determine"), P::SaveDetermination, "tripoint goods determine", "POST /goods/determine", "/goods"),
    VerbInfo { noun: "goods", verb: "identify table", permission: Some(P::IdentifyGoods),
        command: Err("the command takes items as lines of JSON"),
        operation: Err("a machine sends the items, and lays out the answers as it likes"), page: Ok("/goods/table") },
    VerbInfo { noun: "goods", verb: "score identification", permission: Some(P::IdentifyGoods),
        command: Ok("tripoint goods eval"), operation: Err("whoever has cases sends the items and counts the answers"),
        page: Err("cases are a file, and their counts a table for its maker") },

    on(("plan", "list"), P::SeePlan, "tripoint plan list", "GET /plans", "/plans"),
    on(("plan", "begin"), P::SavePlan, "tripoint plan save", "POST /plans", "/plans/new"),
    on(("plan", "show"), P::SeePlan, "tripoint plan show", "GET /plans/{id}", "/plans/{id}"),
    on(("plan", "change"), P::SavePlan, "tripoint plan save", "PUT /plans/{id}", "/plans/{id}/edit"),
    on(("plan", "preview import"), P::ImportPlan, "tripoint plan import --check", "POST /plans/{id}/import/preview",
        "/plans/{id}/import/preview"),
    on(("plan", "import"), P::ImportPlan, "tripoint plan import", "POST /plans/{id}/import",
        "/plans/{id}/import/accept"),
    VerbInfo { noun: "plan", verb: "keep a file between preview and import", permission: Some(P::ImportPlan),
        command: Err("the file stays where it is"), operation: Err(SENDS_AGAIN), page: Ok("/plans/{id}/import") },
    on(("plan", "export"), P::SeePlan, "tripoint plan export", "GET /plans/{id}/export", "/plans/{id}/export"),
    on(("plan", "draw timeline"), P::SeePlan, "tripoint plan timeline", "GET /plans/{id}/timeline", "/plans/{id}"),

    on(("measure", "list overdue"), P::SeePlan, "tripoint plan overdue", "GET /measures/overdue", "/plans/overdue"),
    on(("measure", "make"), P::SaveMeasure, "tripoint measure save", "POST /measures", "/plans/{id}/measures/new"),
    on(("measure", "show"), P::SeePlan, "tripoint measure show", "GET /measures/{id}", "/measures/{id}"),
    on(("measure", "change"), P::SaveMeasure, "tripoint measure save", "PUT /measures/{id}", "/measures/{id}/edit"),
    on(("progress", "add"), P::AddProgress, "tripoint progress add", "POST /progress", "/measures/{id}/progress"),

    on(("sample", "list"), P::SeeSample, "tripoint sample list", "GET /samples", "/samples"),
    on(("sample", "enter"), P::SaveSample, "tripoint sample save", "POST /samples", "/samples/new"),
    on(("sample", "show"), P::SeeSample, "tripoint sample show", "GET /samples/{id}", "/samples/{id}"),
    on(("sample", "change"), P::SaveSample, "tripoint sample save", "PUT /samples/{id}", "/samples/{id}/edit"),
    on(("sample", "hand over"), P::RecordCustody, "tripoint sample hand-over", "POST /custody-events",
        "/samples/{id}/custody/new"),
    on(("sample", "acknowledge"), P::RecordCustody, "tripoint sample acknowledge",
        "POST /custody-events/{id}/acknowledgement", "/samples/{sample}/custody/{id}/acknowledge"),
    on(("sample", "approve loss"), P::ApproveLoss, "tripoint sample approve-loss", "POST /custody-approvals",
        "/samples/{id}/loss/new"),
    on(("sample", "measure"), P::Measure, "tripoint sample measure", "POST /laboratory-measurements",
        "/samples/{id}/measurements/new"),
    VerbInfo { noun: "sample", verb: "keep spectrum", permission: Some(P::Measure),
        command: Err("the file is kept as it is given, with `sample measure`"),
        operation: Err("a machine sends the file with the measurement"), page: Ok("/spectra/{id}/keep") },
    on(("sample", "look at spectrum"), P::SeeSample, "tripoint sample analysis",
        "GET /laboratory-measurements/{id}/analysis", "/samples/{sample}/measurements/{measurement}"),
    on(("sample", "analyse"), P::Conclude, "tripoint sample analyse", "POST /laboratory-measurements/{id}/analysis",
        "/samples/{sample}/measurements/{measurement}/analyse"),
    on(("sample", "analyse again"), P::Conclude, "tripoint sample analyse", "PUT /laboratory-results/{id}/analysis",
        "/samples/{sample}/measurements/{measurement}/analyse"),
    on(("sample", "report measurement"), P::SeeSample, "tripoint sample report",
        "GET /laboratory-measurements/{id}/report", "/samples/{sample}/measurements/{measurement}/report"),
    on(("sample", "conclude"), P::Conclude, "tripoint sample conclude", "POST /laboratory-results",
        "/samples/{id}/measurements/{measurement}/results/new"),
    on(("sample", "amend result"), P::Conclude, "tripoint sample conclude", "PUT /laboratory-results/{id}",
        "/samples/{id}/measurements/{measurement}/results/new"),
    on(("sample", "verify"), P::VerifyResult, "tripoint sample verify", "POST /laboratory-results/{id}/verification",
        "/samples/{sample}/results/{id}/verify"),
    on(("sample", "open file"), P::SeeSample, "tripoint sample file", "GET /samples/{id}/files/{sha256}",
        "/samples/{id}/files/{sha256}"),
    VerbInfo { noun: "sample", verb: "draw curves", permission: Some(P::SeeSample),
        command: Err("a picture is looked at; the file itself is opened"),
        operation: Err("a machine opens the file, which says all that is drawn"),
        page: Ok("/samples/{sample}/measurements/{measurement}") },

    on(("spectrum", "identify"), P::IdentifySpectrum, "tripoint spectrum identify", "POST /spectra/identify",
        "/spectra"),
    on(("spectrum", "read"), P::IdentifySpectrum, "tripoint spectrum read", "POST /spectra/read", "/spectra/{id}"),
    VerbInfo { noun: "spectrum", verb: "convert", permission: Some(P::IdentifySpectrum),
        command: Ok("tripoint spectrum convert"), operation: Ok("POST /spectra/convert"),
        page: Err("another program asks for another format, and asks by itself") },
    on(("spectrum", "report"), P::IdentifySpectrum, "tripoint spectrum report", "POST /spectra/report",
        "/spectra/{id}/report"),
    VerbInfo { noun: "spectrum", verb: "score identification", permission: None,
        command: Ok("tripoint spectrum eval"), operation: Err(ON_FILES), page: Err(ON_FILES) },

    on(("round", "list"), P::SeeRound, "tripoint round list", "GET /rounds", "/rounds"),
    on(("round", "find"), P::SeeRound, "tripoint round show", "GET /rounds/find", "/rounds"),
    on(("round", "make"), P::SaveRound, "tripoint round save", "POST /rounds", "/rounds/new"),
    on(("round", "show"), P::SeeRound, "tripoint round show", "GET /rounds/{id}", "/rounds/{round}"),
    on(("round", "change"), P::SaveRound, "tripoint round save", "PUT /rounds/{id}", "/rounds/{round}/edit"),
    VerbInfo { noun: "round", verb: "import", permission: Some(P::ImportRound),
        command: Ok("tripoint round import"), operation: Ok("POST /rounds/import"),
        page: Err("a browser without scripts cannot send a folder") },
    on(("round", "export list"), P::SeeRound, "tripoint round export", "GET /rounds/{id}/export/{table}",
        "/rounds/{round}/export/{table}"),
    on(("programme item", "make"), P::SaveRound, "tripoint round save-programme-item", "POST /programme-items",
        "/rounds/{round}/programme/new"),
    on(("programme item", "change"), P::SaveRound, "tripoint round save-programme-item", "PUT /programme-items/{id}",
        "/programme/{id}/edit"),
    on(("participant", "enter"), P::SaveParticipant, "tripoint round save-participant", "POST /participants",
        "/rounds/{round}/participants/new"),
    on(("participant", "change"), P::SaveParticipant, "tripoint round save-participant", "PUT /participants/{id}",
        "/participants/{id}/edit"),
    on(("visit", "enter"), P::SaveRound, "tripoint round save-visit", "POST /visits", "/rounds/{round}/visits/new"),
    on(("visit", "change"), P::SaveRound, "tripoint round save-visit", "PUT /visits/{id}", "/visits/{id}/edit"),
    on(("visit account", "write"), P::SaveRound, "tripoint round save-visit-account", "POST /visit-accounts",
        "/visits/{id}/account"),
    on(("visit account", "change"), P::SaveRound, "tripoint round save-visit-account", "PUT /visit-accounts/{id}",
        "/visits/{id}/account"),

    on(("finding", "list"), P::SeeRound, "tripoint finding list", "GET /findings", "/findings"),
    on(("finding", "note"), P::SaveFinding, "tripoint finding save", "POST /findings", "/rounds/{round}/findings/new"),
    on(("finding", "change"), P::SaveFinding, "tripoint finding save", "PUT /findings/{id}", "/findings/{id}/edit"),

    on(("recommendation", "list"), P::SeeRound, "tripoint recommendation list", "GET /recommendations",
        "/recommendations"),
    on(("recommendation", "make"), P::SaveRecommendation, "tripoint recommendation save", "POST /recommendations",
        "/rounds/{round}/recommendations/new"),
    on(("recommendation", "show"), P::SeeRound, "tripoint recommendation show", "GET /recommendations/{id}",
        "/recommendations/{id}"),
    on(("recommendation", "change"), P::SaveRecommendation, "tripoint recommendation save",
        "PUT /recommendations/{id}", "/recommendations/{id}/edit"),
    on(("recommendation", "respond"), P::Respond, "tripoint recommendation respond",
        "PUT /recommendations/{id}/responses/{state}", "/recommendations/{id}/respond"),
    on(("recommendation", "export"), P::SeeRound, "tripoint recommendation export", "GET /recommendations/export",
        "/recommendations/export"),

    on(("document", "list"), P::SeeDocument, "tripoint document list", "GET /documents", "/records/{id}"),
    on(("document", "attach"), P::AttachDocument, "tripoint document attach", "POST /documents",
        "/records/{id}/documents/new"),
    on(("document", "open"), P::SeeDocument, "tripoint document open", "GET /documents/{id}/file", "/documents/{id}"),

    on(("report", "list"), P::SeeReport, "tripoint report list", "GET /reports", "/reports"),
    on(("report", "show"), P::SeeReport, "tripoint report show", "GET /reports/{id}", "/reports/{id}"),
    on(("report", "build"), P::BuildReport, "tripoint report build", "POST /reports", "/reports/build"),
    on(("report", "open file"), P::SeeReport, "tripoint report open", "GET /reports/{id}/files/{name}",
        "/reports/{id}/files/{name}"),

    VerbInfo { noun: "record", verb: "show", permission: None,
        command: Ok("tripoint record show"), operation: Ok("GET /records/{id}"), page: Ok("/records/{id}") },
    VerbInfo { noun: "record", verb: "show history", permission: None,
        command: Ok("tripoint record history"), operation: Ok("GET /records/{id}/history"),
        page: Ok("/records/{id}") },
    on(("record", "mark"), P::MarkRecord, "tripoint record mark", "PUT /records/{id}/marking",
        "/records/{id}/mark"),
    on(("record", "release"), P::ReleaseRecord, "tripoint record release", "POST /records/{id}/releases",
        "/records/{id}/release"),

    on(("register", "list acts"), P::SeeRegister, "tripoint register acts", "GET /register/acts", "/register"),
    VerbInfo { noun: "register", verb: "export", permission: Some(P::SeeRegister),
        command: Err("`tripoint register acts --json` gives the same acts"),
        operation: Ok("GET /register/export"), page: Ok("/register/export") },
    on(("register", "show head"), P::Verify, "tripoint register head", "GET /register/head", "/register"),
    on(("register", "prove"), P::SeeRegister, "tripoint register prove", "GET /register/acts/{sequence}/proof",
        "/register/acts/{sequence}/proof"),
];

/// The verb of an operation, named by method and path.
#[must_use]
pub fn of_operation(operation: &str) -> Option<&'static VerbInfo> {
    VERBS.iter().find(|verb| verb.operation == Ok(operation))
}

/// The whole list as a page of the reference.
#[must_use]
pub fn reference() -> String {
    let mut text = String::from(
        "# Verbs\n\n\
         Everything that can be done, and where. Generated from `crates/app/src/verbs.rs`; `cargo run -p xtask -- gen` \
         writes it anew. Paths of operations stand under `/api/v1`. Who may do what is in [permissions.txt](permissions.txt).\n\n\
         | noun | verb | permission | command line | interface for machines | page |\n\
         |---|---|---|---|---|---|\n",
    );
    let face = |face: Result<&str, &str>| match face {
        Ok(name) => format!("`{name}`"),
        Err(why) => format!("none: {why}"),
    };
    for info in VERBS {
        let permission = info.permission.map_or_else(|| "—".to_owned(), |permission| format!("`{permission}`"));
        text.push_str(&format!(
            "| {} | {} | {permission} | {} | {} | {} |\n",
            info.noun,
            info.verb,
            face(info.command),
            face(info.operation),
            face(info.page)
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_verb_is_named_once_and_every_permission_is_used() {
        let names: BTreeSet<_> = VERBS.iter().map(|info| (info.noun, info.verb)).collect();
        assert_eq!(names.len(), VERBS.len());
        let operations: Vec<_> = VERBS.iter().filter_map(|info| info.operation.ok()).collect();
        assert_eq!(operations.iter().collect::<BTreeSet<_>>().len(), operations.len());
        let used: BTreeSet<_> = VERBS.iter().filter_map(|info| info.permission).collect();
        assert_eq!(used, P::ALL.iter().copied().collect());
    }
}
