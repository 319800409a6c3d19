//! What a person sees in the mailbox.

use axum::http::Method;
use scraper::{Html, Selector};

use super::TestMailbox;

fn texts(page: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(page).select(&selector).map(|found| found.text().collect()).collect()
}

#[tokio::test]
async fn the_page_lists_the_newest_first_and_makes_links() {
    let t = TestMailbox::start().await;
    t.deliver(&["a@x.example"], "Första", "Titta på http://127.0.0.1:8081/arenden, snart.").await;
    t.deliver(&["b@x.example"], "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>").await;
    let (_, page) = t.ask(Method::GET, "/").await;
    assert_eq!(texts(&page, "article h2"), ["<script>alert(1)</script>", "Första"], "what came in is text");
    assert_eq!(texts(&page, "article .text")[1], "Titta på http://127.0.0.1:8081/arenden, snart.");
    assert_eq!(texts(&page, "article a"), ["http://127.0.0.1:8081/arenden"]);
    assert!(texts(&page, "script, img").is_empty());
}

#[tokio::test]
async fn an_empty_mailbox_says_so_under_the_banner() {
    let (status, page) = TestMailbox::start().await.ask(Method::GET, "/").await;
    assert_eq!(status, 200);
    assert!(page.contains("Inget har kommit än"));
    let banner = texts(&page, ".banner").concat();
    assert!(
        banner.contains("Får aldrig användas på riktigt") && banner.contains("Never to be used for real")
    );
}
