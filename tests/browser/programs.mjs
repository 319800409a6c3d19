// What programs do to a case, so that a story begins where it wants to: with a token of the development log-in instead of a page.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { sites } from './harness.mjs';

// A new one each time: they are short-lived, and stories are long.
async function tokenOf(person, audience) {
  const body = new URLSearchParams({ person, audience });
  const answer = await fetch(`${sites.identity}/dev/token`, { method: 'POST', body });
  return (await answer.json()).access_token;
}

const SITES = { complaints: sites.staff, 'lex-sarah': sites.lexSarah };

async function call(person, service, method, path, body, headers = {}) {
  const token = await tokenOf(person, service);
  const answer = await fetch(`${SITES[service]}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  const said = await answer.text();
  assert.ok(answer.ok, `${person} ${method} ${path}: ${answer.status} ${said}`);
  return { json: said && JSON.parse(said), etag: answer.headers.get('etag') };
}

async function actsOn(person, service, matter, verb, body) {
  const { etag } = await call(person, service, 'GET', matter);
  const { json } = await call(person, service, 'POST', `${matter}/${verb}`, body, { 'if-match': etag });
  return json;
}

/** A complaint that somebody at work writes down; its id, when it is registered. */
export async function takesIn(person, told) {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const { json } = await call(person, 'complaints', 'POST', 'complaints', told, headers);
  for (let tries = 0; tries < 100; tries += 1) {
    const { json: list } = await call(person, 'complaints', 'GET', 'complaints?state=registered&limit=100');
    const one = list.complaints.find(({ case_number }) => case_number === json.case_number);
    if (one) return one.id;
    await pause(50);
  }
  throw new Error(`${json.case_number} is not registered`);
}

/** Does a verb to a complaint at the version it has. */
export const handles = (person, id, verb, body = {}) => actsOn(person, 'complaints', `complaints/${id}`, verb, body);

/** A report; the id of its case. */
export async function report(person, told) {
  const { json } = await call(person, 'lex-sarah', 'POST', 'reports', told, { 'idempotency-key': crypto.randomUUID() });
  return json.id;
}

/** Does a verb to a case at the version it has. */
export const does = (person, id, verb, body = {}) => actsOn(person, 'lex-sarah', `cases/${id}`, verb, body);

/** From a report to where a story begins: `taken`, `begun`, `answered`, `complete` or `decided`. */
export async function caseThatIs(stage, { reporter, investigator, decider, text }) {
  const id = await report(reporter, { text, happened: 'earlier_today', acted: 'Vi gick emellan.' });
  const steps = {
    taken: () => does(investigator, id, 'take', { free_of_conflict: true }),
    begun: () => does(investigator, id, 'start-inquiry', { plan: 'Samtal med dem som arbetade.' }),
    answered: async () => {
      for (let section = 1; section <= 10; section += 1) {
        const entry = { section, kind: 'fact', source: 'samtal med personal 2', text: `Svar på fråga ${section}.` };
        await does(investigator, id, 'add-entry', entry);
      }
    },
    complete: () => does(investigator, id, 'complete-inquiry', { similar_before: 'no', proposed_grade: 'misconduct' }),
    decided: () =>
      does(decider, id, 'decide', {
        grade: 'misconduct',
        reasons: 'Rutinen följdes inte.',
        ivo_required: false,
        delegation: 'punkt 7.4',
      }),
  };
  for (const [name, step] of Object.entries(steps)) {
    await step();
    if (name === stage) return id;
  }
  throw new Error(`no such stage: ${stage}`);
}
