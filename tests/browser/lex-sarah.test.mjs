// Lex Sarah on its pages: the one who reports on a shared phone, those at once responsible, the investigator, the decision-maker.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, logIn, noBarriers, screenshot, sites, story, today } from './harness.mjs';
import { lookAround, peek, refuses, tabTo } from './eyes.mjs';
import { goOn, leads, look, main, picture, shows } from './people.mjs';
import { caseThatIs, does, report } from './programs.mjs';

const REPORTER = 'fritidsledare-norrglimt';
const MANAGER = 'gruppchef-norrglimt';
const PRINCIPAL = 'rektor-norrglimt';
const INVESTIGATOR = 'utredare-1';
const DECIDER = 'beslutsfattare';
const PEOPLE = { reporter: REPORTER, investigator: INVESTIGATOR, decider: DECIDER };
const SIXTY_WORDS = Array.from({ length: 60 }, (_, at) => `ord${at}`).join(' ');

const at = (id, place = '') => `${sites.lexSarah}/arenden/${id}${place && `/${place}`}`;

/** What IVO's form asks. */
const IVO_FORM = {
  matter: 'serious_misconduct', contact: 'Ulf Provsson', contact_title: 'utredare', postal_address: 'Provgatan 1',
  postcode: '123 45', town: 'Provstad', phone: '08-465 004 80', activity: 'Norrglimtskolans KTT',
  activity_address: 'Norrglimtsvägen 2', activity_town: '123 46 Provstad', activity_kind: 'korttidstillsyn, 9 § 7 LSS',
  target_group: 'ungdomar 12–21 år', happened_on: '2026-11-20', description: 'Ungdom A var ensam i tjugo minuter.',
  kind: 'supervision', causes: 'Rutinen följdes inte.', measures_taken: 'En vuxen är med.', measures_planned: 'Ny rutin.',
};

/** Somebody in a browser of their own, logged in to lex Sarah. */
async function arrives(visitor, person, options = {}) {
  const page = await visitor(options);
  await logIn(page, sites.lexSarah, person);
  return page;
}

/** Writes in the fields of the form that is open, and sends it. */
async function fillsIn(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form#form [name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element.tagName === 'SELECT' ? 'select' : element.type));
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`main form#form [name="${name}"][value="${value}"]`).check();
    else if (kind === 'select') await field.selectOption(value);
    else await field.fill(value);
  }
  await goOn(page);
}

/** Opens a form of a case, fills it in and comes back to the case. */
async function doesTo(page, id, place, fields) {
  await page.goto(at(id, place));
  const asks = await page.locator('main form#form :is(textarea, input[type=text], [type=radio])').count();
  if (asks > 0) await refuses(page, `lex Sarah ${place.split('?')[0]}`);
  else await peek(page, `lex Sarah ${place}`);
  await fillsIn(page, fields);
  assert.equal(page.url().split('?')[0], at(id), await main(page));
}

