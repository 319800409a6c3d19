//! One document of each, filled in as in life.

use documents::{
    Account, Answer, Choice, Contact, Decision, Enclosure, Entry, EntryKind, Figure, Filed, Head,
    LanguageIdentifier, List, Notification, Notifier, Office, Part, Passage, Place, Protocol, Receipt,
    Record, Section, Table,
};

pub fn head(language: &str) -> Head {
    let some = |text: &str| Some(text.to_owned());
    Head {
        language: language.parse::<LanguageIdentifier>().unwrap(),
        office: Office {
            authority: "Stockholms stad".into(),
            department: "Utbildningsförvaltningen".into(),
            postal_address: some("Box 22049, 104 22 Stockholm"),
            phone: some("08-465 004 10"),
            email: some("klagomal@example.se"),
            web: some("lyssna.example.se"),
        },
        at: "2026-11-21T13:05:00Z".parse().unwrap(),
    }
}

pub fn receipt() -> Receipt {
    let said = |text: &str| text.to_owned();
    Receipt {
        head: head("sv"),
        title: said("Vi har tagit emot ditt klagomål"),
        arrived: said("Vi tog emot det 2026-11-21 kl. 14.05."),
        number: "7KM4-Q2X7".parse().unwrap_or_else(|_| kernel::CaseNumber::random()),
        code: kernel::ReceiptCode::random(),
        spoken: vec![
            said("4 fyra, T Tore, 9 nio, X Xerxes, K Kalle"),
            said("H Helge, 7 sju, Q Qvintus, M Martin, 2 två"),
            said("B Bertil, 0 noll, R Rudolf, Y Yngve, 5 fem"),
            said("3 tre, N Niklas, D David, W Wilhelm, 8 åtta"),
            said("G Gustav, 1 ett, Z Zäta, C Cesar, 6 sex"),
        ],
        keep: Passage::text(
            "Spara koden nu",
            [said(
                "Med koden läser du svaret och skriver mer. Vi kan inte ta fram den igen. Visa den inte för någon annan.",
            )],
        ),
        address: said("https://lyssna.example.se/mitt-arende"),
        passages: vec![
            Passage::steps(
                "Det här händer nu",
                [
                    said("Vi läser det du skrev senast tisdag 24 november."),
                    said("Vi tar reda på vad som hände. Behöver vi veta mer frågar vi dig."),
                    said("Du får ett svar senast måndag 7 december. Dröjer det berättar vi varför."),
                ],
            ),
            Passage::text(
                "Så kommer du tillbaka",
                [said(
                    "Gå till https://lyssna.example.se och välj ”Jag har redan ett kvitto”. Skriv in koden.",
                )],
            ),
            Passage::text(
                "Är du inte nöjd med hur vi gör?",
                [
                    said(
                        "Inspektionen för vård och omsorg (IVO) har tillsyn över korttidstillsynen. Gäller det skolan? Då har Skolinspektionen tillsyn.",
                    ),
                    said("Behöver du hjälp? Ring oss på 08-465 004 10."),
                ],
            ),
        ],
    }
}

pub fn answer() -> Answer {
    Answer {
        head: head("sv"),
        title: "Svar på ditt klagomål".into(),
        number: kernel::CaseNumber::random(),
        diary_number: Some("UTBF 2026/4711".into()),
        to: Some("Karin Öberg".into()),
        text: "Hej!\n\nTack för att du hörde av dig. Du skrev att dörren var låst när Elliot kom från skolan den 12 november, \
               och att han fick vänta ute i tjugo minuter.\n\nVi har talat med dem som arbetade. Den som skulle öppna var \
               sjuk, och ingen annan hade fått veta det. Så ska det inte vara, och vi är ledsna för att det hände.\n\nFrån \
               och med i dag har två personer nyckel varje eftermiddag. Vi ringer dig om någon är sen.\nVi följer upp \
               den 15 januari."
            .into(),
        name: "Åsa Lindqvist".into(),
        position: Some("Gruppchef".into()),
        unit: Some("Norrglimtskolans korttidstillsyn".into()),
        passages: vec![Passage::text(
            "Om du inte är nöjd",
            [
                "Skriv till oss igen. Gå till https://lyssna.example.se och använd koden på ditt kvitto. Du kan också ringa 08-465 004 10.".to_owned(),
                "Inspektionen för vård och omsorg (IVO) har tillsyn över korttidstillsynen. Du får kontakta dem när du vill.".to_owned(),
            ],
        )],
    }
}

