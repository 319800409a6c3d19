//! What could tell who somebody is, in every text that is frozen, filed or given: found in its place, and answered (law A.8).

use lex_sarah::domain::{Names, Signature, Trait, TypedFeedback, found_in};
use serde_json::{Value, json};
use testkit::organisation::person;

use crate::{
    ivo::form,
    office::{
        DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, cases, completion, decision, effect, entry,
        feedback, measure, settled,
    },
};

fn kept(looks_like: &str, found: &str, because: &str) -> Value {
    json!([{ "looks_like": looks_like, "found": found, "because": because }])
}

/// What is said of the answers that are missing.
async fn unanswered(office: &Office, login: &str, case: &str, verb: &str, body: &Value) -> Vec<String> {
    let refused = office.does(login, case, verb, body).await.expect(422).json;
    let errors = refused["errors"].as_array().unwrap().iter();
    errors
        .map(|error| {
            assert_eq!(error["pointer"], "/kept", "{error}");
            error["detail"].as_str().unwrap().to_owned()
        })
        .collect()
}

async fn seen(office: &Office, login: &str, case: &str) -> Value {
    office.program(login).get(&format!("/api/v1/cases/{case}")).await.expect(200).json
}

/// A case whose key list says who ungdom A is.
async fn with_a_key(office: &Office) -> String {
    let case = office.reported("a").await;
    office.taken(&case).await;
    let body = json!({ "name": "Elin Provdotter", "part": "youth" });
    let _ = office.does(INVESTIGATOR, &case, "add-key", &body).await.expect(200);
    let plan = json!({ "plan": "Samtal." });
    let _ = office.does(INVESTIGATOR, &case, "start-inquiry", &plan).await.expect(200);
    case
}

/// Works at the unit, and gets a measure to do.
const OWNER: &str = "rektor-norrglimt";

async fn told(office: &Office, case: &str, text: &str) {
    for section in 1..=10 {
        let mut entry = entry(section);
        if section == 1 {
            entry["text"] = json!(text);
        }
        let _ = office.does(INVESTIGATOR, case, "add-entry", &entry).await.expect(200);
    }
}

#[tokio::test]
async fn each_thing_that_is_found_is_answered_by_itself() {
    let office = Office::open().await;
    let case = with_a_key(&office).await;
    told(&office, &case, "Elin ringde 070-174 06 05. Då gick Elin hem.").await;
    let path = format!("/arenden/{case}/utredning-klar");
    office.looks_in_key_list(INVESTIGATOR, &case).await;
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&path).await;
    let asked = ["”Elin” står i kodnyckeln", "”070-174 06 05” ser ut som ett telefonnummer"];
    assert_eq!(page.texts("#kept legend"), asked, "one answer for all places of a word");
    assert_eq!(page.texts("#kept mark"), ["Elin", "Elin", "070-174 06 05"]);
    let one = [("similar_before", "no"), ("proposed_grade", "misconduct"), ("kept-1", "Enhetens växel.")];
    let page = browser.submit("", &one).await;
    assert_eq!(page.status, 422, "one reason does not answer the other");
    assert_eq!(page.texts(".error-summary a").len(), 1);
    assert_eq!(page.attribute("#kept-1", "value").as_deref(), Some("Enhetens växel."), "it is kept");
    assert!(
        page.has("#kept-0[aria-invalid]") && !page.has("#kept-1[aria-invalid]"),
        "{}",
        page.text("#kept")
    );
    assert_eq!(browser.submit("", &[("kept-0", "Elin är också namnet på huset.")]).await.status, 200);

    let completed = &seen(&office, INVESTIGATOR, &case).await["completion"]["kept"];
    assert_eq!(completed[0]["because"], "Elin är också namnet på huset.");
    assert_eq!(completed[1]["found"], "070-174 06 05");
    let page = office.browser(DECIDER).await.get(&format!("/arenden/{case}")).await.clone();
    assert!(page.text(".timeline").contains("”070-174 06 05”: Enhetens växel."), "whoever decides reads why");

    let _ = office.does(INVESTIGATOR, &case, "add-entry", &entry(3)).await.expect(200);
    let page = browser.get(&path).await;
    assert_eq!(
        page.attribute("#kept-1", "value").as_deref(),
        Some("Enhetens växel."),
        "to be said again, not anew"
    );
}

