// What takes months and years: figures that are enough to be shown, what has been kept long enough, clocks that have run out.
import assert from 'node:assert/strict';
import { PHONE, logIn, now, setClock, sites, story, withClock } from './harness.mjs';
import { lookAround } from './eyes.mjs';
import { begin, comeBack, complain, goOn, leads, main, shows } from './people.mjs';
import { caseThatIs, handles, report, takesIn } from './programs.mjs';

const UNIT = '0192f3a0-0000-7000-8000-000000000100';
const MANAGER = 'gruppchef-norrglimt';
const REPORTER = 'fritidsledare-norrglimt';
const DECIDER = 'beslutsfattare';
const PEOPLE = { reporter: REPORTER, investigator: 'utredare-1', decider: DECIDER };

withClock('2024-09-09T07:00:00Z');

/** Told by telephone, and judged as this one of so many. */
async function told(text, judged = {}) {
  const id = await takesIn(MANAGER, { channel: 'phone', told_at: now(), text, unit_id: UNIT });
  const no = { child_at_risk: false, data_breach: false, misconduct_suspected: false, other_authority: false, threat: false };
  const judgement = { category: 'COORDINATION_EXTERNAL', severity: 2, concerns: 'ktt', no_conflict: true, ...no, ...judged };
  await handles(MANAGER, id, 'triage', judgement);
  return id;
}

/** Somebody in a browser of their own, at a page that wants a log-in. */
async function at(visitor, site, person, path) {
  const page = await visitor();
  await logIn(page, site, person);
  await page.goto(`${site}${path}`);
  return page;
}

story('three years pass', async () => {
  for (const text of ['Tack för lägret.', 'Bra fika i torsdags.', 'Det vore bra med fler cyklar.']) {
    const id = await told(text, { category: 'PRAISE', severity: 0 });
    await handles(MANAGER, id, 'no-complaint');
    await handles(MANAGER, id, 'close', { measures: 'Framfört till dem som arbetade.', routine_reviewed: false });
  }
  for (const day of ['2024-10-14', '2025-02-10', '2025-05-12', '2025-10-13']) {
    await setClock(`${day}T07:00:00Z`);
    for (let number = 1; number <= 6; number += 1) await told(`Bilen var sen, ${number} av sex.`);
    for (let number = 1; number <= 5; number += 1) await told('Listan vid telefonen är borta.', { category: 'OTHER', severity: 1 });
    if (day === '2025-02-10') {
      for (let number = 1; number <= 6; number += 1) {
        await caseThatIs('decided', { ...PEOPLE, text: `Han var ensam vid grinden, ${number} av sex.` });
      }
    }
  }
  await setClock('2026-08-24T07:00:00Z');
  await handles(MANAGER, await told('Ingen ringde när bilen var sen.'), 'start-inquiry');
  await report(REPORTER, { text: 'Grinden stod öppen igen.', happened: 'earlier_today' });
  await setClock('2026-10-05T07:00:00Z');
});

story('figures of years, enough to be shown', async (visitor) => {
  const page = await at(visitor, sites.staff, MANAGER, '/statistik?ar=2025');
  await lookAround(page, 'staff patterns of years');
  for (const figure of [/Samverkan och skolskjuts\s+18/, /Annat\s+15/, /halvår 1, 2025\s+22/]) assert.match(await main(page), figure);
});

story('what has been kept long enough is proposed by one and approved by another', async (visitor) => {
  const registrar = await at(visitor, sites.staff, 'registrator', '/gallring');
  await lookAround(registrar, 'staff disposal with a decision');
  await leads(registrar, registrar.locator('form[action="/gallring/foresla"] button').click());
  assert.equal(await registrar.locator('main tbody tr').count(), 3, await main(registrar));
  await lookAround(registrar, 'staff disposal proposed');
  const archivist = await at(visitor, sites.staff, 'arkivarie', '/gallring');
  await lookAround(archivist, 'staff disposal with a list');
  await archivist.goto(registrar.url());
  await lookAround(archivist, 'staff disposal to approve');
  await leads(archivist, archivist.locator('form[action$="/godkann"] button').click());
  await lookAround(archivist, 'staff disposal carried out');
  assert.match(await main(archivist), /UTBF 2024\/118/);
});

story('a day that has passed says so in words, on the list and on the matter', async (visitor) => {
  const page = await at(visitor, sites.staff, MANAGER, '/?state=inquiry');
  await lookAround(page, 'staff inbox late');
  await leads(page, page.locator('main table a[href^="/arenden/"]').first().click());
  await lookAround(page, 'staff case late');
  assert.match(await main(page), /passerat för 28 dagar sedan/);
  assert.match(await main(page), /Dagen för svaret har passerat/);
  const decider = await at(visitor, sites.lexSarah, DECIDER, '/arenden');
  await lookAround(decider, 'decision-maker workbench late');
  assert.match(await main(decider), /passerat för 595 dagar sedan/);
});

story('the year is accounted for when there is something to tell', async (visitor) => {
  const decider = await at(visitor, sites.lexSarah, DECIDER, '/redovisning/2025');
  await lookAround(decider, 'decision-maker account of a year');
  assert.match(await main(decider), /Alla rapporter\s+6/);
  const reporter = await at(visitor, sites.lexSarah, REPORTER, '/');
  await lookAround(reporter, 'reporter own reports decided');
});

story('what was saved and not sent is gone after thirty days, and what was sent is not', async (visitor) => {
  const sender = await visitor({ width: PHONE });
  const sent = await complain(sender, { text: 'Bilen kom inte alls.' });
  const page = await visitor({ width: PHONE });
  await begin(page);
  await page.locator('textarea').fill('Första halvan.');
  await leads(page, page.locator('button[formaction*="spara"]').click());
  const saved = (await page.locator('.code').innerText()).replace(/\s+/g, '');
  await setClock('2026-11-09T08:00:00Z');
  await page.goto(`${sites.complaints}/klagomal/fortsatt`);
  await page.locator('input[name=code]').fill(saved);
  await goOn(page);
  await lookAround(page, 'public saved and gone');
  assert.match(await main(page), /Vi hittar inget med den koden/);
  await comeBack(sender, sent);
  assert.ok(await shows(sender, 'Bilen kom inte alls.'));
  await lookAround(sender, 'public dialogue after a month');
});
