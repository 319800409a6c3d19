//! Story B through the pages: from one page of a report to a decision of which the reporter learns that it is made.

use testkit::{Browser, organisation::person};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases};

const WORDS: &str =
    "Vi hittade honom vid grinden. Ingen vuxen var där.\n\nDet tog tio minuter <b>&amp;</b> \u{1f622} مرحبا";

#[tokio::test]
async fn a_report_goes_from_one_page_to_a_decision() {
    let office = Office::open().await;
    let case = report(&office).await;
    receive(&office, &case).await;
    take(&office, &case).await;
    inquire(&office, &case).await;
    decide(&office, &case).await;

    let mut reporter = office.browser(REPORTER).await;
    let page = reporter.get("/").await;
    assert_eq!(page.texts("#own ~ table .tag, section .tag"), ["Beslutad"]);
    let page = reporter.get(&format!("/rapporterat/{case}")).await;
    for secret in ["Missförhållande", "Rutinen", "Svar 1", "Ulf", "Bodil", "UTBF"] {
        assert!(!page.html().contains(secret), "the reporter reads {secret}");
    }
}

/// One page, no question of how serious it is, and a receipt.
async fn report(office: &Office) -> String {
    let mut browser = office.browser(REPORTER).await;
    assert_eq!(browser.page.text("h1"), "Rapportera missförhållanden");
    assert!(
        browser.page.html().find("112").unwrap() < browser.page.html().find("<h1>").unwrap(),
        "112 comes first"
    );
    let page = browser.get("/rapportera").await;
    for word in ["severity", "allvarlighetsgrad", "name=\"grade\""] {
        assert!(!page.html().contains(word), "{word} is asked for");
    }
    assert!(page.text("main").contains("Norrglimtskolans KTT"), "the unit is known");
    assert!(page.text("main").contains("Filip Provsson, fritidsledare"), "and the name");
    let fields = [("text", WORDS), ("happened", "earlier_today"), ("acted", "Vi gick ut till honom.")];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Rapporten är mottagen");
    assert_eq!(page.exact_text(".words"), WORDS, "to the letter");
    assert_eq!(page.texts(".tag"), ["Mottagen"]);
    assert!(page.text("main").contains("Gruppchefen på Norrglimtskolans KTT"), "who can read it");
    let case = page.path.rsplit('/').next().unwrap().to_owned();
    let again = browser.get(&format!("/rapporterat/{case}")).await;
    assert_eq!(again.status, 200, "it can be come back to");
    assert_eq!(office.traces(&case).await, ["report", "register", "read", "read"]);
    case
}

