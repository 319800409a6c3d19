//! Figures for the unit and the city: what each may see, and that no small number is among it.

use chrono::{Days, TimeDelta};
use complaints::store::Counted;
use kernel::calendar::swedish_day;
use serde_json::json;
use testkit::{
    Browser,
    organisation::{STJARNVRET, person},
};

use crate::office::{MANAGER, Office, Sent, ordinary};

/// Twelve complaints of a November: seven about transport, three about something else, two not judged. It is January.
async fn a_year_later() -> (Office, Vec<Sent>) {
    let office = Office::open().await;
    let mut all = Vec::new();
    for number in 0..12 {
        let sent = office.receives_text("a").await;
        let mut triage = ordinary();
        if number >= 7 {
            triage["category"] = "OTHER".into();
            triage["severity"] = 1.into();
        }
        if number < 10 {
            let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
        }
        all.push(sent);
    }
    office.world.clock.advance(TimeDelta::days(50));
    (office, all)
}

fn rows(browser: &Browser, table: usize) -> Vec<String> {
    let cells =
        |cell: &str| browser.page.texts(&format!(".figures > section:nth-child({table}) tbody {cell}"));
    cells("th").iter().zip(cells("td")).map(|(name, count)| format!("{name} {count}")).collect()
}

#[tokio::test]
async fn a_manager_sees_what_comes_to_the_unit_and_no_small_number() {
    let (office, _) = a_year_later().await;
    let mut browser = office.browser(MANAGER).await;
    browser.get("/statistik?ar=2026").await;
    assert_eq!(browser.page.text("h1"), "Mönster på Norrglimtskolans KTT");
    assert_eq!(browser.page.text(".places [aria-current]"), "Mönster");
    assert_eq!(rows(&browser, 1), ["Samverkan och skolskjuts 7", "Övriga tillsammans 5"]);
    assert_eq!(rows(&browser, 2), ["2. En brist utan risk 7", "Övriga tillsammans 5"]);
    assert_eq!(rows(&browser, 3), ["Alla tillsammans 12"], "three times nothing before would tell the rest");
    assert!(browser.page.html().contains("Till och med 2026-12-31."));
}

#[tokio::test]
async fn the_chart_stands_in_a_table_beside_it_too_and_says_when_it_is_too_short() {
    let (office, _) = a_year_later().await;
    let mut browser = office.browser(MANAGER).await;
    browser.get("/statistik").await;
    assert_eq!(browser.page.text("svg[role=img] title"), "Ärenden per månad");
    assert_eq!(
        browser.page.text("svg desc"),
        "Från november 2026 till december 2026. Som minst 0 och som mest 12."
    );
    assert_eq!(browser.page.texts("svg circle").len(), 2);
    assert_eq!(browser.page.texts(".scroll td"), ["0", "12", "7", "5", "7", "5", "12"]);
    assert!(!browser.page.has("svg .median"));
    assert!(browser.page.html().contains("Tiden är för kort för en median."));
}

#[tokio::test]
async fn few_are_not_shown_at_all() {
    let office = Office::open().await;
    for _ in 0..4 {
        office.receives_text("a").await;
    }
    office.world.clock.advance(TimeDelta::days(50));
    let mut browser = office.browser(MANAGER).await;
    browser.get("/statistik?ar=2026").await;
    assert!(browser.page.html().contains("Det är färre än 5 ärenden för det här året."));
    assert!(browser.page.html().contains("för få ärenden för att visa hur de ändras"));
    assert!(
        !browser.page.has("main table") && !browser.page.has("main svg") && !browser.page.has("a[href*=csv]")
    );
}

#[tokio::test]
async fn the_city_is_for_the_representative_and_a_unit_for_those_who_lead_it() {
    let (office, _) = a_year_later().await;
    for _ in 0..6 {
        office.receives(json!({ "text": "a", "unit_id": STJARNVRET })).await;
    }
    office.world.clock.advance(TimeDelta::days(31));
    let mut browser = office.browser("huvudmannarepresentant").await;
    browser.get("/statistik?ar=2026").await;
    assert_eq!(browser.page.text("h1"), "Mönster i hela staden");
    assert_eq!(rows(&browser, 3), ["Norrglimtskolans KTT 12"]);
    assert_eq!(browser.get("/statistik?enhet=norrglimt&ar=2026").await.text("h1"), "Mönster i hela staden");

    let mut browser = office.browser("rektor-stjarnvret").await;
    browser.get("/statistik").await;
    assert_eq!(browser.page.text("h1"), "Mönster på Stjärnvretens KTT");
    assert_eq!(browser.get("/statistik?enhet=norrglimt").await.status, 404);
    for login in ["fritidsledare-norrglimt", "arkivarie", "registrator"] {
        let mut browser = office.browser(login).await;
        browser.get("/statistik").await;
        assert!(!browser.page.has(".figures"), "{login}");
        assert_eq!(browser.get("/statistik.csv").await.status, 403, "{login}");
    }
}

