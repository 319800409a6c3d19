// Walks through the rows of a list by keyboard. Which keys there are, and what each does, the page says: somebody may have changed
// them or turned them off (WCAG 2.1.4). They never act while somebody writes or chooses in a field.
const list = document.querySelector('[data-rows]');
const hint = document.querySelector('[data-keys]');
const help = document.querySelector('dialog[data-help]');
const keys = new Map([...(help?.querySelectorAll('kbd[data-deed]') ?? [])].map((kbd) => [kbd.textContent, kbd.dataset.deed]));

const rows = () => [...(list?.querySelectorAll('tbody tr') ?? [])];
const here = () => document.activeElement.closest('[data-rows] tbody tr');

function step(by) {
  const all = rows();
  const at = all.indexOf(here());
  all[at < 0 ? 0 : at + by]?.querySelector('th a').focus();
}

const DEEDS = {
  next: () => step(1),
  previous: () => step(-1),
  open: () => here()?.querySelector('th a').click(),
  tick: () => here()?.querySelector('input[type="checkbox"]')?.click(),
  // The one you stand on, unless others are ticked already; then to whom.
  assign: () => {
    if (!list?.querySelector('tbody input:checked')) DEEDS.tick();
    list?.querySelector('select[name="person"]')?.focus();
  },
  search: () => {
    const { search } = document.querySelector('[data-search]')?.dataset ?? {};
    if (search) return location.assign(search);
    const filter = document.querySelector('details:has(form.filters)');
    if (!filter) return undefined;
    filter.open = true;
    return filter.querySelector('select').focus();
  },
  help: () => help.showModal(),
};

if (hint) hint.hidden = false;
hint?.querySelector('button')?.addEventListener('click', DEEDS.help);
document.addEventListener('keydown', (event) => {
  const deed = keys.get(event.key);
  const writes = event.target.closest('input:not([type="checkbox"], [type="radio"]), select, textarea, dialog');
  if (!deed || writes || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  DEEDS[deed]();
});
