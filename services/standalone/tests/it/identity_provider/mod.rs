//! The provider through its router, with a clock that the test moves.

mod authorize;
mod code_flow;
mod dev;
mod end_session;
mod keys;
mod pages;
mod provider;
mod service_token;
mod token;

pub use provider::{Answer, TestProvider};
