//! One SMTP conversation (RFC 5321) without the network: bytes in, replies out. Commands and the dots at the start of
//! lines are smtp-proto's work.

use std::slice::Iter;

use smtp_proto::request::receiver::{DataReceiver, DummyDataReceiver, RequestReceiver};
use smtp_proto::{
    EXT_8BIT_MIME, EXT_PIPELINING, EXT_SIZE, EXT_SMTP_UTF8, EhloResponse, Error, MailFrom, Request,
};

use super::replies::Replies;

pub const LARGEST: usize = 1024 * 1024;
const MOST_RECIPIENTS: usize = 100;

/// A message as it was handed over.
#[derive(Debug, PartialEq, Eq)]
pub struct Delivered {
    pub recipients: Vec<String>,
    pub raw: Vec<u8>,
}

#[derive(Default)]
pub struct Session {
    commands: RequestReceiver,
    stage: Stage,
    pub replies: Replies,
    pub delivered: Vec<Delivered>,
}

/// How far the client has come; each stage holds what is known by then.
#[derive(Default)]
enum Stage {
    #[default]
    Connected,
    Greeted,
    From,
    To(Vec<String>),
    Text(Vec<String>, DataReceiver, Vec<u8>),
    TooLong(DummyDataReceiver),
}

impl Session {
    pub fn welcome() -> Self {
        let mut session = Self::default();
        session.replies.say("220 localhost Lyssna's development mailbox");
        session
    }

    /// Takes what the client sent, in whatever pieces it came; afterwards `replies` are to be sent.
    pub fn hear(&mut self, heard: &[u8]) {
        let mut heard = heard.iter();
        while !heard.as_slice().is_empty() && !self.replies.are_over {
            match self.stage {
                Stage::Text(..) | Stage::TooLong(_) => self.hear_text(&mut heard),
                Stage::Connected | Stage::Greeted | Stage::From | Stage::To(_) => {
                    self.hear_command(&mut heard);
                }
            }
        }
    }

    fn hear_command(&mut self, heard: &mut Iter<'_, u8>) {
        match self.commands.ingest(heard).map(Request::into_owned) {
            Ok(request) => self.obey(request),
            Err(Error::NeedsMoreData { .. }) => *heard = [].iter(),
            Err(Error::UnknownCommand) => self.replies.fault("500 unknown command"),
            Err(Error::ResponseTooLong) => self.replies.close("500 line too long"),
            Err(_) => self.replies.fault("501 cannot read that"),
        }
    }

    fn obey(&mut self, request: Request<String>) {
        match request {
            Request::Ehlo { .. } => self.introduce(),
            Request::Helo { .. } => self.step(Stage::Greeted, "250 localhost"),
            Request::Mail { from } => self.sender(&from),
            Request::Rcpt { to } => self.recipient(to.address),
            Request::Data => self.text(),
            Request::Rset => self.reset(),
            Request::Noop { .. } => self.replies.say("250 fine"),
            Request::Vrfy { .. } => self.replies.say("252 everybody is welcome here"),
            Request::Quit => self.replies.close("221 bye"),
            Request::Lhlo { .. }
            | Request::Bdat { .. }
            | Request::Auth { .. }
            | Request::Expn { .. }
            | Request::Help { .. }
            | Request::Etrn { .. }
            | Request::Atrn { .. }
            | Request::Burl { .. }
            | Request::StartTls => self.replies.fault("502 not offered here"),
        }
    }

    fn introduce(&mut self) {
        let mut ehlo = EhloResponse::new("localhost");
        ehlo.capabilities = EXT_8BIT_MIME | EXT_PIPELINING | EXT_SIZE | EXT_SMTP_UTF8;
        ehlo.size = LARGEST;
        ehlo.write(&mut self.replies.bytes).expect("memory can be written to");
        self.stage = Stage::Greeted;
    }

    fn sender(&mut self, from: &MailFrom<String>) {
        match self.stage {
            Stage::Greeted if from.size > LARGEST => self.replies.fault("552 too large"),
            Stage::Greeted => self.step(Stage::From, "250 sender noted"),
            Stage::Connected => self.replies.fault("503 EHLO first"),
            _ => self.replies.fault("503 sender already given"),
        }
    }

    fn recipient(&mut self, address: String) {
        match &mut self.stage {
            Stage::From => self.step(Stage::To(vec![address]), "250 recipient noted"),
            Stage::To(recipients) if recipients.len() < MOST_RECIPIENTS => {
                recipients.push(address);
                self.replies.say("250 recipient noted");
            }
            Stage::To(_) => self.replies.fault("452 too many recipients"),
            _ => self.replies.fault("503 MAIL first"),
        }
    }

    fn text(&mut self) {
        let Stage::To(recipients) = &mut self.stage else { return self.replies.fault("503 RCPT first") };
        let recipients = std::mem::take(recipients);
        self.step(
            Stage::Text(recipients, at_line_start(), Vec::new()),
            "354 end with a dot on a line of its own",
        );
    }

    fn reset(&mut self) {
        if !matches!(self.stage, Stage::Connected) {
            self.stage = Stage::Greeted;
        }
        self.replies.say("250 forgotten");
    }

    fn hear_text(&mut self, heard: &mut Iter<'_, u8>) {
        match &mut self.stage {
            Stage::Text(recipients, receiver, raw) => {
                if receiver.ingest(heard, raw) {
                    let delivered =
                        Delivered { recipients: std::mem::take(recipients), raw: std::mem::take(raw) };
                    self.delivered.push(delivered);
                    self.step(Stage::Greeted, "250 taken");
                } else if raw.len() > LARGEST {
                    self.stage = Stage::TooLong(DummyDataReceiver::new_data(receiver));
                }
            }
            Stage::TooLong(rest) => {
                if rest.ingest(heard) {
                    self.step(Stage::Greeted, "552 too large");
                }
            }
            Stage::Connected | Stage::Greeted | Stage::From | Stage::To(_) => {}
        }
    }

    fn step(&mut self, stage: Stage, reply: &str) {
        self.stage = stage;
        self.replies.say(reply);
    }
}

/// The receiver looks for a dot after a line break; the text begins right after one, which it has not seen.
fn at_line_start() -> DataReceiver {
    let mut receiver = DataReceiver::new();
    receiver.ingest(&mut b"\r\n".iter(), &mut Vec::new());
    receiver
}
