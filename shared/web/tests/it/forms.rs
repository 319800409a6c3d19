//! No field is reached before the form is known to be ours.

use testkit::Shown;

use crate::site::{ORIGIN, dressed, site, visitor};

const FORM: &str = "application/x-www-form-urlencoded";

/// What comes back when `body` is sent with the visitor's own token in the place of `TOKEN`.
async fn sent(kind: &str, body: &str) -> Shown {
    let mut visitor = visitor();
    visitor.get("/").await;
    let token = visitor.page.attribute("input[name=csrf]", "value").unwrap();
    visitor.post("/", kind, body.replace("TOKEN", &token)).await.clone()
}

#[tokio::test]
async fn a_form_of_ours_is_taken() {
    let mut visitor = visitor();
    visitor.get("/").await;
    visitor.submit("", &[("text", "Blåbär & grädde = gott"), ("unit", "å")]).await;
    assert_eq!(visitor.page.status.as_u16(), 200);
    assert_eq!(visitor.page.text("#text"), "Blåbär & grädde = gott");
    let taken = sent(&format!("{FORM}; charset=UTF-8"), "csrf=TOKEN&text=a").await;
    assert_eq!(taken.text("#text"), "a");
}

#[tokio::test]
async fn a_field_that_is_unknown_missing_or_there_twice_is_refused() {
    for body in ["csrf=TOKEN&text=a&role=admin", "csrf=TOKEN&unit=a", "csrf=TOKEN&text=a&text=b"] {
        let refused = sent(FORM, body).await;
        assert_eq!(refused.status.as_u16(), 400, "{body}");
        assert_eq!(refused.text("h1"), "Vi kunde inte läsa det du skickade");
    }
}

#[tokio::test]
async fn what_is_not_utf8_is_refused_rather_than_guessed_at() {
    for body in ["csrf=TOKEN&text=%ff", "csrf=TOKEN&text=%C3", "csrf=TOKEN&te%ffxt=a"] {
        assert_eq!(sent(FORM, body).await.status.as_u16(), 400, "{body}");
    }
}

#[tokio::test]
async fn another_kind_of_content_is_refused() {
    for kind in ["text/plain", "application/json", "", "application/x-www-form-urlencoded-not"] {
        assert_eq!(sent(kind, "csrf=TOKEN&text=a").await.status.as_u16(), 415, "{kind}");
    }
}

#[tokio::test]
async fn what_is_larger_than_any_form_is_refused() {
    let refused = sent(FORM, &format!("csrf=TOKEN&text={}", "a".repeat(4 << 20))).await;
    assert_eq!((refused.status.as_u16(), refused.text("h1").as_str()), (413, "Det du skickade är för stort"));
    let taken = sent(FORM, &format!("csrf=TOKEN&text={}", "a".repeat(3 << 20))).await;
    assert_eq!(taken.status.as_u16(), 200);
}

