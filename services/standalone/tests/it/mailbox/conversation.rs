//! SMTP spoken by hand: what a well-behaved client does not do.

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::TestMailbox;

struct Client(BufReader<TcpStream>);

impl Client {
    async fn connect(t: &TestMailbox) -> Self {
        let mut client = Self(BufReader::new(TcpStream::connect(t.mailbox.address()).await.unwrap()));
        assert!(client.hear().await.starts_with("220 "));
        client
    }

    async fn say(&mut self, line: &str) -> String {
        self.send(format!("{line}\r\n").as_bytes()).await;
        self.hear().await
    }

    async fn send(&mut self, bytes: &[u8]) {
        self.0.get_mut().write_all(bytes).await.unwrap();
    }

    /// The last line of a reply.
    async fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).await.unwrap();
            if line.as_bytes().get(3) != Some(&b'-') {
                return line;
            }
        }
    }

    async fn is_hung_up(&mut self) -> bool {
        let mut rest = String::new();
        self.0.read_line(&mut rest).await.unwrap_or_default() == 0
    }
}

#[tokio::test]
async fn each_command_has_its_turn() {
    let t = TestMailbox::start().await;
    let mut client = Client::connect(&t).await;
    for (said, code) in [
        ("MAIL FROM:<a@x.example>", "503"),
        ("RCPT TO:<a@x.example>", "503"),
        ("DATA", "503"),
        ("HELO there", "250"),
        ("NOOP", "250"),
        ("VRFY someone", "252"),
        ("STARTTLS", "502"),
        ("AUTH PLAIN AGEAYg==", "502"),
        ("HUG", "500"),
        ("MAIL FROM:nonsense", "501"),
        ("MAIL FROM:<a@x.example> SIZE=99999999", "552"),
        ("MAIL FROM:<a@x.example> BODY=8BITMIME SMTPUTF8", "250"),
        ("MAIL FROM:<a@x.example>", "503"),
        ("DATA", "503"),
        ("RCPT TO:<åsa@x.example>", "250"),
        ("RSET", "250"),
        ("DATA", "503"),
        ("QUIT", "221"),
    ] {
        let reply = client.say(said).await;
        assert!(reply.starts_with(code), "{said}: {reply}");
    }
    assert!(client.is_hung_up().await);
}

#[tokio::test]
async fn the_whole_conversation_may_come_at_once_or_byte_by_byte() {
    let t = TestMailbox::start().await;
    let all = "EHLO me\r\nMAIL FROM:<>\r\nRCPT TO:<b@x.example>\r\nDATA\r\nSubject: Hej\r\n\r\n..två punkter\r\nslut.\r\n.\r\nQUIT\r\n";
    let mut at_once = Client::connect(&t).await;
    at_once.send(all.as_bytes()).await;
    while !at_once.hear().await.starts_with("221") {}
    let mut slowly = Client::connect(&t).await;
    for byte in all.bytes() {
        slowly.send(&[byte]).await;
        slowly.0.get_mut().flush().await.unwrap();
    }
    while !slowly.hear().await.starts_with("221") {}
    let messages = t.messages("").await;
    assert_eq!(messages.len(), 2);
    assert!(
        messages
            .iter()
            .all(|message| message["text"] == ".två punkter\nslut." && message["subject"] == "Hej")
    );
}

#[tokio::test]
async fn a_mail_that_ends_with_its_first_line_is_empty_not_endless() {
    let t = TestMailbox::start().await;
    let mut client = Client::connect(&t).await;
    for said in ["EHLO me", "MAIL FROM:<a@x.example>", "RCPT TO:<b@x.example>", "DATA"] {
        client.say(said).await;
    }
    assert!(client.say(".").await.starts_with("250"));
    assert_eq!(t.messages("").await[0]["text"], "");
}

#[tokio::test]
async fn a_mail_that_is_too_large_is_refused_and_the_next_one_taken() {
    let t = TestMailbox::start().await;
    let mut client = Client::connect(&t).await;
    let begin = ["EHLO me", "MAIL FROM:<a@x.example>", "RCPT TO:<b@x.example>", "DATA"];
    for said in begin {
        client.say(said).await;
    }
    let line = [b"x".repeat(1000), b"\r\n".to_vec()].concat();
    client.send(&line.repeat(1100)).await;
    assert!(client.say(".").await.starts_with("552"));
    for said in begin {
        client.say(said).await;
    }
    assert!(client.say("Subject: kort\r\n\r\n.").await.starts_with("250"));
    assert_eq!(t.messages("").await.len(), 1);
}

#[tokio::test]
async fn who_only_makes_faults_or_sends_an_endless_line_is_hung_up_on() {
    let t = TestMailbox::start().await;
    let mut client = Client::connect(&t).await;
    for _ in 0..20 {
        assert!(client.say("HUG").await.starts_with("500"));
    }
    assert!(client.say("HUG").await.starts_with("421"));
    assert!(client.is_hung_up().await);
    let mut client = Client::connect(&t).await;
    client.send(&b"x".repeat(5000)).await;
    assert!(client.hear().await.starts_with("500"));
    assert!(client.is_hung_up().await);
}

#[tokio::test]
async fn one_too_many_is_turned_away_and_let_in_later() {
    let t = TestMailbox::start().await;
    let mut crowd = Vec::new();
    for _ in 0..32 {
        crowd.push(Client::connect(&t).await);
    }
    let mut late = Client(BufReader::new(TcpStream::connect(t.mailbox.address()).await.unwrap()));
    assert!(late.hear().await.starts_with("421"));
    assert!(crowd.pop().unwrap().say("QUIT").await.starts_with("221"));
    for _ in 0..100 {
        let mut later = Client(BufReader::new(TcpStream::connect(t.mailbox.address()).await.unwrap()));
        if later.hear().await.starts_with("220") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the free place was not given away");
}
