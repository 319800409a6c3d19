//! Five languages, on every page, without losing a word.

use super::{Sender, words::texts};

const LANGUAGES: [(&str, &str, &str); 5] = [
    ("sv", "ltr", "Vad har hänt?"),
    ("sv-x-latt", "ltr", "Vad har hänt?"),
    ("en", "ltr", "What happened?"),
    ("ar", "rtl", "ماذا حدث؟"),
    ("so", "ltr", "Maxaa dhacay?"),
];

#[tokio::test]
async fn the_browser_s_language_is_taken() {
    for (wish, language, title) in [
        ("sv-SE,sv;q=0.9", "sv", "Berätta för oss"),
        ("sv-x-latt,sv;q=0.9", "sv-x-latt", "Berätta för oss"),
        ("ar-SY,ar;q=0.9,en;q=0.5", "ar", "أخبرنا"),
        ("so-SO", "so", "Noo sheeg"),
        ("fi,so;q=0.4", "so", "Noo sheeg"),
        ("fi", "sv", "Berätta för oss"),
    ] {
        let mut sender = Sender::arrives().await;
        sender.browser.headers.push(("accept-language", wish.to_owned()));
        let page = sender.get("/").await;
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(language), "{wish}");
        assert_eq!(page.text("h1"), title);
    }
}

#[tokio::test]
async fn the_languages_call_themselves_by_their_own_names() {
    let sender = Sender::arrives().await;
    let names = ["Svenska", "Lätt svenska", "English", "العربية", "Soomaali"];
    assert_eq!(sender.page().texts(".languages li"), names);
}

#[tokio::test]
async fn the_words_go_through_every_language_and_are_sent_as_they_were_written() {
    let mut sender = Sender::begins().await;
    for (language, direction, question) in LANGUAGES {
        sender.answer(&[("text", "Tre ord. ثلاث كلمات."), ("switch_language", language)]).await;
        let page = sender.page();
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(language));
        assert_eq!(page.attribute("html", "dir").as_deref(), Some(direction));
        assert_eq!(page.text("h1"), question);
        assert_eq!(page.text("textarea"), "Tre ord. ثلاث كلمات.");
    }
    sender.sends().await;
    assert_eq!(sender.page().text("h1"), "Waan helnay wixii aad soo dirtay");
    sender.submit("/kvitto/oppna", &[]).await;
    assert!(sender.page().text(".dialogue").contains("ثلاث كلمات."));
}

#[tokio::test]
async fn no_page_in_another_language_shows_a_key_or_a_swedish_word() {
    let keys: Vec<_> = texts("sv").into_iter().map(|(key, _)| key).filter(|key| key.contains('-')).collect();
    for language in ["ar", "so", "en"] {
        let mut sender = Sender::begins().await;
        sender.answer(&[("text", "x"), ("switch_language", language)]).await;
        for path in [
            "/",
            "/klagomal/handelse",
            "/klagomal/verksamhet",
            "/klagomal/vem",
            "/klagomal/filer",
            "/klagomal/kontakt",
            "/klagomal/kontrollera",
            "/mitt-arende",
            "/kvitto",
            "/om",
            "/sekretess",
            "/personuppgifter",
            "/tillganglighet",
            "/finns-inte",
        ] {
            let page = sender.get(path).await;
            let text = page.text("body");
            for word in [" och ", " inte ", " vi ", " som "] {
                assert!(!text.contains(word), "{language} {path} says{word}in: {text}");
            }
            let shown: Vec<_> =
                text.split_whitespace().filter(|word| keys.iter().any(|key| key == word)).collect();
            assert_eq!(shown, [""; 0], "{language} {path}");
        }
    }
}
