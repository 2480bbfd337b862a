//! Quality and speed of screening on the evaluation data, where it is present: pairs of names, distorted names, names of
//! other people, Cyrillic and Latin tokens; then names a second on one core, the build of the index, and memory.
//!
//! `cargo bench -p parties --bench screening`. Sets are split by cluster: rules were made looking at the first half.
#![allow(missing_docs, reason = "a benchmark")]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads files and clocks, prints, and stops where its data is not what it should be"
)]

use std::time::Instant;

use parties::read::{File, read_file, read_folder};
use parties::{Party, PartyKind, PartyList, Screen, Worker, compare};

fn main() {
    let Some(folder) = testkit::evaluation_data("parties") else { return };
    let table = |name: &str| -> Vec<csv::StringRecord> {
        csv::Reader::from_path(folder.join(name)).unwrap().records().map(Result::unwrap).collect()
    };
    pairs(&table("name_pairs.csv"));
    tokens(&table("cyrillic_latin_tokens.csv"));
    let un = ["UN_consolidated.xml"];
    let both = ["UN_consolidated.xml", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"];
    for files in [&un[..], &both[..]] {
        let start = processor_seconds();
        let lists = lists(&folder.join("sources"), files);
        let entries: usize = lists.iter().map(|list| list.entries.len()).sum();
        let names: usize = lists.iter().map(PartyList::names).sum();
        let read = processor_seconds() - start;
        println!("\n{}: {entries} entries, {names} names, read in {read:.3} s", files.join(" "));
        let start = processor_seconds();
        let screen = Screen::new(lists);
        println!("index built in {:.3} s", processor_seconds() - start);
        let (clean, treated, others) =
            (table("un_names_clean.csv"), table("un_names_treated.csv"), table("other_names.csv"));
        recall(&screen, &clean, &treated);
        alerts_and_speed(&screen, &others);
        single_checks(&screen, &others);
    }
    memory("with both lists");
    large_index();
    memory("with 20,000 entries more");
}

/// The index of 20,000 entries with three names each, made of syllables: nobody is called so.
fn large_index() {
    const SYLLABLES: [&str; 24] = [
        "bre", "lund", "ta", "vit", "os", "ka", "ri", "han", "ne", "lar", "sdal", "mi", "ren", "qui", "llon", "dor",
        "vek", "ash", "tor", "elm", "ju", "pol", "zan", "thi",
    ];
    let mut state = 1_u64;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let mut word = || (0..2 + next(2)).map(|_| SYLLABLES[next(24)]).collect::<String>();
    let mut text = String::from("Name;Aliases\n");
    for _ in 0..20_000 {
        let mut name = || format!("{} {} {}", word(), word(), word());
        text += &format!("{};\"{}; {}\"\n", name(), name(), name());
    }
    let start = processor_seconds();
    let mapping = b"name = \"made\"\nkind = \"person\"\n[columns]\nname = \"Name\"\naliases = \"Aliases\"\n";
    let (list, _) =
        read_file(File { name: "made.csv", bytes: text.as_bytes() }, Some(File { name: "made.toml", bytes: mapping }));
    let list = list.unwrap();
    let (entries, names, read) = (list.entries.len(), list.names(), processor_seconds() - start);
    let start = processor_seconds();
    let screen = Screen::new(vec![list]);
    let built = processor_seconds() - start;
    println!("\n{entries} entries, {names} names made up: read in {read:.3} s, index built in {built:.3} s");
    drop(screen);
}

/// Single checks, each by a worker that has seen nothing. The kernel's account of the processor is too coarse for one check, so
/// this is time elapsed, the least of three, which leaves out when another program had the core.
fn single_checks(screen: &Screen, others: &[csv::StringRecord]) {
    let once = |party: &Party| {
        let start = Instant::now();
        let _ = screen.check(party);
        start.elapsed().as_secs_f64() * 1e6
    };
    let parties = others.iter().take(5_000).map(|row| Party::named(&row[0], PartyKind::Unknown));
    let mut taken: Vec<f64> = parties.map(|party| (0..3).map(|_| once(&party)).fold(f64::MAX, f64::min)).collect();
    taken.sort_by(f64::total_cmp);
    let at = |share: f64| taken[((taken.len() - 1) as f64 * share) as usize];
    println!(
        "single checks, kind not told, nothing remembered: median {:.0} µs, 99 of 100 within {:.0} µs, slowest {:.0} µs",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn lists(folder: &std::path::Path, names: &[&str]) -> Vec<PartyList> {
    let bytes: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let files: Vec<File<'_>> = names.iter().zip(&bytes).map(|(name, bytes)| File { name, bytes }).collect();
    read_folder(&files).0
}

/// FNV-1a of the name that the pairs of one cluster share.
fn half_of(text: &str) -> usize {
    let hash = text
        .to_lowercase()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    ((hash ^ (hash >> 31)) % 2) as usize
}

fn pairs(rows: &[csv::StringRecord]) {
    let mut counts = [[0_u32; 4]; 2];
    let start = processor_seconds();
    for row in rows {
        let kind = match &row[1] {
            "Person" => PartyKind::Person,
            "Vessel" => PartyKind::Vessel,
            _ => PartyKind::Organisation,
        };
        let (found, truth) = (compare(&row[2], &row[3], kind).is_match(), &row[4] == "true");
        let count = &mut counts[half_of(&row[3])];
        match (found, truth) {
            (true, true) => count[0] += 1,
            (true, false) => count[1] += 1,
            (false, true) => count[2] += 1,
            (false, false) => {}
        }
        count[3] += u32::from(found != truth && &row[5] == "STRONG");
    }
    let each = (processor_seconds() - start) * 1e6 / rows.len() as f64;
    for (half, [right, false_found, missed, strong]) in counts.iter().enumerate() {
        let f1 = 2.0 * f64::from(*right) / f64::from(2 * right + false_found + missed);
        println!(
            "pairs, half {half}: F1 {f1:.3}, {right} found, {false_found} false, {missed} missed, {strong} STRONG wrong"
        );
    }
    println!("a pair takes {each:.1} µs");
}

fn tokens(rows: &[csv::StringRecord]) {
    for half in 0..2 {
        let rows: Vec<&csv::StringRecord> = rows.iter().filter(|row| half_of(&row[0]) == half).collect();
        let same = |one: &str, other: &str| compare(one, other, PartyKind::Person).is_match();
        let found = rows.iter().filter(|row| same(&row[1], &row[2])).count();
        let others = (0..rows.len()).flat_map(|i| [37, 911].map(|step| (i, (i + step) % rows.len())));
        let chance = others.clone().filter(|(i, j)| same(&rows[*i][1], &rows[*j][2])).count();
        println!(
            "tokens, half {half}: {:.4} of {} true pairs, {:.5} of {} random pairs",
            found as f64 / rows.len() as f64,
            rows.len(),
            chance as f64 / others.clone().count() as f64,
            others.count()
        );
    }
}

fn recall(screen: &Screen, clean: &[csv::StringRecord], treated: &[csv::StringRecord]) {
    let mut worker = Worker::default();
    let (mut listed, mut found, mut right) = (0, 0, 0);
    for (clean, treated) in clean.iter().zip(treated) {
        let mut check = |name: &str| screen.check_with(&Party::named(name, PartyKind::Person), &mut worker).hits;
        let meant: Vec<String> =
            check(&clean[0]).into_iter().filter(|hit| hit.score > 0.97).map(|hit| hit.entry).collect();
        let hits = check(&treated[0]);
        listed += usize::from(!meant.is_empty());
        found += usize::from(!hits.is_empty());
        right += usize::from(hits.iter().any(|hit| meant.contains(&hit.entry)));
    }
    println!("distorted names: {} of which {listed} are listed; {found} hit, {right} the entry meant", treated.len());
}

fn alerts_and_speed(screen: &Screen, others: &[csv::StringRecord]) {
    let parties: Vec<Party> = others.iter().map(|row| Party::named(&row[0], PartyKind::Person)).collect();
    let mut worker = Worker::default();
    for half in 0..2 {
        let own: Vec<&Party> = parties.iter().filter(|party| half_of(&party.name) == half).collect();
        let alerts = own.iter().filter(|party| !screen.check_with(party, &mut worker).hits.is_empty()).count();
        let rate = alerts as f64 / own.len() as f64;
        println!("other people, half {half}: {alerts} of {} hit, {rate:.5}", own.len());
    }
    let mut worker = Worker::default();
    for round in ["first sight", "again"] {
        let start = processor_seconds();
        let hits: usize = parties.iter().map(|party| screen.check_with(party, &mut worker).hits.len()).sum();
        let rate = parties.len() as f64 / (processor_seconds() - start);
        println!("{round}: {rate:.0} names a second of processor; {hits} hits");
    }
}

/// Seconds of processor this thread has used, as the kernel counts them in billionths.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split_whitespace().next().and_then(|used| used.parse::<f64>().ok()).unwrap() / 1e9
}

fn memory(when: &str) {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = text.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown");
    println!("\npeak memory {when}: {}", peak.trim_start_matches("VmHWM:").trim());
}