#[tokio::test]
async fn a_reason_that_is_too_long_is_told_beside_its_field_and_kept() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let long = "Hästen heter så. ".repeat(13);
    let mut body = decision();
    body["reasons"] = json!("Filip ringde 070-174 06 05.");
    body["kept"] =
        json!([kept("reporters_name", "Filip", &long)[0], kept("phone", "070-174 06 05", "Växeln.")[0]]);
    let said = unanswered(&office, DECIDER, &case, "decide", &body).await;
    let told = "answers what looks like a reporters_name, at character 0 of /reasons with 220 characters; 200 can be taken";
    assert_eq!(said, [told], "one fault, and the right one");

    let mut browser = office.browser(DECIDER).await;
    browser.get(&format!("/arenden/{case}/besluta")).await;
    let reasons = "Filip ringde 070-174 06 05. Ring Maja.";
    let fields = [("grade", "misconduct"), ("reasons", reasons), ("ivo", "no"), ("delegation", "7.4")];
    browser.submit("", &fields).await;
    let page = browser.submit("", &[("kept-0", &long), ("kept-1", "Växeln.")]).await;
    assert_eq!(page.status, 422);
    let at = |number: usize| format!("#kept-{number}-error");
    assert!(page.text(&at(0)).contains("220 tecken"), "{}", page.text("#kept"));
    assert!(!page.has("#kept-1[aria-invalid]"), "what is answered has no fault");
    assert!(page.text(&at(2)).contains("skriv varför den behöver stå kvar"), "{}", page.text("#kept"));
    assert_eq!(page.attribute("#kept-0", "value").as_deref(), Some(long.as_str()), "nothing typed is lost");
}

#[tokio::test]
async fn the_number_of_an_organisation_stays_when_somebody_says_so_and_a_persons_never() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    told(&office, &case, "Bolaget 212000-0142 körde.").await;
    let mut browser = office.browser(INVESTIGATOR).await;
    browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    let complete = [("similar_before", "no"), ("proposed_grade", "misconduct")];
    assert_eq!(browser.submit("", &complete).await.status, 422);
    assert!(browser.page.text("#kept").contains("Det är ett organisationsnummer"));
    assert_eq!(browser.submit("", &[("organisation-0", "yes")]).await.status, 200);

    let case = office.reported("a").await;
    office.inquired(&case).await;
    told(&office, &case, "Bolaget 20090214-2380 körde.").await;
    browser.get(&format!("/arenden/{case}/utredning-klar")).await;
    assert!(!browser.page.has("#organisation-0"), "it cannot be one");
    assert_eq!(browser.submit("", &[complete[0], complete[1], ("organisation-0", "yes")]).await.status, 422);
    assert!(browser.page.text(".error-summary").contains("Ett personnummer får inte stå kvar"));
}

#[tokio::test]
async fn names_of_colleagues_and_names_that_nobody_knows_are_found_in_the_inquiry() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    told(&office, &case, "Maja såg Karin Testberg, och vårdnadshavaren Vera Provsson ringde Ruts kollega.")
        .await;
    let page =
        office.browser(INVESTIGATOR).await.get(&format!("/arenden/{case}/utredning-klar")).await.clone();
    assert_eq!(page.texts("#kept mark"), ["Maja", "Karin Testberg", "Vera Provsson", "Ruts"]);
    let proposed =
        ["gruppchefen", "[namn]", "vårdnadshavaren", "rektorn"].map(|word| format!("Byt mot ”{word}”"));
    assert_eq!(page.texts("#kept a.replace"), proposed);
    assert_eq!(unanswered(&office, INVESTIGATOR, &case, "complete-inquiry", &completion()).await.len(), 4);
}

