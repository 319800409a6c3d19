//! What becomes of personal data, for whoever is about to leave some (GDPR art. 13).

use serde_json::json;

use super::Sender;

const PAGE: &str = "/personuppgifter";

#[tokio::test]
async fn in_each_language_it_names_who_answers_their_officer_and_where_to_complain() {
    for language in ["sv", "sv-x-latt", "en", "ar", "so"] {
        let mut sender = Sender::arrives().await;
        sender.browser.headers.push(("accept-language", language.to_owned()));
        let page = sender.get(PAGE).await;
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(language));
        assert!(page.text("main").contains("Utbildningsnämnden"), "{language}: {}", page.text("main"));
        for whom in ["mailto:dataskydd@example.org", "tel:08-46500410", "https://www.imy.se/"] {
            assert!(page.has(&format!("main a[href='{whom}']")), "{language}: {whom}");
        }
    }
}

#[tokio::test]
async fn it_says_why_on_what_ground_who_reads_and_what_one_may_demand() {
    let mut sender = Sender::arrives().await;
    let said = sender.get(PAGE).await.text("main");
    for words in [
        "artikel 6.1 c och e",
        "artikel 9.2 h",
        "frågar vi inte om ditt samtycke",
        "Chefen för verksamheten läser",
        "OSL (26 kap. 1 §)",
        "Socialtjänsten",
        "IVO",
        "polisen eller någon annan som ska ta hand om ärendet, om du säger ja",
        "få en kopia",
        "inom en månad",
        "Det som stod förut finns kvar",
        "Du kan inte säga nej",
        "profilering",
        "inte vilken mobil eller dator du använder, och inte dess adress på nätet",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[tokio::test]
async fn one_link_leads_there_before_the_first_question_and_where_one_is_asked_who_one_is() {
    let mut sender = Sender::has_told("a").await;
    let to_it = format!("a[href='{PAGE}']");
    for path in ["/", "/klagomal/kontakt"] {
        let page = sender.get(path).await;
        assert_eq!(page.texts(&format!("main {to_it}")), ["Så behandlar vi dina personuppgifter"], "{path}");
    }
    for path in ["/", "/klagomal/handelse", "/mitt-arende", "/kvitto", "/tillganglighet", "/finns-inte", PAGE]
    {
        let page = sender.get(path).await;
        assert_eq!(page.texts(&format!("footer {to_it}")), ["Personuppgifter"], "{path}");
    }
}

#[tokio::test]
async fn it_says_how_long_as_the_rules_do_and_promises_no_end_that_nobody_has_decided() {
    let rules = json!({ "disposal": [
        { "kind": "inquired", "years": 7 },
        { "kind": "plain", "years": 1, "decision": "UTBF 2026/123" },
    ]});
    let mut sender = Sender::arrives_where(rules).await;
    let page = sender.get(PAGE).await;
    let kept = page.texts("main li").into_iter().filter(|line| line.contains("minst")).collect::<Vec<_>>();
    let [inquired, plain] = [&kept[0], &kept[1]];
    assert!(
        inquired.contains("minst 7 år.") && inquired.contains("förrän det finns ett beslut"),
        "{inquired}"
    );
    assert!(plain.contains("minst ett år.") && plain.contains("(beslut UTBF 2026/123)"), "{plain}");
    assert!(page.text("main").contains("lex Sarah"), "what was handed over stays");
    assert!(page.text("main").contains("efter 24 timmar"), "what was never sent");
}
