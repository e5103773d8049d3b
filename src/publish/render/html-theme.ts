/** What a company's theme adds to an HTML page: its colour in the light, and its logo inside the file. */
import type { Theme } from '../theme.js';
import { escapeHtml } from './escape.js';

/** In the dark the colour of links stays ours: a company chooses its own for white paper. */
export function themeStyle(theme: Theme | undefined): string {
  return theme ? `@media (prefers-color-scheme:light){:root{--accent:${theme.accent}}}` : '';
}

export function logoImage(theme: Theme | undefined, manufacturer: string | undefined): string {
  if (!theme?.logo) return '';
  const { kind, bytes, heightMm } = theme.logo;
  const type = kind === 'svg' ? 'svg+xml' : 'png';
  const data = Buffer.from(bytes).toString('base64');
  return `<img class="logo" style="display:block;height:${heightMm}mm" alt="${escapeHtml(manufacturer ?? 'Logo')}" src="data:image/${type};base64,${data}">\n`;
}