#[tokio::test]
async fn a_decision_is_not_frozen_with_somebody_in_it() {
    let office = Office::open().await;
    let case = with_a_key(&office).await;
    told(&office, &case, "Svar.").await;
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    office.looks_in_key_list(DECIDER, &case).await;
    let mut body = decision();
    body["reasons"] = json!("Enligt Elin Provdotter var grinden öppen.");
    body["measures"] = json!("Ring 070-174 06 05.");
    let said = unanswered(&office, DECIDER, &case, "decide", &body).await;
    assert_eq!(
        said,
        [
            "does not answer what looks like a known_name, at character 7 of /reasons",
            "does not answer what looks like a phone, at character 5 of /measures"
        ],
        "where, and never what"
    );
    body["reasons"] = json!("20090214-2380 var ensam.");
    body["kept"] = kept("person_number", "20090214-2380", "Det behövs.");
    assert_eq!(unanswered(&office, DECIDER, &case, "decide", &body).await.len(), 2);

    let mut browser = office.browser(DECIDER).await;
    browser.get(&format!("/arenden/{case}/besluta")).await;
    let fields = [
        ("grade", "misconduct"),
        ("reasons", "Elin var ensam. Sedan kom Filip."),
        ("ivo", "no"),
        ("delegation", "7.4"),
    ];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#kept mark"), ["Elin", "Filip"], "each in its place");
    assert!(page.text("#kept li").contains("I svaret på ”Skäl”"));
    assert_eq!(page.texts("#kept button.replace")[0], "Byt mot ”ungdom A”");
    let page = browser.submit("", &[("replace", "0"), ("kept-1", "Hästen Filip.")]).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.exact_text("textarea#reasons").trim_start(), "ungdom A var ensam. Sedan kom Filip.");
    assert_eq!(
        page.attribute("#kept-0", "value").as_deref(),
        Some("Hästen Filip."),
        "what was answered is there"
    );
    assert_eq!(browser.submit("", &[]).await.status, 200);

    let decided = seen(&office, DECIDER, &case).await;
    assert_eq!(decided["decision"]["reasons"], "ungdom A var ensam. Sedan kom Filip.");
    let stays = &decided["records"][0]["content"];
    assert_eq!((&stays["record"], &stays["deed"]), (&json!("kept"), &json!("decide")));
    assert_eq!(stays["words"][0]["because"], "Hästen Filip.");
    let timeline = browser.page.text(".timeline");
    assert!(timeline.contains("Uppgifter som står kvar") && timeline.contains("”Filip”: Hästen Filip."));
}

#[tokio::test]
async fn ivos_form_is_not_filled_in_with_somebody_in_it_but_for_whom_ivo_is_to_ask() {
    let office = Office::open().await;
    let case = with_a_key(&office).await;
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = office.does(INVESTIGATOR, &case, "propose-ivo", &why).await.expect(200);
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    office.looks_in_key_list(INVESTIGATOR, &case).await;
    let mut body = form();
    body["description"] = json!("Elins väska låg på Provgatan 12.");
    assert_eq!(unanswered(&office, INVESTIGATOR, &case, "prepare-ivo", &body).await.len(), 2);
    body["description"] = json!("Elins väska låg kvar.");
    body["kept"] = kept("known_name", "Elins", "Elin är ett märke.");
    let prepared = office.does(INVESTIGATOR, &case, "prepare-ivo", &body).await.expect(200).json;
    let records = prepared["records"].as_array().unwrap();
    let kinds: Vec<_> = records.iter().map(|record| record["content"]["record"].as_str().unwrap()).collect();
    assert_eq!(kinds[2..], ["kept", "ivo_form"], "{kinds:?}");
    let mut browser = office.browser(INVESTIGATOR).await;
    let page = browser.get(&format!("/arenden/{case}/anmalan-ivo")).await;
    assert_eq!(page.texts("#kept mark"), ["Elins"], "neither the contact nor the telephone of the board");
    assert_eq!(page.attribute("#kept-0", "value").as_deref(), Some("Elin är ett märke."));
}

#[tokio::test]
async fn feedback_is_not_given_with_somebody_in_it_and_does_not_tell_who_is_in_the_list() {
    let office = Office::open().await;
    let case = with_a_key(&office).await;
    told(&office, &case, "Svar.").await;
    let _ = office.does(INVESTIGATOR, &case, "complete-inquiry", &completion()).await.expect(200);
    let _ = office.does(DECIDER, &case, "decide", &decision()).await.expect(200);
    let mut body = feedback("staff_group");
    body["words"] = json!("Elin kommer tillbaka, och Filip rapporterade.");
    assert_eq!(unanswered(&office, MANAGER, &case, "give-feedback", &body).await.len(), 1);
    let mut browser = office.browser(MANAGER).await;
    browser.get(&format!("/arenden/{case}/aterforing")).await;
    let fields = [("to", "staff_group"), ("is_given", "yes"), ("words", "Elin kommer, sa Filip.")];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#kept mark"), ["Filip"], "name after name, one would learn who is in it");
    assert_eq!(page.texts("#kept button.replace"), ["Byt mot ”den som rapporterade”"]);
    assert!(!page.html().contains("ungdom A") && !page.html().contains("kodnyckel"), "the list stays shut");
    assert_eq!(browser.submit("", &[("replace", "0")]).await.status, 200);
    assert_eq!(
        browser.page.exact_text("textarea#words").trim_start(),
        "Elin kommer, sa den som rapporterade."
    );
    assert!(!browser.page.has("#kept"));
    assert_eq!(browser.submit("", &[]).await.status, 200);
}

