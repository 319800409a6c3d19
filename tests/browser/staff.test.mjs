// Those who handle complaints, at work: what they meet in every size and light.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, logIn, noBarriers, screenshot, sites, story } from './harness.mjs';
import { comeBack, complain, goOn, judge, openComplaint, shows } from './people.mjs';

const NORRGLIMT = 'Norrglimtskolans KTT';
const MANAGER = 'gruppchef-norrglimt';

/** A page as everybody may meet it: on a phone and on a desk, in light and in dark. */
async function lookAround(page, name) {
  for (const width of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: width === PHONE ? 740 : 900 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await noBarriers(page);
      await screenshot(page, `${name} ${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await wellMade(page);
}

/** What axe does not see (experience.md, section 4). */
async function wellMade(page) {
  const faults = await page.evaluate(() => {
    const found = [];
    // What is wrong comes before what the page is about: it is where the focus goes.
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter((heading) => !heading.closest('.error-summary'));
    const levels = headings.map((heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) found.push('not one h1');
    levels.forEach((level, number) => level > (levels[number - 1] ?? 0) + 1 && found.push(`h${level} after h${levels[number - 1]}`));
    for (const words of document.querySelectorAll('.words')) if (words.dir !== 'auto') found.push('words without dir=auto');
    for (const cell of document.querySelectorAll('thead th')) if (cell.scope !== 'col') found.push(`no scope: ${cell.textContent}`);
    const targets = document.querySelectorAll('main a, main button, main input:not([type=hidden], .choice input), main select, main summary');
    for (const one of targets) {
      const { width, height } = one.getBoundingClientRect();
      // A link in a sentence may be as high as its line (WCAG 2.5.8).
      const inLine = one.matches('p a, td a, th a, li a') && getComputedStyle(one).display === 'inline';
      if (width && height < 24 && !inLine) found.push(`${Math.round(height)} px high: ${one.outerHTML.slice(0, 80)}`);
    }
    return found;
  });
  assert.deepEqual(faults, [], page.url());
}

/** A complaint of a guardian, before the manager. */
async function complaint(visitor, text, manager = {}) {
  const guardian = await visitor({ width: PHONE });
  const code = await complain(guardian, { text, unit: NORRGLIMT });
  const page = await visitor(manager);
  return { guardian, code, page, address: await openComplaint(page, MANAGER, text) };
}

async function told(page) {
  return page.locator('.notice.good').innerText();
}

story('told by telephone and typed in; the one who told comes back with the code', async (visitor) => {
  const page = await visitor();
  await logIn(page, sites.staff, MANAGER);
  await page.goto(`${sites.staff}/nytt`);
  await lookAround(page, 'staff take in');
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
  await judge(page, address, { category: 'SUPERVISION_SAFETY', severity: 4, suspected: true });
  await lookAround(page, 'staff case suspected');
  await page.goto(`${address}/overlamna`);
  await lookAround(page, 'staff hand over');
  await page.locator('textarea[name=text]').fill('Ett barn lämnades ensamt i regnet.');
  await page.locator('input[name=own_name]').check();
  await goOn(page);
  assert.equal(await told(page), 'Rapporten är överlämnad till dem som utreder missförhållanden.');
});
