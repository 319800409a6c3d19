//! The real clamd, and its absence.

use std::time::Duration;

use bytes::Bytes;
use files::{NotScanned, Scanner, Standing, Verdict};
use tokio::net::TcpListener;

const PATIENCE: Duration = Duration::from_secs(10);
/// The one thing that the tests' clamd knows (tests/parts/clamav.sh).
const BAD: &[u8] = b"LYSSNA-TEST-SIGNATURE and then some";

fn clamd(test: &str) -> Option<Scanner> {
    Some(Scanner::new(&testkit::part("TEST_CLAMD", test)?, PATIENCE))
}

async fn scanned(scanner: &Scanner, content: &[u8]) -> Verdict {
    let mut scan = scanner.begin();
    for piece in content.chunks(64 * 1024) {
        scan.feed(Bytes::copy_from_slice(piece)).await;
    }
    scan.finish().await
}

#[tokio::test]
async fn clamd_lets_clean_files_leave_and_no_infected_one() {
    let Some(clamd) = clamd("clamd_lets_clean_files_leave_and_no_infected_one") else { return };
    assert!(clamd.answers().await);
    let clean = scanned(&clamd, &vec![b'x'; 2_000_000]).await;
    assert_eq!((&clean, clean.standing()), (&Verdict::Clean, Standing::Clean));
    let infected = scanned(&clamd, BAD).await;
    assert_eq!(infected, Verdict::Infected("Lyssna.Test.UNOFFICIAL".into()));
    assert!(!infected.standing().may_leave());
}

#[tokio::test]
async fn a_file_longer_than_clamd_takes_is_quarantined() {
    let Some(clamd) = clamd("a_file_longer_than_clamd_takes_is_quarantined") else { return };
    let verdict = scanned(&clamd, &vec![b'x'; 8_000_000]).await;
    assert!(matches!(verdict, Verdict::NotScanned(_)), "{verdict:?}");
    assert_eq!(verdict.standing(), Standing::Quarantined);
}

#[tokio::test]
async fn what_waited_in_quarantine_is_scanned_when_clamd_is_back() {
    let Some(clamd) = clamd("what_waited_in_quarantine_is_scanned_when_clamd_is_back") else { return };
    let pieces = tokio_stream::iter(BAD.chunks(5).map(Bytes::from_static));
    assert_eq!(clamd.scan(pieces).await.standing(), Standing::Infected);
}

#[tokio::test]
async fn without_clamd_a_file_is_taken_and_quarantined() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let nobody = Scanner::new(&free.to_string(), PATIENCE);
    assert!(!nobody.answers().await);
    let verdict = scanned(&nobody, &vec![b'x'; 4_000_000]).await;
    assert_eq!(verdict, Verdict::NotScanned(NotScanned::Unreachable));
    assert!(!verdict.standing().may_leave());
}

#[tokio::test]
async fn a_clamd_that_hangs_does_not_hold_up_the_file() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = Scanner::new(&listener.local_addr().unwrap().to_string(), Duration::from_millis(50));
    let verdict = scanned(&silent, &vec![b'x'; 30_000_000]).await;
    assert_eq!(verdict, Verdict::NotScanned(NotScanned::Silent));
    assert_eq!(verdict.standing(), Standing::Quarantined);
}

#[tokio::test]
async fn a_clamd_that_babbles_is_not_believed() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let odd = Scanner::new(&listener.local_addr().unwrap().to_string(), PATIENCE);
    tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let (mut caller, _) = listener.accept().await.unwrap();
        let mut heard = [0; 22];
        caller.read_exact(&mut heard).await.unwrap();
        caller.write_all(b"stream: OK, I think\0").await.unwrap();
    });
    assert_eq!(scanned(&odd, b"hello").await, Verdict::NotScanned(NotScanned::Odd));
}

#[test]
fn only_clean_files_leave_and_those_of_a_service_without_scanner() {
    let leaving: Vec<_> = Standing::ALL.into_iter().filter(|standing| standing.may_leave()).collect();
    assert_eq!(leaving, [Standing::NoScanner, Standing::Clean]);
    for standing in Standing::ALL {
        assert_eq!(standing.word().parse(), Ok(standing));
    }
}
