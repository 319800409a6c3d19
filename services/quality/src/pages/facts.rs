//! What has been counted.

use askama::Template;
use axum::{extract::State, response::Html};
use kernel::UnitId;
use web::{Error, Page};

use crate::{
    App,
    domain::{
        access::Reach,
        count::{self, Count, Shown},
        fact::Kind,
        month::Month,
        responsibility,
    },
    pages::{permit::FactReader, with_menu},
};

/// How far back is shown.
const MONTHS: u32 = 12;

#[derive(Template)]
#[template(path = "facts.html")]
struct Facts {
    page: Page,
    units: Vec<UnitFacts>,
}

struct UnitFacts {
    name: String,
    /// Those of which there is a number to show.
    months: Vec<MonthFacts>,
}

struct MonthFacts {
    month: Month,
    complaints_answered: Shown,
    complaints_settled: Shown,
    cases_decided: Shown,
}

/// `GET /handelser`
pub async fn facts(
    State(app): State<App>,
    FactReader { person, reach }: FactReader,
    page: Page,
) -> Result<Html<String>, Error> {
    let months: Vec<Month> = Month::of(app.today()).back(MONTHS).collect();
    let since = *months.last().expect("twelve months");
    let counts = app.store.counts(&reach, since).await.map_err(|error| Error::Internal(error.into()))?;
    let unit_facts = |(id, name): (Option<UnitId>, Option<String>)| UnitFacts {
        name: name.unwrap_or_else(|| page.t("no-unit")),
        months: months.iter().filter_map(|month| of_month(&counts, id, *month)).collect(),
    };
    let units = within(&app, &reach).into_iter().map(unit_facts).collect();
    web::html(&Facts { page: with_menu(page, &person), units })
}

/// None when there is nothing but small numbers: left out, it says as much as a row of them.
fn of_month(counts: &[Count], unit: Option<UnitId>, month: Month) -> Option<MonthFacts> {
    let shown = |kind| count::shown(counts, unit, month, kind);
    let kinds = [Kind::ComplaintAnswered, Kind::ComplaintSettled, Kind::CaseDecided];
    let counted = kinds.map(shown);
    let [complaints_answered, complaints_settled, cases_decided] = counted;
    let is_small = counted == [Shown::FewerThanFive; 3];
    (!is_small).then_some(MonthFacts { month, complaints_answered, complaints_settled, cases_decided })
}

/// The units somebody reaches, by name; for the whole city also none, for complaints that named no unit.
fn within(app: &App, reach: &Reach) -> Vec<(Option<UnitId>, Option<String>)> {
    let units = responsibility::units(&app.inside.ground.directory.now(), app.today()).into_iter();
    let named = |unit: responsibility::Unit| (Some(unit.id), Some(unit.name));
    match reach {
        Reach::City => units.map(named).chain([(None, None)]).collect(),
        Reach::Units(own) => units.filter(|unit| own.contains(&unit.id)).map(named).collect(),
    }
}

impl Facts {
    fn number(&self, shown: &Shown) -> String {
        match shown {
            Shown::Number(number) => number.to_string(),
            Shown::FewerThanFive => self.page.t("fewer-than-five"),
        }
    }
}
