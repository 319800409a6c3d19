// An OpenID provider with the one client lyssna-test. Anyone may log in as anyone.
//   node server.mjs JWKS-FILE ISSUER-FILE
// GET /back-channel shows what it has told the client of log-outs: lyssna.test answers to nobody.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { errors } from 'oidc-provider';

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const [jwksFile, issuerFile] = process.argv.slice(2);
const logoutTokens = [];

const signingKey = (type, options, alg) =>
  ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: alg });

const client = {
  client_id: 'lyssna-test',
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'EdDSA',
  jwks: JSON.parse(readFileSync(jwksFile)),
  grant_types: ['authorization_code', 'client_credentials'],
  response_types: ['code'],
  redirect_uris: ['https://lyssna.test/login/callback'],
  post_logout_redirect_uris: ['https://lyssna.test/utloggad'],
  backchannel_logout_uri: 'https://lyssna.test/logout/back-channel',
  backchannel_logout_session_required: true,
  id_token_signed_response_alg: 'EdDSA',
  require_auth_time: true,
};

const configuration = {
  clients: [client],
  jwks: { keys: [signingKey('ed25519', {}, 'EdDSA'), signingKey('ec', { namedCurve: 'P-256' }, 'ES256')] },
  cookies: { keys: [randomUUID()] },
  pkce: { required: () => true },
  acrValues: [LOA3],
  claims: { openid: ['sub', 'acr', 'auth_time', 'sid'], profile: ['name', 'preferred_username'] },
  conformIdTokenClaims: false,
  ttl: { AccessToken: 300, AuthorizationCode: 60, ClientCredentials: 300, Grant: 3600, IdToken: 300, Interaction: 600, Session: 3600 },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id, name: `Testperson ${id}` }),
  }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  loadExistingGrant,
  fetch: keepLogoutToken,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: { enabled: true, getResourceServerInfo },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: askToLogOut },
  },
};

// Nobody is asked to consent: employees do not choose what their employer's systems may know.
async function loadExistingGrant({ oidc: { client, session, provider } }) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

// RFC 8707 wants an absolute URI, which a bare service name is not; an URN is.
function getResourceServerInfo(_, resource) {
  if (!resource.startsWith('urn:lyssna')) throw new errors.InvalidTarget();
  return { scope: '', audience: resource, accessTokenTTL: 300, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'EdDSA' } } };
}

async function keepLogoutToken(url, { body }) {
  logoutTokens.push({ to: String(url), logout_token: new URLSearchParams(body).get('logout_token') });
  return new Response(null, { status: 200 });
}

const page = (content) => `<!doctype html><html lang="en"><title>Test identity provider</title>${content}</html>`;

function askToLogOut(ctx, form) {
  ctx.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Log out</button>`);
}

async function interaction(request, response) {
  if (request.method === 'POST') {
    const { login, acr } = Object.fromEntries(new URLSearchParams(await text(request)));
    await provider.interactionFinished(request, response, { login: { accountId: login, acr: acr || LOA3 } });
    return;
  }
  await provider.interactionDetails(request, response);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page(`<form method="post" action="${request.url}">
    <label>Person <input name="login" required></label>
    <label>Level of assurance <input name="acr" value="${LOA3}"></label>
    <button>Log in</button></form>`));
}

function backChannel(response) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(logoutTokens));
}

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, configuration);
const openid = provider.callback();

server.on('request', (request, response) => {
  if (request.url === '/back-channel') return backChannel(response);
  if (!request.url.startsWith('/interaction/')) return openid(request, response);
  return interaction(request, response).catch((error) => response.writeHead(400).end(String(error)));
});
writeFileSync(issuerFile, issuer);
