//! What those who run it can ask.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use axum::{Router, http::StatusCode};
use testkit::Program;

async fn answer(routes: &Router, path: &str) -> (StatusCode, String) {
    let answer = Program::new(routes.clone()).get(path).await;
    (answer.status, String::from_utf8(answer.bytes).unwrap())
}

#[tokio::test]
async fn it_lives_and_says_whether_it_can_work() {
    let works = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&works);
    let ready = move || {
        let works = asked.load(Ordering::Relaxed);
        async move { works }
    };
    let routes = web::operations(ready, || "requests 7\n".to_owned());
    assert_eq!(answer(&routes, "/livez").await, (StatusCode::OK, "live\n".into()));
    assert_eq!(answer(&routes, "/readyz").await, (StatusCode::SERVICE_UNAVAILABLE, "not ready\n".into()));
    works.store(true, Ordering::Relaxed);
    assert_eq!(answer(&routes, "/readyz").await, (StatusCode::OK, "ready\n".into()));
    assert_eq!(answer(&routes, "/metrics").await, (StatusCode::OK, "requests 7\n".into()));
}
