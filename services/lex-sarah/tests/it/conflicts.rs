//! Two people at once: the second sees both versions, and nothing they wrote is lost.

use testkit::Browser;

use crate::office::{DECIDER, INVESTIGATOR, Office};

async fn at(office: &Office, login: &str, path: &str) -> Browser {
    let mut browser = office.browser(login).await;
    assert_eq!(browser.get(path).await.path, path, "the form is open to {login}");
    browser
}

#[tokio::test]
async fn the_second_of_two_decisions_sees_both() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.completed(&case).await;
    let path = format!("/arenden/{case}/besluta");
    let (mut one, mut two) = (at(&office, DECIDER, &path).await, at(&office, DECIDER, &path).await);
    let fields =
        [("grade", "misconduct"), ("reasons", "Det första beslutet."), ("ivo", "no"), ("delegation", "7.4")];
    assert_eq!(one.submit("", &fields).await.status, 200);
    let fields = [
        ("grade", "no_misconduct"),
        ("reasons", "Det andra beslutet."),
        ("ivo", "no"),
        ("delegation", "7.5"),
    ];
    let page = two.submit("", &fields).await;
    assert_eq!(page.status, 409);
    let theirs = page.text("#theirs");
    assert!(
        theirs.contains("Beslut: Missförhållande") && theirs.contains("Det första beslutet."),
        "{theirs}"
    );
    assert!(theirs.contains("Bodil Provsson, beslutsfattare"), "{theirs}");
    let own = page.text("#own");
    assert!(own.contains("Inget missförhållande") && own.contains("Det andra beslutet."), "{own}");
    let read = office.program(DECIDER).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    assert_eq!(read["decision"]["reasons"], "Det första beslutet.", "one decision was made");
}

#[tokio::test]
async fn the_second_of_two_entries_keeps_its_text() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    office.inquired(&case).await;
    let path = format!("/arenden/{case}/anteckna");
    let (mut one, mut two) = (at(&office, INVESTIGATOR, &path).await, at(&office, INVESTIGATOR, &path).await);
    let fields = |text| [("section", "1"), ("kind", "fact"), ("source", "schemat"), ("text", text)];
    assert_eq!(one.submit("", &fields("Den första.")).await.status, 200);
    let page = two.submit("", &fields("Den andra.")).await;
    assert_eq!(page.status, 409);
    let theirs = page.text("#theirs");
    assert!(theirs.contains("Uppgift i fråga 1") && theirs.contains("Den första."), "{theirs}");
    assert_eq!(page.exact_text("textarea#text").trim_start(), "Den andra.", "the form is filled in again");
    assert!(page.has("[name=kind][value=fact][checked]") && page.has("#source[value=schemat]"));
    let page = two.submit("", &[]).await;
    assert_eq!(page.status, 200, "and can be sent again");
    assert!(page.html().contains("Den första."));
    assert!(page.html().contains("Den andra."), "both stand in the inquiry");
}

#[tokio::test]
async fn the_second_of_two_who_take_it_is_told_so() {
    let office = Office::open().await;
    let case = office.reported("a").await;
    let path = format!("/arenden/{case}/ta");
    let (mut one, mut two) = (at(&office, INVESTIGATOR, &path).await, at(&office, "utredare-2", &path).await);
    assert_eq!(one.submit("", &[("free_of_conflict", "yes")]).await.status, 200);
    let page = two.submit("", &[("free_of_conflict", "yes")]).await;
    assert_eq!(page.status, 409);
    assert_eq!(page.text("h1"), "Någon annan hann före");
}
