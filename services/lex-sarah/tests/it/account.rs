//! The yearly account (H50): figures in which nobody is found, a text that names nobody, both frozen when it is approved.

use chrono::TimeDelta;
use serde_json::json;
use testkit::{Browser, everything_stored};

use crate::{
    frozen::is_kept_and_read,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision},
};

const WORDS: &str = "Vi har lärt oss att följa med hela vägen.";

/// Seven reports in 2026: six at one unit, one at another; one of them decided.
async fn a_year() -> Office {
    let office = Office::open().await;
    for number in 0..6 {
        let case = office.reported(&format!("Grinden, gång {number}.")).await;
        if number == 0 {
            office.decided(&case).await;
        }
    }
    office.reported_by("fritidsledare-stjarnvret", &json!({ "text": "Grinden." })).await;
    office
}

/// After New Year.
fn next_year(office: &Office) {
    office.world.clock.set("2027-01-04T09:00:00+01:00");
}

async fn reads(office: &Office, login: &str) -> Browser {
    let mut browser = office.browser(login).await;
    browser.get("/redovisning/2026").await;
    browser
}

/// Written by an investigator, approved by a decision-maker.
pub async fn approved(office: &Office) {
    next_year(office);
    let mut drafter = reads(office, INVESTIGATOR).await;
    assert_eq!(drafter.submit("/redovisning/2026", &[("words", WORDS)]).await.status, 200);
    let mut decider = reads(office, DECIDER).await;
    let page = decider.submit("/redovisning/2026/faststall", &[]).await;
    assert!(page.text(".notice").contains("Bodil Provsson"), "{}", page.text("main"));
}

/// The figures of a table, row by row.
fn rows(browser: &Browser, caption: &str) -> Vec<String> {
    let html = browser.page.html();
    let table = html
        .split("<caption")
        .skip(1)
        .find(|part| part.split("</caption>").next().unwrap().contains(caption))
        .unwrap();
    let table = table.split("</table>").next().unwrap();
    let cell = |part: &str| part.split_once('>').unwrap().1.split('<').next().unwrap().to_owned();
    table.split("<td").skip(1).map(cell).collect()
}

#[tokio::test]
async fn a_year_is_told_without_a_number_by_which_somebody_is_found() {
    let office = a_year().await;
    let browser = reads(&office, INVESTIGATOR).await;
    assert_eq!(rows(&browser, "Rapporter efter enhet"), ["–", "–", "–", "7"]);
    let grades = rows(&browser, "Rapporter efter bedömning");
    assert_eq!(grades[7], "7", "the whole");
    assert!(grades[..7].iter().all(|figure| figure == "–"), "six less seven would be one");
    assert_eq!(rows(&browser, "Utveckling över åren"), ["7", "–"]);
    assert!(
        browser.page.exact_text("textarea#words").contains("tog nämnden emot 7 rapporter"),
        "a text to begin with"
    );
    assert!(!browser.page.text("main").contains("mittersta"), "of one decision no middle is told");
}

/// Reports that nobody has taken yet.
async fn undecided(office: &Office, many: usize) {
    for number in 0..many {
        office.reported(&format!("Grinden, gång {number}.")).await;
    }
}

#[tokio::test]
async fn what_is_not_lex_sarah_has_a_row_of_its_own() {
    let office = Office::with(json!({ "least_told": 3 })).await;
    undecided(&office, 5).await;
    let mut cases = Vec::new();
    for _ in 0..3 {
        let case = office.reported("Det hände i skolan.").await;
        office.proposed_out_of_scope(&case).await;
        let yes = json!({ "agrees": "yes", "reasons": "Det är skolans sak." });
        let _ = office.does(DECIDER, &case, "find-out-of-scope", &yes).await.expect(200);
        cases.push(case);
    }
    let archived = json!({ "decision": "UTBF 2026-118: lex Sarah bevaras" });
    assert!(office.does("arkivarie", &cases[0], "archive", &archived).await.status.is_success());
    let browser = reads(&office, INVESTIGATOR).await;
    assert!(browser.page.text("main").contains("Inte lex Sarah"));
    let grades = rows(&browser, "Rapporter efter bedömning");
    assert_eq!(grades[6..], ["3", "8"], "those, in the archive too, and the whole");
    assert!(grades[..6].iter().all(|figure| figure == "–"), "nor is what hides that there are none");
}

