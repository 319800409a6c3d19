//! All of Lyssna in one process, for trying it out and for development: the services as they are, each with its own
//! database and keys, beside a development identity provider and mailbox. No rule of the services lives here.

pub mod advice;
mod announce;
mod arguments;
mod data_folder;
mod demonstration;
pub mod development;
pub mod identity_provider;
pub mod mailbox;
mod ports;
mod settings;
pub mod system;

pub use arguments::Arguments;
pub use data_folder::{DataFolder, FolderRefused};
pub use ports::Ports;