const SECTIONS: [&str; 10] = [
    "Vad som hände och vilka följder det fick eller kunde ha fått",
    "När och hur det uppmärksammades",
    "När det inträffade",
    "Orsaker",
    "Om något liknande har hänt förut, och i så fall varför det hände igen",
    "Bedömning av om något liknande kan hända igen",
    "Åtgärder för att avhjälpa eller undanröja, och när",
    "Vad som annars kom fram",
    "Beslut eller ställningstagande",
    "Åtgärder för att det inte ska hända igen",
];

pub fn notification() -> Notification {
    let text = |text: &str| text.to_owned();
    let entry = |kind, words: &str| Entry {
        kind,
        text: text(words),
        source: Some(text("Samtal med roll A (fritidsledare), 2026-11-13")),
        recorded_at: "2026-11-14T09:30:00Z".parse().unwrap(),
        name: text("Maja Holm"),
        position: Some(text("Utredare")),
    };
    let section = |title: &str| Section {
        title: text(title),
        entries: vec![
            entry(
                EntryKind::Fact,
                "Ungdom 1 lämnades ensam i omklädningsrummet i omkring tjugo minuter. Ingen i personalen visste var ungdomen var.",
            ),
            entry(
                EntryKind::Assessment,
                "Händelsen kunde ha lett till allvarlig skada, eftersom ungdomen har epilepsi och behöver tillsyn hela tiden.",
            ),
        ],
    };
    Notification {
        head: head("sv"),
        diary_number: text("UTBF 2026/4712"),
        has_happened: true,
        notifier: Notifier::Board {
            board: text("Utbildningsnämnden"),
            municipality: text("Stockholms kommun"),
        },
        contact: Contact {
            name: text("Maja Holm"),
            position: text("Utredare"),
            address: text("Box 22049"),
            postcode: text("104 22"),
            town: text("Stockholm"),
            phone: text("08-465 004 11"),
            mobile: String::new(),
            email: text("lexsarah@example.se"),
        },
        place: Place {
            activity: text("Norrglimtskolans korttidstillsyn"),
            address: text("Norrglimtsvägen 4"),
            town: text("125 30 Älvsjö"),
            kind: text("Korttidstillsyn för skolungdom över 12 år, LSS 9 § 7"),
            target_group: text("Ungdomar 12–21 år, LSS 1 § 1"),
            day: Some("2026-11-12".parse().unwrap()),
            time: text("omkring kl. 15.20"),
        },
        description: text(
            "Ungdom 1 lämnades ensam i omklädningsrummet efter idrotten.\n\nTvå i personalen trodde att den andra hade ansvaret.",
        ),
        kinds: vec![
            Choice { label: text("Brister i tillsyn"), chosen: true },
            Choice { label: text("Brister i bemötande"), chosen: false },
            Choice { label: text("Brister i fysisk miljö, utrustning och teknik"), chosen: false },
            Choice { label: text("Övrigt"), chosen: false },
        ],
        causes: text("Ansvaret byttes vid rasten utan att det sades högt. Rutinen saknar ett sådant steg."),
        measures_taken: text("Samma dag utsågs en ansvarig för varje ungdom och pass."),
        measures_planned: text(
            "Rutinen skrivs om före den 1 december. Ungdomen och vårdnadshavarna fick veta vad som hände den 12 november.",
        ),
        inquiry: SECTIONS.iter().map(|title| section(title)).collect(),
        decision: Some(Decision {
            grade: text("Allvarligt missförhållande"),
            reasons: text("Ungdomen var utan tillsyn så länge att det var en fara för liv och hälsa."),
            decided_at: "2026-11-20T14:00:00Z".parse().unwrap(),
            name: text("Per Nyman"),
            position: Some(text("Avdelningschef")),
            delegation: Some(text("Delegationsordningen punkt 7.3")),
        }),
        enclosures: vec![
            Enclosure {
                name: text("Rutin för omklädning.pdf"),
                size: 48_213,
                sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            },
            Enclosure {
                name: text("Schema vecka 46.docx"),
                size: 12_000,
                sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
            },
        ],
    }
}

