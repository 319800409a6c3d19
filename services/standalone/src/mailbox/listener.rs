//! The listener: takes connections on loopback and gives each its conversation.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use kernel::Clock;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::message::Message;
use super::messages::Messages;
use super::session::Session;

const MOST_CONNECTIONS: usize = 32;
const IDLE: Duration = Duration::from_mins(1);

/// The mailbox while it listens. Clones are the same mailbox.
#[derive(Clone, Debug)]
pub struct Mailbox {
    address: SocketAddr,
    pub(super) messages: Messages,
    stop: CancellationToken,
}

impl Mailbox {
    /// Where it listens: with port 0, the port that was free.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more mail and hangs up on those who are sending.
    pub fn stop(&self) {
        self.stop.cancel();
    }
}

/// Starts to listen. An address beyond loopback is refused.
pub async fn start(smtp: SocketAddr, clock: Clock) -> io::Result<Mailbox> {
    if !smtp.ip().is_loopback() {
        let why = format!(
            "the development mailbox takes anybody's mail, so it listens on loopback only, not on {smtp}"
        );
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    let listener = TcpListener::bind(smtp).await?;
    let address = listener.local_addr()?;
    let mailbox = Mailbox { address, messages: Messages::default(), stop: CancellationToken::new() };
    let serving = serve(listener, mailbox.clone(), clock);
    tokio::spawn(mailbox.stop.clone().run_until_cancelled_owned(serving));
    Ok(mailbox)
}

async fn serve(listener: TcpListener, mailbox: Mailbox, clock: Clock) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Out of file handles, most likely: trying again at once would only burn the processor.
                tracing::warn!(%error, "the development mailbox could not take a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let Ok(place) = places.clone().try_acquire_owned() else {
            tokio::spawn(turn_away(stream));
            continue;
        };
        let (mailbox, clock) = (mailbox.clone(), clock.clone());
        tokio::spawn(async move {
            let talk = mailbox.stop.run_until_cancelled(talk(stream, &mailbox.messages, &clock));
            if let Some(Err(error)) = talk.await {
                tracing::debug!(%error, "a connection to the development mailbox broke");
            }
            drop(place);
        });
    }
}

async fn talk(mut stream: TcpStream, messages: &Messages, clock: &Clock) -> io::Result<()> {
    let mut session = Session::welcome();
    let mut heard = vec![0; 16 * 1024];
    loop {
        timeout(IDLE, stream.write_all(&session.replies.bytes)).await??;
        session.replies.bytes.clear();
        if session.replies.are_over {
            return Ok(());
        }
        let count = timeout(IDLE, stream.read(&mut heard)).await??;
        if count == 0 {
            return Ok(());
        }
        session.hear(&heard[..count]);
        for mail in session.delivered.drain(..) {
            messages.add(Message::read(&mail.raw, mail.recipients, clock.now()));
        }
    }
}

async fn turn_away(mut stream: TcpStream) {
    // Whether they hear it or not, they are gone.
    let _ = timeout(IDLE, stream.write_all(b"421 too many connections\r\n")).await;
}
