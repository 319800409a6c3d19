// Those who handle complaints, at work: every page of theirs, by keyboard, without script, two at once.
import assert from 'node:assert/strict';
import { PHONE, logIn, sites, story, today } from './harness.mjs';
import { lookAround, peek, refuses, staysWhileFillingIn, tabTo } from './eyes.mjs';
import { begin, comeBack, complain, goOn, judge, leads, look, main, openComplaint, shows } from './people.mjs';

const NORRGLIMT = 'Norrglimtskolans KTT';
const MANAGER = 'gruppchef-norrglimt';

/** A complaint of a guardian, before the manager. */
async function complaint(visitor, text, manager = {}) {
  const guardian = await visitor({ width: PHONE });
  const code = await complain(guardian, { text, unit: NORRGLIMT });
  const page = await visitor(manager);
  return { guardian, code, page, address: await openComplaint(page, MANAGER, text) };
}

const ordinary = { category: 'COORDINATION_EXTERNAL', severity: 2 };

const pressed = (page, path) => leads(page, page.locator(`main form[action$="/${path}"] button`).first().click());

async function told(page) {
  return page.locator('.notice.good').innerText();
}

async function answers(page, address, text) {
  await page.goto(`${address}/svara`);
  await page.locator('textarea[name=text]').fill(text);
  await goOn(page);
  await leads(page, page.locator('button[name=step][value=send]').click());
}

/** What the inquiry found is written down before anybody answers. */
async function inquires(page, address) {
  await page.goto(address);
  await pressed(page, 'utred');
  await finds(page, address);
}

async function finds(page, address) {
  await page.goto(`${address}/utredning`);
  for (const [name, text] of [['happened', 'Bilen kom sent.'], ['sources', 'Körjournalen.'], ['heard', 'Chauffören.'], ['compared', 'Ingen ringde.']]) {
    await page.locator(`textarea[name=${name}]`).fill(text);
  }
  await page.locator('input[name=deviation][value=none]').check();
  await goOn(page);
}

async function closes(page, address) {
  await page.goto(`${address}/avsluta`);
  await page.locator('textarea[name=measures]').fill('Rutinen för sena bilar är ny.');
  if (await page.locator('textarea[name=routine_why]').count()) {
    await page.locator('textarea[name=routine_why]').fill('En punkt om att ringa hem.');
    await page.locator('textarea[name=feedback]').fill('På arbetsplatsträffen den 3 december.');
  }
  await page.locator('input[name=routine_reviewed][value=yes]').check();
  await goOn(page);
}

story('from a new complaint to its answer, every page on the way', async (visitor) => {
  const { guardian, code, page, address } = await complaint(visitor, 'Bilen var 40 minuter sen igen. Ingen ringde.');
  await page.goto(sites.staff);
  await lookAround(page, 'staff inbox');
  await page.goto(address);
  await lookAround(page, 'staff case new');
  await page.goto(`${address}/bedom`);
  await lookAround(page, 'staff triage');
  await staysWhileFillingIn(page);
  await page.goto(`${address}/bedom`);
  await refuses(page, 'staff triage');
  await judge(page, address, ordinary);
  await page.goto(address);
  await pressed(page, 'utred');
  await lookAround(page, 'staff case inquired into');
  for (const path of ['utredning', 'flytta']) {
    await page.goto(`${address}/${path}`);
    await lookAround(page, `staff ${path}`);
    await refuses(page, `staff ${path}`);
  }
  await finds(page, address);
  for (const path of ['anteckna', 'skriv', 'senare', 'jav', 'lasningar']) {
    await page.goto(`${address}/${path}`);
    await lookAround(page, `staff ${path}`);
    if (path !== 'lasningar') await refuses(page, `staff ${path}`);
  }
  await page.goto(`${address}/svara`);
  await page.locator('textarea[name=text]').fill('Er skrivelse avseende skjutsen har utretts.');
  await page.locator('.tips li').first().waitFor();
  assert.equal(await page.locator('.tips li').count(), 3, 'help comes while one writes');
  await page.locator('main summary').click();
  await lookAround(page, 'staff answer');
  await goOn(page);
  await lookAround(page, 'staff answer preview');
  await leads(page, page.locator('button[name=step][value=change]').click());
  await answers(page, address, 'Vi ringer dig när bilen är sen.');
  assert.equal(await told(page), 'Svaret är skickat.');
  await comeBack(guardian, code);
  assert.ok(await shows(guardian, 'Vi ringer dig när bilen är sen.'));

  await lookAround(guardian, 'sender answered, and may ask the next level');
  await guardian.locator('textarea[name=words]').fill('Ni svarade på fel fråga.');
  await leads(guardian, guardian.locator('button[name=next_level]').click());
  assert.ok(await shows(guardian, 'Ni svarade på fel fråga.'));
  assert.equal(await guardian.locator('button[name=next_level]').count(), 0);
  const principal = await visitor();
  await logIn(principal, sites.staff, 'rektor-norrglimt');
  await principal.goto(address);
  assert.match(await main(principal), /Du läser som rektor/);
  assert.match(await main(principal), /Ni svarade på fel fråga\./);
});

