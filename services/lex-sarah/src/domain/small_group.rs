//! What singles somebody out among a few without an age: sex, unit and day together, or what somebody needs help with.

use super::{
    deidentify::{Hit, Trait},
    hints::{tells_day, tells_unit},
};

/// Among ten or fifteen youths each of these is often one (law A.8). Found: in one paragraph a noun for a girl or a boy, the unit and
/// a day; in one sentence a diagnosis or an aid, and beside it such a noun, the unit or a day. Not found: "han" and "hon"
/// alone, which may be anybody; what several paragraphs tell together; a singular event, a post or a place; what
/// only somebody who knows the unit understands.
pub fn without_age<'t>(text: &'t str, unit: &str) -> Vec<Hit<'t>> {
    let paragraphs = text.lines().flat_map(|paragraph| {
        let tells = tells_unit(paragraph, unit) && tells_day(paragraph);
        sexes(paragraph).filter(move |_| tells)
    });
    let sentences = sentences(text).flat_map(|sentence| {
        let tells = tells_unit(sentence, unit) || tells_day(sentence) || sexes(sentence).next().is_some();
        needs(sentence).filter(move |_| tells)
    });
    let hit = |(found, instead): (&'t str, &str)| (Trait::SmallGroup, found, instead.to_owned());
    paragraphs.chain(sentences).map(hit).collect()
}

const SEXES: [(&str, &str); 16] = [
    ("pojke", "ungdom"),
    ("pojken", "ungdomen"),
    ("pojkes", "ungdoms"),
    ("pojkens", "ungdomens"),
    ("flicka", "ungdom"),
    ("flickan", "ungdomen"),
    ("flickas", "ungdoms"),
    ("flickans", "ungdomens"),
    ("kille", "ungdom"),
    ("killen", "ungdomen"),
    ("killes", "ungdoms"),
    ("killens", "ungdomens"),
    ("tjej", "ungdom"),
    ("tjejen", "ungdomen"),
    ("tjejs", "ungdoms"),
    ("tjejens", "ungdomens"),
];

fn sexes(text: &str) -> impl Iterator<Item = (&str, &'static str)> {
    words(text).filter_map(|word| {
        let known = SEXES.iter().find(|(sex, _)| *sex == word.to_lowercase())?;
        Some((word, known.1))
    })
}

/// Beginnings of words.
const NEEDS: [&str; 17] = [
    "autis",
    "adhd",
    "asperger",
    "downs",
    "tourette",
    "epilep",
    "diabet",
    "cerebral",
    "utvecklingsstör",
    "intellektuell",
    "synskad",
    "hörselskad",
    "rullstol",
    "rullator",
    "sondmat",
    "blöj",
    "kateter",
];

const WHOLE_NEEDS: [&str; 5] = ["cp", "cp-skada", "döv", "blind", "stum"];

fn needs(text: &str) -> impl Iterator<Item = (&str, &'static str)> {
    let is_need = |word: &&str| {
        let word = word.to_lowercase();
        NEEDS.iter().any(|need| word.starts_with(need)) || WHOLE_NEEDS.contains(&word.as_str())
    };
    words(text).filter(is_need).map(|word| (word, "[stödbehov]"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || c == '-')).filter(|word| !word.is_empty())
}

/// A full stop before a capital ends one; that of "ca." or "kl. 14" does not.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.char_indices().find(|(at, c)| {
            let after = rest[at + c.len_utf8()..].trim_start();
            *c == '\n' || (matches!(c, '.' | '!' | '?') && after.starts_with(char::is_uppercase))
        });
        let (sentence, left) = rest.split_at(end.map_or(rest.len(), |(at, c)| at + c.len_utf8()));
        rest = left;
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        without_age(text, "Norrglimtskolans KTT")
            .into_iter()
            .map(|(_, found, instead)| (found, instead))
            .collect()
    }

    #[test]
    fn sex_unit_and_day_single_somebody_out_together() {
        let one = |word: &'static str, instead: &str| vec![(word, instead.to_owned())];
        assert_eq!(found("Torsdag 22/10 gick en pojke från Norrglimtskolan."), one("pojke", "ungdom"));
        assert_eq!(
            found("I torsdags låg flickans jacka ute på Norrglimtskolans gård."),
            one("flickans", "ungdomens")
        );
        assert_eq!(found("Den 3 maj kom en tjej till Norrglimtskolans KTT."), one("tjej", "ungdom"));
        for two in [
            "En pojke gick från Norrglimtskolan.",
            "Torsdag 22/10 gick en pojke hem.",
            "Torsdag 22/10 gick en ungdom från Norrglimtskolan.",
            "Varje torsdag är en pojke först ut på Norrglimtskolan.",
            "Torsdag 22/10 var han på Norrglimtskolan.",
            "En pojke gick.\nTorsdag 22/10 på Norrglimtskolan.",
        ] {
            assert_eq!(found(two), [], "{two}");
        }
    }

    #[test]
    fn what_somebody_needs_help_with_singles_them_out_with_sex_unit_or_day() {
        let one = |word| vec![(word, "[stödbehov]".to_owned())];
        assert_eq!(found("Ungdomen med epilepsi på Norrglimtskolan var ute."), one("epilepsi"));
        assert_eq!(found("En flicka med Downs syndrom gick."), one("Downs"));
        assert_eq!(found("Rullstolen stod kvar i torsdags."), one("Rullstolen"));
        assert_eq!(found("Ungdomar med autism behöver tydlighet."), []);
        assert_eq!(
            found("Personalen kan mycket om autism. Torsdag 22/10 var det möte."),
            [],
            "another sentence"
        );
        assert_eq!(found("Ungdom A kom kl. 14.40 torsdag 22/10. Grinden var blindtarm."), []);
    }
}
