//! What a record says, as text: its heading, and what somebody wrote or chose in it.

use web::Page;

use crate::domain::{Content, IvoFiling, Kept};

pub fn of(page: &Page, content: &Content) -> (String, String) {
    let heading = page.t(&format!("record-{}", content.kind().code()));
    let said = |parts: &[&str]| parts.join("\n\n");
    let word = |group: &str, code: &str| page.t(&format!("{group}-{code}"));
    let text = match content {
        Content::OutOfScope(proposal) => said(&[
            &proposal.reasons,
            &format!("{}: {}", word("matter", proposal.opened.code()), proposal.reference),
        ]),
        Content::Agreement(answer) => {
            let answered = if answer.agrees { "agreement-yes" } else { "agreement-no" };
            said(&[&page.t(answered), &answer.reasons])
        }
        Content::Remedy(remedy) => said(&[&remedy.done, &remedy.evidence]),
        Content::Measure(measure) => {
            said(&[&measure.text, &format!("{}, {}", measure.owner_name, measure.due_on)])
        }
        Content::MeasureDone(done) => done.evidence.clone(),
        Content::Replanned(plan) => said(&[&plan.due_on.to_string(), &plan.reason]),
        Content::Effect(effect) => said(&[
            &format!("{} {}", page.t("effect-what"), word("effect", effect.effect.code())),
            &effect.shown_by,
            &format!("{} {}", page.t("effect-routine"), word("routine", effect.routine.code())),
            &effect.routine_words,
        ]),
        Content::Feedback(feedback) => {
            let given = if feedback.is_given { "feedback-given" } else { "feedback-not-given" };
            let to = word("audience", feedback.to.code());
            said(&[&format!("{to}: {}", page.t(given)), &feedback.words])
        }
        Content::HandedBack(handed) => handed.reasons.clone(),
        Content::Archiving(archiving) => archiving.decision.clone(),
        Content::Kept(kept_in) => kept(page, &kept_in.words),
        Content::Closing(closing) => closing.note.clone(),
        Content::Reopening(reopening) => said(&[&word("cause", reopening.cause.code()), &reopening.reasons]),
        Content::IvoProposal(said) | Content::IvoRequired(said) => said.reasons.clone(),
        Content::IvoForm(form) => said(&[&word("ivo-matter", form.matter.code()), &form.description]),
        Content::IvoNotified(filing) | Content::IvoInquirySent(filing) => filed(page, filing),
        Content::IvoRespite(respite) => said(&[&respite.until.to_string(), &respite.given]),
        Content::IvoAnswer(answer) => answer.answer.clone(),
        Content::Duty(duty) => said(&[
            &format!("{}: {}", word("duty", duty.track.code()), word("duty-step", duty.step.code())),
            &duty.words,
        ]),
    };
    (heading, text)
}

fn filed(page: &Page, filing: &IvoFiling) -> String {
    let channel = page.t(&format!("ivo-channel-{}", filing.channel.code()));
    let number = filing.ivo_number.as_ref().map(|number| page.t1("ivo-number-is", "number", number));
    let lines = [
        Some(format!("{}, {channel}", filing.sent_on)),
        Some(filing.receipt.clone()),
        number,
        Some(page.t1("ivo-sha256-is", "hash", &filing.sha256)),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// A line each: what stays, and why.
pub fn kept(page: &Page, words: &[Kept]) -> String {
    let line = |kept: &Kept| {
        let why = kept.because.clone().unwrap_or_else(|| page.t("found-is-organisation"));
        page.t2("kept-line", ("word", &kept.found), ("why", &why))
    };
    words.iter().map(line).collect::<Vec<_>>().join("\n")
}
