// What people do on the pages, gesture by gesture, as the stories tell it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { logIn, noBarriers, screenshot, sites } from './harness.mjs';

/** Complaints and reports as people write them. */
export const cases = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url)));

/** One pixel. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Does something that leads to another page, and waits for it. */
export async function leads(page, gesture) {
  await Promise.all([page.waitForEvent('domcontentloaded'), gesture]);
}

/** The button that goes on from the page's form: the last that is neither plain nor second choice. */
export const goOn = (page) => leads(page, page.locator('main form#form button:not(.plain):not(.secondary)').last().click());

/** What the page says. */
export const main = (page) => page.locator('main').innerText();

/** Looks at a page as someone who cannot see or use a mouse would meet it, and keeps a picture. */
export async function look(page, name) {
  await noBarriers(page);
  await screenshot(page, name);
}

/** At the form's first question. */
export async function begin(page) {
  await page.goto(sites.complaints);
  await leads(page, page.locator('form[action="/klagomal/borja"] button').first().click());
}

/** A guardian's way through the form. Gives the receipt code. `looked` names the pictures, if any are wanted. */
export async function complain(page, { text, unit, file, email, looked }) {
  const seen = async (name) => looked && (await look(page, `${looked} ${name}`));
  await page.goto(sites.complaints);
  await seen('start');
  await leads(page, page.locator('form[action="/klagomal/borja"] button').first().click());
  await page.locator('textarea[name=text]').fill(text);
  await seen('what happened');
  await goOn(page);
  await page.getByLabel(unit ?? /Jag vet inte/).check();
  await seen('which unit');
  await goOn(page);
  await seen('who');
  await goOn(page);
  if (file) {
    await page.locator('input[type=file]').setInputFiles(file);
    await leads(page, page.locator('button[name=add]').click());
    assert.equal(await page.locator('.error').count(), 0, await page.locator('main').innerText());
  }
  await seen('files');
  await goOn(page);
  if (email) await page.locator('input[name=email]').fill(email);
  await seen('contact');
  await goOn(page);
  await seen('check');
  await goOn(page);
  assert.equal(new URL(page.url()).pathname, '/kvitto', await page.locator('main').innerText());
  await seen('receipt');
  const code = (await page.locator('.receipt-code .code').innerText()).replace(/\s+/g, '');
  // Else the browser asks before the page is left.
  await leads(page, page.locator('form[action="/kvitto/sparat"] button').click());
  return code;
}

/** Comes back with the receipt and opens the dialogue. */
export async function comeBack(page, code) {
  await page.goto(`${sites.complaints}/mitt-arende`);
  await page.locator('input[name=code]').fill(code);
  await goOn(page);
}

/** Whether the page shows what somebody wrote, to the letter. */
export const shows = (page, text) =>
  page.locator('.words').evaluateAll((all, wanted) => all.some((one) => one.textContent === wanted), text);

/** Opens the newest complaint that waits to be judged and holds this text. */
export async function openComplaint(page, person, text) {
  await logIn(page, sites.staff, person);
  const addresses = await page.locator('main table a[href^="/arenden/"]').evaluateAll((links) => links.map((link) => link.href));
  for (const address of addresses) {
    await page.goto(address);
    if (await shows(page, text)) return address;
  }
  throw new Error(`${person} finds no complaint with that text among ${addresses.length}`);
}

/** Answers the six questions: no to all but those named. */
export async function judge(page, address, { category, severity, yes = [] }) {
  await page.goto(`${address}/bedom`);
  await page.locator('select[name=category]').selectOption(category);
  for (const name of ['misconduct_suspected', 'child_at_risk', 'data_breach', 'other_authority', 'threat']) {
    await page.locator(`input[name=${name}][value=${yes.includes(name) ? 'yes' : 'no'}]`).check();
  }
  await page.locator('input[name=concerns]').first().check();
  await page.locator(`input[name=severity][value="${severity}"]`).check();
  await page.locator('input[name=no_conflict]').check();
  await goOn(page);
  assert.equal(page.url().split('?')[0], address, await page.locator('main').innerText());
}

/** From taking a case to an inquiry that is complete. */
export async function inquire(page, address, looked) {
  const seen = async (name) => looked && (await look(page, `${looked} ${name}`));
  await page.goto(`${address}/ta`);
  await seen('conflict');
  await page.locator('input[name=free_of_conflict]').check();
  await goOn(page);
  await page.goto(`${address}/inled-utredning`);
  await page.locator('textarea[name=plan]').fill('Samtal med dem som arbetade den dagen. Läsa schemat.');
  await goOn(page);
  for (let section = 1; section <= 10; section += 1) {
    await page.goto(`${address}/anteckna?avsnitt=${section}`);
    await page.locator('select[name=section]').selectOption(String(section));
    await page.locator('textarea[name=text]').fill(`Det som är känt om punkt ${section}.`);
    await page.locator('input[name=kind]').first().check();
    await page.locator('input[name=source]').fill('samtal med personal 2');
    if (section === 1) await seen('entry');
    await goOn(page);
  }
  await page.goto(`${address}/utredning-klar`);
  await page.locator('input[name=similar_before][value=no]').check();
  await page.locator('input[name=proposed_grade][value=misconduct]').check();
  await seen('complete');
  await goOn(page);
  await seen('case');
}
