// What the sender's pages owe a person with a phone: little to load, five languages, a way out, and nothing lost on the way.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, logIn, screenshot, sites, story } from './harness.mjs';
import { lookAround, tabTo } from './eyes.mjs';
import { begin, comeBack, complain, goOn, leads, look, picture } from './people.mjs';

const LANGUAGES = ['sv', 'sv-x-latt', 'en', 'ar', 'so'];
const QUESTIONS = ['handelse', 'verksamhet', 'vem', 'filer', 'kontakt', 'kontrollera'];

story('the first page weighs at most 50 kB and the whole form at most 150 kB', async (visitor) => {
  const page = await visitor({ width: PHONE });
  const loaded = [];
  // What came over the network: nothing for what the browser has kept.
  const weigh = async (response) => {
    const { responseBodySize, responseHeadersSize } = await response.request().sizes();
    return responseBodySize + responseHeadersSize;
  };
  page.on('response', (response) => response.status() === 200 && loaded.push(weigh(response)));
  const weighs = async (what, most) => {
    const weights = await Promise.all(loaded);
    const weight = weights.reduce((sum, one) => sum + one, 0);
    console.log(`# ${what} weighs ${weight} bytes in ${weights.length} answers`);
    assert.ok(weight <= most, `${what} weighs ${weight} bytes`);
  };
  await page.goto(sites.complaints, { waitUntil: 'networkidle' });
  await weighs('the first page', 50_000);
  await begin(page);
  await page.waitForLoadState('networkidle');
  for (const question of QUESTIONS) await page.goto(`${sites.complaints}/klagomal/${question}`, { waitUntil: 'networkidle' });
  await weighs('the whole form', 150_000);
});

for (const language of LANGUAGES) {
  story(`every public page in ${language}, small and wide, light and dark, and at 400 %`, async (visitor) => {
    const page = await visitor({ width: PHONE, locale: language === 'sv-x-latt' ? 'sv-SE' : language });
    await page.goto(`${sites.complaints}/sprak?to=${language}&back=%2F`);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await lookAround(page, `public ${language} start`);
    for (const path of ['mitt-arende', 'klagomal/fortsatt', 'tillganglighet', 'personuppgifter', 'sekretess', 'om', 'kvitto', 'finns-inte']) {
      await page.goto(`${sites.complaints}/${path}`);
      await lookAround(page, `public ${language} ${path}`);
    }
    await begin(page);
    await page.locator('textarea').fill('Det var kallt. كان الجو باردا.');
    await goOn(page);
    for (const question of QUESTIONS) {
      await page.goto(`${sites.complaints}/klagomal/${question}`);
      await lookAround(page, `public ${language} ${question}`);
    }
    await goOn(page);
    await lookAround(page, `public ${language} receipt`);
    await leads(page, page.locator('form[action="/kvitto/sparat"] button').click());
    await lookAround(page, `public ${language} receipt kept`);
    await leads(page, page.locator('form[action="/kvitto/oppna"] button').click());
    await lookAround(page, `public ${language} dialogue`);
  });
}

