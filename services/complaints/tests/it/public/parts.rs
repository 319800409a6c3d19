//! A file in parts, as the page's script sends it.

use serde_json::Value;

use testkit::Browser;

use super::{
    Sender,
    files::{MULTIPART, PNG, pressed},
};

pub const PART: usize = 1024 * 1024;

impl Sender {
    async fn announces(&mut self, name: &str, size: usize) -> Value {
        let token = self.token().await;
        let body = format!("csrf={token}&name={name}&size={size}");
        self.browser.post("/klagomal/filer/ny", "application/x-www-form-urlencoded", body).await;
        self.told()
    }

    async fn sends_part(&mut self, from: usize, content: &[u8]) -> Value {
        let token = self.token().await;
        self.browser.headers.push(("x-csrf", token));
        self.browser
            .post(&format!("/klagomal/filer/del?fran={from}"), "application/octet-stream", content.to_vec())
            .await;
        self.browser.headers.clear();
        self.told()
    }

    async fn token(&mut self) -> String {
        self.get("/klagomal/filer").await.attribute("#form input[name=csrf]", "value").unwrap()
    }

    fn told(&self) -> Value {
        assert_eq!(self.page().status, 200, "{}", self.page().html());
        serde_json::from_slice(&self.page().bytes).unwrap()
    }
}

/// Where no draft is kept, the page itself holds what names the file.
pub async fn announces(browser: &mut Browser, files: &str, name: &str, size: usize) -> Value {
    let token = token(browser);
    let body = format!("csrf={token}&name={name}&size={size}");
    browser.post(&format!("{files}/ny"), "application/x-www-form-urlencoded", body).await;
    told(browser)
}

pub async fn sends_part(
    browser: &mut Browser,
    files: &str,
    (csrf, file): (&str, &str),
    (from, content): (usize, &[u8]),
) -> Value {
    browser.headers.extend([("x-csrf", csrf.to_owned()), ("x-file", file.to_owned())]);
    browser.post(&format!("{files}/del?fran={from}"), "application/octet-stream", content.to_vec()).await;
    browser.headers.clear();
    told(browser)
}

/// Sends the page's form with what has come in parts, and no file in it.
pub async fn sends_along(browser: &mut Browser, files: &str, csrf: &str, file: &str) {
    browser.post(files, MULTIPART, pressed(csrf, ("", b""), ("sent", file))).await;
    if let Some(next) = browser.location() {
        browser.get(&next).await;
    }
}

pub fn token(browser: &Browser) -> String {
    browser.page.attribute("form input[name=csrf]", "value").unwrap()
}

fn told(browser: &Browser) -> Value {
    assert_eq!(browser.page.status, 200, "{}", browser.page.html());
    serde_json::from_slice(&browser.page.bytes).unwrap()
}

pub fn picture(size: usize) -> Vec<u8> {
    let mut content = PNG.to_vec();
    content.resize(size, 7);
    content
}

