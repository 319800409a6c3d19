//! The language of a visit: chosen here, else the browser's, else Swedish.

use testkit::Browser;

use crate::site::visitor;

fn that_reads(wishes: &str) -> Browser {
    let mut visitor = visitor();
    visitor.headers.push(("accept-language", wishes.to_owned()));
    visitor
}

async fn language_of(visitor: &mut Browser) -> String {
    visitor.get("/").await.attribute("html", "lang").unwrap()
}

#[test]
fn every_text_is_there_in_every_language() {
    testkit::languages(env!("CARGO_MANIFEST_DIR"));
}

#[tokio::test]
async fn the_browser_s_first_wish_that_there_is_is_taken() {
    for (wishes, language) in [
        ("", "sv"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("fi, en;q=0.7, sv;q=0.3", "en"),
        ("fi", "sv"),
        ("*", "sv"),
        (",;=,", "sv"),
        ("EN-us", "en"),
    ] {
        assert_eq!(language_of(&mut that_reads(wishes)).await, language, "{wishes}");
    }
}

#[tokio::test]
async fn a_wish_counts_by_its_weight_wherever_it_stands() {
    assert_eq!(language_of(&mut that_reads("sv;q=0.2, en;q=0.9")).await, "en");
    assert_eq!(language_of(&mut that_reads("en;q=0, fi")).await, "sv");
}

#[tokio::test]
async fn what_was_chosen_here_goes_before_the_browser_s_wish() {
    let mut visitor = that_reads("sv");
    visitor.get("/sprak?to=en&back=/").await;
    assert_eq!(visitor.page.path, "/");
    assert_eq!(language_of(&mut visitor).await, "en");
    visitor.get("/sprak?to=sv&back=/").await;
    assert_eq!(language_of(&mut visitor).await, "sv");
}

#[tokio::test]
async fn the_switch_comes_back_to_the_page_it_stands_on() {
    let mut visitor = visitor();
    visitor.get("/ingenstans").await;
    let switch = visitor.page.attribute("nav.languages a[lang=en]", "href").unwrap();
    let page = visitor.get(&switch).await;
    assert_eq!((page.path.as_str(), page.text("h1").as_str()), ("/ingenstans", "There is no such page"));
    assert_eq!(page.text("nav.languages [aria-current]"), "English");
}

#[tokio::test]
async fn an_unknown_language_is_swedish_and_a_foreign_address_the_start_page() {
    let mut visitor = visitor();
    visitor.get("/sprak?to=%0d%0aset-cookie:+a=b&back=https://evil.example/").await;
    assert_eq!((visitor.page.path.as_str(), visitor.cookie("quality-language")), ("/", Some("sv")));
}

#[tokio::test]
async fn no_address_to_come_back_to_breaks_the_switch() {
    for back in ["/%01", "/%7f", "/%0a", "/%09/evil.example", "/%00", "//evil.example", "%5c%5cevil.example"]
    {
        let mut visitor = visitor();
        let page = visitor.get(&format!("/sprak?to=en&back={back}")).await;
        assert_eq!((page.status.as_u16(), page.path.as_str()), (200, "/"), "{back}");
    }
}

#[tokio::test]
async fn an_address_with_letters_of_ours_is_come_back_to() {
    let mut visitor = visitor();
    visitor.get("/ing%C3%A5ng").await;
    let switch = visitor.page.attribute("nav.languages a[lang=en]", "href").unwrap();
    assert_eq!(visitor.get(&switch).await.text("h1"), "There is no such page");
}
