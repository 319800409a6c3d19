// What programs do to a case, so that a story begins where it wants to: with a token of the development log-in instead of a page.
import assert from 'node:assert/strict';
import { sites } from './harness.mjs';

// A new one each time: they are short-lived, and stories are long.
async function tokenOf(person) {
  const body = new URLSearchParams({ person, audience: 'lex-sarah' });
  const answer = await fetch(`${sites.identity}/dev/token`, { method: 'POST', body });
  return (await answer.json()).access_token;
}

async function call(person, method, path, body, headers = {}) {
  const answer = await fetch(`${sites.lexSarah}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  assert.ok(answer.ok, `${person} ${method} ${path}: ${answer.status} ${JSON.stringify(json)}`);
  return { json, etag: answer.headers.get('etag') };
}

/** A report; the id of its case. */
export async function report(person, told) {
  const { json } = await call(person, 'POST', 'reports', told, { 'idempotency-key': crypto.randomUUID() });
  return json.id;
}

/** Does a verb to a case at the version it has. */
export async function does(person, id, verb, body = {}) {
  const { etag } = await call(person, 'GET', `cases/${id}`);
  const { json } = await call(person, 'POST', `cases/${id}/${verb}`, body, { 'if-match': etag });
  return json;
}

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
