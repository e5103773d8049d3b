/** How results of tests reach records in this project: its mapping files, and the tags in the code of its tests. */
import { patternOf, ResultMapping, type MappingFault } from '../evidence/index.js';
import type { EvidenceProject } from './evidence-project.js';

export interface ProjectMapping {
  readonly mapping: ResultMapping;
  /** What is wrong in the mapping files; entries with a fault are not used. */
  readonly problems: readonly MappingFault[];
  /** @returns the columns that a mapping file gives for a table of findings of this name */
  readonly columnsOf: (report: string) => ReadonlyMap<string, string> | undefined;
}

export function projectMapping({ folder, project }: EvidenceProject): ProjectMapping {
  const files = project.mappings.map(({ file }) => file);
  const mapping = new ResultMapping({
    rules: files.flatMap(({ results }) => results),
    tagged: verifiedBy(project.input.tags),
    files: project.tree.list().map(({ path }) => path),
    root: folder,
  });
  const columns = files.flatMap((file) => file.columns);
  return {
    mapping,
    problems: files.flatMap(({ faults }) => faults),
    columnsOf: (report) => columns.find((rule) => patternOf(rule.report, false).fits(report))?.columns,
  };
}

type Tags = EvidenceProject['project']['input']['tags'];

/** File of tests → ids that `@verifies` names in it. */
function verifiedBy(tags: Tags): ReadonlyMap<string, readonly string[]> {
  const byFile = new Map<string, Set<string>>();
  for (const { field, file, id } of tags) {
    if (field !== 'verifies') continue;
    const ids = byFile.get(file) ?? new Set();
    byFile.set(file, ids.add(id));
  }
  return new Map([...byFile].map(([file, ids]) => [file, [...ids]]));
}