story('from the answer to the end: mended, closed, and opened again', async (visitor) => {
  const { guardian, code, page, address } = await complaint(visitor, 'Listan vid telefonen är borta.');
  await judge(page, address, ordinary);
  await inquires(page, address);
  await answers(page, address, 'Vi ringer dig när bilen är sen.');
  await page.goto(`${address}/atgarder`);
  await page.locator('textarea[name=what]').fill('En lista vid telefonen.');
  await lookAround(page, 'staff measures');
  await refuses(page, 'staff measures');
  await page.locator('textarea[name=what]').fill('En lista vid telefonen.');
  await goOn(page);
  await page.goto(`${address}/effekt`);
  await page.locator('textarea[name=effect]').fill('Alla har fått ett samtal.');
  await lookAround(page, 'staff effect');
  await refuses(page, 'staff effect');
  await page.locator('textarea[name=effect]').fill('Alla har fått ett samtal.');
  await goOn(page);
  await page.goto(`${address}/avsluta`);
  await lookAround(page, 'staff close');
  await refuses(page, 'staff close');
  await closes(page, address);
  await lookAround(page, 'staff case closed');
  await page.goto(`${sites.staff}/avslutade`);
  await lookAround(page, 'staff closed list');

  await page.goto(`${address}/oppna`);
  await lookAround(page, 'staff reopen');
  await refuses(page, 'staff reopen');
  await page.locator('input[name=cause][value=sender_unhappy]').check();
  await page.locator('textarea[name=reason]').fill('Bilen är sen igen.');
  await page.locator('textarea[name=text]').fill('Vi öppnar ärendet igen. Rektorn tar över.');
  await goOn(page);
  await comeBack(guardian, code);
  for (const said of ['Vi ringer dig när bilen är sen.', 'Vi öppnar ärendet igen. Rektorn tar över.']) {
    assert.ok(await shows(guardian, said), said);
  }
});

