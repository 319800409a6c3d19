//! The sender's pages, as somebody with a browser and without script meets them.

mod bad_input;
mod ceilings;
mod crowd;
mod dialogue;
mod files;
mod form;
mod language;
mod leave;
pub mod parts;
mod personal_data;
mod receipt;
mod save;
mod secrecy;
mod words;

use complaints::PUBLIC_PART;
use process::Own;
use serde_json::{Value, json};
use testkit::{Browser, Shown, Standing, World, everything_stored};

/// Somebody who has something to say.
struct Sender {
    world: World,
    standing: Standing,
    browser: Browser,
}

impl Sender {
    /// On the start page.
    async fn arrives() -> Self {
        Self::arrives_where(json!({})).await
    }

    /// The same where somebody has chosen other settings.
    async fn arrives_where(own: Value) -> Self {
        let mut world = World::of(PUBLIC_PART).await;
        world.own = Own::of(&own).unwrap();
        let standing = world.open(PUBLIC_PART).await;
        let mut browser = standing.visitor();
        browser.get("/").await;
        Self { world, standing, browser }
    }

    /// At the first question.
    async fn begins() -> Self {
        let mut sender = Self::arrives().await;
        sender.submit("/klagomal/borja", &[]).await;
        sender
    }

    /// At the second question, having said what happened.
    async fn has_told(text: &str) -> Self {
        let mut sender = Self::begins().await;
        sender.answer(&[("text", text)]).await;
        sender
    }

    /// At the receipt.
    async fn has_sent(text: &str) -> Self {
        let mut sender = Self::has_told(text).await;
        sender.sends().await;
        sender
    }

    async fn get(&mut self, path: &str) -> &Shown {
        self.browser.get(path).await
    }

    async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) -> &Shown {
        self.browser.submit(action, fields).await
    }

    /// Fills in the question on the screen and goes on.
    async fn answer(&mut self, fields: &[(&str, &str)]) -> &Shown {
        self.browser.submit("", fields).await
    }

    /// Sends the answers as they are, and gives the code of the receipt.
    async fn sends(&mut self) -> String {
        self.get("/klagomal/kontrollera").await;
        self.answer(&[]).await;
        assert_eq!(self.page().path, "/kvitto", "{}", self.page().html());
        self.page().text(".code")
    }

    fn page(&self) -> &Shown {
        &self.browser.page
    }

    /// How many complaints there are.
    async fn complaints(&self) -> usize {
        let stored = everything_stored(&self.standing.ground.database).await;
        stored.iter().filter(|(column, _)| column == "complaint.number").count()
    }

    /// Where a text stands in the database as it was written.
    async fn finds(&self, text: &str) -> Vec<String> {
        let stored = everything_stored(&self.standing.ground.database).await;
        stored.into_iter().filter(|(_, value)| value.contains(text)).map(|(column, _)| column).collect()
    }
}
