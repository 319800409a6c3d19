// Looking a page over as those meet it who have a phone, a desk, the dark, a keyboard or four times the size.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, hasScript, noBarriers, screenshot } from './harness.mjs';

const NARROW = 320; // 1280 px at 400 %
// WCAG 1.4.12: what a reader may set, and nothing may be cut off.
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** A page in every size and light, and all that experience.md, section 4, asks and a program can see. Keeps two pictures. */
export async function lookAround(page, name) {
  await page.setViewportSize({ width: PHONE, height: 740 });
  await noBarriers(page, { also: ['heading-order'] });
  await wellMade(page);
  await says(page);
  await screenshot(page, name);
  await walks(page);
  await translates(page);
  await page.setViewportSize({ width: DESKTOP, height: 900 });
  await noBarriers(page, { also: ['heading-order'] });
  await screenshot(page, name);
  // Of what axe looks at, only the contrast knows what colours there are.
  await page.emulateMedia({ colorScheme: 'dark' });
  await noBarriers(page, { only: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  await keepsItsEdges(page);
  await reads(page);
  await reflows(page);
}

/** What a page is called, by what it is called. Pages of several looks have one name: a list, and the list narrowed. */
const titles = new Map();

/** Its title is its own and says what its heading says (A11Y-05); abbreviations are explained (A11Y-16); no state is told by colour alone (A11Y-04). */
async function says(page) {
  const { lang, title, heading, faults } = await page.evaluate((everyday) => {
    const found = [];
    const shown = (one) => one.checkVisibility({ visibilityProperty: true });
    // Two that read the same and look different differ by colour alone.
    const kinds = new Map();
    for (const tag of [...document.querySelectorAll('.tag')].filter(shown)) {
      const words = tag.textContent.trim();
      if (!words) found.push('a tag without words');
      if (kinds.has(words) && kinds.get(words) !== tag.className) found.push(`by colour alone: ${words}`);
      kinds.set(words, tag.className);
    }
    for (const box of [...document.querySelectorAll('.notice, .error, .error-summary')].filter(shown)) {
      if (!box.textContent.trim()) found.push(`without words: ${box.outerHTML.slice(0, 80)}`);
    }
    for (const here of [...document.querySelectorAll('a[aria-current]')].filter(shown)) {
      const other = [...here.closest('ul').querySelectorAll('a:not([aria-current])')].find(shown);
      const looks = ({ fontWeight, borderBlockEndWidth, textDecorationLine }) => [fontWeight, borderBlockEndWidth, textDecorationLine].join();
      if (other && looks(getComputedStyle(here)) === looks(getComputedStyle(other))) found.push(`current by colour alone: ${here.textContent}`);
    }
    if (document.querySelector('meta[http-equiv=refresh]')) found.push('the page changes by itself');
    // What somebody wrote is theirs.
    const main = document.querySelector('main').cloneNode(true);
    for (const theirs of main.querySelectorAll('.words, .code, .case-number, .name, bdi, textarea, script')) theirs.remove();
    const explained = new Set([...document.querySelectorAll('footer dt, abbr[title]')].map((one) => one.textContent));
    for (const [short] of main.textContent.matchAll(/(?<![\p{L}\d-])\p{Lu}\p{L}?\p{Lu}\p{Lu}?(?![\p{L}\d-]| \d{4})/gu)) {
      const isSpeltOut = main.textContent.includes(`(${short})`);
      if (!explained.has(short) && !everyday.includes(short) && !isSpeltOut) found.push(`${short} is not explained`);
    }
    const heading = [...document.querySelectorAll('h1')].find(shown)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
    return { lang: document.documentElement.lang, title: document.title, heading, faults: found };
  }, EVERYDAY);
  const [, name] = /^(?:(?:Fel|Error|خطأ|Khalad): )?(.*) – /s.exec(title) ?? [];
  const known = titles.get(`${lang} ${title}`);
  if (known && known !== heading) faults.push(`"${title}" is called "${known}" and "${heading}"`);
  titles.set(`${lang} ${title}`, heading);
  if (!name) faults.push(`the title is "${title}"`);
  assert.deepEqual(faults, [], page.url());
}

/** Short words that everybody knows as words, and the names of a level and of standards. */
const EVERYDAY = ['PDF', 'CSV', 'MB', 'GB', 'SMS', 'QR', 'JPEG', 'PNG', 'HEIC', 'DOCX', 'ID', 'OK', 'AA', 'EN'];

/** Once around by Tab: every stop is reached, is seen, and lies under nothing (A11Y-01, A11Y-03). */
async function walks(page) {
  if (!hasScript(page)) return;
  const most = await page.evaluate(() => {
    document.activeElement.blur();
    const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !one.closest('dialog:not([open])'));
    const open = document.querySelector('dialog[open]');
    // Of radio buttons that belong together one is a stop.
    window.walk = new Set(stops.filter((one) => (!open || open.contains(one)) && (one.type !== 'radio' || one.checked)));
    const dates = [...walk].filter(({ type }) => /date|time/.test(type)).length;
    return walk.size + 4 * dates + stops.filter(({ type }) => type === 'radio').length + 12;
  });
  const faults = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const { left, fault } = await page.evaluate(() => {
      const here = document.activeElement;
      window.walk.delete(here);
      if (here === document.body) return { left: window.walk.size };
      const marked = here.matches('.choice input') ? here.nextElementSibling : here;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(marked);
      const { top, bottom, left, right } = marked.getBoundingClientRect();
      const shows = [0.5, 0.1, 0.9].some((down) => [0.5, 0.05, 0.95].some((along) => {
        const above = document.elementFromPoint(left + along * (right - left), top + down * (bottom - top));
        return above && (marked.contains(above) || above.contains(marked) && above.matches('a, label'));
      }));
      const what = here.outerHTML.slice(0, 90);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return { left: window.walk.size, fault: `the focus is not seen on ${what}` };
      if (contrast(outlineColor, ground(marked)) < 3) return { left: window.walk.size, fault: `the focus is faint on ${what}` };
      if (!shows) return { left: window.walk.size, fault: `something lies over ${what}` };
      return { left: window.walk.size };

      function ground(one) {
        for (let around = one.parentElement; around; around = around.parentElement) {
          const { backgroundColor } = getComputedStyle(around);
          if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
        }
        return 'rgb(255, 255, 255)';
      }
      function contrast(one, other) {
        const light = (colour) => {
          const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        return Math.max(light(one), light(other)) / Math.min(light(one), light(other));
      }
    });
    if (fault) faults.push(fault);
    if (!left) break;
  }
  faults.push(...(await page.evaluate(() => [...window.walk].map((one) => `Tab never comes to ${one.outerHTML.slice(0, 90)}`))));
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
  assert.deepEqual([...new Set(faults)], [], page.url());
}

/** In a language whose words take 40 % more room nothing is cut off and nothing lies beside the window (UX-19). */
async function translates(page) {
  const faults = await page.evaluate(() => {
    const longer = (text) => {
      const words = text.match(/\S+/g) ?? [];
      const more = words.join(' ').slice(0, Math.ceil(0.4 * words.join(' ').length));
      return /\p{L}/u.test(text) ? `${text.trimEnd()} ${more} ` : text;
    };
    const changed = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      if (node.parentElement.closest('script, noscript, style, textarea, time, .words, .code, bdi, svg')) continue;
      changed.push([node, node.data]);
    }
    for (const [node, text] of changed) node.data = longer(text);
    const found = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) {
      const beyond = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.matches('.unseen'));
      found.push(`${scrollWidth} px wide: ${beyond.at(-1)?.outerHTML.slice(0, 120)}`);
    }
    for (const one of document.querySelectorAll('main .button, .tag, .chip, main label, h1, h2, nav a')) {
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' && !one.closest('.unseen')) found.push(`cut off: ${one.outerHTML.slice(0, 80)}`);
    }
    for (const [node, text] of changed) node.data = text;
    return found;
  });
  assert.deepEqual(faults, [], `${page.url()} with longer words`);
}