for (const script of [true, false]) {
  story(`what was saved goes on elsewhere, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const phone = await visitor({ width: PHONE, script });
    await begin(phone);
    await phone.locator('textarea').fill('Första halvan.');
    await leads(phone, phone.locator('button[formaction*="spara"]').click());
    if (script) await look(phone, 'public saved');
    const code = await phone.locator('.code').innerText();
    await phone.goto(`${sites.complaints}/klagomal/handelse`);
    await phone.locator('textarea').fill('Första halvan, och mer.');
    if (script) await phone.locator('[data-told]:has-text("Sparat klockan")').waitFor();
    else await goOn(phone);
    const desk = await visitor({ script });
    await desk.goto(`${sites.complaints}/klagomal/fortsatt`);
    await desk.locator('input[name=code]').fill(code.replace(/\s+/g, '').toLowerCase());
    await goOn(desk);
    assert.equal(await desk.locator('textarea').inputValue(), 'Första halvan, och mer.');
  });
}

story('a file goes on where the connection broke', async (visitor) => {
  const page = await visitor({ width: PHONE });
  await begin(page);
  await page.goto(`${sites.complaints}/klagomal/filer`);
  const buffer = Buffer.concat([picture, Buffer.alloc(3 * 1024 * 1024, 7)]);
  let broken = 0;
  await page.route('**/klagomal/filer/del*', (route) => {
    broken += 1;
    return broken === 2 || broken === 3 ? route.abort('connectionreset') : route.continue();
  });
  await page.locator('input[type=file]').setInputFiles({ name: 'hallen.png', mimeType: 'image/png', buffer });
  await page.locator('button[name=add]').click();
  await page.locator('[data-sending]:has-text("Anslutningen bröts")').waitFor();
  await screenshot(page, 'public file waits');
  await page.locator('li bdi', { hasText: 'hallen.png' }).waitFor();
  assert.equal(broken, 6, 'two of six tries broke, and no part was sent twice');
});

story('what was written stays when the connection is lost, and goes on when it is back', async (visitor) => {
  const registrar = await visitor({});
  await logIn(registrar, sites.staff, 'registrator');
  const waiting = async () => {
    await registrar.goto(sites.staff);
    return registrar.locator('main tbody tr').count();
  };
  const before = await waiting();

  const page = await visitor({ width: PHONE });
  const told = page.locator('[role=alert][data-offline]');
  const onward = page.locator('main form#form .button:not(.secondary)');
  const isOn = () => onward.evaluate((button) => button === document.activeElement);
  await begin(page);
  assert.ok(await told.isHidden());
  await page.locator('textarea').fill('Skrivet på ett tåg.');
  await page.context().setOffline(true);
  await onward.click();
  await told.filter({ hasText: 'Du har ingen anslutning till internet just nu.' }).waitFor();
  assert.equal(await page.locator('textarea').inputValue(), 'Skrivet på ett tåg.');
  assert.ok(await isOn(), 'the focus is on what is to be pressed again');
  await look(page, 'public connection lost');
  await onward.click();
  await page.context().setOffline(false);
  await told.filter({ hasText: 'Anslutningen är tillbaka.' }).waitFor();
  await look(page, 'public connection back');
  await goOn(page);
  assert.equal(new URL(page.url()).pathname, '/klagomal/verksamhet');

  await page.goto(`${sites.complaints}/klagomal/kontrollera`);
  await page.context().setOffline(true);
  await onward.click();
  await told.waitFor();
  assert.ok((await page.locator('main').innerText()).includes('Skrivet på ett tåg.'));
  await page.context().setOffline(false);
  await goOn(page);
  assert.equal(new URL(page.url()).pathname, '/kvitto');
  assert.equal(await waiting(), before + 1, 'pressed often, sent once');
});

story('in the dialogue too a file goes on where the connection broke', async (visitor) => {
  const page = await visitor({ width: PHONE });
  const code = await complain(page, { text: 'En film kommer efteråt.' });
  await comeBack(page, code);
  let tries = 0;
  await page.route('**/mitt-arende/filer/del*', (route) => {
    tries += 1;
    return tries === 2 ? route.abort('connectionreset') : route.continue();
  });
  const buffer = Buffer.concat([picture, Buffer.alloc(2 * 1024 * 1024, 7)]);
  await page.locator('input[type=file]').setInputFiles({ name: 'trappan.png', mimeType: 'image/png', buffer });
  await page.locator('form[enctype] button').click();
  await page.locator('main bdi', { hasText: 'trappan.png' }).waitFor();
  assert.equal(tries, 4, 'one of four tries broke, and no part was sent twice');
  await look(page, 'public dialogue with a file');
});

story('where a way ends: a hidden receipt, a form thrown away, a matter closed elsewhere', async (visitor) => {
  const page = await visitor({ width: PHONE });
  const code = await complain(page, { text: 'Skickat och stängt.' });
  await page.goto(`${sites.complaints}/kvitto`);
  await leads(page, page.locator('form[action="/kvitto/dolj"] button').click());
  await lookAround(page, 'public receipt hidden');

  await comeBack(page, code);
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`${sites.complaints}/mitt-arende/dialog`);
  await leads(elsewhere, elsewhere.locator('form[action="/mitt-arende/stang"] button').click());
  await page.locator('textarea[name=words]').fill('Skrivet medan det stängdes.');
  const ended = page.waitForResponse((response) => response.request().method() === 'POST');
  await leads(page, page.locator('form#form button:not(.plain)').last().click());
  assert.equal((await ended).status(), 401);
  await lookAround(page, 'public matter ended');
  await page.locator('input[name=code]').fill(code);
  await goOn(page);
  assert.equal(await page.locator('textarea[name=words]').inputValue(), 'Skrivet medan det stängdes.');

  await begin(page);
  await page.locator('textarea').fill('Kastat i en annan flik.');
  await goOn(page);
  await page.context().clearCookies();
  const gone = await page.goto(`${sites.complaints}/klagomal/kontrollera`);
  assert.equal(gone.status(), 410);
  await lookAround(page, 'public form gone');
});

story('a file that is not taken is said to be so beside the field', async (visitor) => {
  const page = await visitor({ width: PHONE });
  await begin(page);
  await page.goto(`${sites.complaints}/klagomal/filer`);
  await page.locator('input[type=file]').setInputFiles({ name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('MZ') });
  await page.locator('button[name=add]').click();
  await page.locator('[data-sending].error:has-text("Filen är ett program.")').waitFor();
  await look(page, 'public file refused');
});

for (const script of [true, false]) {
  story(`one leaves at once and leaves nothing behind, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const page = await visitor({ width: PHONE, script, beyond: ['www.smhi.se'] });
    await page.context().route('https://www.smhi.se/**', (route) => route.fulfill({ body: 'väder', contentType: 'text/plain; charset=utf-8' }));
    await begin(page);
    await page.locator('textarea').fill('Ingen får se det här.');
    await page.locator('a.exit').click();
    await page.waitForURL('https://www.smhi.se/**');
    assert.deepEqual(await page.context().cookies(sites.complaints), []);
    if (script) {
      await page.goBack();
      assert.ok(!(await page.content()).includes('Ingen får se'), 'the way back leads past it');
    }
  });
}

