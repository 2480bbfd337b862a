use super::*;
use crate::faults_shown;
use crate::test_files::{folder, ids, template};

fn known() -> Known {
    Known { templates: vec![template()], ..Known::default() }
}

fn read_example(name: &str) -> RoundFolder {
    let (value, faults) = read(&folder(&format!("examples/{name}")), &known(), &mut ids());
    assert_eq!(faults_shown(&faults), [""; 0]);
    value.unwrap()
}

#[test]
fn the_public_record_of_dushanbe_is_read() {
    let folder = read_example("dushanbe-2017");
    let [part] = folder.rounds.as_slice() else { panic!("one round") };
    let round = &part.round.noun;
    let codes: Vec<&str> = round.states.iter().map(|state| state.code.as_str()).collect();
    assert_eq!((round.key.as_str(), codes.as_slice()), ("dushanbe-2017", ["BY", "KG", "TJ"].as_slice()));
    assert_eq!((round.start.to_string(), round.end.to_string()), ("2017-08-02".to_owned(), "2017-08-04".to_owned()));
    assert!(!round.training && folder.states.iter().all(|state| !state.fictitious));
    assert_eq!(part.round.level, SharingLevel::Public);
    assert_eq!(part.visits.iter().filter(|(_, account)| account.is_some()).count(), 0, "the source has no account");
    // The source publishes no matrices, plans or recommendations, so none are there.
    assert_eq!((part.matrices.len(), part.plans.len(), part.recommendations.len()), (0, 0, 0));
}

#[test]
fn the_training_round_is_read_to_the_last_line() {
    let files = folder("examples/training-round");
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let count = |name: &str, heading: &str| text(name).lines().filter(|line| line.trim() == heading).count();
    // The comment, the headings, and one line for each row: nothing in these files is quoted over several lines.
    let rows = |name: &str| text(name).lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count() - 1;
    let value = read_example("training-round");
    let [earlier, last] = value.rounds.as_slice() else { panic!("two rounds") };
    assert_eq!(value.accounts.len(), count("accounts.toml", "[[account]]"));
    for (part, path) in [(earlier, "earlier/miren-2024/"), (last, "")] {
        let recommendations = format!("{path}recommendations.toml");
        assert_eq!(part.recommendations.len(), count(&recommendations, "[[recommendation]]"));
        assert_eq!(part.responses.len(), count(&recommendations, "[[recommendation.response]]"));
        assert_eq!(part.progress.len(), count(&recommendations, "[[recommendation.progress]]"));
        assert_eq!(part.findings.len(), count(&format!("{path}findings.toml"), "[[finding]]"));
        assert_eq!(part.programme.len(), rows(&format!("{path}programme.csv")));
        assert_eq!(part.participants.len(), rows(&format!("{path}participants.csv")));
    }
    assert_eq!(last.visits.len(), count("visits.toml", "[[visit]]"));
    assert_eq!((last.matrices.len(), last.plans.len()), (3, 3));
    for plan in &last.plans {
        let state = plan.plan.noun.state.as_str();
        assert_eq!(plan.measures.len(), rows(&format!("plans/{state}.en.csv")), "{state}");
        assert_eq!(plan.progress.len(), rows(&format!("plans/{state}.progress.csv")), "{state}");
        for (_, measure) in &plan.measures {
            assert_eq!(
                (measure.text.iter().count(), measure.lead.iter().count()),
                (2, 2),
                "{state} {}",
                measure.number
            );
        }
    }
    for matrix in &last.matrices {
        let state = matrix.matrix.noun.state.as_str();
        let citations: usize = matrix.answers.iter().map(|answer| answer.citations.len()).sum();
        assert!(matrix.answers.len() > 300 && citations > 100, "{state}: {} {citations}", matrix.answers.len());
    }
}