/// The manager reads it and protects somebody at once.
async fn receive(office: &Office, case: &str) {
    let mut manager = office.browser(MANAGER).await;
    assert!(manager.page.has(&format!("a[href='/arenden/{case}']")), "it is on the start page");
    let page = manager.get(&format!("/arenden/{case}")).await;
    assert_eq!(page.exact_text("#report-words .words"), WORDS);
    assert!(page.text("main").contains("Du läser som mottagare av rapporten. Läsningen loggas."));
    assert!(!page.has(".timeline"), "the inquiry is not theirs");
    manager.get(&format!("/arenden/{case}/skydda")).await;
    let page = manager.submit("", &[("text", "")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text("title").starts_with("Fel:"));
    let page = manager.submit("", &[("text", "En vuxen går vid hans sida från kl. 15.")]).await;
    assert!(page.text("main").contains("En vuxen går vid hans sida från kl. 15."));
}

/// An investigator sees number, unit and day; the words after the question of conflicts.
async fn take(office: &Office, case: &str) {
    let mut investigator = office.browser(INVESTIGATOR).await;
    let page = investigator.get("/arenden").await;
    assert_eq!(page.texts("tbody tr").len(), 1);
    assert!(page.text("tbody").contains("om 2 dagar, 23 november"));
    let page = investigator.get(&format!("/arenden/{case}")).await;
    assert!(!page.html().contains("grinden"), "not a word before it is taken");
    let action = format!("/arenden/{case}/ta");
    let page = investigator.submit(&action, &[]).await;
    assert_eq!(page.status, 422, "without the question of conflicts answered it is not taken");
    let page = investigator.submit(&action, &[("free_of_conflict", "yes")]).await;
    assert_eq!(page.exact_text("#report-words .words"), WORDS);
    assert!(page.text("main").contains("UTBF 2026-1"));
    assert!(page.text("main").contains("En vuxen går vid hans sida"), "the manager's measure");
    let mut another = office.browser("utredare-2").await;
    assert_eq!(another.get(&format!("/arenden/{case}")).await.status, 404);
    assert_eq!(another.get("/arenden").await.texts("tbody tr").len(), 0);
}

async fn inquire(office: &Office, case: &str) {
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}/inled-utredning")).await;
    let page = browser.submit("", &[("plan", "Prata med dem som arbetade.")]).await;
    assert_eq!(page.text(".notice h2"), "Nästa steg");
    assert!(page.has(&format!(".notice a[href='/arenden/{case}/anteckna?avsnitt=1']")));

    browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    let page = browser.submit("", &[("similar_before", "no"), ("proposed_grade", "misconduct")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#sections li").len(), 10, "every question without an answer is named");

    for section in 1..=10 {
        add(&mut browser, case, section, &format!("Svar {section}.")).await;
    }
    add(&mut browser, case, 8, "Mamman, 20090214-2380, ringde 070-174 06 05.").await;
    let page = browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    assert_eq!(page.texts(".notice li").len(), 2, "the person number and the telephone number are found");
    let page = browser.submit("", &[("similar_before", "no"), ("proposed_grade", "misconduct")]).await;
    assert_eq!(page.status, 422, "a finding must be answered");
    assert!(!page.has("[name=kept-0]"), "a person number has nowhere to say why it stays");
    let page = browser.submit("", &[("kept-0", "Journalens."), ("kept-1", "Det är enhetens växel.")]).await;
    assert_eq!(page.status, 422, "no reason keeps a person number");
    assert!(page.text("main").contains("Ett personnummer får inte stå kvar"), "{}", page.text("main"));

    // Corrected by another entry; the old one stays.
    let correct = page.attribute(".notice li a", "href").unwrap();
    let page = browser.get(&correct).await;
    assert_eq!(page.exact_text("textarea#text").trim_start(), "Mamman, 20090214-2380, ringde 070-174 06 05.");
    let page = browser.submit("", &[("text", "Vårdnadshavaren ringde.")]).await;
    assert!(page.text("main").contains("20090214-2380"), "what was written is never removed");
    assert!(page.texts(".tag").contains(&"Rättad".to_owned()));
    browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    let page = browser.submit("", &[("similar_before", "no"), ("proposed_grade", "misconduct")]).await;
    assert_eq!(page.status, 200);
    assert!(page.text("h1").contains("Att besluta"));
    assert!(!page.has(&format!("a[href='/arenden/{case}/besluta']")), "rule G.3");
    assert_eq!(browser.get(&format!("/arenden/{case}/besluta")).await.path, format!("/arenden/{case}"));
}

async fn add(browser: &mut Browser, case: &str, section: u8, text: &str) {
    browser.get(&format!("/arenden/{case}/anteckna?avsnitt={section}")).await;
    let fields = [("kind", "fact"), ("source", "samtal med personal 2"), ("text", text)];
    assert_eq!(browser.submit("", &fields).await.status, 200);
}

async fn decide(office: &Office, case: &str) {
    let mut browser = office.browser(DECIDER).await;
    let page = browser.get("/arenden").await;
    assert_eq!(page.texts("tbody .tag"), ["Att besluta"]);
    let page = browser.get(&format!("/arenden/{case}")).await;
    assert_eq!(page.exact_text("#report-words .words"), WORDS);
    assert!(page.text("main").contains("Du läser som beslutsfattare."));
    let page = browser.get(&format!("/arenden/{case}/besluta")).await;
    assert!(page.text("main").contains("Utredaren föreslår: Missförhållande."));
    assert!(!page.has("input[name=grade][checked]"), "shown, not copied");
    let typed = [
        ("grade", "serious_misconduct"),
        ("reasons", "Rutinen följdes inte."),
        ("ivo", "no"),
        ("delegation", "7.4"),
    ];
    let page = browser.submit("", &typed).await;
    assert_eq!(page.status, 422, "LSS 24 f §");
    assert_eq!(
        page.exact_text("textarea#reasons").trim_start(),
        "Rutinen följdes inte.",
        "what was written is kept"
    );
    let page = browser.submit("", &[("grade", "misconduct")]).await;
    assert_eq!(page.status, 200);
    assert!(page.text("h1").contains("Åtgärder"));
    assert_eq!(page.texts("[aria-labelledby=decision] dd").len(), 5);
    let traces = office.traces(case).await;
    assert_eq!(traces.iter().filter(|t| *t == "decide" || *t == "open_measures").count(), 2);

    let parcels = office.parcels().await;
    let decided = parcels.iter().rfind(|p| p["occasion"] == "decided").unwrap();
    assert_eq!(decided["recipient"]["person_id"], serde_json::json!(person(REPORTER).as_uuid()));
    let fact = parcels.iter().find(|p| p["type"] == "se.lyssna.lex-sarah.case.decided.v1").unwrap();
    assert_eq!(fact["data"]["grade"], "MISCONDUCT");
    assert_eq!(fact["data"]["month"], "2026-11");
    assert_ne!(fact["subject"], serde_json::json!(case));
}

#[tokio::test]
async fn each_of_the_cases_is_read_back_to_the_letter() {
    let office = Office::open().await;
    let mut reporter = office.browser(REPORTER).await;
    let mut investigator = office.browser(INVESTIGATOR).await;
    for case in cases() {
        let text = case["text"].as_str().unwrap();
        reporter.get("/rapportera").await;
        let page = reporter.submit("", &[("text", text)]).await;
        let id = page.path.rsplit('/').next().unwrap().to_owned();
        assert_eq!(page.exact_text(".words"), text, "{}", case["id"]);
        investigator.get(&format!("/arenden/{id}")).await;
        let page = investigator.submit("", &[("free_of_conflict", "yes")]).await;
        assert_eq!(page.exact_text("#report-words .words"), text, "{}", case["id"]);
    }
}

#[tokio::test]
async fn the_reporters_name_in_an_entry_is_asked_about() {
    let office = Office::open().await;
    let case = office.reported("Något hände.").await;
    office.inquired(&case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    for section in 1..=10 {
        add(&mut browser, &case, section, "Enligt Filip var grinden öppen.").await;
    }
    let page = browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    assert_eq!(page.texts(".notice li").len(), 10);
    let fields = [("similar_before", "not_known"), ("proposed_grade", "no_misconduct")];
    assert_eq!(browser.submit("", &fields).await.status, 422);
    let page = browser.submit("", &[("kept-0", "Filip är också hästens namn.")]).await;
    assert_eq!(page.status, 200);
}
