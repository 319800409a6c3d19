// A log-in that is about to end says so in good time, and nothing is lost by it (WCAG 2.2.1, 2.2.5).
import assert from 'node:assert/strict';
import { PHONE, logIn, now, setClock, sites, story, withClock } from './harness.mjs';
import { lookAround, tabTo } from './eyes.mjs';
import { leads, main } from './people.mjs';

withClock('2026-10-05T07:00:00Z');

const MINUTE = 60_000;

/** Lyssna's time and the page's go on together. */
async function passes(page, minutes) {
  await setClock(new Date(Date.parse(now()) + minutes * MINUTE));
  await page.clock.fastForward(minutes * MINUTE);
}

const dialog = (page) => page.locator('dialog[data-left][open]');
const left = (page, words) => dialog(page).locator('[role=status]', { hasText: words }).waitFor();

async function arrives(visitor, site, person, path, options) {
  const page = await visitor(options);
  await page.clock.install();
  await logIn(page, site, person);
  await page.goto(`${site}${path}`);
  return page;
}

story('whoever has a page open is asked five minutes before the log-in ends, and stays by one button', async (visitor) => {
  const page = await arrives(visitor, sites.staff, 'gruppchef-norrglimt', '/nytt');
  await page.locator('textarea[name=text]').fill('Skrivet före pausen.');
  await page.locator('textarea[name=text]').focus();
  await passes(page, 24);
  await assert.rejects(dialog(page).waitFor({ timeout: 500 }), 'nobody is asked too early');
  await passes(page, 1.1);
  await left(page, 'Du har 5 minuter kvar');
  assert.match(await dialog(page).innerText(), /^Är du kvar\?/);
  assert.ok(await page.evaluate(() => document.activeElement.closest('dialog') !== null), 'the focus has moved in');
  await lookAround(page, 'staff still there');
  await tabTo(page, 'dialog .button');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.name), 'text', 'and is back where one wrote');
  assert.equal(await page.locator('textarea[name=text]').inputValue(), 'Skrivet före pausen.');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);

  await passes(page, 26);
  await left(page, /^Du har [45] minuter kvar\.$/);
  await page.keyboard.press('Escape'); // to wave the question away is to be there
  await dialog(page).waitFor({ state: 'detached' });
  await passes(page, 20);
  const still = await page.request.get(`${sites.staff}/nytt`);
  assert.equal(new URL(still.url()).pathname, '/nytt', 'logged in after more than an hour');
});

story('the time left is told in minutes, in the last minute in quarters, and the end stays to be read', async (visitor) => {
  const page = await arrives(visitor, sites.lexSarah, 'utredare-1', '/arenden');
  await passes(page, 25.1);
  const said = [];
  await page.exposeFunction('hears', (words) => said.push(words));
  await page.locator('dialog [role=status]').evaluate((status) =>
    new MutationObserver(() => window.hears(status.textContent)).observe(status, { childList: true }),
  );
  for (const [minutes, words] of [[1, 'Du har 4 minuter kvar'], [2, 'Du har 2 minuter kvar'], [1.1, /^Du har (30|45|60) sekunder kvar\.$/], [0.4, /^Du har (15|30) sekunder kvar\.$/]]) {
    await passes(page, minutes);
    await left(page, words);
  }
  assert.ok(said.length <= 8, `not every second: ${said}`);
  await passes(page, 1);
  await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
  await lookAround(page, 'investigator logged out by time');
  await passes(page, 60);
  assert.match(await dialog(page).innerText(), /^Du är utloggad/, 'it does not vanish by itself');
  await dialog(page).getByRole('button', { name: 'Stäng' }).click();
  assert.equal(await dialog(page).count(), 0);
});

story('who writes is not interrupted, and another tab counts too', async (visitor) => {
  const page = await arrives(visitor, sites.staff, 'gruppchef-norrglimt', '/nytt');
  await passes(page, 24.5);
  await page.locator('textarea[name=text]').pressSequentially('Mitt i ');
  await passes(page, 0.6);
  await page.locator('textarea[name=text]').pressSequentially('en mening.');
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await page.locator('textarea[name=text]').inputValue(), 'Mitt i en mening.');
  const other = await page.context().newPage();
  await passes(page, 10);
  await other.goto(`${sites.staff}/`);
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/inloggad'));
  await passes(page, 16);
  assert.ok((await (await asked).json()).left > 300);
  assert.equal(await dialog(page).count(), 0);
});

story('after eight hours one logs in beside what is written, and goes on', async (visitor) => {
  const page = await arrives(visitor, sites.staff, 'vardnadshavare-norrglimt', '/mina-arenden/skriv', { width: PHONE });
  await page.locator('textarea').fill('Skrivet på en hel arbetsdag.');
  await page.locator('input[name=concerns]').first().check();
  for (let time = 1; time <= 17; time += 1) {
    await passes(page, 27.5);
    await dialog(page).locator('.button:visible').first().click();
    await dialog(page).waitFor({ state: 'detached' });
  }
  await passes(page, 8);
  await page.getByRole('heading', { name: 'Snart behöver du logga in igen' }).waitFor();
  await lookAround(page, 'own log in again soon');
  const again = page.context().waitForEvent('page');
  await dialog(page).getByRole('link', { name: /Logga in igen/ }).click();
  const tab = await again;
  await tab.locator('button[name="person"][value="vardnadshavare-norrglimt"]').click();
  await tab.waitForURL(`${sites.staff}/mina-arenden/skriv`);
  await tab.close();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await dialog(page).waitFor({ state: 'detached' });
  await leads(page, page.locator('main form#form button:not(.plain):not(.secondary)').last().click());
  await leads(page, page.locator('main li a').first().click());
  assert.match(await main(page), /Skrivet på en hel arbetsdag/);
});

story('without script a sentence tells when it ends, and a form sent too late is given back', async (visitor) => {
  const page = await visitor({ script: false });
  await logIn(page, sites.staff, 'gruppchef-norrglimt');
  await page.goto(`${sites.staff}/nytt`);
  assert.match(await page.locator('header').innerText(), /Du loggas ut kl\. \d\d\.\d\d om du inte öppnar en ny sida/);
  await page.locator('textarea[name=text]').fill('Skrivet utan skript, för sent.');
  await setClock(new Date(Date.parse(now()) + 31 * MINUTE));
  await leads(page, page.locator('main form#form button:not(.plain)').last().click());
  assert.match(await main(page), /Skrivet utan skript, för sent\./);
  await lookAround(page, 'staff given back after the log-in ended');
});
