/** The script of every page of the site: `/` goes to the search, unless the reader turned that off. It makes no text. */

export const KEYS_SCRIPT = `
'use strict';
(() => {
  const NAME = 'key-to-search';
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem(NAME, value);
      return localStorage.getItem(NAME);
    } catch {
      return null;
    }
  };
  let isOn = kept() !== 'off';
  const button = document.getElementById('keys');
  const show = () => button && button.setAttribute('aria-pressed', String(isOn));
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => {
      isOn = !isOn;
      kept(isOn ? 'on' : 'off');
      show();
    });
  }
  show();
  document.addEventListener('keydown', (event) => {
    const isWriting = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (!isOn || event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isWriting) return;
    event.preventDefault();
    (document.getElementById('words') || document.querySelector('.site input')).focus();
  });
})();
`;
