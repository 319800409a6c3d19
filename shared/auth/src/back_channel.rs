//! The provider tells us that somebody has logged out (OpenID Connect Back-Channel Logout 1.0): their sessions end here at
//! once, whatever their browser does.

use axum::{body::Bytes, extract::State, http::StatusCode};

use jsonwebtoken::{Algorithm, Validation};
use sea_orm::{Condition, entity::prelude::*};
use serde::Deserialize;
use serde_json::Value;
use web::Error;

use crate::{
    Auth,
    bearer::ALGORITHMS,
    login::{away, database},
    session::entity,
};

/// What must stand among a logout token's events (§2.4).
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// How old a token may be: it is sent when it is made.
const GOOD_FOR_SECONDS: i64 = 300;
const LEEWAY_SECONDS: i64 = 60;

/// What a logout token says. Whose, by person or by session at the provider; one may be missing.
#[derive(Deserialize)]
struct Claims {
    iat: i64,
    #[serde(default)]
    exp: Option<i64>,
    #[serde(default)]
    sub: Option<String>,
    #[serde(default)]
    sid: Option<String>,
    events: serde_json::Map<String, Value>,
    /// An ID token has one, a logout token never (§2.4): the one must not pass for the other.
    #[serde(default)]
    nonce: Option<Value>,
}

/// `POST /api/v1/back-channel-logout`. The answer to what is no valid logout token of our issuer is 400 and nothing else;
/// a token that comes twice ends nothing twice.
pub(crate) async fn log_out(State(auth): State<Auth>, form: Bytes) -> Result<StatusCode, Error> {
    let mut tokens = url::form_urlencoded::parse(&form).filter(|(name, _)| name == "logout_token");
    let (Some((_, token)), None) = (tokens.next(), tokens.next()) else { return Err(Error::BadRequest) };
    let claims = auth.check_logout(&token).await?;
    let ended = auth.end_sessions(&claims).await.map_err(database)?;
    tracing::info!(sessions = ended, "the provider told of a log-out");
    Ok(StatusCode::OK)
}

impl Auth {
    /// §2.6. Any fault is the same 400.
    async fn check_logout(&self, token: &str) -> Result<Claims, Error> {
        let head = jsonwebtoken::decode_header(token).map_err(|_| Error::BadRequest)?;
        let kind = head.typ.as_deref().map(str::to_ascii_lowercase);
        // The kind is recommended, not demanded (§2.4); another kind is another token.
        let fits = matches!(kind.as_deref(), None | Some("logout+jwt" | "application/logout+jwt" | "jwt"));
        if !fits || !ALGORITHMS.contains(&head.alg) {
            return Err(Error::BadRequest);
        }
        let key_id = head.kid.ok_or(Error::BadRequest)?;
        let learnt = self.0.issuer.learnt().await.map_err(away)?;
        let key = self.0.issuer.key(&key_id).await.map_err(|_| Error::BadRequest)?;
        let rules = self.rules(head.alg, learnt.metadata.issuer().as_str());
        let claims =
            jsonwebtoken::decode::<Claims>(token, &key, &rules).map_err(|_| Error::BadRequest)?.claims;
        if self.says_who_has_logged_out(&claims) { Ok(claims) } else { Err(Error::BadRequest) }
    }

    fn rules(&self, algorithm: Algorithm, issuer: &str) -> Validation {
        let mut rules = Validation::new(algorithm);
        rules.set_audience(&[&self.0.settings.client_id]);
        rules.set_issuer(&[issuer]);
        rules.set_required_spec_claims(&["iss", "aud"]);
        // The library asks the system for the time; ours is passed in, so the times are checked apart.
        (rules.validate_exp, rules.validate_nbf) = (false, false);
        rules
    }

    fn says_who_has_logged_out(&self, claims: &Claims) -> bool {
        let now = self.0.clock.now().timestamp();
        let until = claims.exp.unwrap_or(claims.iat + GOOD_FOR_SECONDS);
        let in_time = claims.iat <= now + LEEWAY_SECONDS && now <= until + LEEWAY_SECONDS;
        let names_somebody = claims.sub.is_some() || claims.sid.is_some();
        let is_log_out = claims.events.get(EVENT).is_some_and(Value::is_object) && claims.nonce.is_none();
        in_time && names_somebody && is_log_out
    }

    /// The session with this `sid`; all of the person's when none is named.
    async fn end_sessions(&self, claims: &Claims) -> Result<u64, DbErr> {
        use entity::Column::{Issuer, Sid, Subject};
        let theirs = Condition::all()
            .add(Issuer.eq(self.0.issuer.url().as_str()))
            .add_option(claims.sid.as_ref().map(|sid| Sid.eq(sid)))
            .add_option(claims.sub.as_ref().map(|sub| Subject.eq(sub)));
        let ended = entity::Entity::delete_many().filter(theirs).exec(self.0.database.reader()).await?;
        Ok(ended.rows_affected)
    }
}
