//! Pictures and files: one at a time, each failure with its own sentence, and on without.

use sea_orm::ConnectionTrait;

use super::Sender;

pub(super) const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
pub(super) const MULTIPART: &str = "multipart/form-data; boundary=edge";

/// What a browser sends when somebody presses a button of the form: its fields in order, the file, the button.
pub(super) fn pressed(token: &str, file: (&str, &[u8]), button: (&str, &str)) -> Vec<u8> {
    let field = |name: &str, value: &str| {
        format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let head = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\
         content-type: application/octet-stream\r\n\r\n",
        file.0
    );
    let button = if button.0.is_empty() { String::new() } else { field(button.0, button.1) };
    [field("csrf", token).as_bytes(), head.as_bytes(), file.1, b"\r\n", button.as_bytes(), b"--edge--\r\n"]
        .concat()
}

impl Sender {
    pub(super) async fn at_files() -> Self {
        let mut sender = Self::has_told("a").await;
        sender.get("/klagomal/filer").await;
        sender
    }

    async fn presses(&mut self, file: (&str, &[u8]), button: (&str, &str)) {
        let token = self.page().attribute("#form input[name=csrf]", "value").unwrap();
        self.browser.post("/klagomal/filer", MULTIPART, pressed(&token, file, button)).await;
        if let Some(next) = self.browser.location() {
            self.get(&next).await;
        }
    }

    pub(super) async fn adds(&mut self, name: &str, content: &[u8]) {
        self.presses((name, content), ("add", "yes")).await;
    }

    pub(super) async fn files_kept(&self) -> usize {
        let stored = testkit::everything_stored(&self.standing.ground.database).await;
        stored.iter().filter(|(column, _)| column == "attachment.id").count()
    }
}

#[tokio::test]
async fn files_are_added_one_by_one_and_taken_back() {
    let mut sender = Sender::at_files().await;
    assert!(sender.page().text("#file-hint").contains("högst 50 MB"), "limits are told before");
    sender.adds("hallen.png", PNG).await;
    assert_eq!(sender.page().text("[role=status]"), "Filen är tillagd.");
    sender.adds("anteckning.txt", "Kl 16.50 kom bilen.".as_bytes()).await;
    assert_eq!(sender.page().texts("li bdi"), ["hallen.png", "anteckning.txt"]);
    assert_eq!(sender.files_kept().await, 2);
    let mark = sender.page().attribute("button[name=remove]", "value").unwrap();
    sender.presses(("", b""), ("remove", &mark)).await;
    assert_eq!(sender.page().text("[role=status]"), "Filen är borttagen.");
    assert_eq!(sender.page().texts("li bdi"), ["anteckning.txt"]);
    assert_eq!(sender.files_kept().await, 1, "it is forgotten at once");
    sender.presses(("", b""), ("", "")).await;
    assert_eq!(sender.page().path, "/klagomal/kontakt");
    sender.get("/klagomal/kontrollera").await;
    assert!(sender.page().text(".answers").contains("anteckning.txt"));
    sender.sends().await;
    sender.submit("/kvitto/oppna", &[]).await;
    assert!(sender.page().text("main").contains("anteckning.txt"));
}

#[tokio::test]
async fn a_file_chosen_and_not_added_goes_along_when_somebody_goes_on() {
    let mut sender = Sender::at_files().await;
    sender.presses(("hallen.png", PNG), ("", "")).await;
    assert_eq!(sender.page().path, "/klagomal/kontakt");
    assert_eq!(sender.get("/klagomal/filer").await.texts("li bdi"), ["hallen.png"]);
}

