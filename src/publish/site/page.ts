/** The frame of a page of the site: head, navigation, and a policy under which only our own scripts can run. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../render/escape.js';
import type { PageEnd } from '../render/html.js';
import { STYLE } from '../render/html-style.js';
import { KEYS_SCRIPT } from './keys-script.js';

export interface SiteFrame {
  readonly device: string;
  readonly status: 'draft' | 'release';
  readonly stamp: string | undefined;
  /** Below each page: commit, day, tool. */
  readonly foot: string;
}

export interface Page {
  readonly title: string;
  /** HTML, escaped where it was made. */
  readonly body: string;
  /** Way to the first folder: empty, or `../`. */
  readonly up: string;
  readonly script?: string;
}

export const SITE_STYLE = `
.site{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;border-bottom:1px solid var(--line);padding:8px 24px;max-width:1040px;margin:0 auto}
.site b{font-weight:600}.site a{color:inherit;padding:4px 0}.site form{margin-left:auto;display:flex;flex-wrap:wrap;gap:4px}
input,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--control);border-radius:4px;padding:3px 8px;min-height:28px;max-width:100%}
main input{width:min(100%,420px)}.hint{color:var(--ink3);font-size:12px}
kbd{font:inherit;border:1px solid var(--line2);border-radius:3px;padding:0 5px}
body>footer{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;justify-content:space-between;max-width:1040px;margin:0 auto;padding:16px 24px 48px;color:var(--ink3);font-size:12px;border-top:1px solid var(--line)}
tr[hidden],[hidden]{display:none}.bad{color:var(--bad)}.right{margin:0}
.columns{columns:2 360px;column-gap:32px;max-width:none}.columns li{break-inside:avoid;padding:2px 0}
.quiet{color:var(--ink3)}tr:focus-within{background:var(--sunk)}
@media (max-width:600px){.site form{margin-left:0}}
@media print{.site,body>footer,form,.hint{display:none}}
`;

export function pageHtml(page: Page, frame: SiteFrame): string {
  const { title, body, up, script } = page;
  const { policy, elements } = endOf(frame, script);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${policy} style-src 'unsafe-inline'; img-src data:; base-uri 'none'">
<title>${escapeHtml(`${title}, ${frame.device}`)}</title>
<style>${STYLE}${SITE_STYLE}</style>
</head>
<body${frame.status === 'draft' ? ' class="draft"' : ''}>
<a class="skip" href="#content">To the text</a>
${siteBar(up, frame)}
<main id="content" tabindex="-1">
<p class="kind">${frame.status === 'draft' ? 'Draft' : 'Released'}${frame.stamp === undefined ? '' : ` · ${escapeHtml(frame.stamp)}`}</p>
${body}
</main>
${elements}
</body>
</html>
`;
}

/** A key without Ctrl or Alt must be one that a reader can turn off (WCAG 2.1.4); without scripts there is none. */
const KEYS_BUTTON = '<button type="button" id="keys" aria-pressed="true" hidden>Key / goes to the search</button>';

/** Above every page, also above documents; without a script the search leads to the whole list. */
export function siteBar(up: string, { device }: SiteFrame): string {
  return `<nav class="site" aria-label="Site"><b>${escapeHtml(device)}</b>
<a href="${up}index.html">Overview</a><a href="${up}search.html">All records</a>
<form role="search" aria-label="Search of the site" action="${up}search.html"><input name="words" type="search" aria-label="Search records and documents" placeholder="Id or words"> <button>Search</button></form></nav>`;
}

/** What ends every page: where it comes from, the keys of the site, and what the page needs besides. */
export function endOf({ foot }: SiteFrame, script?: string): PageEnd {
  const scripts = [KEYS_SCRIPT, ...(script === undefined ? [] : [script])];
  const hashes = scripts.map((one) => `'sha256-${createHash('sha256').update(one).digest('base64')}'`);
  const footer = `<footer><span>${escapeHtml(foot)}</span>${KEYS_BUTTON}</footer>`;
  return {
    policy: ` script-src ${hashes.join(' ')};`,
    elements: [footer, ...scripts.map((one) => `<script>${one}</script>`)].join('\n'),
  };
}
