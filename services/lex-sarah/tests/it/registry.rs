//! A registrar checks what the service has put in the diary (L3), and sees nothing else of a case.

use serde_json::json;
use testkit::{Browser, everything_stored};

use crate::office::{DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER};

const REGISTRAR: &str = "registrator";

async fn at_the_entry(office: &Office, case: &str) -> Browser {
    let mut browser = office.browser(REGISTRAR).await;
    browser.get(&format!("/registratur/{case}")).await;
    browser
}

#[tokio::test]
async fn what_the_service_registered_waits_until_a_registrar_has_checked_it() {
    let office = Office::open().await;
    let first = office.reported("Hemligt om grinden.").await;
    office.reported("Hemligt om dörren.").await;
    let mut browser = office.browser(REGISTRAR).await;
    assert_eq!(browser.page.path, "/registratur", "where a registrar begins");
    assert_eq!(browser.page.texts("#waiting tbody th"), ["UTBF 2026-1", "UTBF 2026-2"], "the oldest first");
    let row = browser.page.texts("#waiting tbody tr").remove(0);
    for said in ["2026-11-21", "Rapport från personal", "26 kap. 1 § OSL, 2026-11-21, Utbildningsnämnden"]
    {
        assert!(row.contains(said), "{said} in {row}");
    }
    assert!(!browser.page.html().contains("Hemligt") && !browser.page.html().contains("Norrglimt"));

    let entry = browser.page.attribute("#waiting a", "href").unwrap();
    let page = browser.get(&entry).await;
    assert!(!page.html().contains("Hemligt") && !page.html().contains("Norrglimt"), "no word of it");
    assert!(page.has("[name=line][value='Rapport från personal'][checked]"));
    let page = browser.submit("", &[]).await;
    assert_eq!(page.path, "/registratur");
    assert_eq!(page.texts("#waiting tbody th"), ["UTBF 2026-2"], "it waits no longer");
    assert_eq!(page.texts("#checked tbody th"), ["UTBF 2026-1"], "and can be found again");
    let traces = office.traces(&first).await;
    assert_eq!(traces, ["report", "register", "check_registration"], "looking at the diary is no reading");
}

#[tokio::test]
async fn a_line_and_a_mark_are_corrected_beside_what_stood_and_number_and_day_stay() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.world.clock.advance(chrono::TimeDelta::days(2));
    let mut browser = at_the_entry(&office, &case).await;
    let fields = [("line", "Skrivelse"), ("mark", "26 kap. 5 § OSL")];
    assert_eq!(browser.submit("", &fields).await.path, "/registratur");
    let page = browser.get(&format!("/registratur/{case}")).await;
    let said = page.texts("dl.answers dd");
    assert_eq!(
        said,
        ["UTBF 2026-1", "2026-11-21", "Skrivelse", "26 kap. 5 § OSL, 2026-11-23, Utbildningsnämnden"]
    );
    browser.submit("", &[("mark", "none")]).await;
    let page = browser.get(&format!("/registratur/{case}")).await;
    assert_eq!(page.texts("dl.answers dd")[3], "Ingen markering");
    let stored = everything_stored(&office.service.ground.database).await;
    let lines = |column: &str| stored.iter().filter(|(name, _)| name == column).count();
    assert_eq!(lines("diary_entry.line"), 1);
    assert_eq!(lines("diary_check.line"), 2, "each check stands beside the first line");
    assert!(
        stored
            .iter()
            .any(|(name, value)| name == "diary_entry.line" && value.contains("Rapport från personal"))
    );
    for change in ["DELETE FROM diary_check", "UPDATE diary_check SET version = version"] {
        let done =
            sea_orm::ConnectionTrait::execute_unprepared(office.service.ground.database.reader(), change)
                .await;
        assert!(done.is_err(), "{change}");
    }
}

#[tokio::test]
async fn only_neutral_lines_of_the_settings_are_taken() {
    let office = Office::with(json!({ "other_diary_lines": ["Handling"] })).await;
    let case = office.reported("a").await;
    let mut browser = at_the_entry(&office, &case).await;
    assert_eq!(
        browser.page.texts("input[name=line] + label"),
        ["Rapport från personal", "Handling"],
        "those of the municipality"
    );
    let page = browser.submit("", &[("line", "Slag mot Filip"), ("mark", "ett skäl")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts(".error-summary li").len(), 2);
    let page = browser.submit("", &[("line", "Handling"), ("mark", "none"), ("switch_language", "en")]).await;
    assert_eq!(page.text("h1"), "Check the line of the register");
    assert!(page.has("[name=line][value=Handling][checked]"), "what was chosen is kept");
}

#[tokio::test]
async fn the_second_of_two_registrars_sees_what_the_first_chose() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let (mut one, mut two) = (at_the_entry(&office, &case).await, at_the_entry(&office, &case).await);
    one.submit("", &[("line", "Skrivelse")]).await;
    let page = two.submit("", &[]).await;
    assert_eq!(page.status, 409);
    assert!(page.text(".notice").contains("Någon annan har kontrollerat raden"));
    assert_eq!(page.texts("dl.answers dd")[2], "Skrivelse");
    assert_eq!(two.submit("", &[]).await.path, "/registratur", "and can choose again");
}

#[tokio::test]
async fn a_case_under_way_is_not_changed_under_whoever_works_with_it() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let mut investigator = office.browser(INVESTIGATOR).await;
    investigator.get(&format!("/arenden/{case}/anteckna?avsnitt=1")).await;
    at_the_entry(&office, &case).await.submit("", &[]).await;
    let fields = [("kind", "fact"), ("source", "schemat"), ("text", "Två i tjänst.")];
    assert_eq!(investigator.submit("", &fields).await.status, 200, "no conflict");
}

#[tokio::test]
async fn nobody_else_checks_it_and_the_registrar_sees_no_case() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.taken(&case).await;
    for login in [REPORTER, MANAGER, INVESTIGATOR, DECIDER, "arkivarie", "administrator"] {
        let mut browser = office.browser(login).await;
        assert_eq!(browser.get("/registratur").await.status, 403, "{login}");
        assert_eq!(browser.get(&format!("/registratur/{case}")).await.status, 404, "{login}");
    }
    let mut browser = office.browser(REGISTRAR).await;
    for place in ["", "/anteckna", "/bilagor/019a0000-0000-7000-8000-000000000002"] {
        assert_eq!(browser.get(&format!("/arenden/{case}{place}")).await.status, 404, "{place}");
    }
    let _ = office.program(REGISTRAR).get(&format!("/api/v1/cases/{case}")).await.expect(404);
    let absent = browser.get("/registratur/019a0000-0000-7000-8000-000000000002").await;
    assert_eq!(absent.status, 404);
}
