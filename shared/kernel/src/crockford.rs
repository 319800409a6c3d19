//! Crockford's base 32: codes that survive being read aloud and typed back.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `count` random symbols and one check symbol, each 0–31.
pub fn random(count: usize) -> Vec<u8> {
    let mut symbols = vec![0; count];
    getrandom::fill(&mut symbols).expect("the system gives randomness");
    for symbol in &mut symbols {
        *symbol &= 31;
    }
    symbols.push(check(&symbols));
    symbols
}

/// The symbols as people see them, in groups joined by hyphens.
pub fn write(symbols: &[u8], group: usize) -> String {
    let letters =
        |part: &[u8]| part.iter().map(|s| char::from(ALPHABET[usize::from(*s)])).collect::<String>();
    symbols.chunks(group).map(letters).collect::<Vec<_>>().join("-")
}

/// Reads `length` symbols of which the last is the check symbol. Case, spaces and dashes do not matter; `O` is
/// read as `0`, `I` and `L` as `1`. None when a symbol is unknown, missing, surplus, wrong or out of place.
pub fn read(typed: &str, length: usize) -> Option<Vec<u8>> {
    let dash =
        |c: &char| !c.is_whitespace() && !"-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains(*c);
    let symbols = typed.chars().filter(dash).map(symbol).collect::<Option<Vec<u8>>>()?;
    let (last, data) = symbols.split_last()?;
    (symbols.len() == length && check(data) == *last).then_some(symbols)
}

fn symbol(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == letter).and_then(|at| u8::try_from(at).ok())
}

/// A polynomial over the field of 32 elements, so that any one wrong symbol and any two swapped ones (up to 31
/// apart) give another check symbol.
fn check(data: &[u8]) -> u8 {
    data.iter().fold(0, |sum, symbol| times_x(sum ^ symbol))
}

/// Multiplies by x in GF(2⁵) with the primitive polynomial x⁵ + x² + 1.
const fn times_x(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_read_back_however_it_is_typed() {
        let symbols = random(24);
        let written = write(&symbols, 5);
        assert_eq!(read(&written, 25).as_ref(), Some(&symbols));
        assert_eq!(read(&written.to_lowercase().replace('-', " "), 25).as_ref(), Some(&symbols));
        assert_eq!(read(&written.replace('0', "o").replace('1', "l").replace('-', "–"), 25), Some(symbols));
    }

    #[test]
    fn every_single_slip_is_noticed() {
        let symbols = random(24);
        for at in 0..symbols.len() {
            for other in (0..32).filter(|other| *other != symbols[at]) {
                let mut slip = symbols.clone();
                slip[at] = other;
                assert_eq!(read(&write(&slip, 5), 25), None);
            }
        }
    }

    #[test]
    fn every_swap_is_noticed() {
        let symbols = random(24);
        for (a, b) in (0..25).flat_map(|a| (0..a).map(move |b| (a, b))) {
            let mut swapped = symbols.clone();
            swapped.swap(a, b);
            assert_eq!(read(&write(&swapped, 5), 25).is_some(), symbols[a] == symbols[b]);
        }
    }

    /// Any 24 symbols with their check symbol.
    fn any_code() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(0..32_u8, 24).prop_map(|mut symbols| {
            symbols.push(check(&symbols));
            symbols
        })
    }

    proptest! {
        #[test]
        fn a_wrong_symbol_anywhere_is_noticed(symbols in any_code(), at in 0..25_usize, by in 1..32_u8) {
            let mut slip = symbols;
            slip[at] = (slip[at] + by) % 32;
            prop_assert_eq!(read(&write(&slip, 5), 25), None);
        }

        #[test]
        fn two_neighbours_that_changed_places_are_noticed(symbols in any_code(), at in 0..24_usize) {
            let mut swapped = symbols.clone();
            swapped.swap(at, at + 1);
            prop_assert_eq!(read(&write(&swapped, 5), 25).is_some(), symbols[at] == symbols[at + 1]);
        }

        /// A symbol left out, or one said twice.
        #[test]
        fn one_too_few_or_too_many_is_noticed(symbols in any_code(), at in 0..25_usize) {
            let (mut fewer, mut more) = (symbols.clone(), symbols);
            fewer.remove(at);
            more.insert(at, more[at]);
            prop_assert_eq!(read(&write(&fewer, 5), 25), None);
            prop_assert_eq!(read(&write(&more, 5), 25), None);
        }

        /// As it is read aloud and typed by somebody else: small letters, any spaces, `o` for 0 and `i` or `l` for 1.
        #[test]
        fn what_is_read_aloud_comes_back(symbols in any_code(), one in "[iIlL1]", zero in "[oO0]", gap in "[ \t\u{a0}–-]{0,3}") {
            let spoken = write(&symbols, 1).to_lowercase().replace('1', &one).replace('0', &zero).replace('-', &gap);
            prop_assert_eq!(read(&spoken, 25), Some(symbols));
        }

        #[test]
        fn no_text_breaks_it(typed in "\\PC{0,40}") {
            let _ = read(&typed, 25);
        }
    }

    #[test]
    fn too_short_too_long_and_unknown_are_refused() {
        for typed in ["", "U", "7KM4", "é7KM4-Q2XP", &"0".repeat(26), "7KM4-Q2X!"] {
            assert_eq!(read(typed, 25), None);
        }
    }
}
