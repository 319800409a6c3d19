// The three stories, on the pages, as a guardian, a manager, staff, investigators and a decision-maker live them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, PHONE, data, log, logIn, sites, story } from './harness.mjs';
import { lookAround } from './eyes.mjs';
import { cases, comeBack, complain, goOn, inquire, judge, leads, look, openComplaint, picture, shows } from './people.mjs';

const NORRGLIMT = 'Norrglimtskolans KTT';

/** What has been sent of the cases, and the numbers it got: the last story looks for the one and must find the other. */
const sent = [];
const numbers = [];

/** Who works and who is known there: plain by design. */
const register = readFileSync(new URL('../../services/standalone/demonstration/organisation.json', import.meta.url), 'utf8');

for (const script of [true, false]) {
  story(`A: a complaint goes from a phone to its answer, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const text = `Elsa satt i hallen i femtio minuter. ${script ? 'Med' : 'Utan'} skript. 🚕`;
    const guardian = await visitor({ width: PHONE, script });
    const file = { name: 'hallen.png', mimeType: 'image/png', buffer: picture };
    const code = await complain(guardian, { text, unit: NORRGLIMT, file, looked: script && 'guardian' });

    const manager = await visitor({ width: DESKTOP, script });
    const address = await openComplaint(manager, 'gruppchef-norrglimt', text);
    if (script) await look(manager, 'manager reads');
    const opened = await manager.request.get(await manager.getByRole('link', { name: file.name }).evaluate((link) => link.href));
    assert.deepEqual(await opened.body(), picture, 'the manager opens the file that was sent');
    await judge(manager, address, { category: 'COORDINATION_EXTERNAL', severity: 2 });
    await leads(manager, manager.locator('form[action$="/utred"] button').first().click());
    await manager.goto(`${address}/skriv`);
    await manager.locator('textarea[name=text]').fill('Vilken dag var det?');
    await goOn(manager);

    await comeBack(guardian, code);
    assert.ok(await shows(guardian, 'Vilken dag var det?'));
    await guardian.locator('textarea[name=words]').fill('Det var i torsdags.');
    await goOn(guardian);

    await manager.goto(address);
    assert.ok(await shows(manager, 'Det var i torsdags.'));
    await manager.goto(`${address}/utredning`);
    for (const name of ['happened', 'sources', 'heard', 'compared']) await manager.locator(`textarea[name=${name}]`).fill('Bilen kom sent.');
    await manager.locator('input[name=deviation][value=none]').check();
    if (script) await look(manager, 'manager writes what was found');
    await goOn(manager);
    await manager.goto(`${address}/svara`);
    await manager.locator('textarea[name=text]').fill('Nu ringer vi dig när bilen är sen.');
    if (script) await look(manager, 'manager answers');
    await goOn(manager);
    if (script) await look(manager, 'manager looks the answer over');
    await leads(manager, manager.locator('button[name=step][value=send]').click());
    if (script) await look(manager, 'manager has answered');

    await guardian.goto(`${sites.complaints}/mitt-arende/dialog`);
    for (const said of [text, 'Vilken dag var det?', 'Det var i torsdags.', 'Nu ringer vi dig när bilen är sen.']) {
      assert.ok(await shows(guardian, said), `the guardian does not see "${said}"`);
    }
    if (script) await look(guardian, 'guardian reads the answer');
  });
}

story('A: what people write is read back letter by letter by the one who may', async (visitor) => {
  for (const { id, text, facts } of cases('complaints')) {
    const sender = await visitor({ width: PHONE });
    const known = ['Norrglimtskolans KTT', 'Stjärnvretens KTT', 'Vintergatans anpassade gymnasium KTT', 'Ugglemoskolans KTT'];
    const unit = known.includes(facts.unit) ? facts.unit : NORRGLIMT;
    const code = await complain(sender, { text, unit });
    sent.push(text);
    await comeBack(sender, code);
    assert.ok(await shows(sender, text), `${id} is not what was sent`);
    const managers = {
      'Norrglimtskolans KTT': 'gruppchef-norrglimt',
      'Stjärnvretens KTT': 'gruppchef-stjarnvret',
      'Vintergatans anpassade gymnasium KTT': 'gruppchef-vintergatan',
      'Ugglemoskolans KTT': 'rektor-ugglemo',
    };
    const manager = await visitor();
    await openComplaint(manager, managers[unit], text);
    numbers.push(await manager.locator('h1 .case-number').innerText());
    const others = await visitor();
    await assert.rejects(openComplaint(others, unit === NORRGLIMT ? 'gruppchef-stjarnvret' : 'gruppchef-norrglimt', text));
  }
});

story('A: back, a second send and another language lose nothing and send nothing twice', async (visitor) => {
  const guardian = await visitor({ width: PHONE, script: false });
  await guardian.goto(sites.complaints);
  await leads(guardian, guardian.locator('form[action="/klagomal/borja"] button').first().click());
  await goOn(guardian);
  assert.match(await guardian.title(), /^Fel:/);
  await look(guardian, 'guardian has written nothing');
  await guardian.locator('textarea[name=text]').fill('Första ordet');
  await leads(guardian, guardian.locator('button[name=switch_language][value=en]').click());
  assert.equal(await guardian.locator('html').getAttribute('lang'), 'en');
  assert.equal(await guardian.locator('textarea[name=text]').inputValue(), 'Första ordet');
  await goOn(guardian);
  await guardian.goBack();
  assert.equal(await guardian.locator('textarea[name=text]').inputValue(), 'Första ordet', 'back keeps the words');
  await guardian.goto(`${sites.complaints}/klagomal/kontrollera`);
  await look(guardian, 'guardian checks in English');
  await goOn(guardian);
  const code = await guardian.locator('.receipt-code .code').innerText();
  await guardian.goBack();
  await guardian.goto(`${sites.complaints}/kvitto`);
  assert.equal(await guardian.locator('.receipt-code .code').innerText(), code, 'the same receipt, not another');
});

story('B: a report goes from one page to its decision, and the reporter learns that, not how', async (visitor) => {
  for (const [number, { text }] of cases('lex-sarah').entries()) {
    const first = number === 0;
    const reporter = await visitor({ width: PHONE });
    await logIn(reporter, sites.lexSarah, 'fritidsledare-norrglimt');
    if (first) await look(reporter, 'staff start');
    await reporter.goto(`${sites.lexSarah}/rapportera`);
    if (first) await look(reporter, 'staff report');
    await reporter.locator('textarea[name=text]').fill(text);
    await reporter.locator('input[name=happened]').first().check();
    await goOn(reporter);
    assert.match(new URL(reporter.url()).pathname, /^\/rapporterat\//, await reporter.locator('main').innerText());
    sent.push(text);
    if (first) await look(reporter, 'staff has reported');
    const id = new URL(reporter.url()).pathname.split('/').pop();
    const address = `${sites.lexSarah}/arenden/${id}`;

    const investigator = await visitor();
    await logIn(investigator, sites.lexSarah, 'utredare-1');
    await investigator.goto(`${sites.lexSarah}/arenden`);
    if (first) await look(investigator, 'investigator workbench');
    if (!first) {
      await investigator.goto(`${address}/ta`);
      await investigator.locator('input[name=free_of_conflict]').check();
      await goOn(investigator);
      await investigator.goto(address);
      assert.ok(await shows(investigator, text), 'to the letter');
      continue;
    }
    await inquire(investigator, address, 'investigator');
    await investigator.goto(address);
    assert.ok(await shows(investigator, text), 'to the letter');

    const decider = await visitor();
    await logIn(decider, sites.lexSarah, 'beslutsfattare');
    await decider.goto(`${address}/besluta`);
    await decider.locator('input[name=grade][value=no_misconduct]').check();
    await decider.locator('textarea[name=reasons]').fill('Ungdomen fick hjälp direkt och kom inte till skada.');
    await decider.locator('input[name=ivo][value=no]').check();
    await decider.locator('input[name=delegation]').fill('Delegationsordningen 7.4');
    await look(decider, 'decision-maker decides');
    await goOn(decider);
    await look(decider, 'decision-maker has decided');

    await reporter.goto(sites.lexSarah);
    const shown = await reporter.locator('main').innerText();
    assert.match(shown, /[Bb]eslut/);
    assert.doesNotMatch(shown, /inget missförhållande|kom inte till skada/i);
    await look(reporter, 'staff sees that it is decided');
  }
});

story('C: a manager opens a report from a complaint, in their own name', async (visitor) => {
  const text = 'Min son stod ensam utanför grinden när jag kom.';
  await complain(await visitor({ width: PHONE }), { text, unit: NORRGLIMT });
  const manager = await visitor();
  const address = await openComplaint(manager, 'gruppchef-norrglimt', text);
  await judge(manager, address, { category: 'SUPERVISION_SAFETY', severity: 4, yes: ['misconduct_suspected'] });
  await look(manager, 'manager suspects a misconduct');
  await manager.goto(`${address}/overlamna`);
  await look(manager, 'manager hands over');
  await manager.locator('textarea[name=text]').fill('En ungdom lämnades ensam vid grinden i tjugo minuter.');
  await manager.locator('input[name=own_name]').check();
  await goOn(manager);
  await look(manager, 'manager has handed over');

  await logIn(manager, sites.lexSarah, 'gruppchef-norrglimt');
  await assertSoon(async () => {
    await manager.goto(sites.lexSarah);
    return (await manager.locator('a[href^="/rapporterat/"], a[href^="/arenden/"]').count()) > 0;
  }, 'the report is among the manager’s own');
  await look(manager, 'manager sees the own report');
});

story('an operator sees that mails arrive, and anyone inside who is responsible', async (visitor) => {
  const administrator = await visitor();
  await logIn(administrator, sites.notifications, 'administrator');
  await lookAround(administrator, 'operator sees mails');
  await logIn(administrator, sites.quality, 'administrator');
  await lookAround(administrator, 'quality start');
  await administrator.goto(`${sites.quality}/organisation`);
  await lookAround(administrator, 'who is responsible');
  await administrator.goto(`${sites.quality}/handelser`);
  await lookAround(administrator, 'what is counted');
  const guardian = await visitor({ width: PHONE });
  await logIn(guardian, sites.staff, 'vardnadshavare-norrglimt');
  await look(guardian, 'nothing here for a guardian');
});

// The stories of a file run one after the other; that everything was sent is asked all the same.
story('nothing of what people wrote stands in a file, the log or a mail', async () => {
  const told = [...cases('complaints'), ...cases('lex-sarah')];
  assert.deepEqual(sent, told.map(({ text }) => text), 'the stories before this one send every case');
  const all = await written();
  const places = (words) => {
    const forms = formsOf(words);
    return all.filter(([, bytes]) => forms.some((form) => bytes.includes(form))).map(([what]) => what);
  };
  // Numbers are plain by design: a search that did not find them would find nothing.
  const plain = numbers.flatMap(places);
  assert.ok(plain.some((what) => what.startsWith('complaints.db')), `numbers stand in the database, not only in ${plain}`);
  assert.ok(plain.includes('a mail'), `numbers stand in mails, not only in ${plain}`);
  assert.ok(places('a complaint came in').includes('the log'), 'the log tells what is done');
  const found = told.flatMap((one) => markersOf(one).flatMap((marker) => places(marker).map((what) => `${one.id} in ${what}: ${marker}`)));
  assert.deepEqual(found, []);
});

/** Everything that Lyssna has written, and what it is called. */
async function written() {
  const files = readdirSync(data, { recursive: true }).filter((name) => statSync(join(data, name)).isFile());
  const mails = await (await fetch(`${sites.mailbox}/api/v1/messages`)).json();
  return [
    ...files.map((name) => [name, readFileSync(join(data, name))]),
    ['the log', readFileSync(log)],
    ...mails.map(({ to, subject, text }) => ['a mail', Buffer.from(`${to} ${subject} ${text.replace(/\s+/g, ' ')}`)]),
  ];
}

/** What would betray a case: its sentences, and whom and what it names, save who stands in the register of people. */
function markersOf({ text, facts }) {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.length >= 25);
  const named = (facts.pii ?? []).map(({ value }) => value).filter((value) => value.length >= 8 && !register.includes(value));
  return [...sentences, ...named];
}

/** As it is, as JSON may write it, and as addresses do. */
function formsOf(words) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const json = JSON.stringify(words).slice(1, -1);
  const inAddress = new URLSearchParams({ words }).toString().slice('words='.length);
  return [...new Set([words, json, json.replace(/[^ -~]/g, escape), inAddress])];
}

async function assertSoon(holds, what) {
  for (let round = 0; round < 50; round += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`not within ten seconds: ${what}`);
}
