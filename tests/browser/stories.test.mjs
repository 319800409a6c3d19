// The three stories, on the pages, as a guardian, a manager, staff, investigators and a decision-maker live them.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, logIn, sites, story } from './harness.mjs';
import { cases, comeBack, complain, goOn, inquire, judge, leads, look, openComplaint, picture, shows } from './people.mjs';

const NORRGLIMT = 'Norrglimtskolans KTT';

for (const script of [true, false]) {
  story(`A: a complaint goes from a phone to its answer, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const text = `Elsa satt i hallen i femtio minuter. ${script ? 'Med' : 'Utan'} skript. 🚕`;
    const guardian = await visitor({ width: PHONE, script });
    const file = { name: 'hallen.png', mimeType: 'image/png', buffer: picture };
    const code = await complain(guardian, { text, unit: NORRGLIMT, file, looked: script && 'guardian' });

    const manager = await visitor({ width: DESKTOP, script });
    const address = await openComplaint(manager, 'gruppchef-norrglimt', text);
    if (script) await look(manager, 'manager reads');
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
    await comeBack(sender, code);
    assert.ok(await shows(sender, text), `${id} is not what was sent`);
    const managers = {
      'Norrglimtskolans KTT': 'gruppchef-norrglimt',
      'Stjärnvretens KTT': 'gruppchef-stjarnvret',
      'Vintergatans anpassade gymnasium KTT': 'gruppchef-vintergatan',
      'Ugglemoskolans KTT': 'rektor-ugglemo',
    };
    await openComplaint(await visitor(), managers[unit], text);
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
  await look(administrator, 'operator sees mails');
  await logIn(administrator, sites.quality, 'administrator');
  await administrator.goto(`${sites.quality}/organisation`);
  await look(administrator, 'who is responsible');
  const guardian = await visitor({ width: PHONE });
  await logIn(guardian, sites.staff, 'vardnadshavare-norrglimt');
  await look(guardian, 'nothing here for a guardian');
});

async function assertSoon(holds, what) {
  for (let round = 0; round < 50; round += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`not within ten seconds: ${what}`);
}