story('something else comes out: judged anew, moved to the right unit, and the working notes cleared at the end', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Listan låg framme i bussen.');
  await judge(page, address, ordinary);
  await page.goto(`${address}/bedom`);
  await lookAround(page, 'staff judge anew');
  await page.locator('input[name=data_breach][value=yes]').check();
  await page.locator('main summary').click();
  await page.locator('select[name=besides_1]').selectOption('PRIVACY_AND_SECRECY');
  await page.locator('input[name=no_conflict]').check();
  await goOn(page);
  assert.match(await page.title(), /^Fel:/, 'it says why');
  await page.locator('textarea[name=reason]').fill('Taxibolaget hade skickat listan till fel familj.');
  await goOn(page);
  assert.equal(await told(page), 'Den nya bedömningen är sparad.');
  assert.match(await main(page), /Det är 7\d timmar kvar/);
  await lookAround(page, 'staff case judged anew');

  await page.goto(`${address}/plikt`);
  await page.locator('input[name=outcome][value=reported]').check();
  await page.locator('textarea[name=note]').fill('Anmält till IMY kl. 10.15.');
  await goOn(page);
  await page.goto(`${address}/flytta`);
  await page.locator('select[name=unit]').selectOption({ label: 'Stjärnvretens KTT' });
  await page.locator('textarea[name=reason]').fill('Hon går på Stjärnvreten sedan i augusti.');
  await goOn(page);
  assert.equal((await page.goto(address)).status(), 404, 'it is theirs no more');

  const there = await visitor();
  await logIn(there, sites.staff, 'gruppchef-stjarnvret');
  await inquires(there, address);
  await there.goto(`${address}/anteckna`);
  await there.locator('textarea[name=text]').fill('Fråga Leo om listan.');
  await there.locator('input[name=kind][value=working_note]').check();
  await goOn(there);
  await there.goto(`${address}/svara`);
  await there.locator('input[name=by][value=phone]').check();
  await there.locator('textarea[name=text]').fill('Listan ligger inlåst nu.');
  await goOn(there);
  await lookAround(there, 'staff answer preview by phone');
  await leads(there, there.locator('button[name=step][value=send]').click());
  await there.goto(`${address}/avsluta`);
  await lookAround(there, 'staff close with working notes');
  await there.locator('input[name=working_notes][value=remove]').check();
  await there.locator('textarea[name=measures]').fill('Listan ligger inlåst.');
  await there.locator('textarea[name=routine_why]').fill('En punkt om listan.');
  await there.locator('textarea[name=feedback]').fill('På mötet.');
  await there.locator('input[name=routine_reviewed][value=yes]').check();
  await goOn(there);
  assert.ok(!(await shows(there, 'Fråga Leo om listan.')), 'what was only to remember by is gone');
  const record = await there.request.get(`${address}/handlingar`);
  assert.equal(record.headers()['content-type'], 'application/pdf');
});

story('told by telephone and typed in; the one who told comes back with the code', async (visitor) => {
  const page = await visitor();
  await logIn(page, sites.staff, MANAGER);
  await page.goto(`${sites.staff}/nytt`);
  await lookAround(page, 'staff take in');
  await refuses(page, 'staff take in');
  await page.goto(`${sites.staff}/nytt/brev`);
  await lookAround(page, 'staff take in a letter');
  await refuses(page, 'staff take in a letter');
  await page.goto(`${sites.staff}/nytt`);
  await page.locator('input[name=channel][value=phone]').check();
  await page.locator('textarea[name=text]').fill('Mormor ringde. Nyckeln låg framme.');
  await page.locator('select[name=unit_id]').selectOption({ label: NORRGLIMT });
  await goOn(page);
  await lookAround(page, 'staff taken in');
  const code = (await page.locator('.code').innerText()).replace(/\s+/g, '');
  const sender = await visitor({ width: PHONE });
  await comeBack(sender, code);
  assert.ok(await shows(sender, 'Mormor ringde. Nyckeln låg framme.'));
});

story('a suspected misconduct is handed over in the own name', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Han stod ensam utanför grinden i regnet.');
  await judge(page, address, { category: 'SUPERVISION_SAFETY', severity: 4, yes: ['misconduct_suspected'] });
  await lookAround(page, 'staff case suspected');
  await page.goto(`${address}/overlamna`);
  await lookAround(page, 'staff hand over');
  await refuses(page, 'staff hand over');
  await page.locator('textarea[name=text]').fill('Ett barn lämnades ensamt i regnet.');
  await page.locator('input[name=own_name]').check();
  await goOn(page);
  assert.equal(await told(page), 'Rapporten är överlämnad till dem som utreder missförhållanden.');
});

