//! Handing a mail to the mail server.

use std::{fs, time::Duration};

use anyhow::{Context, ensure};
use kernel::{EmailAddress, Timestamp};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        PoolConfig,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};

use crate::{
    config::{Mail, Security},
    domain::{DeliveryId, Outcome},
    mail::Letter,
};

/// How long one command may take, and how long a whole mail: less than a claim holds.
const COMMAND: Duration = Duration::from_secs(15);
const WHOLE: Duration = Duration::from_secs(45);

/// The mail server and whom our mails are from. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// Reaches nobody yet: a mail server that is down must not keep the service from starting.
    pub fn new(settings: &Mail) -> anyhow::Result<Self> {
        let from =
            settings.from.parse().context("own.mail.from is not a sender such as `Lyssna <a@b.se>`")?;
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.server)
            .port(settings.port)
            .timeout(Some(COMMAND))
            .pool_config(PoolConfig::new().max_size(4))
            .tls(tls(settings)?);
        if let Some(username) = &settings.username {
            let file = settings.password_file.as_ref().context("own.mail.password_file is missing")?;
            let password =
                fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            server = server.credentials(Credentials::new(username.clone(), password.trim_end().to_owned()));
        }
        Ok(Self { server: server.build(), from })
    }

    /// Hands over one mail. What is logged of a failure is its kind: what a server says may quote the address.
    pub async fn send(&self, id: DeliveryId, to: &EmailAddress, letter: Letter, at: Timestamp) -> Outcome {
        let Ok(mail) = self.mail(id, to, letter, at) else {
            // The address has a form that no mail can carry.
            return Outcome::Refused { status: None };
        };
        match tokio::time::timeout(WHOLE, self.server.send(mail)).await {
            Ok(Ok(_)) => Outcome::Taken,
            Ok(Err(error)) => {
                let status = error.status().map(u16::from);
                let outcome = status.map_or(Outcome::NotNow { status: None }, Outcome::answered);
                tracing::info!(delivery.id = %id, status, tls = error.is_tls(), "a mail was not taken");
                outcome
            }
            Err(_) => {
                tracing::info!(delivery.id = %id, "the mail server is too slow");
                Outcome::NotNow { status: None }
            }
        }
    }

    /// The same name each time the mail is sent, so that whoever gets it twice can see that it is one.
    fn mail(
        &self,
        id: DeliveryId,
        to: &EmailAddress,
        letter: Letter,
        at: Timestamp,
    ) -> anyhow::Result<Message> {
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Ok(Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to.as_str().parse()?))
            .subject(letter.subject)
            .date(at.into())
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            // No answering machine answers to it (RFC 3834).
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .singlepart(SinglePart::plain(letter.body))?)
    }
}

fn tls(settings: &Mail) -> anyhow::Result<Tls> {
    if settings.security == Security::Plain {
        let is_here = matches!(settings.server.as_str(), "127.0.0.1" | "::1" | "localhost");
        ensure!(is_here, "own.mail.security may be `plain` only for a mail server on this machine");
        return Ok(Tls::None);
    }
    let mut parameters = TlsParameters::builder(settings.server.clone());
    if let Some(file) = &settings.ca {
        let pem = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let ca =
            Certificate::from_pem(&pem).with_context(|| format!("{} is no certificate", file.display()))?;
        parameters = parameters.add_root_certificate(ca);
    }
    Ok(Tls::Required(parameters.build()?))
}
