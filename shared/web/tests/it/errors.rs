//! Errors of pages: in the visitor's language, with a way on, and nothing from inside.

use testkit::{Browser, Shown};
use web::{Accessibility, Contacts};

use crate::site::{FAILURES, SECRET, dressed, site_with, visitor};

const ORIGIN: &str = "http://localhost:7800";

fn speaking(language: &str) -> Browser {
    let mut visitor = visitor();
    visitor.headers.push(("accept-language", language.to_owned()));
    visitor
}

/// A page that is fit to be seen.
fn assert_presentable(page: &Shown, language: &str) {
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8", "{}", page.path);
    assert_eq!(page.attribute("html", "lang").as_deref(), Some(language), "{}", page.path);
    let text = page.text("body");
    for internal in [SECRET, "error-", "panic", "Error", "axum", "JSON"] {
        assert!(!text.contains(internal), "{} says {internal}:\n{text}", page.path);
    }
    assert!(page.has("main h1") && page.has("main p.lead"), "{}", page.path);
    assert!(page.has("main a[href='/']"), "{} leads nowhere", page.path);
}

#[tokio::test]
async fn each_kind_has_a_page_in_each_language() {
    for language in ["sv", "en"] {
        for (kind, status) in FAILURES {
            let page = speaking(language).get(&format!("/fel/{kind}")).await.clone();
            assert_eq!(page.status.as_u16(), status, "{kind}");
            assert_presentable(&page, language);
        }
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_broke_are_said_in_the_visitors_language() {
    let titles = [
        ("sv", "Sidan finns inte", "Något gick fel hos oss"),
        ("en", "There is no such page", "Something went wrong on our side"),
    ];
    for (language, missing, broken) in titles {
        let mut visitor = speaking(language);
        let page = visitor.get("/ingenstans").await.clone();
        assert_presentable(&page, language);
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (404, missing));
        let page = visitor.get("/panik").await.clone();
        assert_presentable(&page, language);
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (500, broken));
    }
}

#[tokio::test]
async fn a_library_s_own_refusal_looks_like_ours() {
    let mut visitor = visitor();
    for (path, status) in [("/saker/inget-id", 400), ("/sprak", 400), ("/sprak?to=en", 400)] {
        let page = visitor.get(path).await.clone();
        assert_eq!(page.status.as_u16(), status);
        assert_presentable(&page, "sv");
        assert!(!page.text("main").contains("inget-id"));
    }
}

#[tokio::test]
async fn a_method_that_is_not_taken_is_refused_with_those_that_are() {
    let page = visitor().post("/vidare", "application/x-www-form-urlencoded", "").await.clone();
    assert_eq!(page.status.as_u16(), 405);
    assert_eq!(page.headers["allow"], "GET,HEAD");
    assert_presentable(&page, "sv");
}

#[tokio::test]
async fn whoever_sent_something_is_told_what_became_of_it() {
    let mut visitor = visitor();
    let looked = visitor.get("/fel/internal").await.clone();
    assert!(!looked.has("main .notice"));
    let refused = visitor.post("/fel/conflict", "text/plain", "").await.clone();
    assert!(refused.text("main .notice").contains("Vi har inte sparat det du skickade"));
    let broken = visitor.post("/panik", "text/plain", "").await.clone();
    assert!(broken.text("main .notice").contains("Fick du inget kvitto?"));
}

/// DOS-lagen (2018:1937) 13 § and DIGG's regulations; law F.1.
#[tokio::test]
async fn the_statement_says_how_far_what_is_wanting_whom_to_tell_and_who_supervises() {
    for (language, said) in [
        (
            "sv",
            [
                "delvis förenlig med lagen",
                "WCAG 2.2",
                "oskäligt betungande",
                "Digg",
                "Senaste bedömningen",
                "uppdaterades",
            ],
        ),
        (
            "en",
            ["complies in part", "WCAG 2.2", "unreasonable burden", "Digg", "Latest assessment", "updated"],
        ),
    ] {
        let mut visitor = speaking(language);
        let page = visitor.get("/tillganglighet").await;
        for words in said {
            assert!(page.text("main").contains(words), "{language}: {words}: {}", page.text("main"));
        }
        assert!(page.texts("main li").len() >= 3, "what is wanting");
        for whom in ["main a[href^='mailto:']", "main a[href^='https://www.digg.se/']"] {
            assert!(page.has(whom), "{language}: {whom}");
        }
    }
}

#[tokio::test]
async fn the_statement_says_what_is_the_municipality_s_own() {
    let accessibility = Accessibility {
        responsible: "Bildningsnämnden".to_owned(),
        email: "hinder@example.org".to_owned(),
        phone: Some("08-465 004 30".to_owned()),
        assessed_on: "2026-10-01".parse().unwrap(),
        updated_on: "2026-11-02".parse().unwrap(),
        supervisor: "https://tillsyn.example.org/anmal".parse().unwrap(),
    };
    for language in ["sv", "en"] {
        let contacts = Contacts { accessibility: accessibility.clone(), ..Contacts::fictional() };
        let mut visitor = Browser::new(dressed(&site_with(ORIGIN, contacts)), ORIGIN);
        visitor.headers.push(("accept-language", language.to_owned()));
        let page = visitor.get("/tillganglighet").await;
        for said in ["Bildningsnämnden", "2026-10-01", "2026-11-02", "08-465 004 30"] {
            assert!(page.text("main").contains(said), "{language}: {said}");
        }
        for whom in ["mailto:hinder@example.org", "tel:08-46500430", "https://tillsyn.example.org/anmal"] {
            assert!(page.has(&format!("main a[href='{whom}']")), "{language}: {whom}");
        }
        assert!(!page.text("main").contains("08-465 004 10"), "{language}: one number, not two");
    }
}

#[tokio::test]
async fn the_footer_names_the_municipality_s_own_office() {
    for (language, said) in [
        ("sv", "Bildningsförvaltningen ansvarar för Lyssna."),
        ("en", "Bildningsförvaltningen is responsible for Lyssna."),
    ] {
        let contacts = Contacts { run_by: "Bildningsförvaltningen".to_owned(), ..Contacts::fictional() };
        let mut visitor = Browser::new(dressed(&site_with(ORIGIN, contacts)), ORIGIN);
        visitor.headers.push(("accept-language", language.to_owned()));
        assert_eq!(visitor.get("/om").await.text(".bottom p"), said);
    }
}

#[tokio::test]
async fn the_pages_behind_the_footer_are_there_in_each_language() {
    for (language, titles) in [
        ("sv", ["Om Lyssna", "Vem får läsa?", "Tillgänglighet"]),
        ("en", ["About Lyssna", "Who may read it?", "Accessibility"]),
    ] {
        let mut visitor = speaking(language);
        for (path, title) in ["/om", "/sekretess", "/tillganglighet"].into_iter().zip(titles) {
            let page = visitor.get(path).await;
            assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, title));
        }
    }
}
