//! Control lists and determinations through the real program.

use std::fs;

use crate::product::Place;

const LINES: &str = concat!(
    r#"{"path":"9C901","kind":"item","text":"Widgets, as follows:"}"#,
    "\n",
    r#"{"path":"9C901.a","kind":"item","text":"Lathes with a positioning accuracy less than 6 μm;"}"#,
    "\n",
);

fn import(place: &Place, edition: &str, text: &str) -> crate::product::Said {
    let file = place.path().join("list.jsonl");
    fs::write(&file, text).unwrap();
    place.run(&[
        "list",
        "import",
        "list.jsonl",
        "--format",
        "line-json",
        "--list",
        "orlania",
        "--edition",
        edition,
        "--title-en",
        "Orlania's list",
    ])
}

#[test]
fn two_editions_are_imported_and_compared() {
    let place = Place::with_node();
    assert_eq!(import(&place, "2025", LINES).code, 0);
    let later = LINES.replace("6 μm", "4,5 μm");
    assert_eq!(import(&place, "2026", &later).code, 0);
    // An edition is never replaced, and a faulty file leaves nothing behind.
    assert_eq!(import(&place, "2026", &later).code, 1);
    let faulty = import(&place, "2027", &format!("{LINES}{{\n"));
    assert_eq!(faulty.code, 1);
    assert!(faulty.stderr.contains("list.jsonl"), "{}", faulty.stderr);
    let versions = place.json(&["list", "versions"]);
    assert_eq!(versions.as_array().map(Vec::len), Some(3));
    let compared = place.json(&["list", "compare", "orlania@2025", "orlania@2026"]);
    assert_eq!(compared["counts"]["threshold"], 1);
    let threshold = &compared["rows"][1]["thresholds"][0];
    assert_eq!((threshold["old"]["value"].as_str(), threshold["new"]["value"].as_str()), (Some("6"), Some("4.5")));
    for name in ["paper.xlsx", "paper.docx", "paper.pdf"] {
        let said = place.run(&["list", "diff", "orlania@2025", "orlania@2026", "--out", name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::metadata(place.path().join(name)).unwrap().len() > 1_000);
    }
}

#[test]
fn a_determination_is_answered_concluded_reopened_and_printed() {
    let place = Place::with_node();
    let begun = place.json(&["determination", "begin", "1C350.24", "--good", "Drum of acid"]);
    let id = begun["id"].as_str().unwrap().to_owned();
    let first = place.json(&["determination", "show", &id]);
    assert_eq!(first["outcome"], "undetermined");
    let questions = first["questions"].as_array().unwrap();
    // Which chemical it is comes before anything that a person must judge.
    assert_eq!(questions[0]["key"], "cas", "{first}");
    let wrong = place.run(&["determination", "answer", &id, "cas", "7664-39-4"]);
    assert_eq!(wrong.code, 1, "{}", wrong.stdout);
    // Hydrogen fluoride at exactly the printed share of the note is out; above it, the clause is met.
    for (key, value) in [("cas", "7664-39-3"), ("is:is_mixture", "yes")] {
        assert_eq!(place.run(&["determination", "answer", &id, key, value]).code, 0);
    }
    let at = place.json(&["determination", "answer", &id, "share:7664-39-3", "30 %"]);
    assert_eq!(at["outcome"], "not-met");
    let above = place.json(&["determination", "answer", &id, "share:7664-39-3", "30.01 %"]);
    assert_ne!(above["outcome"], "not-met");
    assert_eq!(place.run(&["determination", "conclude", &id, "--conclusion", "Read with the data sheet."]).code, 0);
    assert_eq!(place.run(&["determination", "answer", &id, "cas", "7664-39-3"]).code, 1);
    assert_eq!(place.run(&["determination", "reopen", &id, "--reason", "New data sheet."]).code, 0);
    for format in ["pdf", "docx"] {
        let name = format!("sheet.{format}");
        let said = place.run(&["determination", "print", &id, "--format", format, "--out", &name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::metadata(place.path().join(&name)).unwrap().len() > 1_000);
    }
    assert_eq!(place.run(&["verify"]).code, 0);
}

/// Files that no edition comes of: each is refused with its place, and nothing of it is kept.
#[test]
fn what_cannot_be_read_leaves_nothing_behind() {
    let place = Place::with_node();
    let cases: [(&str, &str, &[u8], &str); 8] = [
        ("table", "list.csv", "Код;Наименование\n2В001;Станки\n2B001;Они же\n".as_bytes(), "list.csv, line 3"),
        ("table", "list.csv", "Код;Наименование\n1..1;Станки\n".as_bytes(), "list.csv, line 2"),
        ("eur-lex", "page.html", b"<html><body><p>9C901 Widgets</p>", "page.html"),
        ("eur-lex", "page.html", b"<html><body><p>9C901 A</p><p>9C901 B</p></body></html>", "page.html"),
        ("us-ccl", "ccl.xml", b"<DIV9><FP-2><B>9C901 Widgets.</B></FP-2>", "ccl.xml"),
        ("document", "list.docx", b"PK\x03\x04 and nothing else", "list.docx"),
        ("tn-ved", "tnved.json", b"[{\"code\": ", "tnved.json"),
        ("correlation", "cn.csv", b"CN code,Dual-use code\n8401,nonsense\n", "cn.csv, line 2"),
    ];
    for (format, name, bytes, expect) in cases {
        fs::write(place.path().join(name), bytes).unwrap();
        let said = place.run(&["list", "import", name, "--format", format, "--list", "bad", "--edition", "1"]);
        assert_eq!(said.code, 1, "{format}: {}", said.stdout);
        assert!(said.stderr.contains(expect), "{format}: {}", said.stderr);
    }
    let versions = place.json(&["list", "versions"]);
    assert_eq!(versions.as_array().map(Vec::len), Some(1), "{versions}");
    assert_eq!(place.run(&["verify"]).code, 0);
}

#[test]
fn a_table_with_semicolons_and_commas_is_read_and_three_lists_stand_side_by_side() {
    let place = Place::with_node();
    assert_eq!(import(&place, "2025", LINES).code, 0);
    let table = "Number;Subject of control\n9C901;Widgets, as follows:\n9C901.a;Lathes with a positioning accuracy less than 4,5 μm, and mills;\n";
    for list in ["karsk", "voland"] {
        fs::write(place.path().join("list.csv"), table).unwrap();
        let said = place.run(&[
            "list",
            "import",
            "list.csv",
            "--format",
            "table",
            "--list",
            list,
            "--edition",
            "2026",
            "--column",
            "code=Number",
            "--column",
            "text=Subject of control",
        ]);
        assert_eq!(said.code, 0, "{}", said.stderr);
    }
    let aligned = place.json(&["list", "compare", "orlania", "karsk", "voland"]);
    assert_eq!(aligned["lists"].as_array().map(Vec::len), Some(3));
    let row = &aligned["rows"][1];
    assert_eq!(row["first"]["path"], "9C901.a");
    for other in 0..2 {
        let threshold = &row["others"][other]["row"]["thresholds"][0];
        assert_eq!(threshold["new"]["value"], "4.5", "{row}");
    }
    for name in ["three.xlsx", "three.docx", "three.pdf"] {
        let said = place.run(&["list", "compare", "orlania", "karsk", "voland", "--out", name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::metadata(place.path().join(name)).unwrap().len() > 1_000);
    }
}

#[test]
fn identification_asks_imported_lists_by_their_words_and_by_a_correlation() {
    let place = Place::with_node();
    // A fictitious list with numbers of its own.
    fs::write(
        place.path().join("list.csv"),
        "Код;Наименование\n1.1;Устройства для охлаждения флюксовых камер;\n1.1.2;Катушки флюксовых камер\n"
            .replace(";\n", "\n"),
    )
    .unwrap();
    let import = |name: &str, format: &str, list: &str, edition: &str| {
        let said = place.run(&[
            "list",
            "import",
            name,
            "--format",
            format,
            "--list",
            list,
            "--edition",
            edition,
            "--language",
            "ru",
        ]);
        assert_eq!(said.code, 0, "{}", said.stderr);
    };
    import("list.csv", "table", "orlania", "2026");
    let of = |arguments: &[&str]| {
        let answer = place.json(&[&["goods", "identify"], arguments].concat());
        answer["candidates"].as_array().unwrap().clone()
    };
    let found = of(&["катушки флюксовых камер, 3 шт."]);
    assert!(
        found.iter().any(|one| one["list"] == "orlania" && one["version"] == "2026" && one["path"] == "1.1.2"),
        "{found:?}"
    );
    // Only the list that is chosen is asked.
    let chosen = of(&["катушки флюксовых камер", "--list", "eu-annex-i"]);
    assert!(chosen.iter().all(|one| one["list"] == "eu-annex-i"), "{chosen:?}");
    assert_eq!(place.run(&["goods", "identify", "x", "--list", "nowhere"]).code, 1);
    // A correlation leads from a code alone; before it, nothing did.
    assert_eq!(of(&["--hs", "9999 12 000 0"]).len(), 0);
    fs::write(place.path().join("cn.csv"), "CN code;Dual-use code\n9999 12;2B350.a, 2B350.g\n").unwrap();
    import("cn.csv", "correlation", "cn", "2026");
    let by_code = of(&["--hs", "9999 12 000 0"]);
    assert_eq!(by_code.iter().map(|one| one["code"].as_str().unwrap()).collect::<Vec<_>>(), ["2B350"]);
    assert_eq!(by_code[0]["channel"], "nomenclature");
    // The words of a heading are a hint where nothing else is known.
    fs::write(
        place.path().join("hs.csv"),
        "hscode,description\n99,Chapter\n9998,Freeze dryers\n999810,\"Freeze dryers, steam sterilisable\"\n",
    )
    .unwrap();
    import("hs.csv", "nomenclature", "hs", "2022");
    let by_words = of(&["--hs", "9998.10"]);
    assert_eq!(by_words[0]["code"], "2B352", "{by_words:?}");
    assert_eq!((by_words[0]["channel"].as_str(), by_words[0]["strong"].as_bool()), (Some("nomenclature"), Some(false)));
}

#[test]
fn goods_are_determined_in_one_step_with_what_was_said_answered() {
    let place = Place::with_node();
    let begun = place.json(&["goods", "determine", "1C350.24", "Drum of acid", "--cas", "7664-39-3"]);
    let shown = place.json(&["determination", "show", begun["id"].as_str().unwrap()]);
    let questions: Vec<&str> =
        shown["questions"].as_array().unwrap().iter().map(|question| question["key"].as_str().unwrap()).collect();
    assert!(!questions.contains(&"cas") && !questions.is_empty(), "{questions:?}");
    let vessel = place.json(&["goods", "determine", "2B350.a", "Vessel", "--parameter", "internal volume=80 L"]);
    let shown = place.json(&["determination", "show", vessel["id"].as_str().unwrap()]);
    // 80 L is below the threshold of the clause, whatever else the vessel is.
    assert_eq!(shown["outcome"], "not-met", "{shown}");
    assert_eq!(place.run(&["goods", "determine", "9Z999", "Vessel"]).code, 1);
    assert_eq!(place.run(&["goods", "determine", "2B350.a"]).code, 1);
}