story('passed on, parted, and put together with another', async (visitor) => {
  const onward = await complaint(visitor, 'Beslutet om timmar är fel.');
  await judge(onward.page, onward.address, ordinary);
  await onward.page.goto(`${onward.address}/vidare`);
  await lookAround(onward.page, 'staff redirect');
  await refuses(onward.page, 'staff redirect');
  await onward.page.locator('input[name=to][value=ordering_board]').check();
  await onward.page.locator('input[name=how][value=told]').check();
  await onward.page.locator('input[name=consent][value=no]').check();
  await onward.page.locator('textarea[name=text]').fill('Stadsdelen beslutar om timmar. Ring dem på 08-000 00 00.');
  await goOn(onward.page);
  assert.equal(await told(onward.page), 'Ärendet är skickat vidare.');

  const parted = await complaint(visitor, 'Maten är kall och bussen är sen.');
  await judge(parted.page, parted.address, ordinary);
  await parted.page.goto(`${parted.address}/dela`);
  await lookAround(parted.page, 'staff split');
  await refuses(parted.page, 'staff split');
  await parted.page.locator('textarea[name=part_1]').fill('Maten är kall.');
  await parted.page.locator('textarea[name=part_2]').fill('Bussen är sen.');
  await parted.page.locator('textarea[name=text]').fill('Vi tar maten och bussen var för sig.');
  await goOn(parted.page);
  await lookAround(parted.page, 'staff case split');

  const [first, second] = [await complaint(visitor, 'Dörren är låst.'), await complaint(visitor, 'Dörren är låst igen.')];
  const number = await first.page.locator('h1 .case-number').innerText();
  await judge(second.page, second.address, ordinary);
  await second.page.goto(`${second.address}/sammanfor`);
  await lookAround(second.page, 'staff merge');
  await refuses(second.page, 'staff merge');
  await second.page.locator('input[name=number]').fill(number);
  await second.page.locator('textarea[name=text]').fill('Vi svarar på båda i ett.');
  await goOn(second.page);
  assert.equal(await told(second.page), 'Ärendet är sammanfört.');
});

story('the second of two sees both versions and loses nothing', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Telefonen svarar inte.');
  await judge(page, address, ordinary);
  await inquires(page, address);
  const other = await visitor();
  await logIn(other, sites.staff, MANAGER);
  await other.goto(`${address}/svara`);
  await other.locator('textarea[name=text]').fill('Mitt svar, som kom sist.');
  await answers(page, address, 'Svaret som hann före.');
  await goOn(other);
  await leads(other, other.locator('button[name=step][value=send]').click());
  await lookAround(other, 'staff two at once');
  for (const said of ['Svaret som hann före.', 'Mitt svar, som kom sist.']) assert.ok(await shows(other, said), said);
  await leads(other, other.locator('main form[action$="/skriv"] button').click());
  assert.equal(await told(other), 'Meddelandet är skickat.');
});

story('the registrar leads on, corrects an entry, and the public register tells nothing', async (visitor) => {
  const sender = await visitor({ width: PHONE });
  const text = 'Jag vet inte vilken enhet det var.';
  await complain(sender, { text });
  const page = await visitor();
  const address = await openComplaint(page, 'registrator', text);
  await page.goto(`${address}/led`);
  await lookAround(page, 'staff route');
  await refuses(page, 'staff route');
  await page.goto(`${address}/diariet`);
  await lookAround(page, 'staff correct entry');
  await page.locator('input[name=line]').last().check();
  await goOn(page);
  await page.goto(`${sites.staff}/registratur`);
  await lookAround(page, 'staff registry');
  await page.goto(`${sites.staff}/diarium`);
  await lookAround(page, 'staff diary');
  assert.match(await page.locator('main').innerText(), /Skrivelse, korttidstillsyn/);
  assert.ok(!(await page.locator('main').innerText()).includes('vilken enhet'));
  await page.goto(`${address}/led`);
  await page.locator('select[name=unit]').selectOption({ label: NORRGLIMT });
  await goOn(page);
  await page.goto(address);
  assert.ok(!(await shows(page, text)), 'the registrar reads no more');
});

