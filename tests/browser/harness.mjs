// What a story needs: Lyssna running on a folder of its own, people with browsers, and eyes for barriers.
//
//   story('a guardian finds the form', async (visitor) => {
//     const page = await visitor({ width: PHONE, script: false });
//     await page.goto(sites.complaints);
//     await noBarriers(page);
//     await screenshot(page, 'start');
//   });
//
// Files of stories run beside each other: each takes the next hundred ports that nobody has, from LYSSNA_PORT_BASE (8080) on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const PHONE = 360;
export const DESKTOP = 1280;

/** What Lyssna listens on, counted from its first port. */
const PLACES = [0, 1, 2, 3, 4, 10, 11, 12, 1000, 1001, 1002, 1003, 1004];

async function listens(port) {
  const server = createServer().listen(port, '127.0.0.1');
  const isOurs = await once(server, 'listening').then(() => true, () => false);
  return isOurs && server;
}

async function isFree(port) {
  const server = await listens(port);
  if (server) await once(server.close(), 'close');
  return server !== false;
}

/** Whoever listens on the last of a hundred ports has them all, as long as the process lives. */
async function claim(base) {
  const server = await listens(base + 99);
  const areFree = server && (await Promise.all(PLACES.map((place) => isFree(base + place)))).every(Boolean);
  if (!areFree) {
    if (server) server.close();
    return claim(base + 100);
  }
  server.unref();
  return base;
}

const BASE = await claim(Number(process.env.LYSSNA_PORT_BASE ?? 8080));
const at = (offset) => `http://127.0.0.1:${BASE + offset}`;

export const sites = {
  complaints: at(0),
  staff: at(1),
  lexSarah: at(2),
  notifications: at(3),
  quality: at(4),
  identity: at(10),
  mailbox: at(11),
};
const operations = [1000, 1001, 1002, 1003, 1004].map(at);

const target = process.env.CARGO_TARGET_DIR ?? join(homedir(), '.cache/lyssna/target');
const screenshots = process.env.LYSSNA_SCREENSHOTS ?? join(target, 'screenshots');
const folder = mkdtempSync(join(tmpdir(), 'lyssna-browser-'));

/** Where Lyssna keeps everything, and what it has said, for a story that looks behind the pages. */
export const data = join(folder, 'data');
export const log = join(folder, 'log');

// What libfaketime reads once in a second, for stories that take months.
const clock = join(folder, 'clock');
let start;

/** For a file of stories that takes months: Lyssna is started at this moment, on a clock that can be set. */
export function withClock(moment) {
  start = moment;
}

/** Seconds from the real time to Lyssna's. */
let ahead = 0;

/** Lyssna's time. */
export const now = () => new Date(Date.now() + ahead * 1000).toISOString();
/** The day in Sweden, as a date field takes it. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(now()));

function turnClock(moment) {
  ahead = Math.round((new Date(moment) - Date.now()) / 1000);
  writeFileSync(clock, `${ahead < 0 ? '' : '+'}${ahead}\n`);
}

/**
 * From now on Lyssna lives at this later moment, and its time goes on from there; at an earlier one it would take its own
 * past for the future. Whoever was logged in may have to do so again.
 */
export async function setClock(moment) {
  turnClock(moment);
  for (let tries = 0; ; tries += 1) {
    const { headers } = await fetch(`${operations[0]}/livez`);
    const date = headers.get('date');
    if (Math.abs(new Date(date) - new Date(now())) < 3000) return;
    assert.ok(tries < 300, `it should be ${now()} but is ${date}`);
    await pause(100);
  }
}

const SETTABLE = {
  LD_PRELOAD: process.env.LYSSNA_FAKETIME ?? '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  FAKETIME_TIMESTAMP_FILE: clock,
  FAKETIME_CACHE_DURATION: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
};

const scriptless = new WeakSet();
let lyssna;
let browser;

