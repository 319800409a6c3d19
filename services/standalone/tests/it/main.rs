//! The development provider and mailbox, asked as a browser, a service and a mail client would ask them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod identity_provider;
mod mailbox;
