//! How long something took, many times over; at two sizes, side by side.

use std::time::{Duration, Instant};

use testkit::Browser;

/// Times of the same thing, shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn new(mut taken: Vec<Duration>) -> Self {
        taken.sort_unstable();
        Self(taken)
    }

    pub fn p50(&self) -> Duration {
        self.0[self.0.len() / 2]
    }

    pub fn p99(&self) -> Duration {
        self.0[self.0.len() * 99 / 100]
    }
}

/// Does it so many times, and once before to warm up.
pub async fn timed(rounds: usize, mut what: impl AsyncFnMut(usize)) -> Times {
    what(0).await;
    let mut taken = Vec::new();
    for round in 0..rounds {
        let begun = Instant::now();
        what(round).await;
        taken.push(begun.elapsed());
    }
    Times::new(taken)
}

/// What was measured at one size.
#[derive(Default)]
pub struct Figures(Vec<Figure>);

struct Figure {
    what: String,
    times: Times,
    /// How many rows were shown: two times tell of each other only when as much was shown.
    rows: usize,
}

impl Figures {
    pub fn add(&mut self, what: impl Into<String>, times: Times, rows: usize) {
        self.0.push(Figure { what: what.into(), times, rows });
    }

    /// Opens a page so many times.
    pub async fn page(&mut self, what: &str, browser: &mut Browser, path: &str) {
        let times = timed(100, async |_| {
            browser.get(path).await;
            assert_eq!(browser.page.status, 200, "{path}");
        });
        let times = times.await;
        self.add(what, times, rows(browser));
    }

    /// Prints them beside those of the other size.
    pub fn beside(&self, few: usize, lots: &Self, many: usize) {
        println!("{:<48} {:>24} {:>24}  many/few", "", format!("at {few}"), format!("at {many}"));
        println!("{:<48} {1:>24} {1:>24}  of p50", "", "p50 ms  p99 ms  rows");
        for (few, many) in self.0.iter().zip(&lots.0) {
            let ratio = many.times.p50().as_secs_f64() / few.times.p50().as_secs_f64();
            println!("{:<48} {} {}  {ratio:.2}", few.what, few.columns(), many.columns());
        }
    }
}

impl Figure {
    fn columns(&self) -> String {
        format!("{:>10} {:>7} {:>5}", ms(self.times.p50()), ms(self.times.p99()), self.rows)
    }
}

/// How many rows the tables on the screen have.
pub fn rows(browser: &Browser) -> usize {
    browser.page.texts("tbody tr").len()
}

/// In milliseconds.
pub fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}
