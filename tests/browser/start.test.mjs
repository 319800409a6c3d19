// Every service has a first page that answers, for a phone and for a desk, with and without script.
import assert from 'node:assert/strict';
import { DESKTOP, PHONE, noBarriers, screenshot, sites, story } from './harness.mjs';

for (const [name, address] of Object.entries(sites)) {
  story(`${name} answers at its first page`, async (visitor) => {
    for (const width of [PHONE, DESKTOP]) {
      for (const script of [true, false]) {
        const page = await visitor({ width, script });
        const response = await page.goto(address);
        assert.equal(response.status(), 200);
        await noBarriers(page);
        if (script) await screenshot(page, `first page of ${name}`);
      }
    }
  });
}
