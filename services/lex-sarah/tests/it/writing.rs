//! A report is kept while it is written, on a device that others use too; and whoever should have gone another way is told which.

use chrono::TimeDelta;
use testkit::{Browser, everything_stored};

use crate::office::{Office, REPORTER};

const WORDS: &str = "Halvfärdigt om grinden.";

async fn writing(office: &Office) -> Browser {
    let mut browser = office.browser(REPORTER).await;
    browser.get("/rapportera").await;
    browser
}

/// As the script does, every few seconds.
async fn kept(office: &Office) -> Browser {
    let mut browser = writing(office).await;
    let form = browser.page.clone();
    let answer = browser.send("", &[("text", WORDS), ("happened", "other"), ("pressed", "keep")]).await;
    assert_eq!(answer.status, 204);
    browser.page = form;
    browser
}

#[tokio::test]
async fn what_is_kept_is_there_in_another_browser_and_for_its_writer_alone() {
    let office = Office::open().await;
    kept(&office).await;
    let mut elsewhere = office.browser(REPORTER).await;
    let page = elsewhere.get("/rapportera").await;
    assert_eq!(page.exact_text("textarea#text").trim_start(), WORDS);
    assert!(page.has("[name=happened][value=other][checked]"));
    let mut colleague = office.browser("gruppchef-norrglimt").await;
    assert_eq!(colleague.get("/rapportera").await.exact_text("textarea#text").trim(), "");
    let stored = everything_stored(&office.service.ground.database).await;
    assert!(!stored.iter().any(|(_, value)| value.contains("grinden")), "sealed");
}

#[tokio::test]
async fn every_button_keeps_it_without_script() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let page = browser.submit("", &[("text", WORDS), ("pressed", "save")]).await;
    assert_eq!(page.path, "/");
    assert_eq!(browser.get("/rapportera").await.exact_text("textarea#text").trim_start(), WORDS);
    let other = "Halvfärdigt på engelska.";
    browser.submit("", &[("text", other), ("switch_language", "en")]).await;
    assert_eq!(writing(&office).await.page.exact_text("textarea#text").trim_start(), other);
    let faulty = [("text", "Utan giltig enhet."), ("unit_id", "annan")];
    assert_eq!(browser.submit("", &faulty).await.status, 422);
    assert_eq!(writing(&office).await.page.exact_text("textarea#text").trim_start(), "Utan giltig enhet.");
}

#[tokio::test]
async fn it_is_one_report_when_it_is_sent_from_where_it_was_left_and_nothing_is_left_after() {
    let office = Office::open().await;
    let mut first = kept(&office).await;
    let mut second = writing(&office).await;
    let sent = second.submit("", &[]).await.path.clone();
    assert!(sent.starts_with("/rapporterat/"), "{sent}");
    assert_eq!(
        first.submit("", &[("text", WORDS), ("happened", "other")]).await.path,
        sent,
        "sent twice it is one"
    );
    assert_eq!(writing(&office).await.page.exact_text("textarea#text").trim(), "", "a new form is empty");
}

#[tokio::test]
async fn two_minutes_without_a_sign_of_life_lock_it_until_its_writer_logs_in_again() {
    let office = Office::open().await;
    let mut browser = kept(&office).await;
    office.world.clock.advance(TimeDelta::seconds(119));
    assert!(browser.get("/rapportera").await.has("textarea#text"), "not yet, and this was a sign of life");
    office.world.clock.advance(TimeDelta::seconds(120));
    let page = browser.get("/rapportera").await;
    assert_eq!(page.text("h1"), "Sidan är låst");
    assert!(!page.html().contains("grinden"), "no word is shown");
    assert_eq!(
        page.attribute("main a.button", "href").as_deref(),
        Some("/logga-in?next=/rapportera&fresh=1")
    );
    assert_eq!(browser.get("/rapportera").await.text("h1"), "Sidan är låst", "asking again opens nothing");
    office.world.clock.advance(TimeDelta::seconds(1));
    let page = browser.log_in_to(&office.world.issuer, REPORTER, "/rapportera").await;
    assert_eq!(page.exact_text("textarea#text").trim_start(), WORDS, "the text is kept");
}

#[tokio::test]
async fn the_writer_can_lock_it_at_once_and_words_sent_later_are_never_refused() {
    let office = Office::open().await;
    let mut browser = kept(&office).await;
    let mut form = browser.clone();
    let page = browser.submit("", &[("text", WORDS), ("pressed", "lock")]).await;
    assert_eq!(page.text("h1"), "Sidan är låst");
    // Somebody who wrote for long without script sends what stands in front of them.
    office.world.clock.advance(TimeDelta::minutes(10));
    assert_eq!(form.submit("", &[("text", WORDS)]).await.text("h1"), "Rapporten är mottagen");
}

#[tokio::test]
async fn half_written_reports_that_nobody_comes_back_to_are_removed() {
    let office = Office::open().await;
    kept(&office).await;
    let count = async || {
        let stored = everything_stored(&office.service.ground.database).await;
        stored.iter().filter(|(column, _)| column == "report_draft.content").count()
    };
    assert_eq!(count().await, 1);
    office.world.clock.advance(TimeDelta::days(7) + TimeDelta::seconds(1));
    office.works_once().await;
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn the_page_has_one_script_of_ours_and_leave_for_no_other() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let policy = browser.page.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert!(
        policy.contains("script-src 'self'; connect-src 'self'") && !policy.contains("unsafe"),
        "{policy}"
    );
    let script = browser.page.attribute("script", "src").unwrap();
    assert!(!browser.page.html().contains("<script>"), "nothing inline");
    let answer = browser.get(&script).await;
    assert_eq!(answer.headers["content-type"], "text/javascript; charset=utf-8");
    for storage in ["localStorage", "sessionStorage", "indexedDB", "caches", "cookie"] {
        assert!(!answer.html().contains(storage), "{storage}");
    }
}

#[tokio::test]
async fn whoever_should_have_gone_another_way_is_told_which_and_the_report_is_taken() {
    let office = Office::open().await;
    let mut browser = writing(&office).await;
    let says = |page: &testkit::Shown| page.texts(".ways dt").join(" ");
    let before = says(&browser.page);
    let after = says(browser.submit("", &[("text", "Fel medicin.")]).await);
    assert_eq!(before, after, "before and after it is sent");
    for way in ["fara", "barn far illa", "läkemedel", "visselblåsa", "klaga"] {
        assert!(after.contains(way), "{way} in {after}");
    }
    let page = &browser.page;
    assert_eq!(page.text("h1"), "Rapporten är mottagen");
    assert!(page.text(".ways").contains("Vi skickar inget mellan de två"), "the difference, and no transfer");
    assert!(page.has(".ways a[href='https://visselblas.example.org']"));
}