story('figures and disposal for those whose work it is', async (visitor) => {
  const page = await visitor();
  await logIn(page, sites.staff, MANAGER);
  await page.goto(`${sites.staff}/statistik`);
  await lookAround(page, 'staff patterns');
  const archivist = await visitor();
  await logIn(archivist, sites.staff, 'arkivarie');
  assert.equal(new URL(archivist.url()).pathname, '/gallring');
  await lookAround(archivist, 'staff disposal');
  const stranger = await visitor();
  await logIn(stranger, sites.staff, 'utredare-1');
  await lookAround(stranger, 'staff nobody');
  const officer = await visitor();
  await logIn(officer, sites.staff, 'dataskyddsombud');
  await lookAround(officer, 'staff officer');
});

story('those who read English meet every page in English', async (visitor) => {
  const { page, address } = await complaint(visitor, 'The bus was late.', { locale: 'en-GB' });
  const places = ['', 'bedom', 'anteckna', 'skriv', 'jav', 'lasningar'].map((path) => `${address}/${path}`.replace(/\/$/, ''));
  for (const place of [`${sites.staff}/`, ...places, `${sites.staff}/statistik`, `${sites.staff}/nytt`]) {
    const answer = await page.goto(place);
    assert.equal(answer.status(), 200, place);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', place);
    await lookAround(page, `staff en ${new URL(place).pathname.replace(/[0-9a-f-]{36}/, '')}`);
  }
});

story('by keyboard alone, and every stop is seen', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Skrivet för den som inte har mus.');
  await page.goto(address);
  await tabTo(page, '.notice a.button');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'select[name=category]');
  await page.keyboard.type('Bem');
  for (const name of ['misconduct_suspected', 'child_at_risk', 'data_breach', 'other_authority', 'threat']) {
    await tabTo(page, `input[name=${name}]`);
    await page.keyboard.press('ArrowDown');
  }
  await page.locator('input[name=concerns]').first().focus();
  await page.keyboard.press('Space');
  await page.locator('input[name=severity][value="2"]').focus();
  await page.keyboard.press('Space');
  await page.locator('input[name=no_conflict]').focus();
  await page.keyboard.press('Space');
  await tabTo(page, '#form .button');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(await told(page), 'Bedömningen är sparad.');

  await tabTo(page, 'form[action$="/utred"] button');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'a[href$="/utredning"]');
  await leads(page, page.keyboard.press('Enter'));
  for (const name of ['happened', 'sources', 'heard', 'compared']) {
    await tabTo(page, `textarea[name=${name}]`);
    await page.keyboard.type('Bilen kom sent.');
  }
  await tabTo(page, 'input[name=deviation]');
  await page.keyboard.press('Space');
  await tabTo(page, '#form .button');
  await leads(page, page.keyboard.press('Enter'));

  await tabTo(page, 'a[href$="/svara"]');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'textarea[name=text]');
  await page.keyboard.type('Vi ringer dig när bilen är sen.');
  await tabTo(page, '#form .button');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'button[name=step][value=send]');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(await told(page), 'Svaret är skickat.');
});

story('without script from the list to the answer, with the same help', async (visitor) => {
  const { guardian, code, page, address } = await complaint(visitor, 'Utan skript vid skrivbordet.', { script: false });
  await judge(page, address, ordinary);
  await inquires(page, address);
  await page.goto(`${address}/svara`);
  await page.locator('textarea[name=text]').fill('Er skrivelse avseende skjutsen har utretts.');
  await goOn(page);
  assert.equal(await page.locator('.tips li').count(), 3);
  await look(page, 'staff answer preview without script');
  await leads(page, page.locator('button[name=step][value=send]').click());
  assert.equal(await told(page), 'Svaret är skickat.');
  await comeBack(guardian, code);
  assert.ok(await shows(guardian, 'Er skrivelse avseende skjutsen har utretts.'));
});

story('each answer of the six is acted on: a duty, a breach, a threat, another authority', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Någon hotade att komma dit i morgon.');
  const yes = ['child_at_risk', 'data_breach', 'other_authority', 'threat'];
  await judge(page, address, { ...ordinary, yes });
  await lookAround(page, 'staff case with duties');
  const duties = page.locator('main form[action$="/plikt"], main a[href$="/plikt"]');
  assert.ok((await duties.count()) > 0, await page.locator('main').innerText());
  await page.goto(`${address}/plikt`);
  await lookAround(page, 'staff duty');
  await refuses(page, 'staff duty');
  await page.locator('input[name=duty]').first().check();
  await page.locator('input[name=outcome]').first().check();
  await page.locator('textarea[name=note]').fill('Anmält till socialtjänsten klockan 10.');
  await goOn(page);
  assert.equal(await told(page), 'Det är antecknat.');
});

