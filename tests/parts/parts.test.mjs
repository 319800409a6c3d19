// The parts themselves: a part that is broken shows here, and not as a riddle in Lyssna's own tests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOGGED_OUT, Visitor, decode, discover, logIn, logOut, token } from './openid.mjs';

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const providers = {
  'oidc-provider': { issuer: process.env.TEST_OIDC_PROVIDER, credentials: { login: 'person-1' } },
  Keycloak: { issuer: process.env.TEST_KEYCLOAK, credentials: { username: 'person-1', password: 'person-1' } },
};

for (const [name, { issuer, credentials }] of Object.entries(providers)) {
  const skip = !issuer && 'not started';

  test(`${name} gives a service a short-lived token for one audience`, { skip }, async () => {
    const provider = await discover(issuer);
    const { access_token } = await token(provider, { grant_type: 'client_credentials', resource: 'urn:lyssna-test:complaints' });
    const { header, claims } = decode(access_token);
    assert.deepEqual([header.alg, header.typ], ['EdDSA', 'at+jwt']);
    assert.deepEqual(
      [claims.iss, [claims.aud].flat(), claims.sub, claims.client_id, claims.exp - claims.iat],
      [issuer, ['urn:lyssna-test:complaints'], 'lyssna-test', 'lyssna-test', 300],
    );
  });

  test(`${name} logs a person in and out`, { skip }, async () => {
    const provider = await discover(issuer);
    const visitor = new Visitor();
    const { back, nonce, tokens } = await logIn(visitor, provider, credentials);
    assert.deepEqual([back.get('state'), back.get('iss')], ['opaque', issuer]);
    const { header, claims } = decode(tokens.id_token);
    assert.equal(header.alg, 'EdDSA');
    assert.deepEqual(
      [claims.iss, claims.aud, claims.nonce, claims.acr, claims.preferred_username],
      [issuer, 'lyssna-test', nonce, LOA3, 'person-1'],
    );
    assert.ok(claims.sub && claims.sid && claims.auth_time && claims.name, JSON.stringify(claims));
    assert.equal(await logOut(visitor, provider, tokens.id_token), LOGGED_OUT);
  });
}
