//! Keys are kept, read and not shown.

use std::os::unix::fs::PermissionsExt;

use standalone::identity_provider::{PublicKey, SigningKey};

#[test]
fn a_private_key_does_not_show_in_a_log() {
    let key = SigningKey::generate();
    let secret = key.to_pem().lines().nth(1).unwrap().to_owned();
    let shown = format!("{key:?}");
    assert!(shown.contains("SigningKey") && !shown.contains(&secret[20..]));
}

#[test]
fn a_key_is_made_once_and_kept_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("provider.pem");
    let made = SigningKey::kept_in(&path).unwrap();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(SigningKey::kept_in(&path).unwrap().public(), made.public());
}

#[test]
fn a_damaged_key_is_refused_and_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("provider.pem");
    std::fs::write(&path, "damaged").unwrap();
    assert_eq!(SigningKey::kept_in(&path).unwrap_err().kind(), std::io::ErrorKind::InvalidData);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "damaged");
}

#[test]
fn a_key_survives_being_written_and_read() {
    let key = SigningKey::generate();
    assert_eq!(SigningKey::from_pem(key.to_pem()).unwrap().public(), key.public());
    assert!(SigningKey::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").is_err());
    assert!(SigningKey::from_pem("").is_err());
}

/// The key and thumbprint of RFC 8037, appendix A.
#[test]
fn a_public_key_is_read_from_its_jwk() {
    let jwk = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    assert_eq!(PublicKey::from_jwk(jwk).unwrap().id(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    for other in [r#"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#, r#"{"kty":"oct","k":"AAAA"}"#, "{}"] {
        assert!(PublicKey::from_jwk(other).is_none());
    }
}
