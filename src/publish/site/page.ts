/** The frame of a page of the site: head, navigation, and a policy under which only our one script can run. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../render/escape.js';
import { STYLE } from '../render/html-style.js';

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
.site b{font-weight:600}.site a{color:inherit}.site form{margin-left:auto}
input,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--ink3);border-radius:4px;padding:3px 8px;min-height:28px}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
main input{width:min(100%,420px)}
footer{max-width:1040px;margin:0 auto;padding:16px 24px 48px;color:var(--ink3);font-size:12px;border-top:1px solid var(--line)}
tr[hidden]{display:none}.bad{color:var(--bad)}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;margin:0}
.columns{columns:2 360px;column-gap:32px;max-width:none}
.quiet{color:var(--ink3)}
@media print{.site,footer{display:none}}
`;

export function pageHtml(page: Page, frame: SiteFrame): string {
  const { title, body, up, script } = page;
  const scripts = script === undefined ? '' : ` script-src '${hashOf(script)}';`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${scripts} style-src 'unsafe-inline'; img-src data:; base-uri 'none'">
<title>${escapeHtml(`${title}, ${frame.device}`)}</title>
<style>${STYLE}${SITE_STYLE}</style>
</head>
<body${frame.status === 'draft' ? ' class="draft"' : ''}>
<a class="skip" href="#content">To the text</a>
${siteBar(up, frame)}
<main id="content">
<p class="kind">${frame.status === 'draft' ? 'Draft' : 'Released'}${frame.stamp === undefined ? '' : ` · ${escapeHtml(frame.stamp)}`}</p>
${body}
</main>
<footer>${escapeHtml(frame.foot)}</footer>
${script === undefined ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

/** Above every page, also above documents; without a script the search leads to the whole list. */
export function siteBar(up: string, { device }: SiteFrame): string {
  return `<nav class="site" aria-label="Site"><b>${escapeHtml(device)}</b>
<a href="${up}index.html">Overview</a><a href="${up}search.html">All records</a>
<form role="search" action="${up}search.html"><input name="words" type="search" aria-label="Search records and documents" placeholder="Id or words"> <button>Search</button></form></nav>`;
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
