//! An address as a picture, for another phone to read. It is that of the page where the code is typed in, on screen and on paper
//! alike, and never holds the code: what a camera reads ends up in histories and with search engines.

use qrcode::{Color, QrCode};

/// White around the picture, in modules, as its standard wants.
const QUIET: usize = 4;

/// The picture as one path in a square.
pub(super) struct Qr {
    pub side: usize,
    pub path: String,
}

impl Qr {
    pub fn of(address: &str) -> Self {
        let picture = QrCode::new(address).expect("an address is short enough");
        let width = picture.width();
        let dark = picture.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
        let squares = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        Self { side: width + 2 * QUIET, path: squares.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::Qr;

    #[test]
    fn an_address_becomes_a_square_with_its_three_corners() {
        let qr = Qr::of("https://a.example/mitt-arende");
        assert!((29..45).contains(&qr.side));
        assert!(qr.path.starts_with("M4 4h1v1h-1z"), "the first corner");
        assert_ne!(Qr::of("https://b.example/mitt-arende").path, qr.path);
    }
}
