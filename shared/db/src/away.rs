//! Whether an error means that the database is not there now, or that what was asked of it was wrong.

use std::{error::Error, iter};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{self, sqlite::SqliteError},
};

/// True when the same request may well succeed later: nobody answers, no connection is free, the disk is full, somebody
/// held a lock for too long. Looks through whatever the error was wrapped in.
pub fn is_away(error: &(dyn Error + 'static)) -> bool {
    iter::successors(Some(error), |error| (*error).source()).any(|cause| {
        match cause.downcast_ref::<DbErr>() {
            Some(DbErr::ConnectionAcquire(_)) => true,
            Some(DbErr::Conn(error) | DbErr::Exec(error) | DbErr::Query(error)) => runtime_is_away(error),
            _ => false,
        }
    })
}

fn runtime_is_away(error: &RuntimeErr) -> bool {
    let RuntimeErr::SqlxError(error) = error else { return false };
    match &**error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(told) => {
            let code = told.code().unwrap_or_default();
            if told.try_downcast_ref::<SqliteError>().is_some() {
                sqlite_is_away(&code)
            } else {
                postgres_is_away(&code)
            }
        }
        _ => false,
    }
}

fn sqlite_is_away(code: &str) -> bool {
    const BUSY: i32 = 5;
    const IO_ERROR: i32 = 10;
    const FULL: i32 = 13;
    const CANNOT_OPEN: i32 = 14;
    // The upper bits say why.
    code.parse().is_ok_and(|code: i32| [BUSY, IO_ERROR, FULL, CANNOT_OPEN].contains(&(code & 0xff)))
}

/// Classes of SQLSTATE: connection, resources (a full disk too), held locks, an operator's stop or our own patience, the
/// system beneath.
fn postgres_is_away(code: &str) -> bool {
    ["08", "53", "55P03", "57", "58"].iter().any(|class| code.starts_with(class))
}