story('work is shared out, given back, and done for one who is away', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Vem tar hand om det här?');
  await judge(page, address, ordinary);
  await page.goto(`${address}/handlaggare`);
  await lookAround(page, 'staff assign');
  await refuses(page, 'staff assign');
  await page.locator('select[name=person]').selectOption({ label: 'Maja Lindqvist' });
  await goOn(page);
  assert.equal(await told(page), 'Ärendet har fått en handläggare.');
  await page.goto(`${address}/lamna`);
  await lookAround(page, 'staff hand back');
  await refuses(page, 'staff hand back');
  await page.locator('textarea[name=reason]').fill('Jag känner familjen.');
  await goOn(page);
  assert.equal(await told(page), 'Ärendet är lämnat tillbaka.');
  await page.goto(`${sites.staff}/franvaro`);
  await lookAround(page, 'staff absence');
  await refuses(page, 'staff absence');

  // The manager has fallen ill, and the principal notes it.
  const principal = await visitor();
  await logIn(principal, sites.staff, 'rektor-norrglimt');
  await principal.goto(`${sites.staff}/franvaro`);
  await principal.locator('select[name=person]').selectOption({ label: 'Maja Lindqvist' });
  await principal.locator('input[name=from]').fill(today());
  await principal.locator('input[name=to]').fill(today());
  await principal.locator('select[name=deputy]').selectOption({ index: 1 });
  await goOn(principal);
  await lookAround(principal, 'staff absence of another');
  await leads(principal, principal.locator('.marked a').first().click());
  assert.ok(await principal.locator('tbody tr').count() > 0, 'what is handed over');
  await lookAround(principal, 'staff handover');
  await page.goto(`${sites.staff}/franvaro`);
  assert.match(await main(page), /Anmält av /);
  await leads(page, page.locator('.marked form button').click());
  assert.equal(await page.locator('.marked').count(), 0);
});

story('the list is narrowed, the filter kept and dropped, and several are given at once', async (visitor) => {
  await complaint(visitor, 'Ett av flera.');
  const { page } = await complaint(visitor, 'Ännu ett av flera.');
  await page.goto(sites.staff);
  await page.locator('main summary').first().click();
  await staysWhileFillingIn(page);
  await page.goto(sites.staff);
  await page.locator('main summary').first().click();
  await page.locator('select[name=state]').selectOption('registered');
  await leads(page, page.locator('form.filters[method=get] button').click());
  await lookAround(page, 'staff inbox narrowed');
  await leads(page, page.locator('button[name=do][value=save]').click());
  assert.equal(await page.locator('nav.kept li').count(), 1);
  await leads(page, page.locator('button[name=do][value=share]').click());
  await lookAround(page, 'staff inbox filter kept');
  const principal = await visitor();
  await logIn(principal, sites.staff, 'rektor-norrglimt');
  await principal.goto(sites.staff);
  assert.match(await principal.locator('nav.kept').innerText(), /Registrerat\s+\(\d+\)\s+Maja Lindqvist/, 'shared with those at the unit');
  await lookAround(principal, 'staff inbox filter shared');
  await leads(page, page.locator('button[name=do][value=forget]').click());
  assert.equal(await page.locator('nav.kept li').count(), 0);

  // By keyboard, as one does who has many: j down, x ticks.
  await page.locator('main tbody th a').first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  assert.equal(await page.locator('main tbody input:checked').count(), 2);
  await page.locator('select[name=person]').selectOption({ label: 'Maja Lindqvist' });
  await leads(page, page.locator('button[name=do][value=assign]').click());
  await lookAround(page, 'staff several given');
  assert.equal(await page.locator('main li a[href^="/arenden/"]').count(), 2, await page.locator('main').innerHTML());
});

