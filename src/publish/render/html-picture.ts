/** A picture inside an HTML page: what draws and nothing else, as large as it was drawn, and never too small to read. */
import type { Figure } from '../document.js';
import { cleanSvg } from '../figures/clean-svg.js';
import { escapeHtml } from './escape.js';

/** Pictures wider than this scroll on small screens. */
const WIDE = 720;

/** @param name such as `Figure 2` */
export function pictureHtml({ svg, alt }: Figure, name: string): string {
  const clean = cleanSvg(svg);
  if (typeof clean === 'string') return `<p><em>The picture is not shown. ${escapeHtml(clean)}</em></p>`;
  const own = `style="--own:${Math.round(clean.width)}px"`;
  const words = named(clean.svg, alt);
  if (clean.width <= WIDE) return `<div class="picture" ${own}>${words}</div>`;
  return `<div class="picture wide" tabindex="0" role="region" aria-label="${escapeHtml(name)}, the picture" ${own}>${words}</div>`;
}

/** Those who cannot see it hear its title and description; a picture without them says what the document says of it. */
function named(svg: string, alt: string): string {
  const role = /^<svg[^>]*\srole="/.test(svg) ? '' : ' role="img"';
  const label = svg.includes('<title>') ? '' : ` aria-label="${escapeHtml(alt)}"`;
  return svg.replace('<svg', () => `<svg${role}${label}`);
}
