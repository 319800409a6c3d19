// A guardian of two who is logged in: begins on a phone, goes on elsewhere, sends with a file, and follows it.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, logIn, sites, story } from './harness.mjs';
import { lookAround } from './eyes.mjs';
import { goOn, leads, look, main, openComplaint, picture } from './people.mjs';

const GUARDIAN = 'vardnadshavare-norrglimt';
const file = { name: 'hallen.png', mimeType: 'image/png', buffer: picture };
const write = `${sites.staff}/mina-arenden/skriv`;

for (const script of [true, false]) {
  story(`a guardian of two begins, goes on at another screen and sends with a file, ${script ? 'with' : 'without'} script`, async (visitor) => {
    const text = `Elis fick vänta ute i regnet. ${script ? 'Med' : 'Utan'} skript.`;
    const seen = (page, name) => script && look(page, name);
    const phone = await visitor({ width: PHONE, script });
    await logIn(phone, sites.staff, GUARDIAN);
    await phone.goto(`${sites.staff}/mina-arenden/personuppgifter`);
    await seen(phone, 'guardian of two reads about personal data');
    await phone.goto(write);
    await seen(phone, 'guardian of two writes');
    await phone.locator('textarea[name=text]').fill(text);
    if (script) await phone.getByText('Sparat klockan').waitFor();
    else await leads(phone, phone.getByRole('button', { name: 'Spara och fortsätt senare' }).click());

    const desk = await visitor({ width: DESKTOP, script });
    await logIn(desk, sites.staff, GUARDIAN);
    await desk.goto(`${sites.staff}/mina-arenden`);
    assert.match(await main(desk), /Du har börjat skriva/);
    await seen(desk, 'guardian of two has begun');
    await leads(desk, desk.getByRole('link', { name: 'Fortsätt skriva' }).click());
    assert.equal(await desk.locator('textarea[name=text]').inputValue(), text);
    await desk.getByLabel('Elis Testberg').check();
    await desk.locator('input[name=phone]').fill('070-174 06 11');
    await leads(desk, desk.getByRole('button', { name: 'Lägg till eller ta bort filer' }).click());
    await desk.locator('input[type=file]').setInputFiles(file);
    await leads(desk, desk.locator('button[name=add]').click());
    assert.match(await main(desk), /hallen\.png/);
    await seen(desk, 'guardian of two adds a file');

    await phone.goto(`${sites.staff}/mina-arenden`);
    await seen(phone, 'guardian of two has begun on a phone');
    await phone.goto(`${sites.staff}/mina-arenden/skriv/filer`);
    await seen(phone, 'guardian of two has a file on a phone');
    await goOn(phone);
    assert.match(await main(phone), /hallen\.png/);
    assert.ok(await phone.getByLabel('Elis Testberg').isChecked());
    await seen(phone, 'guardian of two looks it through on a phone');
    await desk.goto(write);
    await seen(desk, 'guardian of two looks it through');
    await goOn(desk);
    assert.match(await main(desk), /Vi har tagit emot ditt ärende/);
    assert.doesNotMatch(await main(desk), /Du har börjat skriva/);
    await seen(desk, 'guardian of two has sent');

    const manager = await visitor({ width: DESKTOP, script });
    await openComplaint(manager, 'gruppchef-norrglimt', text);
    for (const said of ['Elis Testberg', '070-174 06 11', 'hallen.png']) {
      assert.ok((await main(manager)).includes(said), said);
    }
    await seen(manager, 'manager reads what a guardian of two sent');
  });
}

story('what is wrong is said beside it, and the youth writes alone', async (visitor) => {
  const guardian = await visitor({ width: PHONE });
  await logIn(guardian, sites.staff, GUARDIAN);
  await guardian.goto(write);
  await goOn(guardian);
  assert.match(await guardian.title(), /^Fel:/);
  await look(guardian, 'guardian of two has chosen nobody');
  const youth = await visitor({ width: PHONE });
  await logIn(youth, sites.staff, 'syskon-norrglimt');
  await youth.goto(write);
  assert.doesNotMatch(await main(youth), /Vem gäller det/);
  await look(youth, 'youth writes logged in');
});

story('a page that was left open elsewhere shows both texts and takes the place of neither', async (visitor) => {
  const computer = await visitor({ width: DESKTOP });
  const phone = await visitor({ width: PHONE });
  for (const page of [computer, phone]) {
    await logIn(page, sites.staff, 'ungdom-norrglimt');
    await page.goto(write);
  }
  await phone.locator('textarea[name=text]').fill('Det långa, på bussen.');
  await leads(phone, phone.getByRole('button', { name: 'Spara och fortsätt senare' }).click());
  await computer.locator('textarea[name=text]').fill('Det korta.');
  await goOn(computer);
  assert.match(await main(computer), /Det långa, på bussen\./);
  assert.equal(await computer.locator('textarea[name=text]').inputValue(), 'Det korta.');
  await lookAround(computer, 'own written elsewhere');
  await goOn(computer);
  assert.match(await main(computer), /Vi har tagit emot ditt ärende/);
});
