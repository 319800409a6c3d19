//! Connections: who dawdles is cut, who is under way may finish. The clock of these tests moves by itself when
//! everybody waits.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, routing::get};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
    time::Instant,
};
use tokio_util::sync::CancellationToken;

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: lyssna\r\n\r\n";

struct Serving {
    address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

async fn serve(routes: Router) -> Serving {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, stop) = (listener.local_addr().unwrap(), CancellationToken::new());
    let task = tokio::spawn(web::serve(listener, routes, stop.clone()));
    Serving { address, stop, task }
}

impl Serving {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// Everything until the other end closes. A connection that is reset has been closed too.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8(bytes).unwrap()
}

async fn head(stream: &mut TcpStream) -> String {
    let mut bytes = [0; 1024];
    let read = stream.read(&mut bytes).await.unwrap();
    String::from_utf8_lossy(&bytes[..read]).into_owned()
}

fn hello() -> Router {
    Router::new().route("/", get(async || "hej"))
}

#[tokio::test(start_paused = true)]
async fn a_head_that_does_not_end_is_cut_after_ten_seconds() {
    let serving = serve(hello()).await;
    for beginning in [&b""[..], b"GET / HTTP/1.1\r\nhost: lyssna\r\nx-slow: "] {
        let mut stream = serving.connect().await;
        stream.write_all(beginning).await.unwrap();
        let begun = Instant::now();
        assert!(!rest(stream).await.contains("200 OK"));
        let waited = begun.elapsed();
        assert!((9..=11).contains(&waited.as_secs()), "{waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_head_that_comes_byte_by_byte_is_cut_all_the_same() {
    let serving = serve(hello()).await;
    let mut stream = serving.connect().await;
    let begun = Instant::now();
    for byte in REQUEST {
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert!(!rest(stream).await.contains("200 OK"));
    assert!(begun.elapsed() < Duration::from_secs(40));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_done_and_silent_is_closed() {
    let serving = serve(hello()).await;
    let mut stream = serving.connect().await;
    stream.write_all(REQUEST).await.unwrap();
    assert!(head(&mut stream).await.contains("200 OK"));
    let begun = Instant::now();
    assert_eq!(rest(stream).await, "");
    assert!(begun.elapsed() <= Duration::from_secs(11), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused_and_others_are_served() {
    let serving = serve(hello()).await;
    let mut stream = serving.connect().await;
    // The answer may come before everything is written.
    let _ =
        stream.write_all(format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "a".repeat(300_000)).as_bytes()).await;
    assert!(!rest(stream).await.contains("200 OK"));
    let mut stream = serving.connect().await;
    stream.write_all(REQUEST).await.unwrap();
    assert!(head(&mut stream).await.contains("200 OK"));
}

#[tokio::test]
async fn a_request_under_way_is_finished_when_told_to_stop() {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&begun), Arc::clone(&go_on));
    let slow = async move || {
        tell.notify_one();
        wait.notified().await;
        "klart"
    };
    let serving = serve(Router::new().route("/", get(slow))).await;
    let mut stream = serving.connect().await;
    stream.write_all(REQUEST).await.unwrap();
    begun.notified().await;
    serving.stop.cancel();
    go_on.notify_one();
    assert!(rest(stream).await.ends_with("klart"));
    serving.task.await.unwrap();
    assert!(TcpStream::connect(serving.address).await.is_err(), "it still listens");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_never_ends_does_not_keep_it_from_stopping() {
    let begun = Arc::new(Notify::new());
    let tell = Arc::clone(&begun);
    let never = async move || {
        tell.notify_one();
        std::future::pending::<()>().await;
    };
    let serving = serve(Router::new().route("/", get(never))).await;
    let mut stream = serving.connect().await;
    stream.write_all(REQUEST).await.unwrap();
    begun.notified().await;
    let told = Instant::now();
    serving.stop.cancel();
    serving.task.await.unwrap();
    assert!(told.elapsed() <= Duration::from_secs(11));
}