for (const script of [true, false]) {
  story(`a report is made in at most seven gestures, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const page = await arrives(visitor, REPORTER, { width: PHONE, script });
    let gestures = 0;
    const gesture = async (done) => {
      gestures += 1;
      await done;
    };
    await gesture(leads(page, page.locator('a.button[href="/rapportera"]').click()));
    assert.match(await main(page), /^\s*Är någon i fara just nu\?\s+Ring 112/, 'the emergency line comes first');
    assert.match(await main(page), /Amina Hassan, fritidsledare/, 'the name is known');
    assert.match(await main(page), /Rapporten gäller Norrglimtskolans KTT/, 'and the unit');
    assert.match(await main(page), /tala in texten/, 'and one may speak');
    for (const asked of ['severity', 'grade', 'allvar']) {
      assert.equal(await page.locator(`[name*=${asked}]`).count(), 0, `nobody asks ${asked}`);
    }
    await gesture(page.locator('textarea[name=text]').fill(SIXTY_WORDS));
    await page.getByLabel('En annan tid').check();
    assert.ok(await page.getByLabel(/^Dag och tid/).isVisible(), 'another time is asked for');
    await gesture(page.getByLabel('Tidigare i dag').check());
    assert.ok(!(await page.getByLabel(/^Dag och tid/).isVisible()), 'and of nobody else');
    await gesture(page.locator('textarea[name=acted]').fill('Vi gick emellan.'));
    await gesture(goOn(page));
    assert.match(new URL(page.url()).pathname, /^\/rapporterat\//, await main(page));
    assert.ok(gestures <= 7, `${gestures} gestures`);
    assert.ok(await shows(page, SIXTY_WORDS));
  });
}

story('what is written is kept every five seconds, and the page locks after two minutes', async (visitor) => {
  const page = await visitor({ width: DESKTOP });
  await page.clock.install();
  await logIn(page, sites.lexSarah, REPORTER);
  await page.goto(`${sites.lexSarah}/rapportera`);
  await page.locator('textarea[name=text]').fill('Halvfärdigt på en delad platta.');
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.clock.runFor(5_100);
  assert.equal((await kept).status(), 204);
  await page.locator('#kept', { hasText: /^Sparat kl\. / }).waitFor();
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);

  const elsewhere = await arrives(visitor, REPORTER, { width: PHONE, script: false });
  await elsewhere.goto(`${sites.lexSarah}/rapportera`);
  assert.equal(await elsewhere.locator('textarea[name=text]').inputValue(), 'Halvfärdigt på en delad platta.');

  await page.clock.runFor(121_000);
  await page.locator('h1', { hasText: 'Sidan är låst' }).waitFor();
  assert.ok(!(await page.content()).includes('delad platta'));
  await look(page, 'the page is locked');
  await page.goBack();
  assert.ok(!(await page.content()).includes('delad platta'), 'back shows nothing either');

  await page.goto(`${sites.lexSarah}/rapportera`);
  await page.locator('main a.button').click();
  await page.locator(`button[name="person"][value="${REPORTER}"]`).click();
  await page.waitForURL(`${sites.lexSarah}/rapportera`);
  assert.equal(await page.locator('textarea[name=text]').inputValue(), 'Halvfärdigt på en delad platta.');
  await goOn(page);
  assert.ok(await shows(page, 'Halvfärdigt på en delad platta.'));
});

story('a manager writes down what somebody tells, and protects the youth at once', async (visitor) => {
  const manager = await arrives(visitor, MANAGER);
  await leads(manager, manager.locator('a[href="/skriv-ner"]').click());
  await manager.locator('select[name=teller]').selectOption({ index: 1 });
  await fillsIn(manager, { told_at: '00.01', text: 'En kollega kallar henne bebis.', read_back: 'yes' });
  assert.match(await main(manager), /kl\. 00\.01/);
  await lookAround(manager, 'manager has written down');

  const id = await report(REPORTER, { text: 'Han knuffades mot väggen.' });
  await manager.goto(sites.lexSarah);
  await leads(manager, manager.locator(`a[href="/arenden/${id}"]`).click());
  assert.match(await main(manager), /Är ungdomen skyddad\?/);
  await leads(manager, manager.locator('.notice a.button').click());
  await goOn(manager);
  assert.match(await manager.title(), /^Fel: /);
  await manager.locator('.error-summary:focus').waitFor();
  await fillsIn(manager, { text: 'En annan vuxen tar över.', done_when: 'kl. 15.10 i dag', done_by: 'Eva Prov, fritidsledare' });
  assert.match(await main(manager), /En annan vuxen tar över\.[\s\S]*kl\. 15\.10 i dag[\s\S]*Eva Prov/);
  assert.doesNotMatch(await main(manager), /Är ungdomen skyddad\?/, 'it is no longer what comes next');
});

story('the one it concerns loses access at once and is not told', async (visitor) => {
  const id = await caseThatIs('taken', { ...PEOPLE, text: 'Chefen visste om det.' });
  const manager = await arrives(visitor, MANAGER);
  assert.equal(await manager.locator(`a[href="/arenden/${id}"]`).count(), 1);
  const investigator = await arrives(visitor, INVESTIGATOR);
  await investigator.goto(at(id, 'undanta'));
  await investigator.locator('select[name=person]').selectOption({ label: 'Maja Lindqvist, gruppchef' });
  await goOn(investigator);

  assert.equal((await manager.goto(at(id))).status(), 404);
  await manager.goto(sites.lexSarah);
  assert.equal(await manager.locator(`a[href="/arenden/${id}"]`).count(), 0);
  assert.doesNotMatch(await main(manager), /undanta|berörs|jäv/i);
  const mails = await (await fetch(sites.mailbox)).text();
  assert.doesNotMatch(mails, /undanta|jäv|knuffa/i, 'and no mail says so');
  const principal = await arrives(visitor, PRINCIPAL);
  assert.equal(await principal.locator(`a[href="/arenden/${id}"]`).count(), 1, 'the next in line receives it');

  const direct = await report(REPORTER, { text: 'Min chef slog honom.', concerns_manager: true });
  assert.equal((await manager.goto(at(direct))).status(), 404, 'named in the report: never let in');
});

story('without script: from taking a case over what would tell who somebody is to a decision', async (visitor) => {
  const id = await report(REPORTER, { text: 'Ungdomen lämnade gården.' });
  const page = await arrives(visitor, INVESTIGATOR, { script: false, width: PHONE });
  await page.goto(at(id));
  assert.ok(!(await page.content()).includes('Ungdomen lämnade gården.'), 'not a word before it is taken');
  await goOn(page);
  assert.match(await page.title(), /^Fel: /, 'not without the question of conflicts');
  await fillsIn(page, { free_of_conflict: 'yes' });
  assert.ok(await shows(page, 'Ungdomen lämnade gården.'));
  await leads(page, page.locator('.notice a.button').click());
  assert.equal(await page.locator(`main a[target=_blank][href="/arenden/${id}"]`).count(), 1, 'the case is read beside the form');
  await fillsIn(page, { plan: 'Samtal med dem som arbetade.' });
  for (let section = 2; section <= 10; section += 1) {
    await does(INVESTIGATOR, id, 'add-entry', { section, kind: 'fact', source: 'schemat', text: `Svar på fråga ${section}.` });
  }
  await page.goto(at(id, 'anteckna?avsnitt=1'));
  const told = 'Ungdom A nåddes på 070-174 06 05 efter en timme.';
  await fillsIn(page, { text: told, kind: 'fact', source_kind: 'interview', source: 'personal 2' });
  assert.match(await page.locator('.error-summary').innerText(), /vilken dag/, 'a talk was held on a day');
  await fillsIn(page, { source_on: '2026-11-02' });
  assert.match(await main(page), /Källa: Samtal, personal 2, 2026-11-02/);
  assert.match(await page.locator('.tasks').innerText(), /Ställen att svara på: 1/);

  await page.goto(at(id, 'utredning-klar'));
  await fillsIn(page, { similar_before: 'no', proposed_grade: 'misconduct' });
  assert.match(await page.title(), /^Fel: /, 'what was found is answered before it is complete');
  assert.equal(await page.locator('mark').innerText(), '070-174 06 05');
  await leads(page, page.locator('a.replace').click());
  assert.equal(await page.locator('textarea[name=text]').inputValue(), told.replace('070-174 06 05', '[telefonnummer]'));
  await goOn(page);
  await doesTo(page, id, 'utredning-klar', { similar_before: 'no', proposed_grade: 'misconduct' });
  assert.match(await main(page), /väntar på beslut/);

  const decider = await arrives(visitor, DECIDER, { script: false });
  await decider.goto(`${sites.lexSarah}/arenden?turn=to_decide`);
  await leads(decider, decider.locator(`a[href="/arenden/${id}"]`).click());
  assert.equal(await decider.locator('.tasks a[href$="/anteckna"]').count(), 0, 'no way to what another does');
  await leads(decider, decider.locator('.notice a.button').click());
  await fillsIn(decider, { grade: 'serious_misconduct', reasons: 'Ensam i en timme.', ivo: 'no', delegation: '7.4' });
  assert.match(await decider.locator('.error-summary').innerText(), /IVO alltid/, 'the law says yes');
  await fillsIn(decider, { grade: 'misconduct', ivo: 'no' });
  assert.match(await decider.locator('#decided').innerText(), /Ensam i en timme\./);

  const reporter = await arrives(visitor, REPORTER, { script: false });
  await reporter.goto(`${sites.lexSarah}/rapporterat/${id}`);
  assert.match(await main(reporter), /Beslutad/);
  assert.doesNotMatch(await main(reporter), /Ensam i en timme|Missförhållande/);
});

story('two browsers at one case: nobody’s words are lost', async (visitor) => {
  const id = await caseThatIs('begun', { ...PEOPLE, text: 'Det hände i hallen.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  await investigator.goto(at(id, 'anteckna?avsnitt=1'));
  const manager = await arrives(visitor, MANAGER);
  await doesTo(manager, id, 'skydda', { text: 'En vuxen står i hallen.' });

  const entry = { text: 'Hallen var obemannad i tio minuter.', kind: 'fact', source: 'schemat' };
  await fillsIn(investigator, entry);
  assert.match(await investigator.locator('#theirs').innerText(), /En vuxen står i hallen\./, 'what the other did');
  assert.equal(await investigator.locator('textarea[name=text]').inputValue(), entry.text, 'and what one wrote');
  await noBarriers(investigator);
  await goOn(investigator);
  assert.ok(await shows(investigator, entry.text));
  assert.ok(await shows(investigator, 'En vuxen står i hallen.'));
});

story('IVO hears of it before the inquiry is done, and its day stands on the case', async (visitor) => {
  const id = await caseThatIs('begun', { ...PEOPLE, text: 'Han gick till spåret.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  await doesTo(investigator, id, 'foresla-ivo', { reasons: 'Tjugo minuter vid spåret.' });
  const decider = await arrives(visitor, DECIDER);
  await decider.goto(`${sites.lexSarah}/arenden?turn=to_decide`);
  assert.equal(await decider.locator(`a[href="/arenden/${id}"]`).count(), 1);
  await doesTo(decider, id, 'kraver-ivo', { reasons: 'Tjugo minuter vid spåret.' });
  await investigator.goto(at(id, 'anmalan-ivo'));
  await lookAround(investigator, 'investigator IVO form');
  assert.equal(await investigator.locator('input[name=activity]').inputValue(), 'Norrglimtskolans KTT', 'what the case knows');
  assert.match(await investigator.locator('#activity-hint').innerText(), /Förslag från ärendet/);
  await goOn(investigator);
  assert.ok((await investigator.locator('.error-summary li').count()) > 5, 'every field that IVO asks for');
  await doesTo(investigator, id, 'anmalan-ivo', IVO_FORM);
  await doesTo(decider, id, 'anmald-ivo', { sent_on: today(), channel: 'e_service', receipt: 'Kvittens 4711' });
  assert.match(await main(decider), /IVO väntar på utredningen\s+Utredningen ska vara hos IVO senast \d{4}-\d\d-\d\d/);
  await investigator.goto(`${sites.lexSarah}/arenden?ivo=notified`);
  assert.equal(await investigator.locator(`a[href="/arenden/${id}"]`).count(), 1);
});

story('IVO gives respite, gets the inquiry and answers; what was at hand is remedied', async (visitor) => {
  const id = await caseThatIs('answered', { ...PEOPLE, text: 'Grinden var trasig.' });
  const manager = await arrives(visitor, MANAGER);
  await doesTo(manager, id, 'avhjalpt', { done: 'Grinden är lagad.', evidence: 'Vaktmästarens kvitto.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  await doesTo(investigator, id, 'foresla-ivo', { reasons: 'Tjugo minuter vid spåret.' });
  const decider = await arrives(visitor, DECIDER);
  await doesTo(decider, id, 'kraver-ivo', { reasons: 'Tjugo minuter vid spåret.' });
  await doesTo(investigator, id, 'anmalan-ivo', IVO_FORM);
  await doesTo(decider, id, 'anmald-ivo', { sent_on: today(), channel: 'e_service', receipt: 'Kvittens 4711' });
  await doesTo(investigator, id, 'anstand-ivo', { until: '2099-01-08', given: 'IVO, dnr 3.1-4711' });
  assert.match(await main(investigator), /2099-01-08/);
  await does(INVESTIGATOR, id, 'complete-inquiry', { similar_before: 'no', proposed_grade: 'serious_misconduct' });
  await doesTo(decider, id, 'besluta', { grade: 'serious_misconduct', reasons: 'Ensam vid spåret.', ivo: 'yes', delegation: '7.4' });
  await doesTo(investigator, id, 'utredning-till-ivo', { sent_on: today(), channel: 'e_service', receipt: 'Kvittens 4712' });
  await doesTo(investigator, id, 'svar-ivo', { answer: 'IVO avslutar ärendet utan krav.' });
  assert.ok(await shows(investigator, 'IVO avslutar ärendet utan krav.'));
});

story('what is no lex Sarah is laid before the decision-maker, who agrees', async (visitor) => {
  const id = await caseThatIs('taken', { ...PEOPLE, text: 'Det hände i skolan.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  await doesTo(investigator, id, 'inte-lex-sarah', { reasons: 'Det hände i skolan.', opened: 'school_violation', reference: 'Skolan 12' });
  const decider = await arrives(visitor, DECIDER);
  await doesTo(decider, id, 'prova-om-lex-sarah', { agrees: 'yes', reasons: 'Händelsen gäller skolan.' });
  await lookAround(decider, 'decision-maker case that is no lex Sarah');
  const archivist = await arrives(visitor, 'arkivarie');
  await archivist.goto(at(id, 'arkivera'));
  await refuses(archivist, 'archivist archives');
  await fillsIn(archivist, { decision: 'UTBF 2026-118: lex Sarah bevaras' });
  assert.equal((await archivist.goto(at(id))).status(), 404, 'it is out of everyday hands');
});

story('measures are planned, done and judged; the case is closed, and opened again', async (visitor) => {
  const id = await caseThatIs('decided', { ...PEOPLE, text: 'Grinden stod öppen.' });
  const manager = await arrives(visitor, MANAGER);
  await manager.goto(at(id));
  assert.match(await main(manager), /Innan uppföljningen kan inledas:\s+Minst en åtgärd ska vara planerad/, 'why it cannot begin');
  await manager.goto(at(id, 'atgard'));
  await manager.locator('select[name=owner]').selectOption({ label: 'Maja Lindqvist, gruppchef' });
  await fillsIn(manager, { text: 'Två vuxna vid grinden.', due_on: '2099-12-04' });
  await doesTo(manager, id, 'atgard-klar', { progress: 'done', words: 'Två namn på schemat.' });
  await doesTo(manager, id, 'folj-upp', {});
  const judged = { effect: 'fully', shown_by: 'Ingen går ensam.', routine: 'fit', routine_words: 'Den räcker.' };
  await doesTo(manager, id, 'effekt', judged);
  for (const to of ['reporter', 'staff_group', 'youth', 'guardian']) {
    await doesTo(manager, id, `aterforing?till=${to}`, { is_given: 'yes', words: 'Vad vi ändrar, på mötet.' });
  }
  const decider = await arrives(visitor, DECIDER);
  await doesTo(decider, id, 'avsluta', { note: 'Det har hjälpt.' });
  assert.match(await decider.locator('h1').innerText(), /Avslutat/);
  await doesTo(decider, id, 'oppna-igen', { cause: 'new_facts', reasons: 'En till har berättat.' });
  assert.match(await decider.locator('h1').innerText(), /Utreds/);
  assert.ok(await shows(decider, 'Det har hjälpt.'), 'what was closed with still stands');
});

story('a registrar checks the line of the diary and sees nothing of the report', async (visitor) => {
  const id = await report(REPORTER, { text: 'Inte för registratorn.' });
  const page = await arrives(visitor, 'registrator', { script: false, width: PHONE });
  assert.equal(new URL(page.url()).pathname, '/registratur');
  await lookAround(page, 'registrar registry');
  await leads(page, page.locator(`#waiting a[href="/registratur/${id}"]`).click());
  await lookAround(page, 'registrar entry');
  assert.ok(!(await page.content()).includes('Inte för registratorn'));
  await page.getByLabel('Skrivelse', { exact: true }).check();
  await goOn(page);
  assert.equal(await page.locator(`#waiting a[href="/registratur/${id}"]`).count(), 0, 'it waits no longer');
  await leads(page, page.locator(`#checked a[href="/registratur/${id}"]`).click());
  assert.match(await page.locator('dl.answers').innerText(), /Skrivelse\s/);
});

