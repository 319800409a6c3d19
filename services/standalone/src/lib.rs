//! All of Lyssna in one process, for trying it out and for development.

/// What the two development parts share: loopback only, strict headers, a banner.
pub mod development;
/// Lets one log in as any of the made-up people, by OpenID Connect.
pub mod identity_provider;
/// Takes in what is sent by SMTP and shows it on a page.
pub mod mailbox;
