/** Hides the rows of the list that lack a word, and leads through the others by arrows. It takes text from the page and makes none. */

export const SEARCH_SCRIPT = `
'use strict';
(() => {
  const field = document.getElementById('words');
  const rows = Array.from(document.querySelectorAll('tr[data-words]'));
  const said = document.getElementById('found');
  const show = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    let found = 0;
    for (const row of rows) {
      const isFound = words.every((word) => row.dataset.words.includes(word));
      row.hidden = !isFound;
      if (isFound) found++;
    }
    said.textContent = found + ' of ' + rows.length + ' found';
  };
  field.value = new URLSearchParams(location.search).get('words') || '';
  const links = () => rows.filter((row) => !row.hidden).map((row) => row.querySelector('a'));
  const step = (event, by) => {
    const found = links();
    const at = found.indexOf(document.activeElement);
    if (at === -1 && (document.activeElement !== field || by < 0)) return;
    const next = at + by < 0 ? field : found[at + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  field.addEventListener('input', show);
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
    const [first] = links();
    if (first) first.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') step(event, 1);
    if (event.key === 'ArrowUp') step(event, -1);
  });
  document.getElementById('how').hidden = false;
  show();
})();
`;
