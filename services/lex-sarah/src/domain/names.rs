//! Words that look like somebody's name, though nobody here knows the name.

/// Names that nobody here knows: two words in a row that both have a capital ("Elin Testberg", "J. Prov", "Ahmed P"), and one with a
/// capital right after a word for somebody ("min son Adam"). A sentence's first word has its capital for another
/// reason, so a word that often begins a sentence does not count there. Not found: a lone name that is in no list and follows
/// no such word, and a name without a capital. `places` are names of units and authorities.
pub fn likely<'t>(text: &'t str, places: &[&str]) -> Vec<&'t str> {
    let words: Vec<Word> = words(text).map(|(at, word)| Word::read(text, at, word, places)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = 1 + words[at..].windows(2).take_while(|pair| go_together(text, pair)).count();
        let run_of = &words[at..at + run];
        if let Some((first, last)) = name_in(run_of, &words[..at]) {
            found.push(&text[first.at..last.at + last.text.len()]);
        }
        at += run;
    }
    found
}

struct Word<'t> {
    at: usize,
    text: &'t str,
    kind: Kind,
    begins_sentence: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A capital and small letters.
    Capital,
    /// A capital alone.
    Initial,
    Other,
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let of_a_name = |c: char| c.is_alphabetic() || matches!(c, '-' | '’' | '\'');
    text.split(move |c| !of_a_name(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

impl<'t> Word<'t> {
    fn read(text: &'t str, at: usize, word: &'t str, places: &[&str]) -> Self {
        let kind = match word.chars().count() {
            _ if !word.starts_with(char::is_uppercase) || is_place(word, places) => Kind::Other,
            1 => Kind::Initial,
            _ if word.chars().nth(1).is_some_and(char::is_lowercase) => Kind::Capital,
            _ => Kind::Other,
        };
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let begins_sentence = before.is_empty() || before.ends_with(ENDS);
        Self { at, text: word, kind, begins_sentence }
    }

    fn is_one_of(&self, of: &str) -> bool {
        let word = self.text.to_lowercase();
        of.split(' ').any(|known| known == word)
    }
}

/// After these a new sentence begins, or a line, a quotation, a point of a list.
const ENDS: [char; 16] = ['.', '!', '?', ':', ';', '\n', '\r', '"', '“', '”', '(', '–', '•', '-', '/', '…'];

/// Whether two words stand beside each other and could both be of one name.
fn go_together(text: &str, pair: &[Word]) -> bool {
    let [one, other] = pair else { return false };
    let between = &text[one.at + one.text.len()..other.at];
    let beside =
        matches!(between, " " | "\u{a0}") || (one.kind == Kind::Initial && matches!(between, "." | ". "));
    beside && one.kind != Kind::Other && other.kind != Kind::Other
}

/// The first and the last word of the name in a run of words with capitals.
fn name_in<'w, 't>(run: &'w [Word<'t>], before: &[Word]) -> Option<(&'w Word<'t>, &'w Word<'t>)> {
    let begins = run.len() > 1 && run[0].begins_sentence;
    let is_role = begins && run[0].is_one_of(SOMEBODY);
    let run = if is_role || (begins && run[0].is_one_of(BEGINNINGS)) { &run[1..] } else { run };
    let (first, last) = (run.first()?, run.last()?);
    let names_somebody = run.iter().any(|word| word.kind == Kind::Capital);
    let is_code = run.len() == 2 && last.kind == Kind::Initial && first.is_one_of(LETTERED);
    let is_long = run.len() > 1 && !is_code;
    let is_called = is_role || (!first.begins_sentence && follows_a_word_for_somebody(before, first));
    (names_somebody && (is_long || is_called)).then_some((first, last))
}

/// Right after it: no bracket or comma stands between.
fn follows_a_word_for_somebody(before: &[Word], name: &Word) -> bool {
    match before {
        [.., last] if last.at + last.text.len() + 1 != name.at => false,
        [.., who, to] if to.is_one_of("till åt") => who.is_one_of(KIN),
        [.., who] => who.is_one_of(KIN) || who.is_one_of(SOMEBODY),
        [] => false,
    }
}

const KIN: &str = "son sonen dotter dottern mamma mamman pappa pappan bror syster förälder kompis";

const SOMEBODY: &str = "\
    heter hette kallas namn namnet pojken flickan killen tjejen ungdomen eleven barnet kompisen kamraten \
    kollegan kollega medarbetaren vikarien fritidsledaren elevassistenten assistenten gruppchefen gruppchef \
    chefen rektorn rektor läraren föraren chauffören utredaren modern";

/// Words that begin sentences, and days.
const BEGINNINGS: &str = "\
    och men när då där den det de dem detta denna dessa en ett i på av med utan till från för före efter under \
    över om enligt hos vid mot mellan sedan innan både varken inte ingen alla någon vi jag hon han hen ni du min \
    vår så att som varför hur vad vem samma även också bara idag igår måndag tisdag onsdag torsdag fredag lördag \
    söndag samtal hej the at on in according when å";

/// What a letter is put to: the codes of the key list, rooms, groups, appendices.
const LETTERED: &str = "\
    ungdom vårdnadshavare personal chef person elev plan grupp sal rum hus avdelning bilaga del klass linje \
    alternativ port";

/// Of organisations and places that texts like these name.
const PLACES: &str = "\
    lex sarah sverige stockholm göteborg malmö uppsala stad region kommun polisen socialstyrelsen socialtjänsten \
    inspektionen arbetsmiljöverket skolverket försäkringskassan parasol microsoft teams google norra södra östra \
    västra stora lilla gamla röda korset";

const ENDINGS_OF_PLACES: &str = "\
    skola skolan gymnasiet gatan vägen torget parken sjukhuset kommunen staden förvaltningen nämnden avdelningen \
    enheten hallen centrum stationen";

fn is_place(word: &str, places: &[&str]) -> bool {
    let word = word.to_lowercase();
    let word = word.strip_suffix('s').unwrap_or(&word);
    let is_part = |known: &str| {
        let known = known.to_lowercase();
        word.chars().count() > 3
            && (known.starts_with(word) || (known.chars().count() > 3 && word.starts_with(&known)))
    };
    PLACES.split(' ').any(|known| known == word)
        || ENDINGS_OF_PLACES.split(' ').any(|end| word.ends_with(end))
        || places.iter().flat_map(|place| place.split_whitespace()).any(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        likely(text, &["Norrglimtskolans KTT", "Utbildningsnämnden"])
    }

    #[test]
    fn two_words_with_capitals_are_a_name_also_where_a_sentence_begins() {
        assert_eq!(found("Enligt Elin Testberg var grinden öppen."), ["Elin Testberg"]);
        assert_eq!(found("Elin Testberg såg det. Då kom Ali Al-Hassan."), ["Elin Testberg", "Ali Al-Hassan"]);
        assert_eq!(found("Det var Elin Testbergs tur."), ["Elin Testbergs"]);
        assert_eq!(found("skrevs inget. /J. Prov, fritidsledare"), ["J. Prov"]);
        assert_eq!(found("Nu skriver jag lex Sarah. Ahmed P"), ["Ahmed P"]);
        assert_eq!(found("samtal med Maria Sofia Testberg"), ["Maria Sofia Testberg"]);
    }

    #[test]
    fn one_word_is_a_name_after_a_word_for_somebody() {
        assert_eq!(found("Min son Adam stod ensam."), ["Adam"]);
        assert_eq!(found("mamma till Elsa, som heter Karin"), ["Elsa", "Karin"]);
        assert_eq!(found("Rektor Rut bestämde, och vikarien Kim gick."), ["Rut", "Kim"]);
        assert_eq!(found("(Nedtecknad av gruppchef) Kl 16.30 i dag kom en kollega, Elsas vän."), [""; 0]);
        assert_eq!(found("Vi sökte i Vasaparken och i Parasol. Grinden var öppen."), [""; 0]);
    }

    #[test]
    fn places_organisations_and_codes_are_no_names() {
        for text in [
            "Ungdom A lämnade gården med personal 2.",
            "Ungdom B och Personal 1 var på Norrglimtskolans KTT.",
            "Rapporten gjordes enligt lex Sarah. Lex Sarah gäller alla.",
            "Norrglimts KTT anmälde det till Inspektionen för vård och omsorg, IVO Stockholm.",
            "Polisen Stockholm hittade hen på Södra Stationen.",
            "Torsdag Den 22 oktober. Rutin: Hemgång. Plan B användes.",
            "Utbildningsnämnden Stockholms Stad beslutade.",
            "I Norrglimt finns tre grupper. Bilaga C visar det.",
            "Rektorn IVO-anmälde. Chefen Stockholm.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
