//! The receipt on paper.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use documents::{Head, Passage, Pdf, Receipt};
use web::{Error, Form, download};

use crate::{
    domain::draft::Sent,
    pages::public::{
        receipt::{Days, address, gone, sent, spoken},
        start::Pressed,
        visitor::Visitor,
    },
};

/// The receipt as a PDF. By POST with the form of the page that shows the code: no address gives it, and nothing of it is kept.
pub(super) async fn make(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    let Some(sent) = sent(&visitor).await? else { return gone(visitor) };
    let pdf =
        documents::make(filled_in(&visitor, &sent)).await.map_err(|error| Error::Internal(error.into()))?;
    let name = format!("kvitto-{}.pdf", sent.number);
    let bytes = pdf.into_bytes();
    Ok(download(&name, Pdf::CONTENT_TYPE, None, Body::from(bytes)).into_response())
}

/// In the words of the page.
fn filled_in(visitor: &Visitor, sent: &Sent) -> Receipt {
    let page = &visitor.page;
    let Days { look_by, answer_by } = Days::of(visitor, sent);
    let last = match answer_by {
        Some(day) => page.t1("receipt-next-answer", "day", day),
        None => page.t("receipt-next-no-answer"),
    };
    let next = [page.t1("receipt-next-look", "day", look_by), page.t("receipt-next-work"), last];
    let back = page.t1("receipt-back", "address", visitor.site().origin());
    let others = format!("{} {}", page.t("start-others-ivo"), page.t("start-others-school"));
    let help = format!("{} {} {}", page.t("need-help"), page.t("contact-call"), page.contacts().phone);
    let when = page.when(&sent.received_at);
    Receipt {
        head: Head {
            language: page.language().clone(),
            office: visitor.app.policy.office.clone(),
            at: sent.received_at,
        },
        title: page.t("receipt-title"),
        arrived: page.t1("receipt-when", "when", when.as_str()) + " " + &sent.number.to_string(),
        number: sent.number.clone(),
        code: sent.receipt.clone(),
        spoken: spoken(page, &sent.receipt),
        keep: Passage::text(
            page.t("receipt-save-title"),
            [page.t("receipt-save-paper"), page.t("receipt-kept-why")],
        ),
        address: address(visitor),
        passages: vec![
            Passage::steps(page.t("receipt-next-title"), next),
            Passage::text(page.t("receipt-back-title"), [back, page.t("receipt-qr")]),
            Passage::text(page.t("receipt-unhappy-title"), [others, help]),
        ],
    }
}