story('a registrar, a guardian and a stranger to the case see nothing of it', async (visitor) => {
  const id = await caseThatIs('taken', { ...PEOPLE, text: 'Inte för alla.' });
  for (const person of ['registrator', 'vardnadshavare-norrglimt', 'utredare-2', 'gruppchef-stjarnvret']) {
    const page = await arrives(visitor, person, { width: PHONE });
    assert.equal((await page.goto(at(id))).status(), 404, person);
    await noBarriers(page);
    await page.goto(sites.lexSarah);
    assert.equal(await page.locator(`a[href*="/arenden/${id}"]`).count(), 0, person);
    assert.ok(!(await page.content()).includes('Inte för alla.'), person);
    await page.context().close();
  }
});

story('by keyboard alone: from the list to an entry that is saved', async (visitor) => {
  const id = await caseThatIs('begun', { ...PEOPLE, text: 'Utan mus.' });
  await caseThatIs('taken', { ...PEOPLE, text: 'En till att gå till.' });
  const page = await arrives(visitor, INVESTIGATOR);
  await page.goto(`${sites.lexSarah}/arenden?turn=mine`);
  assert.ok(await page.locator('[data-keys]').isVisible(), 'the keys are told of');
  const stands = () => page.evaluate(() => document.activeElement.getAttribute('href'));
  await tabTo(page, 'tbody th a');
  const first = await stands();
  const last = (await page.locator('tbody tr').count()) - 1;
  assert.ok(last > 0, 'there is somewhere to go');
  await page.keyboard.press('j');
  assert.notEqual(await stands(), first);
  await page.keyboard.press('k');
  assert.equal(await stands(), first);
  for (let step = 0; (await stands()) !== `/arenden/${id}` && step <= last; step += 1) await page.keyboard.press('j');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(page.url(), at(id));

  await tabTo(page, '.notice a.button');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'textarea[name=text]');
  await page.keyboard.type('Skrivet utan mus.');
  await tabTo(page, 'input[name=kind]');
  await page.keyboard.press('Space');
  await leads(page, page.keyboard.press('Enter'));
  assert.match(await page.title(), /^Fel: /, 'a fact has a source');
  assert.equal(await page.locator('select[name=section]').inputValue(), '1', 'the first question without an answer');
  await tabTo(page, 'input[name=source]');
  await page.keyboard.type('schemat');
  await tabTo(page, 'main form#form .button');
  await leads(page, page.keyboard.press('Enter'));
  assert.ok(await shows(page, 'Skrivet utan mus.'));
});

