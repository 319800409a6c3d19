// What people do on the pages, gesture by gesture, as the stories tell it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { noBarriers, screenshot, sites } from './harness.mjs';

/** Complaints and reports as people write them. */
export const cases = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url)));

/** Presses the page's one way on, and waits for the next page. */
export async function goOn(page, name) {
  const button = name ? page.getByRole('button', { name, exact: true }) : page.locator('main form#form button:not(.plain):not(.secondary)').last();
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
}

/** Looks at a page as someone who cannot see or use a mouse would meet it, and keeps a picture. */
export async function look(page, name) {
  await noBarriers(page);
  await screenshot(page, name);
}

/** A guardian's way through the form. Gives the receipt code. */
export async function complain(page, { text, unit, file, looked }) {
  const seen = async (name) => looked && (await look(page, `${looked} ${name}`));
  await page.goto(sites.complaints);
  await seen('start');
  await goOnFromStart(page);
  await page.locator('textarea[name=text]').fill(text);
  await seen('what happened');
  await goOn(page);
  await page.getByLabel(unit ?? /Jag vet inte|do not know/).check();
  await seen('which unit');
  await goOn(page);
  await seen('who');
  await goOn(page);
  if (file) {
    await page.locator('input[type=file]').setInputFiles(file);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('button[name=add]').click()]);
    assert.equal(await page.locator('.error').count(), 0, await page.locator('main').innerText());
  }
  await seen('files');
  await goOn(page);
  await seen('contact');
  await goOn(page);
  await seen('check');
  await goOn(page);
  await seen('receipt');
  const code = await page.locator('.receipt-code, .code, output').first().innerText();
  return code.replace(/\s+/g, '');
}

async function goOnFromStart(page) {
  const begin = page.locator('form[action="/klagomal/borja"] button').first();
  await Promise.all([page.waitForEvent('domcontentloaded'), begin.click()]);
}

/** Comes back with the receipt and opens the dialogue. */
export async function comeBack(page, code) {
  await page.goto(`${sites.complaints}/mitt-arende`);
  await page.locator('input[name=code]').fill(code);
  await goOn(page);
}

/** What somebody wrote, to the letter, as the page holds it. */
export const words = (page, text) =>
  page.locator('.words').evaluateAll((all, text) => all.some((one) => one.textContent === text), text);