#[tokio::test]
async fn a_measure_and_what_came_of_it_are_not_kept_with_somebody_in_them() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    let mut body = measure(OWNER);
    body["text"] = json!("Ring Karin Testberg på 070-174 06 05.");
    let said = unanswered(&office, MANAGER, &case, "add-measure", &body).await;
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].ends_with("of /text"), "the owner's own name is chosen, and not looked at: {said:?}");

    let mut browser = office.browser(MANAGER).await;
    browser.get(&format!("/arenden/{case}/atgard")).await;
    let owner = person(OWNER).to_string();
    let fields = [("text", "Ring Karin Testberg."), ("owner", owner.as_str()), ("due_on", "2026-12-04")];
    let page = browser.submit("", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.text("#kept li").contains("I svaret på ”Vad ska göras?”"), "{}", page.text("#kept"));
    assert_eq!(browser.submit("", &[("kept-0", "Hon är konsult hos oss.")]).await.status, 200);
    let records = &seen(&office, DECIDER, &case).await["records"];
    assert_eq!(records[0]["content"]["deed"], "add_measure", "whoever decides reads why");
    assert_eq!(records[0]["content"]["words"][0]["because"], "Hon är konsult hos oss.");
    let id = records[1]["id"].as_str().unwrap();

    let mut done = settled(id);
    done["words"] = json!("Filip och Elsa Testberg går nu tillsammans.");
    let said = unanswered(&office, OWNER, &case, "settle-measure", &done).await;
    let told: Vec<_> = said.iter().map(|said| said.split(',').next().unwrap()).collect();
    let [colleague, name] =
        ["colleagues_name", "likely_name"].map(|kind| format!("does not answer what looks like a {kind}"));
    assert_eq!(told, [colleague, name], "who has a measure to do does not learn whose report it was");
    let _ = office.does(OWNER, &case, "settle-measure", &settled(id)).await.expect(200);
    let mut judged = effect(id);
    judged["shown_by"] = json!("Mejl till elsa@example.org.");
    judged["routine_words"] = json!("Rutin av Karin Testberg.");
    let _ = office.does(MANAGER, &case, "follow-up", &json!({})).await.expect(200);
    assert_eq!(unanswered(&office, MANAGER, &case, "judge-effect", &judged).await.len(), 2);
}

#[tokio::test]
async fn a_closing_note_is_not_kept_with_somebody_in_it() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.decided(&case).await;
    office.judged(&case).await;
    let mut body = json!({ "note": "Filip är nöjd." });
    assert_eq!(unanswered(&office, DECIDER, &case, "close", &body).await.len(), 1);
    body["note"] = json!("20090214-2380 har det bra.");
    body["kept"] = kept("person_number", "20090214-2380", "Det behövs.");
    assert_eq!(
        unanswered(&office, DECIDER, &case, "close", &body).await.len(),
        1,
        "a person number never stays"
    );
    let mut browser = office.browser(DECIDER).await;
    browser.get(&format!("/arenden/{case}/avsluta")).await;
    let page = browser.submit("", &[("note", "Filip är nöjd.")]).await;
    assert_eq!((page.status.as_u16(), page.texts("#kept mark")), (422, vec!["Filip".to_owned()]));
    browser.submit("", &[("replace", "0")]).await;
    assert_eq!(browser.page.exact_text("textarea#note").trim_start(), "den som rapporterade är nöjd.");
    assert_eq!(browser.submit("", &[]).await.status, 200);
    assert_eq!(seen(&office, DECIDER, &case).await["state"], "closed");
}