#[tokio::test]
async fn the_table_for_spreadsheets_has_the_same_numbers_and_no_others() {
    let (office, _) = a_year_later().await;
    let mut browser = office.browser(MANAGER).await;
    let page = browser.get("/statistik.csv?ar=2026").await;
    assert_eq!(page.headers["content-disposition"], "attachment; filename*=UTF-8''statistik-2026.csv");
    let unit = "\"Norrglimtskolans KTT\"";
    let expected = [
        "\u{feff}\"Var\";\"När\";\"Uppdelning\";\"Värde\";\"Antal\"".to_owned(),
        format!("{unit};\"2026\";\"Vad de handlar om\";\"Samverkan och skolskjuts\";\"7\""),
        format!("{unit};\"2026\";\"Vad de handlar om\";\"Övriga tillsammans\";\"5\""),
        format!("{unit};\"2026\";\"Hur allvarliga de är\";\"2. En brist utan risk\";\"7\""),
        format!("{unit};\"2026\";\"Hur allvarliga de är\";\"Övriga tillsammans\";\"5\""),
        format!("{unit};\"2026\";\"Om det har hänt förut\";\"Alla tillsammans\";\"12\""),
        format!("{unit};\"november 2026\";\"Över tid\";\"\";\"12\""),
        format!("{unit};\"december 2026\";\"Över tid\";\"\";\"0\""),
    ];
    assert_eq!(page.html().lines().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn a_matter_in_parts_counts_as_its_parts_and_one_that_goes_on_in_another_not_at_all() {
    let (office, all) = a_year_later().await;
    let parts = json!({ "parts": [{ "text": "a" }, { "text": "b" }], "text": "c" });
    let _ = office.does(MANAGER, &all[0], "split", &parts).await.expect(204);
    let counted = |login: &'static str| {
        let (store, today) = (office.app.store.clone(), swedish_day(office.app.now()));
        let of = Counted { person: person(login), unit: None, from: today - Days::new(365), to: today };
        async move { store.count_by_day(of).await.unwrap().iter().map(|(_, count)| count).sum::<usize>() }
    };
    assert_eq!(counted(MANAGER).await, 13);
    let into = json!({ "number": all[2].number, "text": "a" });
    let _ = office.does(MANAGER, &all[1], "merge", &into).await.expect(204);
    assert_eq!(counted(MANAGER).await, 12);
    let whom = json!({ "person_id": person("rektor-norrglimt") });
    let _ = office.does(MANAGER, &all[3], "exclude", &whom).await.expect(204);
    let theirs = counted("rektor-norrglimt").await;
    assert_eq!(theirs, 11, "what is not there for somebody is not counted for them (G.2)");
}

/// In a unit where the same comes after 10, 90 and 91 days, and something else in between.
#[tokio::test]
async fn what_comes_again_within_ninety_days_is_counted_by_the_database() {
    let office = Office::open().await;
    for (days, category) in
        [(0, "OTHER"), (10, "OTHER"), (0, "THREAT"), (90, "OTHER"), (91, "OTHER"), (0, "OTHER")]
    {
        office.world.clock.advance(TimeDelta::days(days));
        let sent = office.receives_text("a").await;
        let mut triage = ordinary();
        triage["category"] = category.into();
        let _ = office.does(MANAGER, &sent, "triage", &triage).await.expect(204);
    }
    let today = swedish_day(office.app.now());
    let of = Counted { person: person(MANAGER), unit: None, from: today - Days::new(365), to: today };
    let counts = office.app.store.counts(of, 90).await.unwrap();
    assert_eq!(counts.again, 3, "after 10 and 90 days, and on the same day as the one after 91");
    assert_eq!(counts.by_category.iter().map(|(_, count)| count).sum::<usize>(), 6);
    let last = Counted { from: today, ..of };
    assert_eq!(
        office.app.store.counts(last, 90).await.unwrap().again,
        1,
        "what came before the time counts as before"
    );
}
