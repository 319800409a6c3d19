//! What people write, those who mean ill among them, is shown and never run.

use documents::{Answer, Enclosure, Notification, Receipt, make};
use proptest::prelude::*;

use crate::sample::{account, answer, notification, receipt};

pub const STRANGE: [&str; 14] = [
    "#panic(\"run\") #read(\"/etc/passwd\") #import \"@preview/x:1.0.0\": *",
    "$ integral_0^1 $ *bold* _it_ `raw` = Heading // comment /* */ <label> @ref ~ \\ --- \"quote\"",
    "}) ] #let x = sys.inputs; #eval(\"1\")",
    "مرحبا Lyssna (14:05) بالعالم، كيف حالك؟",
    "שלום עולם",
    "ሰላም 你好 नमस्ते Здравствуйте Γειά",
    "👩‍👧‍👦 ❤️ 🏳️‍🌈",
    "a\u{0}\u{7}\u{1b}[31mb\u{202e}c\u{2066}d\u{feff}e\u{fffe}\u{ffff}",
    "e\u{301}\u{301}\u{301}\u{323}\u{31b} Z\u{334}\u{335}a\u{489}l\u{20dd}go \u{301}\u{301}",
    "\u{64b}\u{651}x\u{64b} \u{600}\u{605} \u{200d}\u{200c}\u{200d}",
    "\u{e001}\u{f8ff}\u{10fffd}",
    "<script>alert(1)</script> ${7*7} {{7*7}} %s%n ' OR 1=1 --",
    "\t\t\ttabs  and   spaces\u{a0}\u{202f}\u{3000}end",
    "\r\n\r\nlines\n\n\n\nand\r\rlines\n",
];

/// In every field of every document that somebody fills in.
async fn everywhere(text: &str) {
    let words = || text.to_owned();
    let letter = Answer {
        text: words(),
        to: Some(words()),
        name: words(),
        unit: Some(words()),
        title: words(),
        ..answer()
    };
    make(letter).await.expect("the answer");
    let paper =
        Receipt { title: words(), address: words(), spoken: vec![words(); 5], arrived: words(), ..receipt() };
    make(paper).await.expect("the receipt");
    let mut form =
        Notification { description: words(), causes: words(), diary_number: words(), ..notification() };
    form.enclosures = vec![Enclosure { name: words(), size: 0, sha256: words() }];
    form.inquiry[3].title = words();
    form.inquiry[3].entries[0].text = words();
    form.inquiry[3].entries[0].source = Some(words());
    form.contact.email = words();
    make(form).await.expect("the notification");
    let mut year = account();
    year.parts.push(documents::Part::Text(words()));
    year.parts.push(documents::Part::Heading(words()));
    year.parts.push(documents::Part::Table(documents::Table {
        caption: words(),
        columns: vec![words(), words()],
        rows: vec![(words(), vec![documents::Figure::Count(1)])],
    }));
    make(year).await.expect("the account");
}

#[tokio::test]
async fn nothing_that_people_write_breaks_a_document() {
    for text in STRANGE {
        make(Answer { text: text.to_owned(), ..answer() }).await.unwrap();
    }
    everywhere(&STRANGE.join(" ")).await;
    everywhere("").await;
}

#[tokio::test]
async fn a_word_without_end_fits_on_the_paper() {
    everywhere(&"x".repeat(10_000)).await;
    make(Answer { text: "ع".repeat(10_000), ..answer() }).await.unwrap();
}

#[tokio::test]
async fn a_long_complaint_is_set_whole() {
    let text = "Dörren var låst när vi kom, och ingen svarade i telefon. ".repeat(400);
    make(Answer { text, ..answer() }).await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_characters_at_all_can_be_set(text in prop::collection::vec(any::<char>(), 0..120)) {
        let text: String = text.into_iter().collect();
        let made = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(make(Answer { text, ..answer() }));
        prop_assert!(made.is_ok());
    }
}