story('the sender gets a file and a letter on paper', async (visitor) => {
  const { guardian, code, page, address } = await complaint(visitor, 'Jag vill ha det på papper.');
  await judge(page, address, ordinary);
  await inquires(page, address);
  await page.goto(`${address}/fil`);
  await lookAround(page, 'staff file');
  await refuses(page, 'staff file');
  const plan = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Mandag: ring hem.') };
  await page.locator('input[type=file]').setInputFiles(plan);
  await goOn(page);
  assert.equal(await told(page), 'Filen är skickad.');
  await answers(page, address, 'Här är planen.');
  const letter = await page.request.get(`${address}/brev`);
  assert.equal(letter.headers()['content-type'], 'application/pdf');
  await comeBack(guardian, code);
  assert.ok(await guardian.getByText('plan.txt').count(), 'the sender sees the file');
  await lookAround(guardian, 'sender answered with a file');
});

story('a matter is found by its words, which stand in no address', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Pärlugglan satt på taket när bussen kom.');
  await page.goto(`${sites.staff}/sok`);
  await lookAround(page, 'staff search');
  await goOn(page);
  assert.match(await page.title(), /^Fel:/, 'something must be looked for');
  await lookAround(page, 'staff search faulty');
  await page.locator('input[name=words]').fill('pärluggla buss');
  await goOn(page);
  assert.equal(new URL(page.url()).search, '');
  assert.deepEqual(await page.locator('main mark').allInnerTexts(), ['Pärluggla', 'buss']);
  assert.equal(await page.locator('main tbody a').first().evaluate((link) => link.href), address);
  await lookAround(page, 'staff search found');
  await page.locator('input[name=words]').fill('ingenstansord');
  await goOn(page);
  assert.equal(await page.locator('main tbody').count(), 0);
  await lookAround(page, 'staff search nothing');
});

story('an answer that takes longer is told of, by keyboard, and the sender reads it', async (visitor) => {
  const { guardian, code, page, address } = await complaint(visitor, 'Vi väntar på besked från skolan.');
  await judge(page, address, ordinary);
  await page.goto(`${address}/senare`);
  await tabTo(page, 'textarea[name=text]');
  await page.keyboard.type('Vi väntar på schemat. Du får svar nästa vecka.');
  await tabTo(page, 'main form#form .button');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(await told(page), 'Avsändaren har fått veta att svaret dröjer.');
  await pressed(page, 'paminn');
  assert.equal(await told(page), 'Påminnelsen är skickad.');
  await comeBack(guardian, code);
  assert.ok(await shows(guardian, 'Vi väntar på schemat. Du får svar nästa vecka.'));
});

story('what is no complaint is put down as a view', async (visitor) => {
  const { page, address } = await complaint(visitor, 'Det vore bra med fler cyklar.');
  await judge(page, address, { category: 'SUGGESTION', severity: 0 });
  await tabTo(page, '.notice form[action$="/synpunkt"] button');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(await told(page), 'Ärendet är lagt som synpunkt.');
  await lookAround(page, 'staff case put down as a view');
});

story('a complaint about the manager passes the manager by, until somebody says that it is not', async (visitor) => {
  const text = 'Chefen svarar aldrig när jag ringer.';
  const guardian = await visitor({ width: PHONE });
  await begin(guardian);
  await guardian.locator('textarea[name=text]').fill(text);
  await goOn(guardian);
  await guardian.getByLabel(NORRGLIMT).check();
  await guardian.locator('input[name=about_manager]').check();
  await goOn(guardian);
  await guardian.goto(`${sites.complaints}/klagomal/kontrollera`);
  await goOn(guardian);
  const principal = await visitor();
  const address = await openComplaint(principal, 'rektor-norrglimt', text);
  const manager = await visitor();
  await logIn(manager, sites.staff, MANAGER);
  assert.equal((await manager.goto(address)).status(), 404, 'not there for whom it is about');
  await lookAround(manager, 'staff not found');
  await principal.goto(`${address}/inte-chefen`);
  await lookAround(principal, 'staff not about the manager');
  await refuses(principal, 'staff not about the manager');
  await principal.locator('textarea[name=reason]').fill('Det gäller växeln, inte gruppchefen.');
  await goOn(principal);
  assert.equal(await told(principal), 'Det är antecknat att ärendet inte gäller chefen.');
  assert.equal((await manager.goto(address)).status(), 200);

  await principal.goto(`${address}/jav`);
  await principal.locator('select[name=person]').selectOption({ label: 'Maja Lindqvist, gruppchef' });
  await tabTo(principal, 'main form#form .button');
  await leads(principal, principal.keyboard.press('Enter'));
  assert.equal(await told(principal), 'Personen kommer inte längre åt ärendet.');
  assert.equal((await manager.goto(address)).status(), 404, 'taken off for being concerned');
});