/** Every page of one person, with all that it holds open. */
async function looksThrough(page, name, addresses) {
  for (const address of addresses) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 200, address);
    assert.equal(page.url(), address, 'the page is theirs');
    for (const details of await page.locator('main details').all()) {
      if ((await details.getAttribute('open')) === null) await details.locator(':scope > summary').click();
    }
    await lookAround(page, `${name} ${new URL(address).pathname.replace(/[0-9a-f-]{36}/, '')}`);
  }
}

const site = (...places) => places.map((place) => `${sites.lexSarah}/${place}`);

story('every page of those who report, small and wide, light and dark', async (visitor) => {
  const id = await report(REPORTER, { text: 'En lång rapport. '.repeat(20) });
  const reporter = await arrives(visitor, REPORTER);
  await looksThrough(reporter, 'reporter', site('', 'rapportera', `rapporterat/${id}`));
});

story('every page of those who receive, small and wide, light and dark', async (visitor) => {
  const id = await caseThatIs('decided', { ...PEOPLE, text: 'En lång rapport. '.repeat(20) });
  const manager = await arrives(visitor, MANAGER);
  await manager.goto(at(id, 'atgard'));
  await manager.locator('select[name=owner]').selectOption({ label: 'Maja Lindqvist, gruppchef' });
  await fillsIn(manager, { text: 'Två vuxna vid grinden.', due_on: '2099-12-04' });
  const places = ['', 'atgard', 'atgard-klar', 'aterforing'];
  await looksThrough(manager, 'manager', [...site('', 'skriv-ner'), ...places.map((place) => at(id, place))]);
});

