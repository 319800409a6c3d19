//! Figures that need more than a script: how long lists, cases and searches take with few of them and with very many, and whether
//! people get through while a bot sends. Prints them and asserts nothing, since a clock on a shared machine proves nothing.
//!
//! On a SQLite file, or on the PostgreSQL that `TEST_POSTGRES_URL` names.
#![expect(clippy::unwrap_used, reason = "it stops at the first thing that is not as it should be")]

mod bot;
mod cases;
mod crowd;
mod figures;
mod made;
mod matters;
mod million;
mod workbench;

use clap::Parser;

#[derive(Parser)]
enum Command {
    /// Complaints: lists, a matter and searches, at FEW matters and at MANY.
    Million {
        #[arg(default_value_t = 10_000)]
        few: usize,
        #[arg(default_value_t = 1_000_000)]
        many: usize,
    },
    /// Lex Sarah: the workbench and a case, at FEW cases and at MANY.
    Workbench {
        #[arg(default_value_t = 1_000)]
        few: usize,
        #[arg(default_value_t = 100_000)]
        many: usize,
    },
    /// People behind one address fill in the form while a bot behind the same address sends without end.
    Crowd {
        #[arg(long, default_value_t = 60)]
        people: u32,
        /// Within how many seconds they come.
        #[arg(long, default_value_t = 600)]
        seconds: u32,
        /// Requests of the bot each second.
        #[arg(long, default_value_t = 1_000)]
        bot: u32,
    },
}

#[tokio::main]
async fn main() {
    match Command::parse() {
        Command::Million { few, many } => million::run(few, many).await,
        Command::Workbench { few, many } => workbench::run(few, many).await,
        Command::Crowd { people, seconds, bot } => crowd::run(people, seconds, bot).await,
    }
}