#[tokio::test]
async fn a_language_chosen_in_a_form_with_findings_keeps_the_answers() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let mut browser = office.browser(DECIDER).await;
    browser.get(&format!("/arenden/{case}/besluta")).await;
    browser.submit("", &[("reasons", "Filip såg det.")]).await;
    browser.submit("", &[("kept-0", "Hästen."), ("switch_language", "en")]).await;
    assert_eq!(browser.page.attribute("#kept-0", "value").as_deref(), Some("Hästen."));
    assert!(browser.page.text("#kept").contains("looks like the reporter's name"));
}

fn names() -> Names {
    let at = |login: &str, instead: &str| {
        let known = testkit::organisation::organisation().people;
        let named = known.into_iter().find(|each| each.id == person(login).as_uuid()).unwrap();
        (named.name, instead.to_owned())
    };
    Names {
        reporter: Some(Signature { name: "Filip Provsson".to_owned(), title: None }),
        keys: Vec::new(),
        has_looked: false,
        people: vec![at(MANAGER, "gruppchefen"), at(REPORTER, "en medarbetare")],
        unit: "Norrglimtskolans KTT".to_owned(),
        places: vec!["Stjärnvretens KTT".to_owned(), "Utbildningsnämnden".to_owned()],
    }
}

fn found(text: &str) -> Vec<(Trait, String)> {
    let typed = TypedFeedback { words: text.to_owned(), ..TypedFeedback::default() };
    found_in(&typed, &names()).into_iter().map(|finding| (finding.looks_like, finding.found)).collect()
}

/// The reports that come with the project: every name that is marked in them, and the boy.
#[test]
fn every_name_that_is_marked_in_the_reports_is_found_and_nothing_is_called_a_name_that_is_none() {
    for case in cases() {
        let (id, text) = (case["id"].as_str().unwrap(), case["text"].as_str().unwrap());
        let hits = found(text);
        let is_name = |looks_like: Trait| {
            matches!(looks_like, Trait::LikelyName | Trait::ColleaguesName | Trait::ReportersName)
        };
        let called: Vec<_> = hits.iter().filter(|(kind, _)| is_name(*kind)).map(|(_, found)| found).collect();
        let marked = case["facts"]["pii"].as_array().unwrap().iter();
        let marked = marked.filter(|each| each["type"] == "person_name");
        let marked: Vec<_> = marked.map(|each| each["value"].as_str().unwrap()).collect();
        assert_eq!(called, marked, "{id}");
        let singles_out = hits.iter().any(|(kind, _)| *kind == Trait::SmallGroup);
        assert_eq!(singles_out, matches!(id, "S02" | "S06"), "{id}: {hits:?}");
    }
}

/// As inquiries and decisions are written: with codes and roles.
#[test]
fn texts_with_roles_and_codes_raise_no_alarm() {
    for text in [
        "Ungdom A lämnade gården kl. 14.40. Personal 1 hade gått in för att svara i telefon.",
        "Gruppchefen har gått igenom rutinen med personalgruppen den 3 november. Rutin för hemgång, version 3.",
        "Enligt genomförandeplanen ska en vuxen vara inom armlängds avstånd. Planen följdes inte.",
        "Polisen hittade ungdom A på banvallen 1,5 km bort. Tåget hade stannats.",
        "Händelsen är ett missförhållande enligt 24 e § LSS och SOSFS 2011:5. Den anmäls till IVO.",
        "Bemanningen var tre vuxna på elva ungdomar. Två vikarier var sjuka.",
        "Parasol krånglade under oktober. IT-avdelningen har rättat felet.",
        "Utbildningsförvaltningen i Stockholms stad ansvarar för Norrglimtskolans KTT.",
        "Vårdnadshavaren till ungdom B ringde Kontaktcenter Stockholm i måndags.",
        "Delegationsordningen 7.4. Beslutet gäller från och med 2026-12-01.",
        "Det har hänt förut, i maj. Då kom ungdomen tillbaka själv. Ingen skrev en avvikelse.",
        "Lex Sarah-rapporten kom in samma dag. Rapporten lämnades av den som rapporterade.",
        "Samtal med personal 2, fredag 20 november. Personal 2 arbetade på Gård 3.",
        "Rektorn och huvudmannens företrädare är informerade. Röda Korset har utbildat alla.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}
