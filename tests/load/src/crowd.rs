//! People behind one address who fill in the form, while a bot behind the same address sends without end.

use std::time::{Duration, Instant};

use axum::{Router, body::Body, extract::Request, http::Response};
use chrono::TimeDelta;
use complaints::PUBLIC_PART;
use reqwest::{Client, StatusCode, Url, redirect::Policy};
use testkit::{Browser, World};
use tokio::{net::TcpListener, task::JoinSet, time::sleep};
use tokio_util::sync::CancellationToken;

use crate::{
    bot::Bot,
    figures::{Times, ms},
};

/// How often somebody presses a button again when they are told to wait.
const TRIES: usize = 20;

pub async fn run(people: u32, seconds: u32, bot: u32) {
    let world = World::of(PUBLIC_PART).await;
    let origin = serve(&world).await;
    let bot = Bot::start(client(), origin.clone(), bot).await;
    let sent = come(&origin, people, Duration::from_secs(seconds.into())).await;
    let receipts: Vec<_> = sent.iter().filter_map(|(took, _)| *took).collect();
    let again: usize = sent.iter().map(|(_, again)| again).sum();
    println!("{} of {people} people have their receipt; buttons pressed again: {again}", receipts.len());
    if !receipts.is_empty() {
        let times = Times::new(receipts);
        println!(
            "a whole form, from the start page to the receipt: p50 {} ms, p99 {} ms",
            ms(times.p50()),
            ms(times.p99())
        );
    }
    bot.stop_and_tell();
}

/// They come one after another, and each goes through the form. For each: how long it took to the receipt, if it came, and how often
/// a button had to be pressed again.
async fn come(origin: &Url, people: u32, within: Duration) -> Vec<(Option<Duration>, usize)> {
    let mut running = JoinSet::new();
    for person in 0..people {
        let browser = Browser::new(over_the_network(client(), origin.clone()), origin.as_str());
        running.spawn(async move {
            sleep(within * person / people).await;
            sends(browser, person).await
        });
    }
    running.join_all().await
}

/// The public half on a socket as in its process, with a clock that goes.
async fn serve(world: &World) -> Url {
    let public = world.open(PUBLIC_PART).await;
    let clock = world.clock.clone();
    tokio::spawn(async move {
        let mut last = Instant::now();
        loop {
            sleep(Duration::from_millis(5)).await;
            let now = Instant::now();
            clock.advance(TimeDelta::from_std(now - last).unwrap());
            last = now;
        }
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(web::serve(listener, public.router, CancellationToken::new()));
    origin.parse().unwrap()
}

fn client() -> Client {
    Client::builder().redirect(Policy::none()).timeout(Duration::from_secs(30)).build().unwrap()
}

/// A router that hands every request on to a service elsewhere: a browser of the tests, over the network.
pub fn over_the_network(client: Client, origin: Url) -> Router {
    Router::new().fallback(move |request: Request| handed_on(client.clone(), origin.clone(), request))
}

async fn handed_on(client: Client, origin: Url, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let address = origin.join(&head.uri.to_string()).unwrap();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let Ok(answer) = client.request(head.method, address).headers(head.headers).body(body).send().await
    else {
        return Response::builder().status(StatusCode::GATEWAY_TIMEOUT).body(Body::empty()).unwrap();
    };
    let mut response = Response::builder().status(answer.status());
    *response.headers_mut().unwrap() = answer.headers().clone();
    response.body(Body::from(answer.bytes().await.unwrap_or_default())).unwrap()
}

async fn sends(mut browser: Browser, person: u32) -> (Option<Duration>, usize) {
    let begun = Instant::now();
    let mut again = 0;
    let text = format!("Bussen kom för sent och ingen ringde, säger nummer {person}.");
    for (page, form, fields) in [
        ("/", "/klagomal/borja", vec![]),
        ("/klagomal/handelse", "", vec![("text", text.as_str())]),
        ("/klagomal/verksamhet", "", vec![("unit", "unknown")]),
        ("/klagomal/vem", "", vec![]),
        ("/klagomal/kontakt", "", vec![]),
        ("/klagomal/kontrollera", "", vec![]),
    ] {
        while !fills_in(&mut browser, page, form, &fields).await {
            again += 1;
            if again == TRIES {
                return (None, again);
            }
            sleep(Duration::from_secs(1)).await;
        }
    }
    let has_receipt = browser.page.path == "/kvitto" && browser.page.has(".code");
    (has_receipt.then(|| begun.elapsed()), again)
}

/// Whether the page came, and the one after its button.
async fn fills_in(browser: &mut Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> bool {
    if browser.get(page).await.status != StatusCode::OK {
        return false;
    }
    browser.submit(form, fields).await.status == StatusCode::OK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_goes_through_the_form_has_a_receipt_and_the_bot_its_answers() {
        let world = World::of(PUBLIC_PART).await;
        let origin = serve(&world).await;
        let sent = come(&origin, 2, Duration::ZERO).await;
        assert!(sent.iter().all(|(took, _)| took.is_some()));
        Bot::start(client(), origin, 3).await.has_been_answered().await;
    }
}