/// A small folder without faults: a training round, an earlier one, a plan and a matrix.
fn small() -> Files {
    let mut files = Files::new();
    let mut add = |name: &str, text: &str| files.insert(name.to_owned(), text.as_bytes().to_vec());
    add(
        "states.toml",
        "[[state]]\ncode = \"XO\"\nshort = { en = \"Orlania\" }\nfictitious = true\n\
                        [[state]]\ncode = \"XS\"\nshort = { en = \"Selvara\" }\nfictitious = true\n",
    );
    add(
        "round.toml",
        "format = 1\n[round]\nkey = \"karsk-2026\"\ntitle = { en = \"Review\" }\nkind = \"peer-review\"\n\
                       training = true\ntemplate = \"1540-matrix-2017-reconstruction\"\nplace = { en = \"Karsk\" }\n\
                       start = 2026-09-14\nend = 2026-09-16\nsharing = \"committee\"\n\
                       [[round.state]]\ncode = \"XO\"\nroles = [\"reviewed\"]\n\
                       [[round.theme]]\nkey = \"licensing\"\ntitle = { en = \"Licensing\" }\nrows = [\"IV.6\"]\n",
    );
    add(
        "earlier/miren-2024/round.toml",
        "format = 1\n[round]\nkey = \"miren-2024\"\ntitle = { en = \"Talks\" }\n\
                       kind = \"consultations\"\ntraining = true\nplace = { en = \"Miren\" }\nstart = 2024-09-10\n\
                       end = 2024-09-12\n[[round.state]]\ncode = \"XO\"\nroles = [\"reviewed\"]\n",
    );
    add(
        "earlier/miren-2024/recommendations.toml",
        "[[recommendation]]\nnumber = 4\naddressees = [\"all\"]\ntext = { en = \"Adopt\" }\nmeasures = [\"XO:1\"]\n",
    );
    add("plans/XO.toml", "title = { en = \"Plan\" }\nstart = \"2025\"\nend = \"2029\"\nsharing = \"national\"\n");
    add(
        "plans/XO.en.csv",
        "No.,OP / matrix row,Measure,Time frame,Responsible bodies,Status\n\
                            1,OP 3(d); IV.6,Adopt,continuous,MFA,done\n",
    );
    add("plans/XO.progress.csv", "number,date,status,text_en\n1,2026-01-10,done,Adopted\n");
    add("matrices/XO.csv", "section,row,weapon,facet,mark\nIV,6,N,LF,X\n");
    add(
        "visits.toml",
        "[[visit]]\nnumber = 1\ntitle = { en = \"Centre\" }\naccount = { en = \"Seen\" }\n\
                        handling = \"confidential\"\n",
    );
    add(
        "findings.toml",
        "[[finding]]\nnumber = 2\nkind = \"gap\"\ntheme = \"licensing\"\ntext = { en = \"None\" }\n\
                          basis = [\"XO:IV.6\", \"XO:measure 1\", \"visit 1\"]\n",
    );
    add(
        "recommendations.toml",
        "[[recommendation]]\nnumber = 1\naddressees = [\"XO\"]\ntext = { en = \"Adopt\" }\n\
                       findings = [2]\nmeasures = [\"XO:1\"]\ncontinues = [\"miren-2024:4\"]\n\
                       [[recommendation.response]]\nstate = \"XO\"\nposition = \"supported\"\ndate = 2026-09-16\n\
                       [[recommendation.progress]]\nstate = \"XO\"\ndate = 2026-10-20\nstatus = \"done\"\n\
                       text = { en = \"Adopted\" }\n",
    );
    files
}

#[test]
fn everything_is_linked_by_ids() {
    let (value, faults) = read(&small(), &known(), &mut ids());
    assert_eq!(faults_shown(&faults), ["warning plans/XO.en.csv:2 Time frame time-frame-continuous text=continuous",]);
    let value = value.unwrap();
    let [earlier, last] = value.rounds.as_slice() else { panic!("two rounds") };
    let measure = &last.plans[0].measures[0];
    let recommendation = &last.recommendations[0];
    assert_eq!(recommendation.noun.continues, [Id::new(earlier.recommendations[0].id)]);
    assert_eq!(recommendation.noun.measures, [measure.0]);
    assert_eq!(earlier.recommendations[0].noun.measures, [measure.0]);
    assert_eq!(recommendation.noun.findings, [Id::new(last.findings[0].id)]);
    assert_eq!(last.responses[0].noun.recommendation, Id::new(recommendation.id));
    assert_eq!(last.progress[0].noun.about, recommendation.id);
    assert_eq!(last.plans[0].progress[0].noun.about, measure.0.record());
    assert_eq!(measure.1.plan, Id::new(last.plans[0].plan.id));
    assert_eq!(measure.1.time_frame.start.map(|start| start.to_string()).as_deref(), Some("2025"));
    assert_eq!(last.matrices[0].answers[0].matrix, Id::new(last.matrices[0].matrix.id));
    assert_eq!(last.matrices[0].matrix.noun.template, known().templates[0].0);
    let account = last.visits[0].1.as_ref().unwrap();
    assert_eq!(account.noun.visit, Id::new(last.visits[0].0.id));
}

