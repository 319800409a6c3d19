// A client of an OpenID provider reduced to what a script needs: how one logs in, step by step.
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const REDIRECT = 'https://lyssna.test/login/callback';
export const LOGGED_OUT = 'https://lyssna.test/utloggad';

const base64url = (value) => Buffer.from(value).toString('base64url');

export function decode(jwt) {
  const [header, claims] = jwt.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
  return { header, claims };
}

/** The proof of who the client is (RFC 7523). Its audience is the issuer and nothing else. */
function assertion(issuer) {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'EdDSA', kid: 'lyssna-test' };
  const claims = { iss: 'lyssna-test', sub: 'lyssna-test', aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const key = createPrivateKey(readFileSync(process.env.TEST_OIDC_CLIENT_KEY));
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

export async function discover(issuer) {
  return (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
}

export async function token(provider, parameters) {
  const body = new URLSearchParams({
    ...parameters,
    client_id: 'lyssna-test',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion(provider.issuer),
  });
  const response = await fetch(provider.token_endpoint, { method: 'POST', body });
  return { status: response.status, ...(await response.json()) };
}

/** A browser without a screen: keeps cookies, follows redirects until they leave for lyssna.test. */
export class Visitor {
  #cookies = new Map();

  async open(url, form) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && new URLSearchParams(form);
    const response = await fetch(url, { method: body ? 'POST' : 'GET', body, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    if (response.status < 300 || response.status > 399) return { url, status: response.status, html: await response.text() };
    const next = new URL(response.headers.get('location'), url).href;
    return next.startsWith('https://lyssna.test/') ? { url: next } : this.open(next);
  }

  #keep(line) {
    const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

const unescape = (text) => text.replaceAll('&amp;', '&');

/** Where the page's form is sent, and the hidden fields that go with it. */
export function form({ url, html }) {
  const action = html.match(/<form[^>]*\baction="([^"]+)"/)[1];
  const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    tag.match(/\bname="([^"]+)"/)[1],
    tag.match(/\bvalue="([^"]*)"/)?.[1] ?? '',
  ]);
  return { action: new URL(unescape(action), url).href, fields: Object.fromEntries(hidden) };
}

/** Authorization code with PKCE; `credentials` are the fields of the provider's own log-in page. */
export async function logIn(visitor, provider, credentials) {
  const verifier = randomUUID() + randomUUID();
  const nonce = randomUUID();
  const address = new URL(provider.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: 'lyssna-test',
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid profile',
    state: 'opaque',
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await visitor.open(address.href);
  const { action, fields } = form(page);
  const back = new URL((await visitor.open(action, { ...fields, ...credentials })).url).searchParams;
  const tokens = await token(provider, {
    grant_type: 'authorization_code',
    code: back.get('code'),
    redirect_uri: REDIRECT,
    code_verifier: verifier,
  });
  return { back, nonce, tokens };
}

/** RP-initiated log-out, confirmed where the provider asks for it; answers where the visitor ends up. */
export async function logOut(visitor, provider, idToken) {
  const address = new URL(provider.end_session_endpoint);
  address.search = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: LOGGED_OUT, client_id: 'lyssna-test' });
  const page = await visitor.open(address.href);
  if (!page.html) return page.url;
  const { action, fields } = form(page);
  return (await visitor.open(action, { ...fields, logout: 'yes' })).url;
}
