//! What tests stand on. Never in a release.
