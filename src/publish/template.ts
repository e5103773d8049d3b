/** Reads a template: front matter, Markdown, and tags in the form of generic directives, each with its place. */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { checkShape, line, mapping, needed, optional, readYaml, someOf, word, yesNo } from '../shapes/index.js';
import type { Fault as ShapeFault } from '../shapes/index.js';

export interface Template {
  /** Name of the file without its ending. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Work products that the document carries. */
  readonly products: readonly string[];
  /** One document per software system, or one for the device. */
  readonly perSystem: boolean;
  /** A condition on facts; where it does not hold, nobody asks for the document. */
  readonly when: string | undefined;
  /** Name of a pack; where it is not chosen, nobody asks for the document. */
  readonly pack: string | undefined;
  readonly body: Root;
  /** Lines above the body. */
  readonly linesAbove: number;
}

export interface TemplateProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type TemplateRead =
  | { readonly template: Template; readonly problems: readonly TemplateProblem[] }
  | { readonly template: undefined; readonly problems: readonly TemplateProblem[] };

const FRONT = mapping({
  title: needed(line, 'Title of the document.'),
  products: optional(someOf(word(/^[a-z][a-z0-9-]*$/, 'the id of a work product')), 'Work products that it carries.'),
  'per-system': optional(yesNo, 'One document for each software system.'),
  when: optional(line, 'Condition on facts, such as exposed.'),
  pack: optional(word(/^[a-z][a-z0-9.-]*$/, 'the name of a pack'), 'Pack whose clauses the document is about.'),
});

const MAX_TEMPLATE = 500_000;

export function readTemplate(path: string, text: string): TemplateRead {
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const at = (lineNumber: number, message: string): TemplateProblem => ({
    file: path,
    line: lineNumber,
    column: 1,
    message,
  });
  if (text.length > MAX_TEMPLATE)
    return { template: undefined, problems: [at(1, 'The template is too long. Split it.')] };
  const front = /^---\r?\n(.*?)\r?\n---\r?\n/s.exec(text);
  if (!front) return { template: undefined, problems: [at(1, 'A template begins with `---`, its title and `---`.')] };
  const { tree, problems } = readYaml(front[1] ?? '');
  if (problems.length > 0 || tree?.is !== 'map') {
    return { template: undefined, problems: [at(1, problems[0]?.message ?? 'The front matter is no list of keys.')] };
  }
  const faults: ShapeFault[] = [];
  const checked = checkShape(FRONT, tree, { faults });
  const linesAbove = front[0].split('\n').length - 1;
  const told = faults.map((fault) => at(2, `${fault.message} ${fault.todo}`));
  if (!checked || told.length > 0) return { template: undefined, problems: told };
  return {
    template: {
      id,
      path,
      title: checked.title ?? id,
      products: checked.products ?? [],
      perSystem: checked['per-system'] ?? false,
      when: checked.when,
      pack: checked.pack,
      body: markdown(text.slice(front[0].length)),
      linesAbove,
    },
    problems: [],
  };
}

function markdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), directive()],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  });
}
