use super::*;

fn found(text: &str) -> Vec<(&str, Finding)> {
    let reading = read(text, 20);
    let marks = reading.sentences.into_iter().flat_map(|sentence| sentence.marks);
    marks.map(|mark| (&text[mark.at], mark.finding)).collect()
}

fn passives(text: &str) -> Vec<&str> {
    found(text)
        .into_iter()
        .filter(|(_, finding)| *finding == Finding::Passive)
        .map(|(word, _)| word)
        .collect()
}

fn hard(text: &str) -> Vec<(&str, &str)> {
    let plainly = |(word, finding)| match finding {
        Finding::Hard { plainly } => Some((word, plainly)),
        Finding::Passive => None,
    };
    found(text).into_iter().filter_map(plainly).collect()
}

fn sentences(text: &str) -> Vec<&str> {
    read(text, 20).sentences.into_iter().map(|sentence| &text[sentence.at]).collect()
}

#[test]
fn sentences_end_where_people_end_them() {
    for (text, expected) in [
        ("Hej! Vi ringde. Ingen svarade", vec!["Hej!", "Vi ringde.", "Ingen svarade"]),
        ("Vi ses kl. 14.30 den 3 dec. i hallen.", vec!["Vi ses kl. 14.30 den 3 dec. i hallen."]),
        ("Ta med t.ex. mössa, vantar m.m. Vi går ut.", vec!["Ta med t.ex. mössa, vantar m.m.", "Vi går ut."]),
        (
            "Enligt 14 kap. 2 § och 24 b § LSS gäller det.",
            vec!["Enligt 14 kap. 2 § och 24 b § LSS gäller det."],
        ),
        (
            "Det här gör vi nu\n- ringer taxi\n- byter lås",
            vec!["Det här gör vi nu", "ringer taxi", "byter lås"],
        ),
        ("vi kom hem. sedan åt vi.", vec!["vi kom hem.", "sedan åt vi."]),
        ("Hon sa: ”Kom hem nu.” Då gick vi…", vec!["Hon sa: ”Kom hem nu.”", "Då gick vi…"]),
        ("هل وصلت؟ نعم.", vec!["هل وصلت؟", "نعم."]),
        ("", vec![]),
        (" \n\n … ", vec![]),
    ] {
        assert_eq!(sentences(text), expected);
    }
}

#[test]
fn a_sentence_is_long_from_one_word_more_than_the_most() {
    let text = "ett ".repeat(20) + "två.";
    assert!(read(&text, 20).sentences[0].is_long);
    assert_eq!(read(&text, 20).sentences[0].words, 21);
    assert!(!read(&text, 21).sentences[0].is_long);
}

#[test]
fn words_of_authorities_are_found_with_what_to_say_instead() {
    assert_eq!(
        hard(
            "Er skrivelse avseende skjutsen inkom i går och vi har vidtagit åtgärder i enlighet med rutinen."
        ),
        [
            ("skrivelse", "brev"),
            ("avseende", "om"),
            ("inkom", "komma in"),
            ("vidtagit", "göra"),
            ("i enlighet med", "enligt"),
        ]
    );
    assert_eq!(
        hard("Med anledning av detta får du erhålla svar."),
        [("Med anledning av", "på grund av"), ("erhålla", "få")]
    );
    assert_eq!(hard("Vi kom in i salen och gjorde det som du bad om."), []);
}

#[test]
fn the_swedish_passive_is_found() {
    for (text, expected) in [
        ("Ärendet har utretts och rutinen har setts över.", vec!["utretts", "setts"]),
        (
            "Klagomålet behandlades av rektorn och personalen informerades.",
            vec!["behandlades", "informerades"],
        ),
        ("Samtalet med taxibolaget genomfördes i går.", vec!["genomfördes"]),
        ("Beslutet ska fattas och det måste dokumenteras.", vec!["dokumenteras"]),
        ("En ny rutin har skrivits, den gäller och den används nu.", vec!["skrivits", "används"]),
        ("Dörren ska låsas, och nyckeln köptes i dag.", vec!["låsas", "köptes"]),
        ("Din son blev inte informerad om att bussen blev inställd.", vec!["informerad"]),
        ("Uppgifterna togs bort och beslutet skrevs om.", vec!["togs", "skrevs"]),
    ] {
        assert_eq!(passives(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_passive_is_left_alone() {
    for text in [
        "Vi hoppas att han trivs och lyckas, och det känns bra.",
        "Det finns en plats hos oss, annars går det inte att andas.",
        "Ungdomarnas mat och föräldrarnas tid är barnets och skolans sak.",
        "Personalens ansvar är de anhörigas trygghet.",
        "Det är deras och allas ansvar att de möttes där i går.",
        "Har du en plats på buss 14? Vi har en insats som de minns.",
        "Annas bror och Jonas kom, men Emmas mamma var hemma.",
        "Hon blev glad och sedan blev han ledsen och trött.",
        "Vi tog bussen hem. Jag ringer dig i morgon. Det var vårt fel.",
        "En veckas ledighet räcker inte till allt.",
    ] {
        assert_eq!(passives(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn english_has_rules_of_its_own() {
    let text = "Your complaint was received on Monday and the matter is now handled by the manager in accordance with our routine.";
    assert_eq!(read(text, 20).tongue, Tongue::English);
    assert_eq!(passives("The matter was not reported to us and it is handled now."), ["reported", "handled"]);
    assert_eq!(hard(text), [("in accordance with", "under")]);
    assert_eq!(
        passives("We are interested in what you tell us, and we were tired of it."),
        Vec::<&str>::new()
    );
}

#[test]
fn a_text_in_another_language_is_only_measured() {
    let reading = read("Waan ka xunnahay in baskii uu soo daahay maanta.", 5);
    assert_eq!(reading.tongue, Tongue::Other);
    assert!(reading.sentences[0].is_long);
    assert_eq!(reading.sentences[0].marks, []);
}

/// What the sender of plain words sees: nothing to look over.
#[test]
fn a_plain_answer_is_left_in_peace() {
    let text = "Hej! Tack för att du skrev till oss.\n\nI torsdags kom taxin 40 minuter för sent. Vi ringde inte hem till \
                dig, och det skulle vi ha gjort. Jag är ledsen för det.\n\nFrån och med i dag ringer vi hem efter tio \
                minuter. Jag har också pratat med taxibolaget.\n\nMaja, gruppchef";
    assert!(read(text, 20).is_plain(), "{:?}", found(text));
}

proptest::proptest! {
    /// Whatever somebody types, the marks stand in their sentences, in order, between characters.
    #[test]
    fn marks_stand_in_order_inside_their_sentences(text in r"(\PC|[\n åäö.?s]|har |utretts |i enlighet med ){0,80}") {
        let mut end = 0;
        for sentence in read(&text, 3).sentences {
            proptest::prop_assert!(end <= sentence.at.start && text.get(sentence.at.clone()).is_some());
            let mut at = sentence.at.start;
            for mark in &sentence.marks {
                proptest::prop_assert!(at <= mark.at.start && mark.at.end <= sentence.at.end);
                proptest::prop_assert!(text.get(mark.at.clone()).is_some_and(|word| !word.is_empty()));
                at = mark.at.end;
            }
            end = sentence.at.end;
        }
    }
}
