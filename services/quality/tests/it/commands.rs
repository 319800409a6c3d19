//! The service's own binary, as an operator runs it.

use std::{
    fs,
    net::TcpListener,
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use kernel::Uuid;
use outbox::{Carry, Outcome, Parcel};
use proto::Service;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use crate::Quality;

/// The binary with a settings file for the world's database and keys.
struct Binary {
    folder: TempDir,
    operations: u16,
}

impl Binary {
    fn of(quality: &Quality) -> Self {
        let (folder, settings) = (tempfile::tempdir().unwrap(), quality.world.settings());
        let operations = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let text = format!(
            "database = \"{}\"\norigin = \"http://127.0.0.1:7777\"\nlisten = \"127.0.0.1:0\"\n\
             operations = \"127.0.0.1:{operations}\"\nkeys = \"{}\"\n[contacts]\nrun_by = \"Förvaltningen\"\n\
             phone = \"1\"\n\
             social_services = \"2\"\ncontroller = \"Nämnden\"\ndata_protection_officer = \"c@d.example\"\n\
             [contacts.accessibility]\nresponsible = \"Nämnden\"\nemail = \"a@b.example\"\n\
             assessed_on = \"2026-10-01\"\nupdated_on = \"2026-11-02\"\n[identity]\nissuer = \"{}\"\n",
            settings.database,
            settings.keys.display(),
            quality.world.issuer.url(),
        );
        fs::write(folder.path().join("settings.toml"), text).unwrap();
        Self { folder, operations }
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quality"));
        command.arg("--settings").arg(self.folder.path().join("settings.toml")).args(words);
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What it prints when it succeeds.
    fn says(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Told to stop when the test ends, however it ends.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A receiver that takes nothing for lack of right.
struct Refuses;

impl Carry for Refuses {
    async fn carry(&self, _: &Parcel) -> Outcome {
        Outcome::Refused { status: 403 }
    }
}

/// A parcel to lex Sarah that was refused.
async fn refused(quality: &Quality) -> Uuid {
    let inside = quality.standing.inside.as_ref().unwrap();
    let path = "/api/v1/handovers".to_owned();
    let parcel = Parcel { id: Uuid::now_v7(), to: Service::LexSarah, path, body: "\"KANARIE\"".to_owned() };
    let id = parcel.id;
    let tx = quality.standing.ground.database.begin().await.unwrap();
    outbox::put(&tx, quality.app.now(), parcel).await.unwrap();
    tx.commit().await.unwrap();
    inside.deliveries.round(&Refuses).await.unwrap();
    id
}

#[tokio::test]
async fn an_operator_lists_refused_parcels_without_what_is_in_them_and_sends_them_again() {
    let quality = Quality::start().await;
    let binary = Binary::of(&quality);
    assert_eq!(binary.says(&["parcels", "refused"]), "");
    let (one, other) = (refused(&quality).await, refused(&quality).await);
    let at = "2026-11-21T09:00:00Z";
    let line = |id: Uuid| format!("{id}\tlex-sarah\t/api/v1/handovers\t{at}\t{at}\t403\n");
    assert_eq!(binary.says(&["parcels", "refused"]), line(one) + &line(other));

    assert_eq!(binary.says(&["parcels", "send-again", &one.to_string()]), "1 will be sent again\n");
    assert_eq!(binary.says(&["parcels", "refused"]), line(other));
    assert_eq!(binary.says(&["parcels", "send-again", "--all"]), "1 will be sent again\n");
    assert_eq!(binary.says(&["parcels", "refused"]), "");
    let waiting = quality.standing.inside.as_ref().unwrap().deliveries.waiting().await.unwrap();
    assert_eq!((waiting.due, waiting.refused), (2, 0));
}

/// A page that gives nobody's number, or a made-up one, is worse than none.
#[tokio::test]
async fn without_the_municipality_s_own_numbers_nothing_runs() {
    let quality = Quality::start().await;
    let binary = Binary::of(&quality);
    let file = binary.folder.path().join("settings.toml");
    let settings = fs::read_to_string(&file).unwrap();
    for without in [
        "run_by",
        "phone",
        "social_services",
        "controller",
        "data_protection_officer",
        "responsible",
        "email",
        "assessed_on",
        "updated_on",
    ] {
        let lines = settings.lines().filter(|line| !line.starts_with(without));
        fs::write(&file, lines.collect::<Vec<_>>().join("\n")).unwrap();
        let output = binary.run(&["parcels", "refused"]);
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains(without), "{output:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_sent_again_is_said_and_nothing_is_sent_unasked() {
    let quality = Quality::start().await;
    let binary = Binary::of(&quality);
    refused(&quality).await;
    let unknown = Uuid::now_v7().to_string();
    for words in [
        &["parcels", "send-again"][..],
        &["parcels", "send-again", "--all", &unknown],
        &["parcels", "send-again", "no-id"],
        &["parcels", "send-again", &unknown],
    ] {
        let output = binary.run(words);
        assert!(!output.status.success(), "{words:?}");
        assert!(!output.stderr.is_empty(), "{words:?}");
    }
    assert_eq!(quality.standing.inside.as_ref().unwrap().deliveries.waiting().await.unwrap().refused, 1);
}

#[tokio::test]
async fn a_refused_parcel_is_counted_for_the_alarm() {
    let quality = Quality::start().await;
    let binary = Binary::of(&quality);
    refused(&quality).await;
    let _serving = Serving(binary.command(&["serve"]).stderr(Stdio::null()).spawn().unwrap());
    let counted = async {
        loop {
            let metrics = format!("http://127.0.0.1:{}/metrics", binary.operations);
            let text = match reqwest::get(metrics).await {
                Ok(response) => response.text().await.unwrap(),
                Err(_) => String::new(),
            };
            let line = text.lines().find(|line| {
                line.starts_with("lyssna_parcels{")
                    && line.contains("service=\"quality\"")
                    && line.contains("state=\"refused\"")
            });
            if let Some(line) = line {
                return line.to_owned();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let line = tokio::time::timeout(Duration::from_secs(30), counted).await.expect("it is counted");
    assert!(line.ends_with("} 1"), "{line}");
}

/// What the traces say is proved by the service's own key: the import of the register is one.
#[tokio::test]
async fn an_auditor_has_the_traces_verified_and_keeps_the_heads() {
    let quality = Quality::start().await;
    let binary = Binary::of(&quality);
    assert_eq!(binary.says(&["audit", "verify"]), "0 traces are sealed, 1 wait for their seal\n");
    let inside = quality.standing.inside.as_ref().unwrap();
    let database = &quality.standing.ground.database;
    let sealer =
        audit::Sealer::new(database.clone(), quality.world.clock.clock(), Service::Quality, &inside.ring);
    sealer.seal(true).await.unwrap();
    assert_eq!(binary.says(&["audit", "verify"]), "1 traces are sealed, 0 wait for their seal\n");

    let kept = binary.folder.path().join("heads");
    fs::write(&kept, binary.says(&["audit", "heads"])).unwrap();
    let with_heads = ["audit", "verify", "--heads", kept.to_str().unwrap()];
    assert_eq!(binary.says(&with_heads), "1 traces are sealed, 0 wait for their seal\n");

    let disarm = if database.is_sqlite() {
        "DROP TRIGGER audit_no_DELETE; DROP TRIGGER audit_link_no_DELETE; DROP TRIGGER audit_head_no_DELETE"
    } else {
        "ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_link DISABLE TRIGGER ALL; \
         ALTER TABLE audit_head DISABLE TRIGGER ALL"
    };
    for statement in [disarm, "DELETE FROM audit_head", "DELETE FROM audit_link", "DELETE FROM audit"] {
        database.reader().execute_unprepared(statement).await.unwrap();
    }
    let _ = binary.says(&["audit", "verify"]);
    let output = binary.run(&with_heads);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("removed: the seal of batch 1\n"));

    fs::write(&kept, "1 1 1 AAAA AAAA\n").unwrap();
    let output = binary.run(&with_heads);
    assert!(String::from_utf8(output.stderr).unwrap().contains("was not signed by quality"));
}
