//! Somebody who runs the service lets a refused mail go once more.

use crate::{App, actions::Failed, domain::DeliveryId};

/// To the same address and no other (requirements I.3): what was wrong was the mail server, and it has been mended.
#[tracing::instrument(skip_all, fields(delivery.id = %id), err)]
pub async fn send_again(app: &App, id: DeliveryId) -> Result<(), Failed> {
    if !app.store.send_again(id, app.now()).await? {
        return Err(Failed::NoLongerWaits);
    }
    app.something_new.notify_one();
    Ok(())
}