#[tokio::test]
async fn without_its_token_everything_written_comes_back() {
    for token in ["", "csrf=&", "csrf=forged&", "csrf=TOKENx&", "csrf=TOKEN&csrf=TOKEN&"] {
        let mut kept = visitor();
        kept.page = sent(FORM, &format!("{token}text=Det+hände+p%C3%A5+fritids%0Aen+tisdag&unit=norr")).await;
        assert_eq!(kept.page.status.as_u16(), 422, "{token}");
        assert_eq!(kept.page.text("h1"), "Det du skrev är kvar");
        assert!(!kept.page.has("#text"), "{token} reached the handler");
        let (address, mut fields) = kept.form("");
        fields.retain(|(name, _)| name != "csrf");
        assert_eq!(address, "/");
        let written = [("text", "Det hände på fritids\nen tisdag"), ("unit", "norr")];
        assert_eq!(fields, written.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert!(kept.page.text(".notice").contains("Det hände på fritids"));
    }
}

#[tokio::test]
async fn what_came_back_can_be_sent_again() {
    let mut visitor = visitor();
    visitor.get("/").await;
    visitor.post("/", FORM, "csrf=old&text=Det+blir+bra&unit=").await;
    visitor.submit("", &[]).await;
    assert_eq!(visitor.page.text("#text"), "Det blir bra");
}

#[tokio::test]
async fn what_was_written_comes_back_when_something_of_ours_is_away() {
    for (address, status) in [("/fel/unavailable?a=1", 503), ("/fel/internal", 500), ("/panik", 500)] {
        let mut visitor = visitor();
        visitor.get("/").await;
        let token = visitor.page.attribute("input[name=csrf]", "value").unwrap();
        visitor.post(address, FORM, format!("csrf={token}&text=Det+h%C3%A4nde+nu&code=a+b")).await;
        assert_eq!(visitor.page.status.as_u16(), status, "{address}");
        assert_eq!(visitor.page.text("h1"), "Det du skrev är kvar", "{address}");
        let (action, mut fields) = visitor.form("");
        fields.retain(|(name, _)| name != "csrf");
        let written = [("text", "Det hände nu"), ("code", "a b")];
        assert_eq!(fields, written.map(|(name, value)| (name.to_owned(), value.to_owned())), "{address}");
        assert_eq!((action.as_str(), visitor.page.text(".notice").as_str()), (address, "Det hände nu"));
    }
}

#[tokio::test]
async fn what_nobody_wrote_in_a_form_of_ours_does_not_come_back() {
    let large = format!("csrf=TOKEN&text={}", "a".repeat(4 << 20));
    for body in ["", "csrf=a", "text=Hej+hej", "csrf=a&text=%ff", &large] {
        let mut visitor = visitor();
        visitor.get("/").await;
        visitor.post("/fel/internal", FORM, body.to_owned()).await;
        assert_eq!(visitor.page.text("h1"), "Något gick fel hos oss");
    }
}

#[tokio::test]
async fn what_came_back_goes_to_where_it_was_sent_with_what_it_asked_for() {
    let mut visitor = visitor();
    visitor.get("/").await;
    visitor.post("/?andra=1&r=%C3%A5", FORM, "csrf=old&text=Det+blir+bra&unit=").await;
    assert_eq!(visitor.form("").0, "/?andra=1&r=%C3%A5");
}

#[tokio::test]
async fn what_came_back_is_text_and_never_markup() {
    let page = sent(FORM, "text=%22%3E%3Cscript+src%3Dx%3E+%3Cb%3Ehej%3C%2Fb%3E").await;
    assert!(!page.has("script") && !page.has("main b"), "{}", page.html());
}

#[tokio::test]
async fn another_visitors_token_does_not_open_the_form() {
    let router = dressed(&site(ORIGIN));
    let mut anna = testkit::Browser::new(router.clone(), ORIGIN);
    let mut bo = testkit::Browser::new(router, ORIGIN);
    anna.get("/").await;
    bo.get("/").await;
    let token = anna.page.attribute("input[name=csrf]", "value").unwrap();
    assert_ne!(Some(&token), bo.page.attribute("input[name=csrf]", "value").as_ref());
    let body = format!("csrf={token}&text=a");
    assert_eq!(bo.post("/", FORM, body.clone()).await.status.as_u16(), 422);
    assert_eq!(anna.post("/", FORM, body).await.status.as_u16(), 200);
}

#[tokio::test]
async fn a_token_holds_as_long_as_the_visit_and_in_every_tab() {
    let mut visitor = visitor();
    visitor.get("/").await;
    let first = visitor.page.attribute("input[name=csrf]", "value").unwrap();
    visitor.get("/om").await;
    visitor.get("/").await;
    assert_eq!(visitor.post("/", FORM, format!("csrf={first}&text=a")).await.status.as_u16(), 200);
}

#[tokio::test]
async fn another_copy_of_the_service_knows_the_same_forms_and_another_service_does_not() {
    let site = site(ORIGIN);
    let mut visitor = testkit::Browser::new(dressed(&site), ORIGIN);
    visitor.get("/").await;
    let elsewhere = crate::site::site(ORIGIN);
    assert_ne!(site.forms().mark("a"), elsewhere.forms().mark("a"));
    let cookie = visitor.cookie("quality-form").unwrap().to_owned();
    assert!(!visitor.page.html().contains(&cookie), "the cookie's value stands on the page");
}
