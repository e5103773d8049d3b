/** The first page of the site: how far the file is in a sentence, its documents, its obligations, its records by kind. */
import type { ObligationAnswer } from '../../assess/index.js';
import type { DocumentInput } from '../build/build-document.js';
import { contextOf } from '../build/build-document.js';
import type { Block, Document } from '../document.js';
import { escapeHtml } from '../render/escape.js';
import obligationsTag from '../tags/obligations.js';

export function overviewBody(
  documents: readonly Document[],
  input: DocumentInput,
  html: (blocks: readonly Block[]) => string,
): string {
  const context = { ...contextOf([], undefined, input), level: 2 as const, complain: () => undefined };
  return `<h1>${escapeHtml(input.device.name ?? 'Device without a name')}</h1>
<p><strong>${escapeHtml(verdict(input))}</strong></p>
<h2>Documents</h2>
<ul class="columns">${documents.map(({ id, title }) => `<li><a href="documents/${escapeHtml(id)}.html">${escapeHtml(title)}</a></li>`).join('')}</ul>
<h2>Obligations</h2>
${html(obligationsTag.build({}, context))}
<h2>Records by kind</h2>
${kindsTable(input)}`;
}

function verdict({ assessment }: DocumentInput): string {
  const count = (status: ObligationAnswer['status']): number =>
    assessment.obligations.filter((one) => one.status === status).length;
  const gaps = assessment.gaps.filter(({ decision, severity }) => decision === undefined && severity === 'error');
  const of = assessment.obligations.length;
  const unknown = count('unknown') === 0 ? '' : `, ${count('unknown')} are not known`;
  return `The criteria of ${count('met')} of ${of} obligations are met${unknown}; ${gaps.length} gaps of severity error are open.`;
}

function kindsTable({ assessment }: DocumentInput): string {
  const counts = new Map<string, number>();
  for (const { kind } of assessment.trace.reading.records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rows = [...counts].map(
    ([kind, count]) =>
      `<tr><th scope="row"><a href="search.html?words=${encodeURIComponent(kind)}">${escapeHtml(kind)}</a></th><td class="right">${count.toLocaleString('en-GB')}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Kind</th><th scope="col" class="right">Records</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
