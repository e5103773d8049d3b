/** The templates of a project: those that ship, with the team's own in `documents/` in their place or beside them. */
import { readTemplate, type Template, type TemplateProblem } from './template.js';

export interface TemplateSet {
  readonly templates: readonly Template[];
  readonly problems: readonly TemplateProblem[];
}

/** @param own the project's files of `documents/`, path → text */
export function templateSet(shipped: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>): TemplateSet {
  const byName = new Map([...shipped, ...own].map(([path, text]) => [nameOf(path), { path, text }]));
  const read = [...byName.values()].map(({ path, text }) => readTemplate(path, text));
  return {
    templates: read.flatMap(({ template }) => template ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
