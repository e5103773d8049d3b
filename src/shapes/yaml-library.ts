/** Loads the YAML library when a text needs it, and not before: loading costs more than reading a small project. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const load = createRequire(import.meta.url);

/** Loaded once; `require` because a reader cannot wait for an import. */
export function yamlLibrary(): typeof Yaml {
  return load('yaml') as typeof Yaml;
}
