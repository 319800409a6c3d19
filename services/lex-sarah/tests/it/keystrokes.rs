//! How long it takes to report (UX-26), by the keystroke-level model of Card, Moran and Newell: counted from the pages themselves, so
//! that a new question costs its seconds. No clock is read.

use testkit::Shown;

use crate::office::{Office, REPORTER};

/// Seconds of the published operators: a keystroke of somebody who types like most, a pointing with what is tapped, a hand that moves
/// between screen and keys, and making up one's mind.
const KEY: f64 = 0.28;
const POINT: f64 = 1.1;
const HOME: f64 = 0.4;
const MIND: f64 = 1.35;
/// Words a minute on a phone.
const PHONE: f64 = 38.0;
/// A page over a poor connection.
const PAGE: f64 = 1.0;

const MOST: f64 = 120.0;
const MOST_INTERACTIONS: usize = 7;
const WORDS: usize = 60;

/// What a form asks of whoever fills it in.
struct Form {
    /// To be filled in.
    needed: usize,
    /// Read and passed over.
    optional: usize,
}

impl Form {
    fn of(page: &Shown) -> Self {
        let fields = page.texts("form#form > .field").len();
        let optional = page.texts("form#form > .field .optional").len();
        let not_shown = page.texts("form#form > .when-other").len();
        let boxes = page.texts("form#form > .field input[type=checkbox]").len();
        Self { needed: fields - optional - boxes, optional: optional + boxes - not_shown }
    }

    /// Going to the form, what it asks for, and sending it.
    fn interactions(&self) -> usize {
        // Each is tapped and then written in.
        1 + 2 * self.needed + 1
    }

    fn seconds(&self, typing: f64) -> f64 {
        let tap = MIND + POINT;
        let to_the_form = tap + PAGE;
        let filled_in = num(self.needed) * (tap + 2.0 * HOME);
        let passed_over = num(self.optional) * MIND;
        to_the_form + filled_in + typing + passed_over + tap + PAGE
    }
}

fn num(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// As many words as somebody writes who writes much, of somebody's own.
fn sixty_words() -> String {
    let cases = crate::office::cases();
    let told = cases.iter().find(|case| case["id"] == "S06").unwrap()["text"].as_str().unwrap();
    told.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_report_of_sixty_words_takes_no_longer_than_two_minutes() {
    let office = Office::open().await;
    let mut browser = office.browser(REPORTER).await;
    assert_eq!(browser.page.texts("a.button[href='/rapportera']").len(), 1, "one tap from the start page");
    let page = browser.get("/rapportera").await;
    let form = Form::of(page);
    assert_eq!(form.needed, 1, "only what happened must be told");
    assert_eq!(page.texts("form#form button:not(.secondary)").len(), 1, "and one button sends it");
    let text = sixty_words();
    assert_eq!(text.split(' ').count(), WORDS);
    let on_a_phone = form.seconds(num(WORDS) * 60.0 / PHONE);
    let at_a_desk = form.seconds(num(text.chars().count()) * KEY);
    let taps = form.interactions();
    println!("{taps} interactions; {on_a_phone:.0} s on a phone, {at_a_desk:.0} s at a desk");
    assert!(on_a_phone <= MOST, "{on_a_phone:.1} s on a phone");
    assert!(at_a_desk <= MOST, "{at_a_desk:.1} s at a desk");
    assert!(taps <= MOST_INTERACTIONS, "{taps}");
    // What the model left out is not needed.
    let page = browser.submit("", &[("text", &text)]).await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "Rapporten är mottagen"));
}

#[test]
fn the_model_knows_when_a_form_has_become_too_long() {
    let typing = num(WORDS) * 60.0 / PHONE;
    assert!(Form { needed: 1, optional: 12 }.seconds(typing) > MOST);
    assert!(Form { needed: 4, optional: 0 }.interactions() > MOST_INTERACTIONS);
}
