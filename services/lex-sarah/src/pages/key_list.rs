//! The key list: adding somebody under a code, and looking at who is who. Each look says why and leaves a trace.

use askama::Template;
use auth::{FreshForm, Person};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use kernel::text::without_control_characters;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    deed::{Deed, Desk, Sheet},
    visitor::{with_menu, worded},
    wording,
};
use crate::{
    App,
    actions::{self, Failed},
    at::At,
    domain::{CaseId, Key, TypedKey, Verb},
};

#[derive(Template)]
#[template(path = "key_list.html")]
struct KeyListPage {
    page: Page,
    sheet: Sheet,
    codes: Vec<String>,
    parts: Vec<(String, String)>,
    filled: TypedKey,
    reason: String,
    /// Where to log in again, when the log-in is too old to look.
    log_in_again: Option<String>,
    /// Who is who, for whoever has just said why they look.
    keys: Option<Vec<Key>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    reason: String,
}

impl Deed for TypedKey {
    const VERB: Verb = Verb::AddKey;
    const PLACE: &'static str = "kodnyckel";

    async fn done(&self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::add_key(app, person, case, version, self).await
    }

    fn show(self, desk: &Desk<'_>, page: Page, sheet: Sheet) -> Result<Html<String>, Error> {
        web::html(&KeyListPage::new(desk, page, sheet, self))
    }

    fn own(&self, page: &Page) -> Vec<(String, String)> {
        vec![(page.t("key-name"), self.name.clone())]
    }
}

impl KeyListPage {
    fn new(desk: &Desk, page: Page, sheet: Sheet, filled: TypedKey) -> Self {
        let nothing = (String::new(), page.t("key-choose-part"));
        let is_old = !desk.person.is_fresh;
        Self {
            codes: desk.opened.file.codes.clone(),
            parts: std::iter::once(nothing).chain(wording::parts_in_case(&page)).collect(),
            log_in_again: is_old.then(|| format!("/logga-in?next={}&fresh=1", sheet.action)),
            reason: String::new(),
            keys: None,
            filled,
            sheet,
            page,
        }
    }

    fn part(&self, key: &Key) -> String {
        wording::part_in_case(&self.page, key.part)
    }
}

/// Shows who is who, once, in the answer.
pub async fn look(
    State(app): State<App>,
    At(id): At,
    page: Page,
    FreshForm { person, fields }: FreshForm<Look>,
) -> Result<Response, Error> {
    let looked = actions::look_in_key_list(&app, &person, id, &fields.reason).await;
    let opened = actions::read(&app, &person, id).await?;
    let desk = Desk { app: &app, person: &person, opened: &opened };
    let page = with_menu(page, &person);
    let list = KeyListPage::new(&desk, page.clone(), Sheet::of::<TypedKey>(&opened), TypedKey::default());
    match looked {
        Ok(keys) => Ok(web::html(&KeyListPage { keys: Some(keys), ..list })?.into_response()),
        Err(Failed::Faulty(faults)) => {
            let errors = worded(&page, Verb::LookInKeyList.code(), &faults);
            let sheet = Sheet { errors, ..Sheet::of::<TypedKey>(&opened) };
            let reason = without_control_characters(&fields.reason);
            let again = web::html(&KeyListPage { sheet, reason, ..list })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
        }
        Err(other) => Err(other.into()),
    }
}