story('several are reminded of at once, and nothing chosen is said to be so', async (visitor) => {
  const { page } = await complaint(visitor, 'En påminnelse om flera.');
  await page.goto(sites.staff);
  await leads(page, page.locator('button[name=do][value=remind]').click());
  assert.match(await main(page), /Välj minst ett ärende/);
  await lookAround(page, 'staff several none');
  await page.goto(sites.staff);
  await page.locator('main tbody input[type=checkbox]').first().check();
  await leads(page, page.locator('button[name=do][value=remind]').click());
  await lookAround(page, 'staff several reminded');
  assert.equal(await page.locator('main li a[href^="/arenden/"]').count(), 1, await main(page));
});

story('the keys of a list walk, open, tick, give and search; they are explained, changed and turned off', async (visitor) => {
  await complaint(visitor, 'Ett av flera att gå igenom.');
  const { page } = await complaint(visitor, 'Ännu ett att gå igenom.');
  const stands = () => page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.goto(sites.staff);
  const rows = await page.locator('main tbody th a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.keyboard.press('j');
  assert.equal(await stands(), rows[0], 'from anywhere on the page into the list');
  await page.keyboard.press('j');
  assert.equal(await stands(), rows[1]);
  await page.keyboard.press('?');
  assert.match(await page.locator('dialog[open]').innerText(), /Gå till nästa/);
  await lookAround(page, 'staff keys explained');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);

  await page.goto(sites.staff);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  assert.equal(await page.locator('main tbody input:checked').count(), 1, 'the one that is stood on');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'person', 'and to whom is asked');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'person', 'a key in a field is the field’s');
  await page.locator('main tbody th a').first().focus();
  await leads(page, page.keyboard.press('o'));
  assert.equal(new URL(page.url()).pathname, rows[0]);
  await page.goto(sites.staff);
  await leads(page, page.keyboard.press('/'));
  assert.equal(new URL(page.url()).pathname, '/sok');
  await page.locator('input[name=words]').focus();
  await page.keyboard.type('jk/?');
  assert.equal(await page.locator('input[name=words]').inputValue(), 'jk/?');

  await page.goto(sites.staff);
  await leads(page, page.locator('[data-keys] a').click());
  await lookAround(page, 'staff keys');
  await page.locator('input[name=next]').fill('k');
  await goOn(page);
  assert.match(await page.title(), /^Fel:/, 'one key for two deeds');
  await peek(page, 'staff keys faulty');
  await page.locator('input[name=next]').fill('n');
  await goOn(page);
  await page.getByText('Tangenterna är sparade.').waitFor();
  await page.goto(sites.staff);
  await page.keyboard.press('j');
  assert.equal(await stands(), null, 'the old key does nothing');
  await page.keyboard.press('n');
  assert.equal(await stands(), rows[0]);
  await page.goto(`${sites.staff}/tangenter`);
  await page.locator('input[name=on]').uncheck();
  await goOn(page);
  await page.goto(sites.staff);
  assert.match(await page.locator('[data-keys]').innerText(), /avstängda/);
  for (const key of ['n', 'j', '?', '/']) await page.keyboard.press(key);
  assert.deepEqual([await stands(), page.url()], [null, `${sites.staff}/`]);
});
