//! What is kept true by looking at files: documents, migrations, rooms, languages, and the two halves.

use std::{fs, path::Path};

use complaints::{domain, public_document, staff_document, store::Migrator};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_documents_say_what_the_code_does() {
    let pretty = |document| serde_json::to_string_pretty(&document).unwrap() + "\n";
    testkit::unchanged("proto/openapi/complaints-public.json", &pretty(public_document()));
    testkit::unchanged("proto/openapi/complaints-staff.json", &pretty(staff_document()));
}

/// A program that takes its words from the documents is understood.
#[test]
fn the_documents_name_each_word_as_it_is_sent() {
    let (public, staff) = (public_document(), staff_document());
    for (document, name, words) in [
        (&public, "Status", serde_json::to_value(domain::Status::ALL)),
        (&public, "Kind", serde_json::to_value(domain::Kind::ALL)),
        (&public, "Relation", serde_json::to_value(domain::Relation::ALL)),
        (&staff, "State", serde_json::to_value(domain::State::ALL)),
        (&staff, "Verb", serde_json::to_value(domain::Verb::ALL)),
        (&staff, "Category", serde_json::to_value(domain::Category::ALL)),
    ] {
        let document = serde_json::to_value(document).unwrap();
        assert_eq!(document["components"]["schemas"][name]["enum"], words.unwrap(), "{name}");
    }
}

#[test]
fn the_diagram_is_the_table() {
    let text = format!(
        "# How a complaint goes\n\nMade from the transition table in `src/domain/transitions.rs`; the numbers are those of the \
         requirements, section I.2.\n\n```mermaid\n{}\n```\n",
        domain::diagram()
    );
    testkit::unchanged("services/complaints/STATES.md", &text);
}

#[tokio::test]
async fn migrations_go_up_down_and_up() {
    testkit::up_down_up::<Migrator>().await;
}

#[test]
fn rooms_know_only_whom_they_may() {
    testkit::rooms(HERE);
}

#[test]
fn every_text_is_there_in_every_language() {
    testkit::languages(HERE);
}

/// What the public half shows. The pages of those who work here are in Swedish and English.
const LANGUAGES: [&str; 5] = ["ar", "en", "so", "sv", "sv-simple"];

#[test]
fn what_the_public_reads_is_there_in_every_language() {
    testkit::speaks(
        HERE,
        "public.ftl",
        &LANGUAGES,
        &["src/pages/public", "templates/public", "src/pages/own", "templates/own"],
    );
}

#[test]
fn every_language_says_who_has_read_it_through() {
    for language in LANGUAGES {
        for (folder, file) in [("locales", "public"), ("../../shared/web/locales", "web")] {
            let path = Path::new(HERE).join(folder).join(language).join(file).with_extension("ftl");
            let text = fs::read_to_string(&path).unwrap();
            let states = ["native", "machine", "none"].map(|state| format!("\n{file}-review = {state}\n"));
            assert!(states.iter().any(|state| text.contains(state)), "{}", path.display());
        }
    }
}

/// Whoever takes over the public half must find no way to the keys: its files name neither the other half's app nor anything
/// that opens what the service seals.
#[test]
fn the_public_half_names_no_key_that_opens() {
    let mut looked_at = 0;
    for folder in ["src/actions", "src/pages", "src/http", "src/store", "src/domain"] {
        each(&Path::new(HERE).join(folder), &mut |path, text| {
            let inside = path.strip_prefix(HERE).unwrap();
            let of_the_public_half =
                text.contains("PublicApp") || inside.components().any(|part| part.as_os_str() == "public");
            let of_neither = folder == "src/store" || folder == "src/domain";
            if of_the_public_half || of_neither {
                looked_at += 1;
                for forbidden in ["StaffApp", "KeyRing", "Inside", ".ring", "CaseKey::unwrap("] {
                    assert!(!text.contains(forbidden), "{} names {forbidden}", path.display());
                }
            }
        });
    }
    assert!(looked_at > 20);
}

fn each(folder: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each(&path, look);
        } else {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
