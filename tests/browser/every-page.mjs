// After all stories: every page that a router names has been looked at by some of them. A page that is new fails here until a
// story comes by. LYSSNA_LOOKED names the file where the stories noted what they looked at.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;

// Files, scripts and ways on to another page.
const NO_PAGE = [
  /^\/static\//, /\.(csv|pdf|zip)$/, /\/(csv|pdf|brev|handlingar|bild|protokoll)$/, /\/bilagor\/\{file\}$/, /\/filer\/\{file\}$/, /\/anmald-ivo\/\{form\}$/,
  /^\/klagomal$/, /^\/lamna$/, /^\/mina-arenden\/lamna$/, /^\/sprak$/, /^\/logga-in$/, /^\/login\/callback$/, /^\/inloggad$/,
];
const A_PAGE_AFTER_ALL = ['/nytt/brev'];

function sources(folder) {
  const files = readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.rs'));
  return files.map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The addresses that answer GET in the routers of a folder. */
function pagesOf(...folders) {
  const texts = folders.flatMap(sources);
  const all = texts.join('\n');
  const constant = (name) => all.match(new RegExp(`const ${name.split('::').pop()}: &(?:'static )?str = "([^"]+)"`))?.[1];
  const found = new Set();
  for (const text of texts) {
    for (const [, literal, name, handler] of text.matchAll(/\.route\(\s*(?:"([^"]+)"|([\w:]+)),([^;]*?)(?=\.route\(|\.merge\(|\.with_state|;)/gs)) {
      const path = literal ?? constant(name);
      const variable = handler.match(/^\s*(\w+)\s*\)/)?.[1];
      const says = variable ? (text.match(new RegExp(`let ${variable} = ([^;]+);`))?.[1] ?? '') : handler;
      if (path && /(?<![\w:])(?:routing::)?get\(|form::<|MethodRouter/.test(says)) found.add(path);
    }
    for (const [, type] of text.matchAll(/form::of::<\w+::(\w+)>/g)) {
      const path = all.match(new RegExp(`impl Form for ${type} \\{[^}]*?const PATH: &'static str = "([^"]+)"`, 's'))?.[1];
      assert.ok(path, `where is ${type}?`);
      found.add(`/arenden/{id}/${path}`);
    }
  }
  return [...found].filter((path) => A_PAGE_AFTER_ALL.includes(path) || !NO_PAGE.some((no) => no.test(path)));
}

const SITES = {
  complaints: pagesOf('services/complaints/src/pages/public'),
  staff: pagesOf('services/complaints/src/pages/staff', 'services/complaints/src/pages/own'),
  lexSarah: pagesOf('services/lex-sarah/src/pages'),
  notifications: pagesOf('services/notifications/src/pages'),
  quality: pagesOf('services/quality/src/pages'),
};
const SHARED = [...pagesOf('shared/web/src').filter((path) => !['/', '/livez', '/readyz', '/metrics'].includes(path) && !path.startsWith('/api/')), '/utloggad'];

test('the routers are read', () => {
  const known = [
    [SITES.staff, '/arenden/{id}/inte-chefen'], [SITES.staff, '/nytt/brev'], [SITES.staff, '/mina-arenden'], [SITES.complaints, '/klagomal/filer'],
    [SITES.lexSarah, '/arenden/{id}/besluta'], [SITES.quality, '/handelser'], [SHARED, '/tangenter'], [SHARED, '/tillganglighet'],
  ];
  for (const [pages, page] of known) assert.ok(pages.includes(page), `${page} is not among ${pages}`);
});

test('every page is looked at by some story', () => {
  const looked = readFileSync(process.env.LYSSNA_LOOKED, 'utf8').trim().split('\n').map((line) => line.split(' '));
  const pattern = (path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  // /arenden/{id} is not looked at by looking at /nytt/brev, but /mina-arenden/{id} would be by /mina-arenden/skriv.
  const plain = (path, pages) => pages.find((page) => page === path) ?? pages.find((page) => pattern(page).test(path));
  const missed = Object.entries(SITES).flatMap(([site, pages]) => {
    const seen = new Set(looked.filter(([at]) => at === site).map(([, path]) => plain(path, pages)));
    return pages.filter((page) => !seen.has(page)).map((page) => `${site} ${page}`);
  });
  missed.push(...SHARED.filter((page) => !looked.some(([, path]) => path === page)));
  assert.deepEqual(missed, []);
});