story('the browser asks before the code is left unsaved, and not after', async (visitor) => {
  const page = await visitor({ width: PHONE });
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await begin(page);
  await page.locator('textarea').fill('a');
  await goOn(page);
  await page.goto(`${sites.complaints}/klagomal/kontrollera`);
  await goOn(page);
  await page.locator('h1').click();
  await page.goto(sites.complaints);
  assert.deepEqual(asked, ['beforeunload']);
  await page.goto(`${sites.complaints}/kvitto`);
  await leads(page, page.locator('form[action="/kvitto/sparat"] button').click());
  await page.goto(sites.complaints);
  assert.deepEqual(asked, ['beforeunload']);
});

story('the whole form by keyboard, and every stop is seen', async (visitor) => {
  const page = await visitor({ width: DESKTOP });
  await page.goto(sites.complaints);
  await tabTo(page, 'form[action="/klagomal/borja"] button');
  await leads(page, page.keyboard.press('Enter'));
  await tabTo(page, 'textarea');
  await page.keyboard.type('Skrivet utan mus.');
  for (const path of ['verksamhet', 'vem', 'filer', 'kontakt', 'kontrollera']) {
    await tabTo(page, 'form#form .button:not(.secondary)');
    await leads(page, page.keyboard.press('Enter'));
    assert.equal(new URL(page.url()).pathname, `/klagomal/${path}`);
  }
  await tabTo(page, 'form#form .button:not(.secondary)');
  await leads(page, page.keyboard.press('Enter'));
  assert.equal(new URL(page.url()).pathname, '/kvitto');
});

story('targets are large enough for a thumb', async (visitor) => {
  const page = await visitor({ width: PHONE });
  await begin(page);
  for (const path of ['', ...QUESTIONS.map((question) => `klagomal/${question}`)]) {
    await page.goto(`${sites.complaints}/${path}`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main .button, main .choice label, main input[type=text], main textarea, a.exit')]
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(small, [], path);
  }
});

story('a guardian who is logged in needs no code', async (visitor) => {
  const page = await visitor({ width: PHONE });
  await logIn(page, sites.staff, 'vardnadshavare-norrglimt');
  await look(page, 'own matters empty');
  await page.goto(`${sites.staff}/mina-arenden/skriv`);
  await lookAround(page, 'own write');
  await page.locator('textarea').fill('Skrivet som inloggad.');
  await page.locator('input[name=concerns]').first().check();
  await goOn(page);
  await look(page, 'own matters');
  await leads(page, page.locator('main li a').first().click());
  await lookAround(page, 'own matter');
  assert.match(await page.locator('.dialogue').innerText(), /Skrivet som inloggad/);
});
