//! Saving under a code, and going on with it elsewhere.

use chrono::TimeDelta;
use complaints::{STAFF_PART, StaffApp, actions};
use testkit::everything_stored;

use super::{Sender, files::PNG};

impl Sender {
    /// Asks for a code from the question on the screen, with `text` in it.
    async fn saves(&mut self, text: &str) -> String {
        self.get("/klagomal/handelse").await;
        let address = self.page().attribute("button[formaction]", "formaction").unwrap();
        let token = self.page().attribute("#form input[name=csrf]", "value").unwrap();
        let body = format!("csrf={token}&text={text}");
        self.browser.post(&address, "application/x-www-form-urlencoded", body).await;
        assert_eq!(self.browser.location().as_deref(), Some("/klagomal/sparat"), "{}", self.page().html());
        self.get("/klagomal/sparat").await.text(".code")
    }

    /// Time passes, and the half for staff does what it does beside its requests.
    async fn forgets(&self) {
        let staff = self.world.open(STAFF_PART).await;
        let app = StaffApp::new(staff.inside.unwrap()).unwrap();
        actions::forget(&app).await.unwrap();
    }

    /// In another browser, with a code.
    async fn resumes(&mut self, code: &str) {
        self.browser.forget_cookies();
        self.get("/klagomal/fortsatt").await;
        self.submit("/klagomal/fortsatt", &[("code", code)]).await;
    }
}

#[tokio::test]
async fn what_was_saved_goes_on_in_another_browser() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("Första halvan.").await;
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5; 5]);
    assert!(sender.page().text(".arrived").contains("Vi sparar det till"), "it says when it is deleted");
    sender.submit("/klagomal/stang", &[]).await;
    assert!(sender.page().text("[role=status]").contains("Koden öppnar det igen."));
    assert_eq!(sender.get("/klagomal/handelse").await.status, 410, "it is closed here");
    sender.resumes(&code.to_lowercase().replace('-', " ")).await;
    assert_eq!(sender.page().path, "/klagomal/handelse");
    assert_eq!(sender.page().text("textarea"), "Första halvan.");
    sender.answer(&[("text", "Hela.")]).await;
    sender.resumes(&code).await;
    assert_eq!(sender.page().text("textarea"), "Hela.", "each answer is saved from then on");
}

#[tokio::test]
async fn what_was_saved_with_a_file_and_is_sent_often_at_once_is_one_complaint() {
    let mut sender = Sender::at_files().await;
    sender.adds("hallen.png", PNG).await;
    let code = sender.saves("Det var kallt.").await;
    sender.resumes(&code).await;
    sender.presses_five_times_at_once().await;
}

#[tokio::test]
async fn the_code_is_the_same_when_it_is_asked_for_again() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("a").await;
    assert_eq!(sender.saves("b").await, code);
}

#[tokio::test]
async fn a_script_saves_as_one_types_only_when_there_is_a_code() {
    let mut sender = Sender::begins().await;
    assert!(!sender.page().has("form[data-saves]"));
    let code = sender.saves("a").await;
    let address = sender.get("/klagomal/handelse").await.attribute("#form", "data-saves").unwrap();
    let token = sender.page().attribute("#form input[name=csrf]", "value").unwrap();
    let body = format!("csrf={token}&text=Medan+jag+skriver");
    sender.browser.post(&address, "application/x-www-form-urlencoded", body).await;
    assert_eq!(sender.page().status, 204);
    sender.resumes(&code).await;
    assert_eq!(sender.page().text("textarea"), "Medan jag skriver");
}

#[tokio::test]
async fn it_is_kept_for_thirty_days_with_its_files_and_not_longer() {
    let mut sender = Sender::at_files().await;
    sender.adds("hallen.png", super::files::PNG).await;
    let code = sender.saves("Kvar.").await;
    sender.world.clock.advance(TimeDelta::days(29));
    sender.forgets().await;
    sender.resumes(&code).await;
    assert_eq!(sender.page().text("textarea"), "Kvar.");
    assert_eq!(sender.get("/klagomal/filer").await.texts("li bdi"), ["hallen.png"]);
    assert_eq!(sender.files_kept().await, 1);
    sender.world.clock.advance(TimeDelta::days(30));
    sender.resumes(&code).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#code-error").contains("Vi tar bort det sparade efter 30 dagar."));
    sender.forgets().await;
    let stored = everything_stored(&sender.standing.ground.database).await;
    assert!(
        !stored.iter().any(|(column, _)| column.starts_with("draft.") || column.starts_with("attachment"))
    );
}

#[tokio::test]
async fn nothing_of_it_can_be_read_by_those_who_have_the_database() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("Hemlig berättelse.").await;
    for secret in ["Hemlig", code.as_str(), &code.replace('-', "")] {
        assert_eq!(sender.finds(secret).await, [""; 0]);
    }
}

#[tokio::test]
async fn once_sent_the_code_opens_nothing() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("Nu skickar jag.").await;
    sender.sends().await;
    sender.resumes(&code).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#code-error").ends_with("Använd koden på kvittot."));
    assert_eq!(sender.get("/kvitto").await.status, 404, "nor the receipt");
    assert_eq!(sender.complaints().await, 1);
}

#[tokio::test]
async fn a_wrong_code_opens_nothing() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("a").await;
    let other = kernel::ReceiptCode::random();
    for (typed, sentence) in [
        ("", "Skriv koden du fick"),
        ("inte en kod", "Vi hittar inget"),
        (other.reveal(), "Vi hittar inget"),
        (&code[..code.len() - 1], "Vi hittar inget"),
    ] {
        sender.resumes(typed).await;
        assert_eq!(sender.page().status, 422, "{typed}");
        assert!(sender.page().text("#code-error").contains(sentence), "{typed}");
        assert_eq!(sender.get("/klagomal/handelse").await.status, 410);
    }
}

#[tokio::test]
async fn leaving_in_a_hurry_keeps_what_a_code_opens() {
    let mut sender = Sender::begins().await;
    let code = sender.saves("Kvar.").await;
    sender.get("/lamna").await;
    assert_eq!(sender.get("/klagomal/handelse").await.status, 410);
    sender.resumes(&code).await;
    assert_eq!(sender.page().text("textarea"), "Kvar.");
}
