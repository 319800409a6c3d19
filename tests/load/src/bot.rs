//! A bot that sends without end, from where the people are.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use reqwest::{Client, RequestBuilder, Url};
use testkit::Browser;
use tokio::{
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use crate::crowd::over_the_network;

/// Requests that wait for their answer: it has no more sockets.
const IN_FLIGHT: usize = 1_000;
/// Without it no form is taken.
const COOKIE: &str = "complaints-form";

/// How often it got which answer to what.
type Answers = Arc<Mutex<BTreeMap<String, u32>>>;

pub struct Bot {
    begun: Instant,
    answers: Answers,
    sending: JoinHandle<()>,
}

/// What it sends with.
#[derive(Clone)]
struct Sender {
    client: Client,
    origin: Url,
    /// Of the form that it has opened.
    cookie: String,
    token: String,
    in_flight: Arc<AtomicUsize>,
    answers: Answers,
}

impl Bot {
    /// Opens the form once, and then sends so often each second: a third as a program, a third with that form, a third asks for the
    /// start page.
    pub async fn start(client: Client, origin: Url, each_second: u32) -> Self {
        let mut visit = Browser::new(over_the_network(client.clone(), origin.clone()), origin.as_str());
        visit.get("/").await;
        let (_, fields) = visit.form("/klagomal/borja");
        let token = fields.into_iter().find(|(name, _)| name == "csrf").unwrap().1;
        let sender = Sender {
            client,
            origin,
            cookie: visit.cookie(COOKIE).unwrap().to_owned(),
            token,
            in_flight: Arc::default(),
            answers: Answers::default(),
        };
        let answers = Arc::clone(&sender.answers);
        let sending = tokio::spawn(sender.sends(each_second));
        Self { begun: Instant::now(), answers, sending }
    }

    pub fn stop_and_tell(self) {
        self.sending.abort();
        let took = self.begun.elapsed().as_secs_f64();
        let answers = self.answers.lock().unwrap();
        let all: u32 = answers.values().sum();
        println!("the bot sent {all} requests in {took:.0} s: {:.0} each second", f64::from(all) / took);
        for (answer, count) in answers.iter() {
            println!("  {answer:<24} {count:>8}   {:.0} each second", f64::from(*count) / took);
        }
    }

    /// Waits until each of what it sends has got an answer.
    #[cfg(test)]
    pub async fn has_been_answered(self) {
        while self.answers.lock().unwrap().len() < 3 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.sending.abort();
        let answers = self.answers.lock().unwrap();
        let got: Vec<_> = answers.keys().map(String::as_str).collect();
        assert_eq!(got, ["form: 303", "page: 200", "program: 201"]);
    }
}

impl Sender {
    async fn sends(self, each_second: u32) {
        let mut tick = interval(Duration::from_secs(1) / each_second);
        tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
        for number in 0_u64.. {
            tick.tick().await;
            if self.in_flight.load(Ordering::Relaxed) >= IN_FLIGHT {
                self.count("no socket left".to_owned());
                continue;
            }
            self.in_flight.fetch_add(1, Ordering::Relaxed);
            let sender = self.clone();
            tokio::spawn(async move {
                let (what, request) = sender.request(number);
                let answer = request.send().await;
                sender.in_flight.fetch_sub(1, Ordering::Relaxed);
                let status =
                    answer.map_or_else(|_| "no answer".to_owned(), |a| a.status().as_u16().to_string());
                sender.count(format!("{what}: {status}"));
            });
        }
    }

    fn request(&self, number: u64) -> (&'static str, RequestBuilder) {
        let at = |path| self.origin.join(path).unwrap();
        match number % 3 {
            0 => {
                let body = format!(r#"{{"text":"{}"}}"#, "Skräp. ".repeat(70));
                let post = self.client.post(at("/api/v1/complaints")).body(body);
                let post = post.header("content-type", "application/json");
                ("program", post.header("idempotency-key", number.to_string()))
            }
            1 => {
                let post = self.client.post(at("/klagomal/borja")).body(format!("csrf={}", self.token));
                let post = post.header("content-type", "application/x-www-form-urlencoded");
                let post = post.header("cookie", format!("{COOKIE}={}", self.cookie));
                ("form", post.header("sec-fetch-site", "same-origin"))
            }
            _ => ("page", self.client.get(at("/"))),
        }
    }

    fn count(&self, answer: String) {
        *self.answers.lock().unwrap().entry(answer).or_default() += 1;
    }
}
