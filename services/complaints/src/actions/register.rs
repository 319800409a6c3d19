//! What has come in is entered in the register, without delay (OSL 5:1).

use audit::Actor;

use crate::{StaffApp, actions::Failed, domain::Registration};

/// Registers what waits, one round. Returns how many there were. Copies of the service that do so at once each take their own.
#[tracing::instrument(skip_all, err)]
pub async fn register(app: &StaffApp) -> Result<usize, Failed> {
    let at = app.now();
    let tx = app.store.begin().await?;
    let waiting = tx.to_register().await?;
    let Some(count) = i32::try_from(waiting.len()).ok().filter(|count| *count > 0) else {
        return Ok(0);
    };
    let first = tx.take_numbers(Registration::year(at), count).await?;
    for (complaint, sequence) in waiting.into_iter().zip(first..) {
        let entry = Registration::new(complaint.kind, sequence, at, &app.policy);
        let complaint = complaint.register(entry)?;
        tx.update_complaint(&complaint).await?;
        tx.trace(Actor::System, "register", complaint.id, None, at).await?;
    }
    tx.commit().await?;
    Ok(usize::try_from(count).expect("not negative"))
}
