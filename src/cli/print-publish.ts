/** Prints what `medward publish` wrote, or why it wrote nothing. */
import type { PublishOutput } from '../contract/index.js';
import type { Template } from '../publish/index.js';
import { counted } from './print-table.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

export function printPublish(output: PublishOutput, folder: string, terminal: Terminal): void {
  for (const { file, line, column, message } of output.problems) {
    terminal.out(
      `${plain(`${file}:${line}:${column}`)}  ${terminal.paint('red', 'error')}\n  ${wrap(message, terminal.width, '  ')}\n`,
    );
  }
  if (output.blocking.length > 0) printBlocking(output.blocking, terminal);
  if (output.problems.length + output.blocking.length > 0) {
    terminal.out('Nothing was written.\n');
    return;
  }
  for (const { file, notes } of output.files) {
    for (const note of notes) terminal.out(`${plain(file)}  ${terminal.paint('amber', 'warning')}  ${plain(note)}\n`);
  }
  const written = output.files.filter(({ state }) => state === 'written').length;
  const documents = new Set(output.files.filter(({ format }) => format !== 'site').map(({ document }) => document))
    .size;
  const what = [
    documents > 0 ? counted(documents, 'document') : '',
    output.files.some(({ format }) => format === 'site') ? 'the site' : '',
  ];
  terminal.out(
    `${sentence(what)} in ${plain(folder)}: ${counted(written, 'file')} written, ${output.files.length - written} unchanged.\n`,
  );
}

function sentence(parts: readonly string[]): string {
  const words = parts.filter((part) => part !== '').join(' and ') || 'No documents';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const AT_MOST = 10;

function printBlocking(blocking: PublishOutput['blocking'], terminal: Terminal): void {
  terminal.out(
    `${terminal.paint('red', `${blocking.length === 1 ? '1 thing blocks' : `${blocking.length} things block`} the release of these documents.`)}\n`,
  );
  for (const { key, message } of blocking.slice(0, AT_MOST)) {
    terminal.out(`  ${wrap(message, terminal.width, '    ')}\n    ${terminal.paint('grey', plain(key))}\n`);
  }
  if (blocking.length > AT_MOST) terminal.out(`  and ${blocking.length - AT_MOST} more: \`medward check --all\`\n`);
}

/** @param isAsked whether the document is made for this device */
export function printTemplates(
  templates: readonly Template[],
  isAsked: (template: Template) => boolean,
  terminal: Terminal,
): void {
  const rows = templates.filter(isAsked).map(({ id, title, products }) => [id, title, products.join(', ')]);
  for (const row of columns(rows)) terminal.out(`${plain(row)}\n`);
  const others = templates.filter((template) => !isAsked(template)).map(({ id }) => id);
  if (others.length > 0)
    terminal.out(`\n${wrap(`Not asked here: ${plain(others.join(', '))}.`, terminal.width, '  ')}\n`);
}
