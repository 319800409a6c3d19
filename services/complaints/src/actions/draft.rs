//! Keeping what somebody is writing.
