//! The receipt for one who complained.

use kernel::{CaseNumber, ReceiptCode};
use qrcode::{Color, QrCode};
use typst::foundations::{Array, Bytes, IntoValue, Value, dict};

use crate::{
    Head, Passage,
    desk::{Order, template},
    passage::{free, passages},
};

/// On one page: the number, the code as it is read and as it is said, and what happens next.
pub struct Receipt {
    pub head: Head,
    /// `Vi har tagit emot ditt klagomål`
    pub title: String,
    /// When it was taken in, as a sentence.
    pub arrived: String,
    pub number: CaseNumber,
    pub code: ReceiptCode,
    /// Each group of the code as it is said on the telephone: `4 fyra, T Tore, …`.
    pub spoken: Vec<String>,
    /// Why to keep the code, and from whom.
    pub keep: Passage,
    /// Where the code is typed in. A camera reads it from the paper; the code itself is in no picture and no address, since what
    /// a camera reads ends up in histories and with search engines.
    pub address: String,
    /// What happens next and when, how to come back, whom else one can turn to.
    pub passages: Vec<Passage>,
}

impl Receipt {
    pub(crate) fn order(&self) -> Order {
        let words = self.head.words();
        let groups: Array = self.code.reveal().split('-').map(IntoValue::into_value).collect();
        Order {
            template: "receipt",
            text: template!("receipt"),
            title: self.title.clone(),
            identity: format!("receipt {}", self.number),
            fields: dict! {
                "arrived" => self.arrived.as_str(),
                "number" => self.number.as_str(),
                "groups" => groups,
                "spoken" => self.spoken.iter().flat_map(|group| free(group)).collect::<Array>(),
                "keep" => passages(std::slice::from_ref(&self.keep)),
                "address" => self.address.as_str(),
                "square" => square(&self.address),
                "passages" => passages(&self.passages),
                "words" => dict! {
                    "number" => words.text("case-number"),
                    "code" => words.text("receipt-code"),
                    "spoken" => words.text("receipt-spoken"),
                    "open" => words.text("receipt-square-says"),
                    "square" => words.text_with("receipt-square", "address", self.address.clone()),
                },
            },
        }
    }
}

/// A QR code as a drawing; nothing when the address is longer than fits into one.
fn square(address: &str) -> Value {
    let Ok(code) = QrCode::new(address) else { return Value::None };
    let side = code.width();
    let dark: Vec<_> = (0..side)
        .flat_map(|y| (0..side).map(move |x| (x, y)))
        .filter(|at| code[*at] == Color::Dark)
        .map(|(x, y)| format!("M{x} {y}h1v1h-1z"))
        .collect();
    let dark = dark.concat();
    let drawing = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path d="{dark}"/></svg>"#
    );
    Bytes::from_string(drawing).into_value()
}
