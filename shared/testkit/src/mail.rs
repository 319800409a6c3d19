//! A mail server on loopback that does as it is told. The mail servers of others are met in the suites that have them.

use std::sync::{Arc, Mutex};

use mail_parser::MessageParser;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Keeps what comes in, without TLS. A recipient `refuse-NNN@…` is answered with NNN.
#[derive(Clone)]
pub struct MailServer {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    behaviour: Behaviour,
    mails: Vec<Mail>,
}

/// What it does with mails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Behaviour {
    #[default]
    Takes,
    /// Hangs up on whoever comes.
    IsDown,
    /// Keeps the mail and hangs up before saying so.
    HangsUpAfterTaking,
    /// Answers this to a log-in, a sender and everything else.
    Refuses(u16),
}

/// What somebody gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub raw: String,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), state: Arc::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = serving.clone();
                // A client that hangs up ends its own conversation and no other.
                tokio::spawn(async move { serving.converse(stream).await.ok() });
            }
        });
        server
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    pub fn does(&self, behaviour: Behaviour) {
        self.state.lock().unwrap().behaviour = behaviour;
    }

    /// What came in, oldest first.
    pub fn mails(&self) -> Vec<Mail> {
        self.state.lock().unwrap().mails.clone()
    }

    /// What one recipient got.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    fn behaviour(&self) -> Behaviour {
        self.state.lock().unwrap().behaviour
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        if self.behaviour() == Behaviour::IsDown {
            return Ok(());
        }
        say(&mut stream, "220 here").await?;
        let (mut to, mut line) = (String::new(), String::new());
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 || self.behaviour() == Behaviour::IsDown {
                return Ok(());
            }
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            match (verb.as_str(), self.behaviour()) {
                ("EHLO" | "HELO", _) => say(&mut stream, "250-here\r\n250-8BITMIME\r\n250 SMTPUTF8").await?,
                ("NOOP" | "RSET", _) => say(&mut stream, "250 yes").await?,
                ("QUIT", _) => return say(&mut stream, "221 bye").await,
                (_, Behaviour::Refuses(status)) => say(&mut stream, &format!("{status} no")).await?,
                ("RCPT", _) => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    let refused = to.strip_prefix("refuse-").and_then(|rest| rest.get(..3));
                    match refused {
                        // As servers do, it says whom it does not know.
                        Some(status) => say(&mut stream, &format!("{status} no <{to}> here")).await?,
                        None => say(&mut stream, "250 yes").await?,
                    }
                }
                ("DATA", _) => {
                    say(&mut stream, "354 go on").await?;
                    let raw = read_mail(&mut stream).await?;
                    self.keep(&to, &raw);
                    if self.behaviour() == Behaviour::HangsUpAfterTaking {
                        return Ok(());
                    }
                    say(&mut stream, "250 kept").await?;
                }
                _ => say(&mut stream, "250 yes").await?,
            }
        }
    }

    fn keep(&self, to: &str, raw: &str) {
        let parsed = MessageParser::default().parse(raw.as_bytes()).unwrap();
        let mail = Mail {
            to: to.to_owned(),
            subject: parsed.subject().unwrap_or_default().to_owned(),
            text: parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
            raw: raw.to_owned(),
        };
        self.state.lock().unwrap().mails.push(mail);
    }
}

async fn say(stream: &mut BufReader<TcpStream>, reply: &str) -> std::io::Result<()> {
    stream.write_all(format!("{reply}\r\n").as_bytes()).await
}

/// Up to the line with a single dot.
async fn read_mail(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let begun = raw.len();
        if stream.read_line(&mut raw).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if &raw[begun..] == ".\r\n" {
            raw.truncate(begun);
            return Ok(raw);
        }
        if raw[begun..].starts_with("..") {
            raw.remove(begun);
        }
    }
}
