/** A traceability matrix as CSV and as an HTML page of its own. */
import type { TraceOutput } from '../contract/index.js';
import { plain } from './terminal.js';
import { PROOF_SIGNS, PROOF_WORDS } from './words.js';

/** Cells that a spreadsheet would take for a formula get an apostrophe in front. */
export function matrixAsCsv(output: TraceOutput): string {
  const rows = output.rows.flatMap((row) =>
    row.to.length === 0
      ? [[row.id, row.title ?? '', '', '', row.verification ?? '', '']]
      : row.to.map((end) => [
          row.id,
          row.title ?? '',
          end.id,
          end.title ?? '',
          row.verification ?? '',
          end.verification ?? '',
        ]),
  );
  const { from, to } = output;
  const lines = [[from, `${from} title`, to, `${to} title`, `${from} verification`, `${to} verification`], ...rows];
  return `${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(written: string): string {
  const text = plain(written);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const STYLE =
  'body{font:13px/18px Inter,system-ui,sans-serif;color:#17202a;background:#fff;margin:24px}' +
  'h1{font-size:20px;line-height:26px}p{color:#414d59}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #dfe4e8}' +
  'thead th{color:#5a6672;border-bottom:1px solid #b4bec7;position:sticky;top:0;background:#fff}' +
  'tbody th{font-weight:500;white-space:nowrap}.proof{white-space:nowrap;color:#5a6672}.hole{color:#b3261e}' +
  '@media(prefers-color-scheme:dark){body,thead th{background:#14181d;color:#e6ebf0}th,td{border-color:#2b333b}p,.proof{color:#b6c0ca}.hole{color:#ff8f86}}' +
  '@media print{thead th{position:static}tr{break-inside:avoid}}';

export function matrixAsHtml(output: TraceOutput): string {
  const title = `${output.project.name} ${output.project.version}: ${output.from} to ${output.to}`.trim();
  const commit =
    output.project.commit === null
      ? 'no commit'
      : `commit ${output.project.commit.slice(0, 7)}${output.project.dirty ? ', changed since' : ''}`;
  const body = output.rows.map((row) => {
    const ends = row.to.map(endAsHtml).join('');
    return `<tr><th scope="row">${escape(row.id)}</th><td>${escape(row.title ?? '')}</td><td>${proofMark(row)}</td><td>${ends || '<span class="hole">✕ none</span>'}</td></tr>`;
  });
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escape(title)}</h1>`,
    `<p>${output.linked} of ${output.linked + output.holes} lead to a ${escape(output.to)}; ${output.holes} lead to none. ${escape(commit)}, ${escape(output.date)}, Medward ${escape(output.tool.version)}.</p>`,
    `<table><thead><tr><th scope="col">${escape(output.from)}</th><th scope="col">title</th><th scope="col">proof</th><th scope="col">${escape(output.to)}</th></tr></thead><tbody>`,
    ...body,
    '</tbody></table></body></html>',
    '',
  ].join('\n');
}

type End = TraceOutput['rows'][number]['to'][number];

function endAsHtml(end: End): string {
  return `<div>${escape(end.id)} <span>${escape(end.title ?? '')}</span> ${proofMark(end)}</div>`;
}

function proofMark({ verification }: Pick<End, 'verification'>): string {
  if (verification === null) return '';
  return `<span class="proof">${PROOF_SIGNS[verification] ?? ''} ${PROOF_WORDS[verification] ?? ''}</span>`;
}

function escape(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
