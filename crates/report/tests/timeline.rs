//! The timeline of a plan.

mod sample;

use domain::language::Language;
use jiff::civil::date;
use locale::Catalogue;
use report::timeline_svg;

fn svg(language: Language) -> String {
    let plan = sample::record().plans.remove(0);
    timeline_svg("Plan <b> & \"more\"", &plan.measures, date(2026, 10, 20), Catalogue::embedded().translator(language))
}

#[test]
fn a_timeline_stands_on_its_own() {
    let svg = svg(Language::EN);
    for forbidden in ["<style", "<script", " style=\"", "href", "url(", "<b>", "onload", "id=\""] {
        assert!(!svg.contains(forbidden), "{forbidden}");
    }
    assert!(svg.contains("<title>Timeline: Plan &lt;b&gt; &amp; &quot;more&quot;</title>"));
}

#[track_caller]
fn check(language: Language, expect: &str, times: usize) {
    assert_eq!(svg(language).matches(expect).count(), times, "{expect}");
}

#[test]
fn a_timeline_says_in_words_what_it_draws() {
    check(Language::EN, ">under way<", 4);
    check(Language::EN, ">not started<", 3);
    check(Language::EN, ">done<", 1);
    check(Language::EN, ">delayed<", 1);
    check(Language::EN, ">past its time frame<", 2);
    check(Language::EN, ">20 October 2026<", 1);
    check(Language::RU, ">срок истёк<", 2);
    check(Language::RU, ">задерживается<", 1);
}

#[test]
fn open_ends_are_broken_lines_and_quarters_and_years_are_hatched() {
    check(Language::EN, "stroke-dasharray", 3);
    // Six of the nine measures begin or end within a quarter or a year; the others have days and months.
    check(Language::EN, "stroke-width=\"0.7\" fill=\"none\"", 6);
}

#[test]
fn a_plan_without_measures_and_a_slip_of_the_date_still_draw() {
    let translator = Catalogue::embedded().translator(Language::EN);
    assert!(timeline_svg("Empty", &[], date(2026, 1, 1), translator).ends_with("</svg>"));
    let mut plan = sample::record().plans.remove(0);
    plan.measures[0].1.time_frame.end = Some("9999".parse().expect("a year"));
    assert!(timeline_svg("Slip", &plan.measures, date(2026, 1, 1), translator).len() < 60_000);
}
