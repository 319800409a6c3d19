// j and k walk through the rows of a list; Enter opens the one you stand on, as on any link. The keys work while the focus is in
// the list and nowhere else, so that they never surprise somebody who speaks or types (WCAG 2.1.4).
const list = document.querySelector('[data-rows]');
const hint = document.querySelector('[data-keys]');
const STEPS = { j: 1, k: -1 };

if (list) {
  hint.hidden = false;
  list.addEventListener('keydown', (event) => {
    const by = STEPS[event.key];
    const row = event.target.closest('tbody tr');
    if (!by || !row || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const rows = [...list.querySelectorAll('tbody tr')];
    rows[rows.indexOf(row) + by]?.querySelector('th a').focus();
  });
}
