//! A service that runs elsewhere, as a router: what is asked of it goes over the wire. So the testkit's browser and program
//! work with a real process as they do inside one.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Request,
    response::Response,
};

/// The service at `origin`.
pub fn service(origin: &str) -> Router {
    let http =
        reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let origin = origin.to_owned();
    Router::new().fallback(move |request: Request| pass_on(http.clone(), origin.clone(), request))
}

async fn pass_on(http: reqwest::Client, origin: String, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let path = head.uri.path_and_query().unwrap();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let request = http.request(head.method, format!("{origin}{path}")).headers(head.headers).body(body);
    let answer = request.send().await.unwrap();
    let mut response = Response::builder().status(answer.status());
    *response.headers_mut().unwrap() = answer.headers().clone();
    response.body(Body::from(answer.bytes().await.unwrap())).unwrap()
}