pub fn account() -> Account {
    let columns = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Account {
        head: head("sv"),
        title: "Klagomål och lex Sarah 2026".into(),
        period: "1 januari–31 december 2026".into(),
        parts: vec![
            Part::Text("Utbildningsnämnden följer varje år upp klagomål och rapporter enligt lex Sarah i korttidstillsynen.\n\nVi tog emot fler klagomål än året före. De flesta gällde information och skolskjuts.".into()),
            Part::Heading("Klagomål".into()),
            Part::Table(Table {
                caption: "Klagomål efter ämne och kvartal".into(),
                columns: columns(&["Ämne", "Kvartal 1", "Kvartal 2", "Kvartal 3", "Kvartal 4", "Hela året"]),
                rows: vec![
                    ("Information".into(), [12, 14, 6, 19, 51].map(Figure::Count).to_vec()),
                    ("Skolskjuts".into(), vec![Figure::Count(8), Figure::FewerThan(5), Figure::Withheld, Figure::Count(11), Figure::Count(27)]),
                    ("Tillsyn och trygghet".into(), vec![Figure::FewerThan(5), Figure::FewerThan(5), Figure::Count(0), Figure::Count(6), Figure::Count(12)]),
                    ("Alla".into(), [1024, 1100, 980, 1203, 4307].map(Figure::Count).to_vec()),
                ],
            }),
            Part::Heading("Lex Sarah".into()),
            Part::Text("Varje rapport blev utredd.".into()),
            Part::Table(Table {
                caption: "Rapporter efter beslut".into(),
                columns: columns(&["Beslut", "Antal"]),
                rows: vec![
                    ("Inget missförhållande".into(), vec![Figure::Count(7)]),
                    ("Missförhållande".into(), vec![Figure::Count(9)]),
                    ("Allvarligt missförhållande".into(), vec![Figure::FewerThan(5)]),
                ],
            }),
            Part::Heading("Vad vi har lärt oss".into()),
            Part::Text("Ansvar som inte sägs högt faller mellan två stolar. Därför har alla enheter nu en rutin för överlämning.".into()),
        ],
    }
}

pub fn record() -> Record {
    let filed = |title: &str, text: &str| Filed { title: title.into(), text: text.into() };
    Record {
        head: head("sv"),
        title: "Handlingar i ärende 7KM4-Q2X7".into(),
        number: kernel::CaseNumber::random(),
        diary_number: Some("UTBF 2026/4711".into()),
        lead: "Pröva sekretessen för varje uppgift innan du lämnar ut något.".into(),
        facts: vec![
            ("Enhet".into(), "Norrglimtskolans korttidstillsyn".into()),
            ("Läge".into(), "Besvarat".into()),
        ],
        entries: vec![
            filed(
                "2026-11-12 kl. 16.20, Karin Öberg",
                "Dörren var låst när Elliot kom.\n\nHan väntade i tjugo minuter.",
            ),
            filed(
                "2026-11-13 kl. 09.05, Åsa Lindqvist, gruppchef (vad som hände)",
                "Den som skulle öppna var sjuk.",
            ),
        ],
    }
}

pub fn protocol() -> Protocol {
    let row = |n: usize| vec![format!("SYN 2024/{n}"), format!("7KM4-{n:04}"), "2024-11-02".to_owned()];
    let said = |pairs: &[(&str, &str)]| pairs.iter().map(|(q, a)| ((*q).into(), (*a).into())).collect();
    Protocol {
        head: head("sv"),
        title: "Gallringsprotokoll 3".into(),
        lead: "Det som skrevs i ärendena är förstört och kan inte öppnas igen.".into(),
        facts: said(&[
            ("Beslut", "UTBF 2026/1"),
            ("Godkänd", "Arne Provsson, 2026-11-21 kl. 14.05"),
            ("Listans kontrollsumma (SHA-256)", &"0123456789abcdef".repeat(4)),
        ]),
        list: List {
            caption: "Ärenden på listan".into(),
            columns: ["Diarienummer", "Ärendenummer", "Avslutat"].map(Into::into).into(),
            rows: (1..=60).map(row).collect(),
        },
    }
}
