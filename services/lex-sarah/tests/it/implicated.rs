//! Somebody who is part of it: no list names the case, no address is there, nothing is sent (rule G.2).

use serde_json::{Value, json};
use testkit::{PICTURE, organisation::person};

use crate::{
    ivo::form,
    office::{DECIDER, INVESTIGATOR, MANAGER, Office, measure},
};

/// Everybody who could have something to do with a case, and turns out to be part of it.
const PART_OF_IT: [&str; 5] = [MANAGER, "rektor-norrglimt", "huvudmannarepresentant", "utredare-2", DECIDER];

struct Matter {
    case: String,
    number: String,
    diary: String,
    /// The file of the report.
    file: String,
    /// The filled form to IVO.
    form: String,
}

/// A case with everything in it; then everybody is left out of it.
async fn left_out(office: &Office) -> Matter {
    let case = office.reported_with("grinden.png", PICTURE).await;
    office.decided(&case).await;
    let why = json!({ "reasons": "Tjugo minuter vid vägen." });
    let _ = office.does(DECIDER, &case, "require-ivo", &why).await.expect(200);
    let _ = office.does(INVESTIGATOR, &case, "prepare-ivo", &form()).await.expect(200);
    let _ = office.does(DECIDER, &case, "add-measure", &measure("rektor-norrglimt")).await.expect(200);
    let seen = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    for login in PART_OF_IT {
        let body = json!({ "person_id": person(login).as_uuid() });
        let _ = office.does(INVESTIGATOR, &case, "implicate", &body).await.expect(200);
    }
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut records = seen["records"].as_array().unwrap().iter();
    let form = records.find(|record| record["content"]["record"] == "ivo_form").unwrap();
    Matter {
        number: text(&seen["case_number"]),
        diary: text(&seen["diary_number"]),
        file: text(&seen["attachments"][0]["id"]),
        form: text(&form["id"]),
        case,
    }
}

#[tokio::test]
async fn every_address_of_the_interface_says_that_it_is_not_there() {
    let office = Office::open().await;
    let Matter { case, file, .. } = left_out(&office).await;
    let document = serde_json::to_value(lex_sarah::openapi()).unwrap();
    let mut asked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        if !path.starts_with("/api/v1/cases/{id}") {
            continue;
        }
        let address = path.replace("{id}", &case).replace("{attachment_id}", &file);
        assert!(!address.contains('{'), "{address}");
        for login in PART_OF_IT {
            let program = office.program(login);
            for (method, operation) in methods.as_object().unwrap() {
                let answer = if method == "get" {
                    program.get(&address).await
                } else {
                    let body = &operation["requestBody"]["content"]["application/json"]["example"];
                    program.clone().header("if-match", "\"1\"").post(&address, body).await
                };
                assert_eq!(answer.status, 404, "{login} {method} {path}: {}", answer.json);
                asked += 1;
            }
        }
    }
    assert!(asked > 29 * PART_OF_IT.len(), "every deed, the case and its files: {asked}");
}

#[tokio::test]
async fn every_page_of_the_case_says_that_it_is_not_there() {
    let office = Office::open().await;
    let Matter { case, file, form, .. } = left_out(&office).await;
    let entry = office.program(INVESTIGATOR).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
    let entry = entry["entries"][0]["id"].as_str().unwrap().to_owned();
    let under = |place: &str| format!("/arenden/{case}{place}");
    let read = [
        String::new(),
        "/anmalan-ivo.pdf".to_owned(),
        "/anmalan-ivo.zip".to_owned(),
        format!("/anmald-ivo/{form}"),
        format!("/bilagor/{file}"),
        format!("/bilagor/{file}/bild"),
    ];
    let written = [
        "ta",
        "lamna-tillbaka",
        "arkivera",
        "skydda",
        "inled-utredning",
        "kodnyckel",
        "undanta",
        "anteckna",
        "utredning-klar",
        "besluta",
        "inte-lex-sarah",
        "prova-om-lex-sarah",
        "avhjalpt",
        "atgard",
        "atgard-klar",
        "folj-upp",
        "effekt",
        "aterforing",
        "avsluta",
        "oppna-igen",
        "foresla-ivo",
        "kraver-ivo",
        "anmalan-ivo",
        "anmald-ivo",
        "anstand-ivo",
        "utredning-till-ivo",
        "svar-ivo",
        "annan-skyldighet",
    ]
    .map(|place| format!("/{place}"));
    let own =
        [format!("/rapporterat/{case}"), format!("/registratur/{case}"), under(&format!("/bilaga/{entry}"))];
    for login in PART_OF_IT {
        let mut browser = office.browser(login).await;
        let pages = read.iter().chain(&written).map(|place| under(place)).chain(own.clone());
        for path in pages {
            let page = browser.get(&path).await;
            assert_eq!(page.status, 404, "{login} opens {path}");
            assert!(!page.html().contains("grinden"), "{login} {path}");
        }
        browser.get("/").await;
        let csrf = browser.page.attribute("[name=csrf]", "value").unwrap_or_default();
        let sent = written.iter().map(|place| under(place)).chain([under("/kodnyckel/oppna")]);
        for path in sent {
            let body = if path.ends_with("oppna") { "reason=a" } else { "version=1" };
            let kind = "application/x-www-form-urlencoded";
            let page = browser.post(&path, kind, format!("csrf={csrf}&{body}")).await;
            assert_eq!(page.status, 404, "{login} sends to {path}");
        }
    }
}

#[tokio::test]
async fn no_list_and_no_account_names_the_case() {
    let office = Office::open().await;
    let Matter { case, number, diary, .. } = left_out(&office).await;
    let says = |what: &str| [&case, &number, &diary].iter().any(|word| what.contains(*word));
    for login in PART_OF_IT {
        let mut browser = office.browser(login).await;
        for path in [
            "/",
            "/arenden",
            "/arenden?tur=mine",
            "/registratur",
            "/redovisning",
            "/redovisning/2026",
            "/information",
        ] {
            let page = browser.get(path).await;
            assert!(!says(&page.html()), "{login} {path}");
        }
        for path in ["/redovisning/2026/csv", "/redovisning/2026/pdf"] {
            let page = browser.open(path).await;
            assert!(!says(&String::from_utf8_lossy(&page.bytes)), "{login} {path}");
        }
        for path in ["/api/v1/cases", "/api/v1/reports"] {
            let answer = office.program(login).get(path).await;
            assert!(!says(&answer.json.to_string()), "{login} {path}");
        }
    }
    let listed = office.program(INVESTIGATOR).get("/api/v1/cases").await.expect(200).json;
    assert!(says(&listed.to_string()), "the test would see it");
}

#[tokio::test]
async fn what_is_reported_of_a_receiver_is_not_in_their_list_and_theirs_to_nobody_else() {
    let office = Office::open().await;
    let body = json!({ "text": "Min chef slog till honom.", "concerns_manager": true });
    let case = office.reported_by("fritidsledare-norrglimt", &body).await;
    let listed = office.program(MANAGER).get("/api/v1/cases").await.expect(200).json;
    assert_eq!(listed["items"], json!([]));
    assert!(!office.browser(MANAGER).await.page.html().contains(&case));
    let listed = office.program("rektor-norrglimt").get("/api/v1/cases").await.expect(200).json;
    assert_eq!(listed["items"][0]["id"], json!(case));
}