story('every page of an investigator before the inquiry, small and wide, light and dark', async (visitor) => {
  const free = await report(REPORTER, { text: 'Ännu inte tagen.' });
  const taken = await caseThatIs('taken', { ...PEOPLE, text: 'Nyss tagen.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  await looksThrough(investigator, 'investigator', [
    `${sites.lexSarah}/arenden`,
    `${sites.lexSarah}/arenden?turn=mine&state=follow_up`,
    at(free),
    ...['', 'inled-utredning', 'inte-lex-sarah', 'kodnyckel', 'undanta'].map((place) => at(taken, place)),
  ]);
});

story('every page of the inquiry and its decision, small and wide, light and dark', async (visitor) => {
  const begun = await caseThatIs('answered', { ...PEOPLE, text: 'Utreds.' });
  const investigator = await arrives(visitor, INVESTIGATOR);
  const places = ['', 'anteckna', 'utredning-klar', 'foresla-ivo', 'annan-skyldighet'];
  await looksThrough(investigator, 'investigator', places.map((place) => at(begun, place)));
  const complete = await caseThatIs('complete', { ...PEOPLE, text: 'Att besluta.' });
  const decider = await arrives(visitor, DECIDER);
  await looksThrough(decider, 'decision-maker', ['', 'besluta'].map((place) => at(complete, place)));
});

