//! The passive: it hides who does it.
//!
//! Swedish makes it by an -s on the verb, which genitives and deponent verbs have too, or by *bli* and a participle; English by *be* and a
//! participle. Only forms that can hardly be anything else are pointed at.

use super::{Tongue, Word};

/// Whether the word at a place is a verb in the passive.
pub(super) fn is_passive(words: &[Word], at: usize, tongue: Tongue) -> bool {
    let word = &words[at];
    // A name, or the first of its sentence: more often a genitive than a verb.
    if word.is_capital {
        return false;
    }
    let before: Vec<&str> = words[..at].iter().rev().take(4).map(|word| word.text.as_str()).collect();
    match tongue {
        Tongue::Swedish => swedish(&word.text, &before),
        Tongue::English => english(&word.text, &before),
        Tongue::Other => false,
    }
}

/// `before` are the words before it, the nearest first.
fn swedish(word: &str, before: &[&str]) -> bool {
    if NOT_PASSIVE.contains(&word) {
        return false;
    }
    let becomes = before.iter().take(2).any(|word| ["bli", "blir", "blev", "blivit"].contains(word));
    let has = before.iter().any(|word| ["har", "hade", "ha"].contains(word));
    S_FORMS.contains(&word)
        || is_past(word)
        || is_infinitive(word)
        || has && is_supine(word)
        || becomes
            && ends(word, &["rad", "tad", "nad", "lad", "kad", "gad", "sad", "ade", "rat", "tat", "nat"])
}

/// `behandlades`, `köptes`, `ställdes`.
fn is_past(word: &str) -> bool {
    word.len() > 5
        && ends(
            word,
            &["ades", "ndes", "rdes", "ldes", "gdes", "jdes", "vdes", "mdes", "ptes", "ktes", "stes", "ttes"],
        )
        && !ends(word, &["andes", "endes"])
}

/// `behandlas`, now or to be done; `ungdomarnas` and `anhörigas` are genitives.
fn is_infinitive(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("as")
        && !ends(word, &["arnas", "ornas", "ernas", "larnas", "igas", "ares"])
}

/// After *har*: `behandlats`, `skrivits`, `gjorts`.
fn is_supine(word: &str) -> bool {
    ends(word, &["ats", "its", "tts", "rts", "lts", "gts", "nts", "vts"])
        && !ends(word, &["plats", "sats", "krets", "rätts"])
}

fn english(word: &str, before: &[&str]) -> bool {
    let mut before =
        before.iter().skip_while(|word| word.ends_with("ly") || ["not", "also", "now"].contains(word));
    let be = ["is", "are", "was", "were", "be", "been", "being"];
    before.next().is_some_and(|word| be.contains(word))
        && (ends(
            word,
            &[
                "ated", "ised", "ized", "rded", "nded", "sted", "ered", "ided", "uced", "ined", "oved",
                "ssed", "rted", "ived",
            ],
        ) || PARTICIPLES.contains(&word))
        && !["interested", "limited", "tired", "related"].contains(&word)
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Forms in -s that are no genitives, of verbs in the present or with a strong past.
const S_FORMS: [&str; 73] = [
    "görs",
    "genomförs",
    "utförs",
    "införs",
    "förs",
    "överförs",
    "används",
    "anses",
    "anges",
    "avges",
    "inges",
    "ges",
    "medges",
    "utges",
    "begärs",
    "krävs",
    "sägs",
    "skrivs",
    "ställs",
    "läggs",
    "följs",
    "bestäms",
    "sätts",
    "tillsätts",
    "utreds",
    "bryts",
    "avbryts",
    "döms",
    "bedöms",
    "köps",
    "säljs",
    "byggs",
    "hålls",
    "upprätthålls",
    "tillhandahålls",
    "tas",
    "vidtas",
    "antas",
    "mottas",
    "tillvaratas",
    "dras",
    "fås",
    "sänds",
    "översänds",
    "erbjuds",
    "förbjuds",
    "leds",
    "inleds",
    "stängs",
    "styrs",
    "löses",
    "söks",
    "fastställs",
    "framställs",
    "återställs",
    "upphävs",
    "förutsätts",
    "beskrivs",
    "beslöts",
    "togs",
    "vidtogs",
    "gavs",
    "skrevs",
    "bröts",
    "hölls",
    "bjöds",
    "drogs",
    "drevs",
    "lades",
    "gjordes",
    "sågs",
    "rivs",
    "erhålls",
];

/// Deponent and reciprocal verbs, pronouns, nouns and genitives that only look like it.
const NOT_PASSIVE: [&str; 120] = [
    "hoppas",
    "hoppades",
    "andas",
    "andades",
    "lyckas",
    "lyckades",
    "lyckats",
    "misslyckas",
    "misslyckades",
    "misslyckats",
    "vistas",
    "vistades",
    "vistats",
    "trivas",
    "trivdes",
    "trivts",
    "minnas",
    "mindes",
    "fattas",
    "fattades",
    "saknas",
    "saknades",
    "saknats",
    "finnas",
    "funnits",
    "låtsas",
    "låtsades",
    "svettas",
    "umgås",
    "umgicks",
    "skämmas",
    "skämdes",
    "kräkas",
    "kräktes",
    "synas",
    "syntes",
    "synts",
    "tyckas",
    "tycktes",
    "brottas",
    "envisas",
    "nalkas",
    "färdas",
    "färdades",
    "frodas",
    "trängas",
    "trängdes",
    "kramas",
    "kramades",
    "pussas",
    "retas",
    "retades",
    "träffas",
    "träffades",
    "träffats",
    "mötas",
    "möttes",
    "enas",
    "enades",
    "enats",
    "samsas",
    "turas",
    "turades",
    "skiljas",
    "skildes",
    "åldras",
    "blygas",
    "idas",
    "handskas",
    "råkas",
    "avundas",
    "väsnas",
    "kivas",
    "rymmas",
    "rymdes",
    "kännas",
    "kändes",
    "känts",
    "höras",
    "hördes",
    "hörts",
    "bråkas",
    "behövas",
    "behövdes",
    "behövts",
    "vantrivas",
    "nöjas",
    "andats",
    "hoppats",
    "glad",
    "annorledes",
    "således",
    "likaledes",
    "alldeles",
    "deras",
    "allas",
    "andras",
    "bådas",
    "mångas",
    "kalas",
    "atlas",
    "ananas",
    "vuxnas",
    "ungas",
    "gamlas",
    "sjukas",
    "flickas",
    "pojkas",
    "mammas",
    "pappas",
    "kvinnas",
    "människas",
    "veckas",
    "timmas",
    "skolas",
    "närståendes",
    "boendes",
    "studerandes",
    "ordförandes",
    "mötes",
];

const PARTICIPLES: [&str; 30] = [
    "made", "done", "given", "taken", "written", "held", "sent", "told", "seen", "found", "kept", "brought",
    "shown", "known", "paid", "drawn", "chosen", "called", "asked", "used", "handled", "informed", "delayed",
    "changed", "moved", "signed", "planned", "examined", "followed", "required",
];
