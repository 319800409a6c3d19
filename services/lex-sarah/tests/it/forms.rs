//! What every form of staff does alike: it changes language without losing a word, and its faults are its own.

use testkit::{Browser, Shown};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER};

type Fields = &'static [(&'static str, &'static str)];

/// Each form in a case where it is open: who fills it in, where, and a text or a choice in it.
const FORMS: [(&str, &str, &str, Fields); 17] = [
    ("registered", REPORTER, "/rapportera", &[("text", "Halvfärdigt."), ("happened", "earlier_today")]),
    ("registered", MANAGER, "/skydda", &[("text", "Halvfärdigt.")]),
    ("registered", INVESTIGATOR, "/ta", &[("free_of_conflict", "yes")]),
    ("assessing", INVESTIGATOR, "/kodnyckel", &[("name", "Prov Provsson"), ("part", "youth")]),
    ("assessing", INVESTIGATOR, "/undanta", &[]),
    ("assessing", INVESTIGATOR, "/inled-utredning", &[("plan", "Halvfärdigt.")]),
    ("inquiry", INVESTIGATOR, "/anteckna", &[("text", "Halvfärdigt."), ("kind", "fact"), ("section", "4")]),
    ("inquiry", INVESTIGATOR, "/utredning-klar", &[("proposed_grade", "misconduct")]),
    ("complete", DECIDER, "/besluta", &[("reasons", "Halvfärdigt."), ("grade", "misconduct")]),
    ("assessing", INVESTIGATOR, "/inte-lex-sarah", &[("reasons", "Halvfärdigt."), ("opened", "complaint")]),
    ("proposed", DECIDER, "/prova-om-lex-sarah", &[("reasons", "Halvfärdigt."), ("agrees", "no")]),
    ("registered", MANAGER, "/avhjalpt", &[("done", "Halvfärdigt.")]),
    ("decided", MANAGER, "/atgard", &[("text", "Halvfärdigt."), ("due_on", "2026-12-04")]),
    ("planned", MANAGER, "/atgard-klar", &[("words", "Halvfärdigt."), ("progress", "replanned")]),
    ("followed", MANAGER, "/effekt", &[("shown_by", "Halvfärdigt."), ("routine", "fit")]),
    ("decided", MANAGER, "/aterforing", &[("words", "Halvfärdigt."), ("to", "youth")]),
    ("closed", DECIDER, "/oppna-igen", &[("reasons", "Halvfärdigt."), ("cause", "ivo_asks")]),
];

async fn at(office: &Office, stage: &str, login: &str, place: &str) -> Browser {
    let case = office.reported("a").await;
    match stage {
        "assessing" => office.taken(&case).await,
        "inquiry" => office.inquired(&case).await,
        "complete" => office.completed(&case).await,
        "proposed" => office.proposed_out_of_scope(&case).await,
        "decided" => office.decided(&case).await,
        "planned" => drop(office.planned(&case).await),
        "followed" => drop(office.followed_up(&case).await),
        "closed" => office.closed(&case).await,
        _ => {}
    }
    let path = if place == "/rapportera" { place.to_owned() } else { format!("/arenden/{case}{place}") };
    let mut browser = office.browser(login).await;
    assert_eq!(browser.get(&path).await.path, path, "the form is open");
    browser
}

#[tokio::test]
async fn each_form_changes_language_and_keeps_what_is_filled_in() {
    let office = Office::open().await;
    for (stage, login, place, fields) in FORMS {
        let mut browser = at(&office, stage, login, place).await;
        let button = "button[form=form][name=switch_language][value=en]";
        assert!(browser.page.has(button), "{place} has buttons that change the language");
        let chosen = [fields, &[("switch_language", "en")]].concat();
        browser.submit("", &chosen).await;
        assert_eq!(browser.page.status, 200, "{place}");
        assert_eq!(browser.page.attribute("html", "lang").as_deref(), Some("en"), "{place}");
        let (_, filled) = browser.form("");
        for (name, value) in fields {
            let stands = filled.iter().any(|(field, kept)| field == name && kept.trim_start() == *value);
            assert!(stands, "{place} keeps {name}: {filled:?}");
        }
        // The language is remembered, and the form goes on from where it was.
        assert!(filled.iter().all(|(name, _)| name != "switch_language"), "{place}");
    }
}

#[tokio::test]
async fn each_form_names_its_own_faults_in_the_order_of_its_fields() {
    let office = Office::open().await;
    let mut texts = Vec::new();
    for (stage, login, place, _) in FORMS {
        let mut browser = at(&office, stage, login, place).await;
        let page = browser.submit("", &[]).await;
        assert_eq!(page.status, 422, "{place}");
        assert!(page.text("title").starts_with("Fel:"), "{place}");
        let named = page.texts(".error-summary a");
        let places: Vec<_> =
            hrefs(page).iter().map(|id| page.html().find(&format!("id=\"{id}\"")).unwrap()).collect();
        assert!(places.is_sorted(), "{place} has its faults in order: {named:?}");
        texts.extend(named.into_iter().filter(|text| !text.starts_with("Fråga ")));
    }
    texts.sort();
    let twice: Vec<_> = texts.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "no two forms say the same of different fields: {twice:?}");
}

#[tokio::test]
async fn of_several_measures_none_is_chosen_beforehand() {
    let office = Office::open().await;
    let mut browser = at(&office, "planned", MANAGER, "/atgard-klar").await;
    let (path, filled) = (browser.page.path.clone(), browser.form("").1);
    assert!(filled.iter().any(|(name, id)| name == "measure" && !id.is_empty()), "the only one: {filled:?}");
    let case = path.split('/').nth(2).unwrap();
    let _ = office.plan(case).await;
    browser.get(&path).await;
    browser.submit("", &[("progress", "done"), ("words", "Klart.")]).await;
    assert_eq!(browser.page.status, 422);
    assert_eq!(browser.page.texts(".error-summary a"), ["Välj vilken åtgärd du vill berätta om"]);
}

fn hrefs(page: &Shown) -> Vec<String> {
    let html = page.html();
    let summary = html.split("error-summary").nth(1).unwrap();
    let html = &html[html.find(summary).unwrap()..html.find("</section>").unwrap()];
    html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}
