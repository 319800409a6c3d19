//! What the law asks for besides the answer, on the page of a complaint.

use kernel::calendar::swedish_day;

use super::{desk::Desk, next_step, wording};
use crate::domain::{Case, Content, Duty, State};

/// Something to see to.
pub(super) struct Notice {
    pub title: String,
    pub text: String,
}

/// What triage found and nobody has seen to.
pub(super) fn left(case: &Case) -> Vec<Duty> {
    case.complaint.duties_left(&case.content.as_ref().map(Content::fulfilled_duties).unwrap_or_default())
}

/// Those that are not the next step already.
pub(super) fn beside(desk: &Desk, case: &Case) -> Vec<Notice> {
    if case.content.is_none() {
        return Vec::new();
    }
    let next = next_step::next_duty(desk, case);
    let others = left(case).into_iter().filter(|duty| Some(*duty) != next);
    let mut notices: Vec<_> = others.map(|duty| notice(desk, case, duty)).collect();
    if let Some(day) = case.complaint.targets.acknowledge_by.filter(|_| case.standing.in_charge) {
        let text = desk.page.t1("duty-acknowledge", "day", wording::target(&desk.page, day, desk.app.now()));
        notices.push(Notice { title: desk.page.t("duty-acknowledge-title"), text });
    }
    notices.extend(late(desk, case));
    let elsewhere = case.complaint.triaged.is_some_and(|(triage, _)| triage.other_authority);
    if elsewhere && case.complaint.redirected.is_none() {
        notices.push(Notice { title: desk.page.t("duty-other-title"), text: desk.page.t("duty-other") });
    }
    notices
}

/// The sender is told before the day passes (I.2 C8); and when it has passed all the same.
fn late(desk: &Desk, case: &Case) -> Option<Notice> {
    let waits = matches!(case.complaint.state, State::Triaged | State::Inquiry | State::Merged);
    if !(waits && case.standing.in_charge) {
        return None;
    }
    let (policy, page) = (&desk.app.policy, &desk.page);
    let (today, day) = (swedish_day(desk.app.now()), case.complaint.targets.answer_by);
    if day < today {
        Some(Notice { title: page.t("duty-passed-title"), text: page.t("duty-passed") })
    } else if day <= policy.working_days_after(today, policy.remind_before) {
        Some(Notice { title: page.t("duty-near-title"), text: page.t("duty-near") })
    } else {
        None
    }
}

pub(super) fn notice(desk: &Desk, case: &Case, duty: Duty) -> Notice {
    let page = &desk.page;
    match duty {
        Duty::ChildProtection => Notice { title: page.t("duty-child-title"), text: page.t("duty-child") },
        Duty::DataBreach => Notice { title: page.t("duty-breach-title"), text: breach(desk, case) },
        Duty::AccessRequest => Notice { title: page.t("duty-access-title"), text: page.t("duty-access") },
        Duty::OrderingBoard => Notice { title: page.t("duty-board-title"), text: page.t("duty-board") },
        Duty::Threat => Notice { title: page.t("duty-threat-title"), text: page.t("duty-threat") },
    }
}

/// The clock of a breach runs in hours, over weekends too (GDPR art. 33).
fn breach(desk: &Desk, case: &Case) -> String {
    let (page, now) = (&desk.page, desk.app.now());
    let Some(by) = case.complaint.breach_by else { return String::new() };
    if by <= now {
        return page.t1("duty-breach-passed", "time", page.when(&by));
    }
    let hours = (by - now).num_hours().to_string();
    page.t2("duty-breach", ("time", &page.when(&by)), ("hours", &hours))
}
