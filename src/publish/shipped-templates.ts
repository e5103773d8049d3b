/** The templates that ship with the tool: Markdown files beside this one. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('templates/', import.meta.url);

/** Path as in messages → text; in order of the path. */
export function shippedTemplates(): ReadonlyMap<string, string> {
  const names = readdirSync(fileURLToPath(FOLDER)).filter((name) => name.endsWith('.md'));
  return new Map(names.toSorted().map((name) => [`templates/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]));
}