#[tokio::test]
async fn the_kind_that_an_inquiry_ends_with_is_told_of_the_year() {
    let office = Office::with(json!({ "least_told": 3 })).await;
    undecided(&office, 5).await;
    for _ in 0..3 {
        let case = office.reported("Grinden.").await;
        office.filled(&case).await;
        let mut complete = completion();
        complete["kind"] = json!("abuse");
        let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &complete).await.expect(200);
    }
    let kinds = rows(&reads(&office, INVESTIGATOR).await, "Rapporter efter slag");
    assert_eq!((kinds[0].as_str(), kinds[9].as_str()), ("3", "8"), "the first of them, and the whole");
}

#[tokio::test]
async fn a_year_is_told_beside_the_year_before() {
    let office = a_year().await;
    next_year(&office);
    undecided(&office, 5).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get("/redovisning/2027").await;
    assert_eq!(rows(&browser, "Utveckling över åren"), ["7", "–", "5", "–"]);
}

#[tokio::test]
async fn how_long_a_decision_took_stands_on_the_page_and_in_the_spreadsheet() {
    let office = Office::with(json!({ "least_told": 1 })).await;
    let case = office.reported("Grinden.").await;
    office.completed(&case).await;
    office.world.clock.advance(TimeDelta::days(12));
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
    let mut browser = reads(&office, INVESTIGATOR).await;
    assert!(browser.page.text("main").contains("tog det 12 dagar"), "{}", browser.page.text("main"));
    let table = browser.get("/redovisning/2026/csv").await.text("html");
    assert!(table.contains("\"Dagar från rapport till beslut (median)\";\"12\""), "{table}");
}

#[tokio::test]
async fn the_text_names_nobody() {
    let office = a_year().await;
    let mut browser = reads(&office, INVESTIGATOR).await;
    for telling in ["Filip Provsson rapporterade.", "Det gällde 20090214-2380.", "Ring 070-174 06 05.", " "]
    {
        let page = browser.submit("/redovisning/2026", &[("words", telling)]).await;
        assert_eq!(page.status, 422, "{telling}");
        assert_eq!(page.exact_text("textarea#words").trim(), telling.trim(), "what was written is kept");
    }
    assert_eq!(browser.submit("/redovisning/2026", &[("words", WORDS)]).await.status, 200);
    assert_eq!(browser.page.exact_text("textarea#words").trim_start(), WORDS);
}

#[tokio::test]
async fn an_approved_account_never_changes_as_page_or_spreadsheet() {
    let office = a_year().await;
    approved(&office).await;
    let mut browser = reads(&office, REPORTER).await;
    let before = browser.page.text("main");
    let table = browser.get("/redovisning/2026/csv").await.text("html");
    assert!(table.contains("\"Alla rapporter\";\"7\""), "{table}");

    // Another report of last year's is written down now, and the day goes on.
    office.world.clock.advance(TimeDelta::hours(1));
    let mut manager = office.browser(MANAGER).await;
    manager.get("/skriv-ner").await;
    let told = [
        ("teller_name", "Ahmed Prov"),
        ("teller_title", "vikarie"),
        ("told_on", "2026-12-30"),
        ("told_at", "08.30"),
        ("text", "Hen var ensam."),
        ("read_back", "yes"),
    ];
    assert!(manager.submit("", &told).await.path.starts_with("/nedskrivet/"));
    let mut browser = reads(&office, REPORTER).await;
    assert_eq!(browser.page.text("main"), before);
    assert_eq!(browser.get("/redovisning/2026/csv").await.text("html"), table);
    let stored = everything_stored(&office.service.ground.database).await;
    let hash =
        stored.iter().find(|(column, _)| column == "account.sha256").unwrap().1.split(' ').next().unwrap();
    assert!(before.contains(hash), "the hash stands under it");
    let mut decider = reads(&office, DECIDER).await;
    assert!(!decider.page.has("textarea") && !decider.page.has("form[action='/redovisning/2026/faststall']"));
    let page = decider.get("/redovisning/2027").await;
    assert!(page.has("textarea"), "the next one is a draft");
}

/// The account of 2026 on paper, with its status.
async fn fetches(office: &Office, login: &str) -> (u16, Vec<u8>) {
    let mut browser = office.browser(login).await;
    let page = browser.open("/redovisning/2026/pdf").await;
    (page.status.as_u16(), page.bytes.clone())
}

