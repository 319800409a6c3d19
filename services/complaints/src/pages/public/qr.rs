//! A receipt code as a picture, for another phone to read. It holds the code alone: an address with the code in it would stand
//! in the other phone's history.

use qrcode::{Color, QrCode};

/// White around the picture, in modules, as its standard wants.
const QUIET: usize = 4;

/// The picture as one path in a square.
pub(super) struct Qr {
    pub side: usize,
    pub path: String,
}

impl Qr {
    pub fn of(code: &str) -> Self {
        let picture = QrCode::new(code).expect("29 characters fit");
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
    fn a_code_becomes_a_square_with_its_three_corners() {
        let qr = Qr::of("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE");
        assert!((29..45).contains(&qr.side));
        assert!(qr.path.starts_with("M4 4h1v1h-1z"), "the first corner");
        assert_ne!(Qr::of("AAAAA-BBBBB-CCCCC-DDDDD-EEEEF").path, qr.path);
    }
}
