//! A file in parts, as the page's script sends it.

use serde_json::Value;

use super::{Sender, files::PNG};

const PART: usize = 1024 * 1024;

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

fn picture(size: usize) -> Vec<u8> {
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
    assert_eq!(sender.announces("hallen.png", content.len()).await["offset"], PART, "some has come");
    assert_eq!(
        sender.sends_part(0, &content[..PART]).await["offset"],
        PART,
        "what came before is not taken again"
    );
    assert_eq!(sender.sends_part(PART, &content[PART..2 * PART]).await["offset"], 2 * PART);
    assert_eq!(sender.sends_part(2 * PART, &content[2 * PART..]).await["offset"], content.len());
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
