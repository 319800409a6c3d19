//! A complaint that is being written.
