/** The one script of the site: it hides the rows of the list that lack a word. It takes text from the page and makes none. */

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
  field.addEventListener('input', show);
  field.form.addEventListener('submit', (event) => { event.preventDefault(); show(); });
  show();
})();
`;
