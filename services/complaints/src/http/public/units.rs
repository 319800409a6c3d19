//! The units a complaint can be about.

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::PublicApp;

#[derive(Serialize, ToSchema)]
pub(crate) struct Units {
    units: Vec<Unit>,
}

/// A unit that runs korttidstillsyn.
#[derive(Serialize, ToSchema)]
pub(crate) struct Unit {
    id: Uuid,
    #[schema(example = "Norrglimtskolans KTT")]
    name: String,
}

/// The units, by name. A complaint may be about any of them, or name none.
///
/// **Svenska:** Enheterna, i namnordning. Ett klagomål kan gälla vilken som helst av dem, eller ingen.
#[utoipa::path(
    get,
    path = "/api/v1/units",
    tag = "complaints",
    summary = "The units / Enheterna",
    responses(
        (status = 200, description = "The units. Enheterna.", body = Units,
            example = json!({"units": [{"id": "019a0000-0000-7000-8000-000000000003", "name": "Norrglimtskolans KTT"}]})),
        super::PublicProblems,
    ),
)]
pub(crate) async fn units(State(app): State<PublicApp>) -> Json<Units> {
    let register = app.ground.directory.now();
    let unit = |unit: &proto::organisation::Unit| Unit { id: unit.id, name: unit.name.clone() };
    let mut units: Vec<_> = register.organisation().units.iter().map(unit).collect();
    units.sort_by(|a, b| a.name.cmp(&b.name));
    Json(Units { units })
}