#[test]
fn owners_and_markings_are_those_of_the_format() {
    let (value, _) = read(&small(), &known(), &mut ids());
    let value = value.unwrap();
    let last = &value.rounds[1];
    let xo: Owner = "XO".parse().unwrap();
    assert_eq!((last.round.level, &last.round.owner), (SharingLevel::Committee, &Owner::Secretariat));
    assert_eq!((last.matrices[0].matrix.level, &last.matrices[0].matrix.owner), (SharingLevel::Round, &xo));
    assert_eq!((last.plans[0].plan.level, &last.plans[0].plan.owner), (SharingLevel::National, &xo));
    assert_eq!((last.plans[0].progress[0].level, &last.plans[0].progress[0].owner), (SharingLevel::National, &xo));
    assert_eq!((last.responses[0].level, &last.responses[0].owner), (SharingLevel::Committee, &xo));
    let (visit, account) = &last.visits[0];
    assert_eq!((visit.handling, visit.level), (Handling::Unclassified, SharingLevel::Committee));
    assert_eq!(account.as_ref().unwrap().handling, Handling::Confidential);
    assert_eq!(value.rounds[0].round.level, SharingLevel::Round);
}

/// One change of the small folder, and what it makes wrong.
#[track_caller]
fn check(file: &str, from: &str, to: &str, expect: &[&str]) {
    let mut files = small();
    let text = String::from_utf8(files.remove(file).unwrap_or_default()).unwrap();
    assert!(text.contains(from), "{file} has {from}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    let (value, faults) = read(&files, &known(), &mut ids());
    let faults: Vec<Fault> = faults.into_iter().filter(|fault| fault.code != "time-frame-continuous").collect();
    assert_eq!(faults_shown(&faults), expect);
    assert_eq!(value.is_none(), faults.iter().any(Fault::is_error));
}

#[test]
fn every_reference_is_checked() {
    let round = "round.toml";
    check(
        round,
        "\"XO\"",
        "\"XZ\"",
        &[
            "findings.toml:6 finding.1.basis.1 state-not-in-round state=XO",
            "findings.toml:6 finding.1.basis.2 state-not-in-round state=XO",
            "matrices/XO.csv state-not-in-round state=XO",
            "plans/XO.toml state-not-in-round state=XO",
            "recommendations.toml:3 recommendation.1.addressees.1 state-not-in-round state=XO",
            "round.toml:13 round.state.1.code state-unknown state=XZ",
        ],
    );
    check(round, "\"IV.6\"", "\"IV.66\"", &["round.toml:18 round.theme.1.rows.1 matrix-row-unknown row=IV.66"]);
    check(
        round,
        "training = true",
        "training = false",
        &["round.toml:13 round.state.1.code state-fictitious state=XO"],
    );
    check(round, "2026-09-16", "2026-09-13", &["round.toml:10 round.end ends-before-it-starts"]);
    check(
        round,
        "-reconstruction",
        "",
        &[
            "matrices/XO.csv matrix-without-template",
            "round.toml:7 round.template template-unknown known=1540-matrix-2017-reconstruction template=1540-matrix-2017",
            "warning round.toml:18 round.theme.1.rows rows-without-template",
        ],
    );
    check(
        round,
        "\"committee\"",
        "\"group\"",
        &["round.toml:11 round.sharing word-unknown allowed=national, round, committee, public word=group"],
    );
    check("findings.toml", "visit 1", "visit 2", &["findings.toml:6 finding.1.basis.3 visit-unknown number=2"]);
    check(
        "findings.toml",
        "measure 1",
        "measure 9",
        &["findings.toml:6 finding.1.basis.2 measure-unknown measure=XO:9"],
    );
    check("findings.toml", "XO:IV.6", "XO:IV.99", &["findings.toml:6 finding.1.basis.1 matrix-row-unknown row=IV.99"]);
    check(
        "findings.toml",
        "\"licensing\"",
        "\"licences\"",
        &["findings.toml:4 finding.1.theme theme-unknown theme=licences"],
    );
    let recommendations = "recommendations.toml";
    check(
        recommendations,
        "miren-2024:4",
        "miren-2024:5",
        &["recommendations.toml:7 recommendation.1.continues.1 recommendation-unknown recommendation=miren-2024:5"],
    );
    check(
        recommendations,
        "miren-2024:4",
        "karsk-2026:1",
        &["recommendations.toml:7 recommendation.1.continues.1 recommendation-unknown recommendation=karsk-2026:1"],
    );
    check(
        recommendations,
        "[2]",
        "[3]",
        &["recommendations.toml:5 recommendation.1.findings.1 finding-unknown number=3"],
    );
    check(
        recommendations,
        "XO:1",
        "XO.1",
        &["recommendations.toml:6 recommendation.1.measures.1 measure-unreadable text=XO.1"],
    );
    check(
        recommendations,
        "state = \"XO\"",
        "state = \"XS\"",
        &["recommendations.toml:9 recommendation.1.response.1.state state-not-addressed state=XS"],
    );
    check(
        recommendations,
        "supported",
        "noted",
        &["recommendations.toml:8 recommendation.1.response.1.reasons response-without-reasons"],
    );
    check(
        recommendations,
        "2026-09-16",
        "2026-09-01",
        &[
            "recommendations.toml:11 recommendation.1.response.1.date date-before-round date=2026-09-01 start=2026-09-14",
        ],
    );
    check("plans/XO.progress.csv", "1,2026", "7,2026", &["plans/XO.progress.csv:2 number measure-unknown measure=7"]);
    check("plans/XO.en.csv", "IV.6", "IV.60", &["plans/XO.en.csv:2 rows matrix-row-unknown row=IV.60"]);
    check(
        "visits.toml",
        "number = 1",
        "number = 1\ndate = 2026-09-20",
        &["visits.toml:3 visit.1.date date-outside-round date=2026-09-20"],
    );
    check(
        "earlier/miren-2024/round.toml",
        "miren-2024",
        "karsk-2026",
        &[
            "recommendations.toml:7 recommendation.1.continues.1 recommendation-unknown recommendation=miren-2024:4",
            "round.toml round.key round-key-twice key=karsk-2026",
        ],
    );
}

#[test]
fn the_files_themselves_are_checked() {
    check("particpants.csv", "", "x", &["warning particpants.csv file-unknown nearest=participants.csv"]);
    check("notes.md", "", "x", &[]);
    check("../up.csv", "", "x", &["../up.csv file-path-outside"]);
    check("a\\b.csv", "", "x", &["a\\b.csv file-path-outside"]);
    check("plans/XO.en.xlsx", "", "x", &["plans/XO.en.xlsx file-given-twice other=plans/XO.en.csv"]);
    check("matrices/xo.csv", "", "x", &["matrices/xo.csv state-code-wrong text=xo"]);
    check("plans/XS.en.csv", "", "x", &["plans/XS.en.csv state-not-in-round state=XS", "plans/XS.toml file-missing"]);
    check(
        "earlier/miren-2024/matrices/XO.csv",
        "",
        "section,row\n",
        &["earlier/miren-2024/matrices/XO.csv matrix-without-template"],
    );
    let (value, faults) = read(&Files::new(), &known(), &mut ids());
    assert_eq!((value, faults_shown(&faults)), (None, vec!["round.toml file-missing".to_owned()]));
}

#[test]
fn many_faults_are_cut_errors_first() {
    let unknown = (0..300).map(|n| format!("x{n} = 1\n")).collect::<String>();
    let mut files = small();
    files.insert("visits.toml".to_owned(), unknown.into_bytes());
    let (_, faults) = read(&files, &known(), &mut ids());
    let of_visits: Vec<&Fault> =
        faults.iter().filter(|fault| fault.place.file.as_deref() == Some("visits.toml")).collect();
    assert_eq!(of_visits.len(), limits::MOST_FAULTS + 1);
    assert_eq!(of_visits.last().map(|fault| fault.values["more"].as_str()), Some("1"));
}

#[test]
fn what_the_node_knows_may_be_referred_to() {
    let mut files = small();
    files.retain(|name, _| !name.starts_with("earlier/") && name != "states.toml");
    let id = Id::new(domain::ids::Uuid::from_u128(7));
    let known = Known {
        states: BTreeSet::from(["XO".parse().unwrap()]),
        recommendations: BTreeMap::from([(("miren-2024".to_owned(), 4), id)]),
        ..known()
    };
    let (value, _) = read(&files, &known, &mut ids());
    assert_eq!(value.unwrap().rounds[0].recommendations[0].noun.continues, [id]);
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_damaged_folder_makes_it_panic(
            damage in proptest::collection::vec((any::<usize>(), any::<usize>(), "\\PC{0,3}|[\"\\[\\]=,;\n]"), 1..6)
        ) {
            let mut files = small();
            let names: Vec<String> = files.keys().cloned().collect();
            for (file, at, text) in damage {
                if let Some(bytes) = files.get_mut(&names[file % names.len()]) {
                    let at = at % bytes.len().max(1);
                    bytes.splice(at..(at + 1).min(bytes.len()), text.into_bytes());
                }
            }
            let (value, faults) = read(&files, &known(), &mut ids());
            prop_assert_eq!(value.is_none(), faults.iter().any(Fault::is_error));
        }

        #[test]
        fn no_bytes_make_it_panic(
            files in proptest::collection::btree_map(
                prop::sample::select(vec!["round.toml", "states.toml", "plans/XO.en.csv", "earlier/a/round.toml", "/", ""])
                    .prop_map(str::to_owned),
                proptest::collection::vec(any::<u8>(), 0..60),
                0..6,
            )
        ) {
            let _ = read(&files, &known(), &mut ids());
        }
    }
}
