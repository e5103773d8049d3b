/** Prints the list of views, or what one view shows: the sentence first, then whether it fits a sheet, then its parts. */
import type { ViewOutput, ViewsOutput } from '../contract/index.js';
import { counted, listed, printNote, printSentence, printTable } from './print-table.js';
import { plain, type Terminal } from './terminal.js';

export function printViews({ views, missing }: ViewsOutput, terminal: Terminal): void {
  printSentence(`${counted(views.length, 'view')}.`, terminal);
  if (views.length > 0) {
    terminal.out('\n');
    printTable(
      ['view', 'purpose', 'elements', 'flows', 'cross', 'no threat', 'steps', 'title'],
      views.map((view) => [
        view.id,
        view.purpose,
        String(view.elements),
        String(view.flows),
        String(view.crossings),
        String(view.unanswered),
        String(view.steps || '·'),
        view.title ?? '',
      ]),
      terminal,
    );
  }
  if (missing.length > 0) {
    printNote(`\nNobody wrote a view for ${listed(missing)}; \`--purpose\` draws what belongs there.`, terminal);
  }
  printNote(`\nDraw one: medward view ${views[0]?.id ?? '--purpose global'} -o view.svg`, terminal);
}

const PAGES: Readonly<Record<string, string>> = {
  'a4-portrait': 'A4 upright',
  'a4-landscape': 'A4 across',
  'a3-landscape': 'A3 across',
};

export function printView(output: ViewOutput, terminal: Terminal): void {
  printSentence(output.title, terminal);
  terminal.out(`${plain(output.sentence)}\n`);
  printDrawing(output, terminal);
  if (output.elements.length > 0) {
    terminal.out('\n');
    printTable(
      ['element', 'shape', 'in', '', 'title'],
      output.elements.map((element) => [
        `${element.id}${element.multiPatient ? '↑' : ''}`,
        element.shape,
        element.boundary ?? '–',
        element.notes.join(', '),
        element.title,
      ]),
      terminal,
    );
  }
  if (output.flows.length > 0) {
    terminal.out('\n');
    printTable(
      ['flow', 'from', 'to', '', 'title'],
      output.flows.map((flow) => [
        flow.id,
        flow.from,
        `${flow.twoWay ? '<>' : '>'} ${flow.to}`,
        STANDINGS[flow.standing],
        flow.title,
      ]),
      terminal,
    );
  }
  printSteps(output.steps, terminal);
}

const STANDINGS: Readonly<Record<ViewOutput['flows'][number]['standing'], string>> = {
  inside: '',
  crossing: 'crosses',
  unanswered: 'crosses, no threat',
  'not-known': 'not known',
  entry: 'way in',
};

function printDrawing({ drawing, split }: ViewOutput, terminal: Terminal): void {
  if (!drawing) printNote('It has more parts than one picture can hold, or could not be laid out.', terminal);
  else {
    const page = PAGES[drawing.page] ?? drawing.page;
    if (drawing.file !== null) terminal.out(`Drawn into ${plain(drawing.file)}.\n`);
    printNote(
      drawing.readable
        ? `On ${page} its smallest text is ${drawing.points} pt.`
        : `Even on ${page} its smallest text is only ${drawing.points} pt; 6 is the least that can be read.`,
      terminal,
    );
  }
  for (const refusal of drawing?.refusals ?? []) printNote(`Pinned positions are not used: ${refusal}`, terminal);
  for (const proposal of split.slice(0, 2)) {
    const parts = proposal.parts.map(
      (part) => `${part.id} ${part.title} (${part.elements} elements, ${part.flows} flows)`,
    );
    printNote(`Split it by ${proposal.by.replace('-', ' ')}: ${parts.join('; ')}.`, terminal);
  }
  if (split.length > 0) printNote('A view shows one of these with `shows:` and its id.', terminal);
}

function printSteps(steps: ViewOutput['steps'], terminal: Terminal): void {
  if (steps.length === 0) return;
  terminal.out('\n');
  printTable(
    ['step', 'flows', 'controls'],
    steps.map((step) => [step.name, listed(step.flows), listed(step.controls)]),
    terminal,
  );
}