async function startLyssna() {
  const command = process.env.LYSSNA_BINARY ?? join(target, 'debug/lyssna');
  const output = openSync(log, 'w');
  const options = ['--data', data, '--port-base', String(BASE), '--log', 'info'];
  if (start) turnClock(start);
  const env = start ? { ...process.env, ...SETTABLE } : process.env;
  lyssna = spawn(command, options, { stdio: ['ignore', output, output], env });
  closeSync(output);
  await once(lyssna, 'spawn');
  const last = Date.now() + 60_000;
  while (!(await everyServiceIsReady())) {
    const gone = lyssna.exitCode !== null;
    if (gone || Date.now() > last) throw new Error(`Lyssna did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    await pause(100);
  }
}

async function everyServiceIsReady() {
  const answers = await Promise.allSettled(operations.map((address) => fetch(`${address}/readyz`)));
  return answers.every(({ value }) => value?.status === 200);
}

async function stopLyssna() {
  if (lyssna?.pid === undefined || lyssna.exitCode !== null) return;
  const ended = once(lyssna, 'exit');
  lyssna.kill('SIGINT');
  const [code] = await Promise.race([ended, pause(15_000, ['it did not stop'], { ref: false })]);
  lyssna.kill('SIGKILL');
  assert.equal(code, 0, 'Lyssna stops cleanly');
}

let ready;

// By the first story, not before: by then its file has said what it wants.
async function getReady() {
  if (screenshots !== 'none') mkdirSync(screenshots, { recursive: true });
  await startLyssna();
  browser = await chromium.launch({
    executablePath: process.env.LYSSNA_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', // root may not have one, and every page is ours
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
}

after(async () => {
  await browser?.close();
  await stopLyssna();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * One test. `visitor()` opens a browser of its own for somebody and gives its page; the story fails if a page
 * breaks the content security policy, throws, or asks anyone but Lyssna (and the hosts `beyond` it) for anything.
 */
export function story(name, tell) {
  test(name, { timeout: 300_000 }, async () => {
    const contexts = [];
    const offences = [];
    const visitor = async ({ width = DESKTOP, script = true, beyond = [], ...more } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: width === PHONE ? 740 : 900 },
        javaScriptEnabled: script,
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
        reducedMotion: 'reduce', // a colour that is on its way to another has no contrast to judge
        ...more,
      });
      contexts.push(context);
      if (!script) scriptless.add(context);
      watch(context, offences, beyond);
      return context.newPage();
    };
    try {
      await (ready ??= getReady());
      await tell(visitor);
      assert.deepEqual(offences, []);
    } catch (error) {
      const pages = contexts.flatMap((context) => context.pages());
      for (const [number, page] of pages.entries()) await screenshot(page, `failed ${name} ${number + 1}`).catch(() => {});
      throw error;
    } finally {
      for (const context of contexts) await context.close();
    }
  });
}

function watch(context, offences, beyond) {
  context.on('request', (request) => {
    if (!['127.0.0.1', '', ...beyond].includes(new URL(request.url()).hostname)) offences.push(`asked ${request.url()}`);
  });
  context.on('weberror', (error) => offences.push(`threw ${error.error().message}`));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) offences.push(message.text());
  });
}

/** A picture of the whole page, named after what it shows and how wide it is. None where LYSSNA_SCREENSHOTS is `none`. */
export async function screenshot(page, name) {
  if (screenshots === 'none') return;
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${page.viewportSize().width}.png`;
  await page.screenshot({ path: join(screenshots, file), fullPage: true });
}

/**
 * Nothing that WCAG 2.2 AA forbids, as far as a program can tell; and nothing to scroll sideways for. `also` names
 * more rules of axe's, `only` all there are to be.
 */
export async function noBarriers(page, { also = [], only } = {}) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window} px`);
  const seen = hasScript(page) ? page : await copy(page);
  noteLookedAt(page);
  const { violations } = await new AxeBuilder({ page: seen })
    .options({
      runOnly: only
        ? { type: 'rule', values: only }
        : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      rules: Object.fromEntries(also.map((rule) => [rule, { enabled: true }])),
    })
    .setLegacyMode() // half the time; what it leaves out is frames, and we have none
    .analyze();
  if (seen !== page) await seen.context().close();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join('; ')})`);
  assert.deepEqual(found, [], `barriers on ${page.url()}`);
}

// For every-page.mjs, which wants to know that each was looked at by some story.
function noteLookedAt(page) {
  const { origin, pathname } = new URL(page.url());
  const [site] = Object.entries(sites).find(([, address]) => address === origin) ?? [];
  if (process.env.LYSSNA_LOOKED && site) appendFileSync(process.env.LYSSNA_LOOKED, `${site} ${pathname}\n`);
}

/** Whether the page's own scripts run. */
export const hasScript = (page) => !scriptless.has(page.context());

/** The same page where axe, a script itself, may run; the page's own scripts still may not. */
async function copy(page) {
  const html = await page.content();
  const colorScheme = (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? 'dark' : 'light';
  const context = await browser.newContext({ viewport: page.viewportSize(), colorScheme, reducedMotion: 'reduce' });
  await context.route('**', (route) => (route.request().resourceType() === 'script' ? route.abort() : route.continue()));
  await context.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  const twin = await context.newPage();
  await twin.goto(page.url());
  return twin;
}

/** Logs in at a site through the development identity provider; ends on the page the site shows first. */
export async function logIn(page, site, person) {
  await page.goto(`${site}/logga-in`);
  assert.ok(page.url().startsWith(sites.identity), `${site}/logga-in leads to the identity provider, not to ${page.url()}`);
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL((url) => url.href.startsWith(site));
}
