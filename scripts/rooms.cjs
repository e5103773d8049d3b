/** The rooms of src/ and their directions, as a table: .dependency-cruiser.cjs makes rules of it. */

/**
 * One entry per folder under src/: the rooms it may import, and why no others.
 * A new room starts with its line here; ARCHITECTURE.md shows the same in words, and a test compares the two.
 */
module.exports = {
  shapes: {
    may: [],
    because:
      'Shapes check any YAML against any table of fields; knowing a record or a pack would tie all files to one of them.',
  },
  records: {
    may: ['shapes'],
    because: 'What a record is must not depend on who asks for it, where it is stored or what is missing.',
  },
  project: {
    may: ['shapes'],
    because: 'The way to bytes knows folders, settings and Git; what the bytes mean is the business of records.',
  },
  packs: {
    may: ['shapes'],
    because: 'A regulation is data. Once packs know records, a pack cannot be read, checked or explained alone.',
  },
  evidence: {
    may: ['shapes'],
    because:
      'What a report says is the same whoever asks; ids of records come in as arguments, and nobody judges here.',
  },
  trace: {
    may: ['records', 'shapes'],
    because: 'The graph is the same for every regulation: it links what is written and asks nobody what is demanded.',
  },
  threats: {
    may: ['records', 'shapes', 'packs', 'trace'],
    because: 'Crossings and ratings follow from the graph and the methods of the packs; gaps and status come later.',
  },
  rules: {
    may: ['records', 'trace', 'packs', 'threats', 'shapes'],
    because: 'A rule reads what it is given and yields gaps; obligations and their status are computed after it.',
  },
  assess: {
    may: ['records', 'trace', 'packs', 'rules', 'threats', 'evidence', 'shapes'],
    because:
      'The assessment is a value of records, packs and evidence statements: no folder, no output format, no command.',
  },
  exchange: {
    may: ['records', 'trace', 'shapes'],
    because:
      'What a foreign model says is the same for every device: it becomes drafts of records, and nobody judges or writes here.',
  },
  edit: {
    may: ['records', 'shapes', 'project'],
    because: 'The only room that writes into a project: it changes texts as it is told and judges nothing.',
  },
  compile: {
    may: ['assess', 'rules', 'trace', 'packs', 'evidence', 'project', 'records', 'shapes'],
    because: 'The one place that puts the rooms together, so that every way in opens a project alike.',
  },
  draw: {
    may: ['assess', 'threats', 'trace', 'records', 'packs', 'shapes'],
    because:
      'A picture is a value of the assessment: terminal, document and page show the same one, and it judges nothing.',
  },
  compare: {
    may: ['assess', 'threats', 'trace', 'records', 'packs', 'shapes'],
    because: 'A difference is a value of two assessments: where the two states came from is the business of who asks.',
  },
  contract: {
    may: [
      'assess',
      'compare',
      'draw',
      'evidence',
      'exchange',
      'rules',
      'threats',
      'trace',
      'packs',
      'records',
      'shapes',
    ],
    because: 'Machine-readable output is made from an assessment; terminal and web must be able to show the same.',
  },
  publish: {
    may: ['assess', 'rules', 'threats', 'trace', 'packs', 'records', 'shapes'],
    because:
      'A document is made from an assessment and pictures that were drawn before; a folder, a command or a clock would make two runs differ.',
  },
  cli: {
    may: [
      'contract',
      'compare',
      'compile',
      'publish',
      'assess',
      'draw',
      'edit',
      'evidence',
      'exchange',
      'rules',
      'threats',
      'trace',
      'packs',
      'project',
      'records',
      'shapes',
    ],
    because: 'The command line is one way in among others; nothing behind it may depend on it.',
  },
};
