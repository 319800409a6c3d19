//! Accepting connections: with a limit on how many, and on how long one may dawdle over its head.

use std::{io, sync::Arc, time::Duration};

use axum::Router;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_util::sync::CancellationToken;

/// Connections at once. Those beyond wait in the system's queue.
const MOST: usize = 2048;
const HEAD_WITHIN: Duration = Duration::from_secs(10);
const FINISH_WITHIN: Duration = Duration::from_secs(10);

/// Serves until told to stop, then lets requests under way finish.
pub async fn serve(listener: TcpListener, routes: Router, stop: CancellationToken) {
    serve_at_most(MOST, listener, routes, stop).await;
}

async fn serve_at_most(most: usize, listener: TcpListener, routes: Router, stop: CancellationToken) {
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).max_buf_size(64 * 1024);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(most));
    loop {
        let place = Arc::clone(&places).acquire_owned().await.expect("never closed");
        let stream = tokio::select! {
            () = stop.cancelled() => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    pause_if_exhausted(&error).await;
                    continue;
                }
            },
        };
        // Small answers must not wait for more to send.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(routes.clone());
        let connection = graceful.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
        tokio::spawn(async move {
            // A client that goes away is not a fault of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(FINISH_WITHIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests under way were cut off at shutdown");
    }
}

/// Out of file descriptors: give the others time to finish instead of spinning.
async fn pause_if_exhausted(error: &io::Error) {
    let of_one_client = matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    );
    if !of_one_client {
        tracing::error!(%error, "cannot accept connections");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };

    use super::*;

    async fn ask(stream: &mut TcpStream) -> Option<usize> {
        stream.write_all(b"GET / HTTP/1.1\r\nhost: lyssna\r\n\r\n").await.unwrap();
        let answer = tokio::time::timeout(Duration::from_secs(5), async { stream.read(&mut [0; 64]).await });
        answer.await.ok().map(Result::unwrap)
    }

    #[tokio::test(start_paused = true)]
    async fn who_comes_when_every_place_is_taken_waits_until_one_is_free() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new().route("/", get(async || "hej"));
        tokio::spawn(serve_at_most(2, listener, routes, CancellationToken::new()));
        let mut inside =
            [TcpStream::connect(address).await.unwrap(), TcpStream::connect(address).await.unwrap()];
        for stream in &mut inside {
            assert!(ask(stream).await.is_some());
        }
        let mut waiting = TcpStream::connect(address).await.unwrap();
        assert_eq!(ask(&mut waiting).await, None, "there are two places");
        let [leaves, _stays] = inside;
        drop(leaves);
        let answer = tokio::time::timeout(Duration::from_secs(5), async { waiting.read(&mut [0; 64]).await });
        assert!(answer.await.expect("a place is free").unwrap() > 0);
    }
}