for (const script of [true, false]) {
  story(`a picture comes with the report and is seen by the investigator, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const page = await arrives(visitor, REPORTER, { width: PHONE, script });
    await page.goto(`${sites.lexSarah}/rapportera`);
    await page.locator('textarea[name=text]').fill(`Golvet var halt. ${script}`);
    await leads(page, page.locator('button[name=pressed][value=files]').click());
    if (script) await lookAround(page, 'reporter files');
    await page.locator('input[type=file]').setInputFiles({ name: 'golvet.png', mimeType: 'image/png', buffer: picture });
    await leads(page, page.locator('form#form .secondary').click());
    assert.match(await main(page), /golvet\.png/);
    if (script) await lookAround(page, 'reporter file added');
    await page.goto(`${sites.lexSarah}/rapportera`);
    assert.equal(await page.locator('textarea[name=text]').inputValue(), `Golvet var halt. ${script}`, 'the words are kept');
    await goOn(page);
    assert.match(await main(page), /golvet\.png/);
    if (script) await lookAround(page, 'reporter has reported with a file');
    const id = new URL(page.url()).pathname.split('/').pop();

    await does(INVESTIGATOR, id, 'take', { free_of_conflict: true });
    const investigator = await arrives(visitor, INVESTIGATOR, { script });
    await investigator.goto(at(id));
    const file = investigator.locator('main a', { hasText: 'golvet.png' }).first();
    const sent = await investigator.request.get(await file.evaluate((link) => link.href));
    assert.deepEqual(await sent.body(), picture);
    if (!script) return;
    await lookAround(investigator, 'investigator case with a file');
    await does(INVESTIGATOR, id, 'start-inquiry', { plan: 'Samtal.' });
    await does(INVESTIGATOR, id, 'add-entry', { section: 1, kind: 'fact', source: 'schemat', text: 'Två i tjänst.' });
    await investigator.goto(at(id));
    await leads(investigator, investigator.locator('main a[href*="/bilaga/"]').first().click());
    await lookAround(investigator, 'investigator document of an entry');
    await investigator.locator('input[type=file]').setInputFiles({ name: 'schema.txt', mimeType: 'text/plain', buffer: Buffer.from('Schema.') });
    await goOn(investigator);
    assert.match(await main(investigator), /schema\.txt/);
  });
}

story('a case that is let go is taken by another', async (visitor) => {
  const id = await caseThatIs('begun', { ...PEOPLE, text: 'Byter utredare.' });
  const first = await arrives(visitor, INVESTIGATOR);
  await first.goto(at(id, 'lamna-tillbaka'));
  await lookAround(first, 'investigator hands back');
  await goOn(first);
  assert.match(await first.title(), /^Fel:/, 'it is said why');
  await fillsIn(first, { reasons: 'Jag är ledig i fyra veckor.' });
  const second = await arrives(visitor, 'utredare-2');
  await second.goto(at(id, 'ta'));
  await second.locator('input[name=free_of_conflict]').check();
  await goOn(second);
  assert.equal(second.url().split('?')[0], at(id), await main(second));
  assert.ok(await shows(second, 'Byter utredare.'));
});

story('those who read English meet every page in English', async (visitor) => {
  const id = await caseThatIs('answered', { ...PEOPLE, text: 'The gate was open.' });
  const english = { locale: 'en-GB' };
  const reporter = await arrives(visitor, REPORTER, english);
  const investigator = await arrives(visitor, INVESTIGATOR, english);
  await looksThrough(reporter, 'reporter en', site('', 'rapportera', `rapporterat/${id}`));
  await looksThrough(investigator, 'investigator en', ['', 'anteckna', 'utredning-klar'].map((place) => at(id, place)));
  for (const page of [reporter, investigator]) assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

story('the year is accounted for, and everybody learns of the duty to report', async (visitor) => {
  const decider = await arrives(visitor, DECIDER);
  await decider.goto(`${sites.lexSarah}/redovisning`);
  await lookAround(decider, 'decision-maker accounts');
  await leads(decider, decider.locator('main a[href^="/redovisning/"]').first().click());
  await lookAround(decider, 'decision-maker account');
  await decider.goto(`${sites.lexSarah}/rutin`);
  await lookAround(decider, 'decision-maker routine');
  const manager = await arrives(visitor, MANAGER);
  await manager.goto(`${sites.lexSarah}/information`);
  await lookAround(manager, 'manager information');
  await leads(manager, manager.locator('main a[href^="/information/"]').first().click());
  await lookAround(manager, 'manager briefing');
  await manager.locator('input[name=kind]').first().check();
  await manager.locator('input[name=present]').first().check();
  await goOn(manager);
  assert.equal(new URL(manager.url()).pathname, '/information', await main(manager));
});
