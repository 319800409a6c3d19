//! Who sends too slowly is cut, who sends much from afar is not. The clock of these tests moves by itself when everybody
//! waits.

use std::{convert::Infallible, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{Request, Response, header},
    routing::post,
};
use futures_util::stream;
use http_body_util::BodyExt;
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

use crate::site::{ORIGIN, site};

/// `pieces` of `size` bytes, each after a `pause`; then nothing more, and no end, if it is `cut_short`.
fn body(pieces: usize, size: usize, pause: Duration, cut_short: bool) -> Body {
    Body::from_stream(stream::unfold(0, move |sent| async move {
        if sent == pieces {
            if cut_short {
                std::future::pending::<()>().await;
            }
            return None;
        }
        sleep(pause).await;
        Some((Ok::<_, Infallible>(Bytes::from(vec![b'a'; size])), sent + 1))
    }))
}

fn routes() -> Router {
    let routes = Router::new()
        .route("/langd", post(async |body: Bytes| body.len().to_string()))
        .route("/api/v1/langd", post(async |body: Bytes| body.len().to_string()))
        .route("/olast", post(async || "utan att läsa"))
        .route(
            "/tankar",
            post(async |body: Bytes| {
                sleep(Duration::from_secs(119)).await;
                body.len().to_string()
            }),
        );
    site(ORIGIN).dress(routes)
}

/// What is answered, and after how long.
async fn sent(path: &str, body: Body) -> (Response<Body>, Duration) {
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT_LANGUAGE, "sv")
        .body(body)
        .unwrap();
    let begun = Instant::now();
    let response = routes().oneshot(request).await.unwrap();
    (response, begun.elapsed())
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn a_byte_a_second_is_cut_after_half_a_minute() {
    let (answer, after) = sent("/langd", body(10_000, 1, SECOND, false)).await;
    assert_eq!(answer.status().as_u16(), 408);
    assert_eq!(answer.headers()[header::CONNECTION], "close");
    assert!((30..=32).contains(&after.as_secs()), "{after:?}");
    assert!(text(answer).await.contains("Det kom inte fram i tid"));
}

#[tokio::test(start_paused = true)]
async fn a_program_is_told_so_in_its_own_way() {
    let (answer, _) = sent("/api/v1/langd", body(10_000, 1, SECOND, false)).await;
    assert_eq!(answer.status().as_u16(), 408);
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_begins_is_cut_too() {
    let (answer, after) = sent("/langd", body(0, 0, SECOND, true)).await;
    assert_eq!(answer.status().as_u16(), 408);
    assert!(after <= Duration::from_secs(31), "{after:?}");
}

/// Three megabytes at two kilobytes a second: 25 minutes.
#[tokio::test(start_paused = true)]
async fn much_from_a_phone_with_a_poor_connection_gets_through() {
    let (answer, after) = sent("/langd", body(1_500, 2048, SECOND, false)).await;
    assert_eq!((answer.status().as_u16(), after.as_secs()), (200, 1_500));
    assert_eq!(text(answer).await, (1_500 * 2048).to_string());
}

#[tokio::test(start_paused = true)]
async fn a_tunnel_of_a_minute_and_a_half_is_borne_with_when_much_came_before() {
    let pause = Duration::from_secs(90);
    let (answer, _) = sent("/langd", body(3, 512 * 1024, pause, false)).await;
    assert_eq!(answer.status().as_u16(), 408, "not before anything has come");
    let before = stream::once(async { Ok::<_, Infallible>(Bytes::from(vec![b'a'; 512 * 1024])) });
    let after = stream::once(async move {
        sleep(pause).await;
        Ok(Bytes::from_static(b"a"))
    });
    let (answer, _) = sent("/langd", Body::from_stream(futures_util::StreamExt::chain(before, after))).await;
    assert_eq!(text(answer).await, (512 * 1024 + 1).to_string());
}

#[tokio::test(start_paused = true)]
async fn who_sent_much_and_falls_silent_is_cut_all_the_same() {
    let (answer, after) = sent("/langd", body(3, 1024 * 1024, Duration::ZERO, true)).await;
    assert_eq!(answer.status().as_u16(), 408);
    assert!((119..=121).contains(&after.as_secs()), "{after:?}");
}

#[tokio::test(start_paused = true)]
async fn the_time_a_body_took_is_not_taken_from_its_handler() {
    let (answer, _) = sent("/tankar", body(200, 2048, SECOND, false)).await;
    assert_eq!(answer.status().as_u16(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_nobody_reads_keeps_nobody_waiting() {
    let (answer, after) = sent("/olast", body(0, 0, SECOND, true)).await;
    assert_eq!((text(answer).await.as_str(), after), ("utan att läsa", Duration::ZERO));
}
