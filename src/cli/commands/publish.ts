/** `medward publish`: the documents of the device, from the same data as everything else. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'publish',
  takes: '[DOCUMENT…]',
  about: 'Documents as PDF, DOCX, XLSX, HTML, Markdown and CSV; a draft shows its gaps, --release has none.',
  options: {
    ...PROJECT_OPTIONS,
    output: {
      short: 'o',
      value: 'DIR',
      about: 'Folder to write into; default: published, in the folder you stand in.',
    },
    format: {
      value: 'FORMATS',
      about: 'Formats, parted by commas: html, md, csv, pdf, docx, xlsx, site; default: html.',
    },
    'word-template': {
      value: 'FILE',
      about: 'Word template of the company, in the project; default: documents/template.docx if it is there.',
    },
    pdf: {
      value: 'SORT',
      about: 'Sort of PDF: a-2a (for archives; default), ua-1 (for screen readers), untagged (smallest, for neither).',
    },
    since: {
      value: 'REVISION',
      about: 'Mark what changed since a commit, tag or branch, and list the records that differ.',
    },
    release: { about: 'Refuse while a gap of a document blocks; no gaps, no watermark.' },
    list: { about: 'Which documents there are, with the work products that each carries; writes nothing.' },
  },
  async run(call) {
    const { publishCommand } = await import('../publish-command.js');
    return publishCommand(call);
  },
});
