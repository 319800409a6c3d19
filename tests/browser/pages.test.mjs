// Pages that no other story comes by: what goes wrong, and the own pages in every language they have.
import assert from 'node:assert/strict';
import { PHONE, logIn, sites, story } from './harness.mjs';
import { lookAround, peek, refuses } from './eyes.mjs';
import { begin, goOn, leads, main } from './people.mjs';

const MANAGER = 'gruppchef-norrglimt';

/** Sends the page's form to another address, as a browser does whose page is old. */
const sends = (page, action, fields = {}) =>
  leads(page, page.evaluate(([to, more]) => {
    const form = document.createElement('form');
    [form.method, form.action] = ['post', to];
    const csrf = document.querySelector('input[name=csrf]')?.value ?? '';
    for (const [name, value] of Object.entries({ csrf, ...more })) {
      const field = document.createElement('input');
      [field.type, field.name, field.value] = ['hidden', name, value];
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }, [action, fields]));

for (const [name, address, person] of [
  ['complaints', sites.complaints],
  ['staff', sites.staff, MANAGER],
  ['lex Sarah', sites.lexSarah, MANAGER],
]) {
  story(`whatever goes wrong says so on a page of its own: ${name}`, async (visitor) => {
    const page = await visitor({ width: PHONE });
    const statuses = [];
    page.on('response', (answer) => answer.request().isNavigationRequest() && statuses.push(answer.status()));
    if (person) await logIn(page, address, person);
    const meets = async (status, what) => {
      assert.equal(statuses.at(-1), status, `${what}: ${await main(page)}`);
      await lookAround(page, `${name} ${what}`);
    };
    await page.goto(`${address}/finns-inte`);
    await meets(404, 'not there');
    await page.goto(`${address}/om`);
    await sends(page, '/om');
    await meets(405, 'no form there');
    const form = person === undefined ? '/klagomal/handelse' : address === sites.staff ? '/nytt' : '/rapportera';
    if (!person) await begin(page);
    await page.goto(address + form);
    await sends(page, form, { text: 'å'.repeat(1024 * 1024) });
    await meets(413, 'too large');
    await page.goto(address + form);
    await sends(page, form, { strange: 'x' });
    await meets(400, 'not readable');
    await page.goto(address + form);
    await sends(page, form, { csrf: 'an old one', text: 'Skrivet på en gammal sida.' });
    await meets(422, 'given back');
    assert.match(await main(page), /Skrivet på en gammal sida\./);
  });
}

story('who is logged out meets a page that says so', async (visitor) => {
  const page = await visitor();
  await logIn(page, sites.staff, MANAGER);
  await leads(page, page.locator('form[action="/logga-ut"] button').click());
  await page.goto(`${sites.staff}/utloggad`);
  await lookAround(page, 'staff logged out');
});

for (const language of ['sv', 'sv-x-latt', 'en', 'ar', 'so']) {
  story(`the own pages in ${language}, empty, faulty and written`, async (visitor) => {
    const page = await visitor({ width: PHONE });
    // Each has an own list: what one writes the others do not read.
    await logIn(page, sites.staff, 'vardnadshavare-stjarnvret');
    await page.goto(`${sites.staff}/sprak?to=${language}&back=%2Fmina-arenden`);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await lookAround(page, `own ${language} list`);
    await page.goto(`${sites.staff}/mina-arenden/skriv`);
    await lookAround(page, `own ${language} write`);
    await page.locator('main form#form button:not(.plain):not(.secondary)').last().click();
    await page.locator('.error-summary').waitFor();
    await peek(page, `own ${language} write faulty`);
    await page.locator('textarea').fill('Det var kallt. كان الجو باردا.');
    await goOn(page);
    await leads(page, page.locator('main li a').first().click());
    await lookAround(page, `own ${language} matter`);
  });
}