#[tokio::test]
async fn a_file_goes_on_where_the_connection_broke_and_comes_whole() {
    let mut sender = Sender::at_files().await;
    let content = picture(2 * PART + 10);
    assert_eq!(sender.announces("hallen.png", content.len()).await["offset"], 0);
    assert_eq!(sender.sends_part(0, &content[..PART]).await["offset"], PART);
    let announced = sender.announces("hallen.png", content.len()).await;
    assert_eq!(announced["offset"], PART, "some has come");
    assert_eq!(
        sender.sends_part(0, &content[..PART]).await["offset"],
        PART,
        "what came before is not taken again"
    );
    assert_eq!(sender.sends_part(PART, &content[PART..2 * PART]).await["offset"], 2 * PART);
    assert_eq!(sender.sends_part(2 * PART, &content[2 * PART..]).await["offset"], content.len());
    sender.browser.headers.push(("x-file", announced["file"].as_str().unwrap().to_owned()));
    let told = sender.sends_part(2 * PART, &content[2 * PART..]).await;
    assert_eq!(told["offset"], content.len(), "the answer to the last was lost");
    assert_eq!(sender.get("/klagomal/filer").await.texts("li bdi"), ["hallen.png"]);
    sender.sends().await;
    sender.submit("/kvitto/oppna", &[]).await;
    let address = sender.page().attribute("main li a", "href").unwrap();
    assert_eq!(sender.get(&address).await.bytes, content);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_is_kept() {
    for (name, content, sentence) in [
        ("tom.png", Vec::new(), "Filen är tom."),
        ("bild.png", b"MZ this is a program".to_vec(), "Filen är ett program."),
        ("brev.txt", b"text\xff".to_vec(), "Filens namn säger en sak och innehållet en annan."),
        ("brev.odt", b"a".to_vec(), "Vi kan inte ta emot den sortens fil."),
    ] {
        let mut sender = Sender::at_files().await;
        let mut told = sender.announces(name, content.len()).await;
        if told["problem"].is_null() {
            told = sender.sends_part(0, &content).await;
        }
        assert!(told["problem"].as_str().unwrap().contains(sentence), "{name}: {told}");
        assert_eq!(sender.files_kept().await, 0);
        assert_eq!(sender.get("/klagomal/filer").await.texts("li bdi"), [""; 0]);
    }
    let mut sender = Sender::at_files().await;
    let told = sender.announces("film.mp4", 50 * PART + 1).await;
    assert!(told["problem"].as_str().unwrap().contains("större än 50 MB"), "said before anything is sent");
}

#[tokio::test]
async fn a_part_that_leaves_a_gap_or_says_too_much_is_not_taken() {
    let mut sender = Sender::at_files().await;
    let content = picture(PART + 10);
    sender.announces("hallen.png", content.len()).await;
    assert_eq!(sender.sends_part(PART, &content[PART..]).await["offset"], 0, "the first is missing");
    assert!(sender.sends_part(0, &content[..PART - 1]).await["problem"].is_string(), "cut short");
    sender.announces("liten.png", PNG.len()).await;
    assert!(
        sender.sends_part(0, &picture(PNG.len() + 1)).await["problem"].is_string(),
        "more than announced"
    );
    assert_eq!(sender.files_kept().await, 0);
}

#[tokio::test]
async fn no_part_is_taken_without_the_page_s_token() {
    let mut sender = Sender::at_files().await;
    sender.announces("hallen.png", PNG.len()).await;
    sender.browser.post("/klagomal/filer/del?fran=0", "application/octet-stream", PNG.to_vec()).await;
    assert!(sender.told()["problem"].as_str().unwrap().contains("Välj filen igen."));
    assert_eq!(sender.files_kept().await, 0);
    sender
        .browser
        .post("/klagomal/filer/ny", "application/x-www-form-urlencoded", "csrf=x&name=a&size=1")
        .await;
    assert_eq!(sender.page().status, 422);
}

#[tokio::test]
async fn another_file_takes_the_place_of_one_that_never_came_whole() {
    let mut sender = Sender::at_files().await;
    let content = picture(2 * PART);
    sender.announces("halv.png", content.len()).await;
    sender.sends_part(0, &content[..PART]).await;
    assert_eq!(sender.files_kept().await, 1);
    sender.announces("hel.png", PNG.len()).await;
    assert_eq!(sender.files_kept().await, 0);
    sender.sends_part(0, PNG).await;
    assert_eq!(sender.get("/klagomal/filer").await.texts("li bdi"), ["hel.png"]);
}

const DIALOGUE: &str = "/mitt-arende/filer";

#[tokio::test]
async fn in_the_dialogue_too_a_file_goes_on_where_the_connection_broke() {
    let mut sender = Sender::has_sent("Så här såg det ut.").await;
    sender.submit("/kvitto/oppna", &[]).await;
    let browser = &mut sender.browser;
    let (csrf, content) = (token(browser), picture(PART + 10));
    let announced = announces(browser, DIALOGUE, "hallen.png", content.len()).await;
    let file = announced["file"].as_str().unwrap();
    let names = (csrf.as_str(), file);
    assert_eq!(sends_part(browser, DIALOGUE, names, (0, &content[..PART])).await["offset"], PART);
    let last = (PART, &content[PART..]);
    assert_eq!(sends_part(browser, DIALOGUE, names, last).await["offset"], content.len());
    let again = sends_part(browser, DIALOGUE, names, last).await;
    assert!(again["offset"].as_u64().unwrap() >= content.len() as u64, "its answer was lost: {again}");
    sends_along(browser, DIALOGUE, &csrf, file).await;
    assert!(browser.page.has(".notice.good"), "{}", browser.page.html());
    let address = browser.page.attribute("main ul.answers a, main li a", "href").unwrap();
    assert_eq!(browser.get(&address).await.bytes, content);
}

#[tokio::test]
async fn in_the_dialogue_what_is_wrong_is_said_and_nothing_is_kept() {
    let mut sender = Sender::has_sent("a").await;
    sender.submit("/kvitto/oppna", &[]).await;
    let csrf = token(&sender.browser);
    let browser = &mut sender.browser;
    let told = announces(browser, DIALOGUE, "film.mp4", 50 * PART + 1).await;
    assert!(told["problem"].as_str().unwrap().contains("större än 50 MB"), "{told}");
    browser.get("/mitt-arende/dialog").await;
    let announced = announces(browser, DIALOGUE, "hallen.png", PNG.len()).await;
    let file = announced["file"].as_str().unwrap().to_owned();
    for (names, why) in [(("", file.as_str()), "no token"), ((csrf.as_str(), "none"), "no file announced")] {
        let told = sends_part(browser, DIALOGUE, names, (0, PNG)).await;
        assert!(told["problem"].as_str().unwrap().contains("Välj filen igen."), "{why}: {told}");
    }
    sends_along(browser, DIALOGUE, &csrf, &file).await;
    assert_eq!(browser.page.status, 422, "nothing of it has come");
    assert!(browser.page.text("#file-error").contains("Välj filen igen."), "{}", browser.page.html());
    assert_eq!(sender.files_kept().await, 0);
}