/** With somebody's own colours fields, buttons and boxes keep their edges, and every stop its focus (A11Y-04). */
async function keepsItsEdges(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(() => {
    const found = [];
    const shown = (one) => one.checkVisibility({ visibilityProperty: true });
    for (const one of [...document.querySelectorAll('.button, .tag, .notice, .error-summary, .choice > label, .field > input, .field > textarea, .field > select')].filter(shown)) {
      const { borderBlockStartStyle: style, borderBlockStartWidth: width } = getComputedStyle(one);
      if (style === 'none' || Number.parseFloat(width) < 1) found.push(`no edge: ${one.outerHTML.slice(0, 80)}`);
    }
    const before = document.activeElement;
    for (const one of [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((one) => one.tabIndex >= 0 && shown(one))) {
      one.focus({ focusVisible: true, preventScroll: true });
      if (document.activeElement !== one) continue;
      const { outlineStyle } = getComputedStyle(one.matches('.choice input') ? one.nextElementSibling : one);
      if (outlineStyle === 'none') found.push(`the focus is not seen on ${one.outerHTML.slice(0, 80)}`);
    }
    before === document.body ? document.activeElement.blur() : before.focus({ preventScroll: true });
    return found;
  });
  await page.emulateMedia({ forcedColors: 'none' });
  assert.deepEqual(faults, [], `${page.url()} in somebody's own colours`);
}

/** A state of a page whose other states are looked at from all sides: a fault beside its field, nothing to list. */
export async function peek(page, name) {
  await page.setViewportSize({ width: PHONE, height: 740 });
  await noBarriers(page, { also: ['heading-order'] });
  await wellMade(page);
  await says(page);
  await screenshot(page, name);
}

/** Sends a form with nothing in it: it comes back with its faults, and the focus on them. Ends at the form as it was. */
export async function refuses(page, name) {
  const form = page.url();
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('main form#form :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox]))')) field.value = '';
    for (const box of document.querySelectorAll('main form#form :checked:is([type=radio], [type=checkbox])')) box.checked = false;
  });
  const button = page.locator('main form#form button:not(.plain):not(.secondary)').last();
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
  assert.match(await page.title(), /^(Fel|Error): /, `${page.url()} takes an empty form`);
  // A browser gives the focus when it first draws the page, which may be after the page is read.
  await page.locator('.error-summary:focus').waitFor();
  await peek(page, `${name} faulty`);
  await page.goto(form);
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
      if (!/^(Fel|Error|خطأ|Khalad):/.test(document.title)) found.push(`the title says nothing of ${id}`);
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
      if (here === document.body) return { seen: true };
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
