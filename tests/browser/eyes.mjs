// Looking a page over as those meet it who have a phone, a desk, the dark, a keyboard or four times the size.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, noBarriers, screenshot } from './harness.mjs';

const NARROW = 320; // 1280 px at 400 %
// WCAG 1.4.12: what a reader may set, and nothing may be cut off.
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** A page in every size and light, and all that experience.md, section 4, asks and a program can see. Keeps two pictures. */
export async function lookAround(page, name) {
  await page.setViewportSize({ width: PHONE, height: 740 });
  await noBarriers(page, { also: ['heading-order'] });
  await wellMade(page);
  await screenshot(page, name);
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  await noBarriers(page, { also: ['heading-order'] });
  await screenshot(page, name);
  // Of what axe looks at, only the contrast knows what colours there are.
  await page.emulateMedia({ colorScheme: 'dark' });
  await noBarriers(page, { only: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  await reads(page);
  await reflows(page);
}

/** No line is longer than eighty letters, or tighter than one and a half (A11Y-10). */
async function reads(page) {
  const faults = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const alphabet = 'Det är lätt att läsa en rad som inte är så lång. ';
    return [...document.querySelectorAll('main p, main li, main dd')]
      .filter((one) => one.checkVisibility() && one.textContent.trim().length > 80)
      .flatMap((one) => {
        const style = getComputedStyle(one);
        pen.font = style.font;
        const letters = one.clientWidth / (pen.measureText(alphabet).width / alphabet.length);
        const line = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
        const what = one.outerHTML.slice(0, 80);
        return [letters > 80.5 && `${Math.round(letters)} letters a line: ${what}`, line < 1.5 && `lines ${line} high: ${what}`].filter(Boolean);
      });
  });
  assert.deepEqual(faults, [], page.url());
}

/** At 400 % and with wide spacing nothing is cut off and nothing lies beside the window (A11Y-10). */
async function reflows(page) {
  await page.setViewportSize({ width: NARROW, height: 740 });
  const spaced = await page.evaluateHandle((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACED);
  await spaced.dispose();
  const faults = await page.evaluate(() => {
    const found = [];
    const { scrollWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth && !one.matches('.unseen'));
    if (scrollWidth > innerWidth) found.push(`${scrollWidth} px wide: ${beyond.at(-1)?.outerHTML.slice(0, 120)}`);
    for (const one of document.querySelectorAll('main p, main li, main td, main th, main label, main .button, h1, h2, h3')) {
      const style = getComputedStyle(one);
      if (style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && !one.matches('.unseen')) found.push(`cut off: ${one.outerHTML.slice(0, 80)}`);
    }
    document.adoptedStyleSheets = [];
    return found;
  });
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  assert.deepEqual(faults, [], `${page.url()} at 400 %`);
}

/** What axe does not see, on a phone, where everything stands below each other. */
async function wellMade(page) {
  const faults = await page.evaluate(() => {
    const found = [];
    const shown = (one) => one.checkVisibility({ visibilityProperty: true });
    // What is wrong comes before what the page is about: it is where the focus goes.
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter((heading) => !heading.closest('.error-summary'));
    const levels = headings.map((heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) found.push('not one h1');
    levels.forEach((level, number) => level > (levels[number - 1] ?? 0) + 1 && found.push(`h${level} after h${levels[number - 1]}`));
    for (const words of document.querySelectorAll('.words')) if (words.dir !== 'auto') found.push('words without dir=auto');
    for (const one of document.querySelectorAll('.scroll')) if (one.scrollWidth > one.clientWidth) found.push(`to scroll sideways: ${one.getAttribute('aria-label')}`);
    for (const cell of document.querySelectorAll('thead th')) if (cell.scope !== 'col') found.push(`no scope: ${cell.textContent}`);
    const controls = [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main select, main textarea, main summary')].filter(shown);
    for (const one of controls.filter((one) => !one.matches('.choice input, textarea'))) {
      const { height } = one.getBoundingClientRect();
      // A link in a sentence may be as high as its line (WCAG 2.5.8).
      const inLine = one.matches('p a, td a, th a, li a, dd a') && getComputedStyle(one).display === 'inline';
      if (height < 24 && !inLine) found.push(`${Math.round(height)} px high: ${one.outerHTML.slice(0, 80)}`);
    }
    for (const link of [...document.querySelectorAll('main p a')].filter(shown)) {
      const { textDecorationLine, display } = getComputedStyle(link);
      if (display === 'inline' && textDecorationLine === 'none') found.push(`a link by colour alone: ${link.outerHTML.slice(0, 80)}`);
    }
    // The focus goes as the eye does: down.
    const tops = controls.map((one) => one.getBoundingClientRect());
    tops.forEach(({ bottom }, number) => {
      if (number && bottom < tops[number - 1].top) found.push(`the focus goes up to ${controls[number].outerHTML.slice(0, 80)}`);
    });
    // A fault stands in the title, and is tied to its field.
    const errors = [...document.querySelectorAll('main .error[id]')];
    for (const { id } of errors) {
      if (!document.querySelector(`[aria-describedby~="${id}"]`)) found.push(`no field says ${id}`);
      if (!/^(Fel|Error):/.test(document.title)) found.push(`the title says nothing of ${id}`);
    }
    for (const one of document.querySelectorAll('[aria-describedby]')) {
      for (const id of one.getAttribute('aria-describedby').trim().split(/\s+/)) {
        if (!document.getElementById(id)) found.push(`described by ${id}, which is not there`);
      }
    }
    return found;
  });
  assert.deepEqual(faults, [], page.url());
}

/** Sets every control of a form: nothing but a button leads away (A11Y-09). */
export async function staysWhileFillingIn(page) {
  const before = page.url();
  let left = 0;
  const count = (frame) => frame === page.mainFrame() && (left += 1);
  page.on('framenavigated', count);
  for (const control of await page.locator('main form input:not([type=hidden], [type=file]), main form select').all()) {
    if (!(await control.isVisible())) continue;
    const kind = await control.evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
    if (kind === 'select') await control.selectOption({ index: (await control.locator('option').count()) - 1 });
    else if (kind === 'radio' || kind === 'checkbox') await control.check();
    else await control.focus();
  }
  page.off('framenavigated', count);
  assert.equal(left, 0, `${before} was left by choosing`);
}

/** Walks by keyboard to what the selector names. Every stop on the way is seen, and nothing lies over it. */
export async function tabTo(page, selector, most = 120) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((wanted) => {
      const here = document.activeElement;
      const { top, bottom, right, width } = here.getBoundingClientRect();
      const style = getComputedStyle(here.matches('.choice input') ? here.nextElementSibling : here);
      const exit = document.querySelector('a.exit')?.getBoundingClientRect();
      const hidden = exit && !here.matches('.exit') && top >= exit.top && bottom <= exit.bottom && right > exit.left;
      return { found: here.matches(wanted), seen: style.outlineStyle !== 'none' && width > 0, hidden, what: here.outerHTML.slice(0, 80) };
    }, selector);
    assert.ok(stop.seen, `the focus is not seen on ${stop.what}`);
    assert.ok(!stop.hidden, `the way out lies over ${stop.what}`);
    if (stop.found) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}