/// A picture that says it has more pixels than any camera makes.
fn flood() -> Vec<u8> {
    let mut picture = PNG.to_vec();
    picture[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    picture
}

#[tokio::test]
async fn each_failure_has_its_own_sentence_and_keeps_no_file() {
    let too_large = vec![b'a'; 50 * 1024 * 1024 + 1];
    for (name, content, sentence) in [
        ("tom.png", &b""[..], "Filen är tom. Välj en annan fil."),
        ("stor.txt", &too_large, "Filen är större än 50 MB. Välj en mindre fil."),
        (
            "bild.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "Vi tar inte emot webbsidor och ritningar",
        ),
        ("bild.png", b"MZ\x90\0 this is a program", "Filen är ett program."),
        ("bild.jpg", PNG, "Filens namn säger en sak och innehållet en annan."),
        ("allt.zip", b"PK\x03\x04 and so on", "Filen är en packad mapp."),
        ("brev.docm", b"PK\x03\x04 and so on", "Dokumentet innehåller makron."),
        ("brev.pdf", b"%PDF-1.7\ntrailer<</Encrypt 3 0 R>>", "Filen är låst med lösenord."),
        ("brev.odt", b"a", "Vi kan inte ta emot den sortens fil."),
        ("bild.png", &PNG[..20], "Filen går inte att öppna."),
        ("bild.png", &flood(), "Bilden har för många bildpunkter."),
        ("", b"", "Välj en fil först."),
    ] {
        let mut sender = Sender::at_files().await;
        sender.adds(name, content).await;
        assert_eq!(sender.page().status, 422, "{name}");
        assert!(
            sender.page().text("#file-error").contains(sentence),
            "{name}: {}",
            sender.page().text("#file-error")
        );
        assert!(sender.page().has(".error-summary a[href='#file']"));
        assert!(sender.page().text("title").starts_with("Fel: "));
        assert_eq!(sender.files_kept().await, 0, "{name}");
        sender.presses(("", b""), ("", "")).await;
        assert_eq!(sender.page().path, "/klagomal/kontakt", "one can go on without");
    }
}

#[tokio::test]
async fn a_file_that_breaks_off_is_not_kept_and_the_page_says_so() {
    let mut sender = Sender::at_files().await;
    let token = sender.page().attribute("#form input[name=csrf]", "value").unwrap();
    let mut body = pressed(&token, ("hallen.png", PNG), ("add", "yes"));
    body.truncate(body.len() - 90);
    sender.browser.post("/klagomal/filer", MULTIPART, body).await;
    assert_eq!(sender.page().status, 422);
    assert!(sender.page().text("#file-error").ends_with("Filen kom inte fram hel. Försök igen."));
    assert_eq!(sender.files_kept().await, 0);
}

#[tokio::test]
async fn ten_files_are_enough() {
    let mut sender = Sender::at_files().await;
    for number in 1..=10 {
        sender.adds(&format!("{number}.txt"), format!("fil {number}").as_bytes()).await;
    }
    assert_eq!(sender.page().texts("li bdi").len(), 10);
    sender.adds("11.txt", b"fil 11").await;
    assert_eq!(sender.page().status, 422);
    assert!(
        sender.page().text("#file-error").ends_with("Du har redan lagt till 10 filer. Ta bort en först.")
    );
}

#[tokio::test]
async fn no_file_is_read_before_the_form_is_known_to_be_ours() {
    for forged in [pressed("forged", ("hallen.png", PNG), ("add", "yes")), {
        let body = pressed("", ("hallen.png", PNG), ("add", "yes"));
        // The file first, and no token at all.
        body[body.windows(6).skip(1).position(|part| part == b"--edge").unwrap() + 1..].to_vec()
    }] {
        let mut sender = Sender::at_files().await;
        sender.browser.post("/klagomal/filer", MULTIPART, forged).await;
        assert_eq!(sender.page().status, 422);
        assert!(sender.page().text("#file-error").ends_with("Välj filen igen."));
        assert_eq!(sender.files_kept().await, 0);
        sender.adds("hallen.png", PNG).await;
        assert_eq!(sender.files_kept().await, 1);
    }
}

#[tokio::test]
async fn an_unknown_field_is_refused() {
    let mut sender = Sender::at_files().await;
    sender.presses(("hallen.png", PNG), ("severity", "4")).await;
    assert_eq!(sender.page().status, 400);
}

#[tokio::test]
async fn changing_the_language_takes_the_chosen_file_along() {
    let mut sender = Sender::at_files().await;
    sender.presses(("hallen.png", PNG), ("switch_language", "en")).await;
    assert_eq!(sender.page().text("h1"), "Would you like to add pictures or files? (optional)");
    assert_eq!(sender.page().texts("li bdi"), ["hallen.png"]);
}

#[tokio::test]
async fn names_of_files_are_shown_as_they_are_and_do_no_harm() {
    let mut sender = Sender::at_files().await;
    for name in ["å ä ö.txt", "<script>alert(1)</script>.txt", "../../etc/passwd.txt", "صورة.txt"] {
        sender.adds(name, b"text").await;
        assert!(sender.page().texts("li bdi").contains(&name.to_owned()), "{name}");
        assert!(!sender.page().has("main script"));
    }
}

#[tokio::test]
async fn files_that_waited_too_long_are_asked_for_again_when_sending() {
    let mut sender = Sender::at_files().await;
    sender.adds("hallen.png", PNG).await;
    let database = sender.standing.ground.database.reader();
    database.execute_unprepared("DELETE FROM attachment_chunk").await.unwrap();
    database.execute_unprepared("DELETE FROM attachment").await.unwrap();
    sender.get("/klagomal/kontrollera").await;
    sender.answer(&[]).await;
    assert_eq!(sender.page().status, 422);
    let summary = ".error-summary a[href='/klagomal/filer?andra=1']";
    assert!(sender.page().text(summary).starts_with("En fil har legat för länge hos oss."));
    assert_eq!(sender.complaints().await, 0);
    sender.get("/klagomal/filer?andra=1").await;
    let mark = sender.page().attribute("button[name=remove]", "value").unwrap();
    sender.presses(("", b""), ("remove", &mark)).await;
    sender.sends().await;
}