#[tokio::test]
async fn what_is_approved_is_on_paper_with_its_text_figures_and_hash_the_same_bytes_each_time() {
    let office = a_year().await;
    assert_eq!(fetches(&office, DECIDER).await.0, 404, "a draft is on no paper");
    assert!(!reads(&office, DECIDER).await.page.has("a[href$='/pdf']"));
    approved(&office).await;
    let browser = reads(&office, REPORTER).await;
    assert!(browser.page.has("a[href='/redovisning/2026/pdf']"));
    let (status, paper) = fetches(&office, REPORTER).await;
    assert_eq!(status, 200);
    office.world.clock.advance(TimeDelta::days(1));
    assert!(fetches(&office, MANAGER).await.1 == paper, "whoever fetches it, and whenever");
    assert_eq!(fetches(&office, "vardnadshavare-norrglimt").await.0, 404);

    let this = "what_is_approved_is_on_paper_with_its_text_figures_and_hash_the_same_bytes_each_time";
    is_kept_and_read(this, &paper);
    let Some(said) = testkit::pdf_text(this, &paper) else { return };
    // Where a long word may be broken.
    let said = said.replace('\u{200b}', "");
    let shown = browser.page.text(".notice .hint");
    let hash = shown.rsplit(' ').next().unwrap();
    for words in [WORDS, "Rapporter efter enhet", "–", "Bodil Provsson", "31 december 2026", hash] {
        assert!(said.contains(words), "{words} is not in:\n{said}");
    }
}

#[tokio::test]
async fn a_paper_that_was_changed_in_the_database_is_not_handed_out() {
    let office = a_year().await;
    approved(&office).await;
    office.tampers("account", &format!("paper_sha256 = '{}'", "0".repeat(64))).await;
    assert_eq!(fetches(&office, DECIDER).await.0, 500);
}

#[tokio::test]
async fn it_is_approved_by_a_decision_maker_after_the_year_with_a_fresh_log_in() {
    let office = a_year().await;
    let mut decider = reads(&office, DECIDER).await;
    assert!(decider.page.text("main").contains("Året 2026 är inte slut"));
    next_year(&office);
    decider = reads(&office, DECIDER).await;
    assert!(decider.page.text("main").contains("Spara en text först"));
    assert_eq!(decider.submit("/redovisning/2026", &[("words", WORDS)]).await.status, 200);
    office.world.clock.advance(TimeDelta::minutes(6));
    assert_eq!(decider.submit("/redovisning/2026/faststall", &[]).await.status, 401);
    decider.get("/redovisning/2026").await;
    assert!(decider.page.attribute("a[href*='fresh=1']", "href").is_some());
    let investigator = reads(&office, INVESTIGATOR).await;
    assert!(!investigator.page.has("form[action='/redovisning/2026/faststall']"));
}

#[tokio::test]
async fn a_draft_is_for_those_who_write_it_and_the_account_for_those_who_work_here() {
    let office = a_year().await;
    for login in [MANAGER, REPORTER, "registrator", "vardnadshavare-norrglimt"] {
        assert_eq!(reads(&office, login).await.page.status, 404, "{login}");
    }
    approved(&office).await;
    for (login, status) in [(MANAGER, 200), (REPORTER, 200), ("vardnadshavare-norrglimt", 404)] {
        assert_eq!(reads(&office, login).await.page.status.as_u16(), status, "{login}");
    }
    let mut browser = office.browser(REPORTER).await;
    assert_eq!(browser.get("/redovisning").await.status, 403);
    for nothing in ["/redovisning/2025", "/redovisning/2099", "/redovisning/x"] {
        assert_eq!(office.browser(DECIDER).await.get(nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn two_who_write_at_once_both_keep_their_words() {
    let office = a_year().await;
    let mut one = reads(&office, INVESTIGATOR).await;
    let mut other = reads(&office, DECIDER).await;
    assert_eq!(one.submit("/redovisning/2026", &[("words", WORDS)]).await.status, 200);
    let page = other.submit("/redovisning/2026", &[("words", "Min text.")]).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.exact_text("textarea#words").trim_start(), "Min text.");
    assert!(page.text(".notice").contains(WORDS), "and what stands there now");
    assert_eq!(other.submit("/redovisning/2026", &[]).await.status, 200, "sent again it is saved");
}
