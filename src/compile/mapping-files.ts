/** The files of the project that map results to records, and what is wrong in them. */
import { readMappingFile, type MappingFault, type MappingFile } from '../evidence/index.js';
import { problemOfUnread, type FileTree, type Settings } from '../project/index.js';
import type { Fault } from '../rules/index.js';
import type { Source, Spot } from '../shapes/index.js';

export interface ProjectMappingFile {
  /** As far as it could be read. */
  readonly source: Source;
  readonly file: MappingFile;
}

export function mappingFiles(
  tree: FileTree,
  { mapping }: Settings,
  isRecord: (id: string) => boolean,
): readonly ProjectMappingFile[] {
  return mapping.map((path) => {
    const read = tree.read(path);
    const source = { path, text: read.ok ? read.text : '' };
    if (read.ok) return { source, file: readMappingFile(source, isRecord) };
    return { source, file: { results: [], columns: [], faults: [problemOfUnread(path, read)] } };
  });
}

/** One for each file: an entry has no name by which it could be told from the others. */
export function mappingFaults(files: readonly ProjectMappingFile[]): readonly Fault[] {
  return files.flatMap(({ source, file: { faults } }): readonly Fault[] => {
    const [first, ...others] = faults;
    if (!first) return [];
    return [
      {
        rule: 'mapping-not-used-in-full',
        subject: `file:${source.path}`,
        record: undefined,
        details: [],
        spot: spotOf(first, source),
        message: `\`${source.path}\` maps less than was meant${others.length > 0 ? `, at ${faults.length} places` : ''}: ${first.message}`,
        todo: 'Correct the entry, and add the reports again whose results it maps; what has a fault is not used.',
        related: others.slice(0, MOST).map((fault) => ({ spot: spotOf(fault, source), message: fault.message })),
      },
    ];
  });
}

const MOST = 20;

function spotOf({ line, column }: MappingFault, source: Source): Spot {
  const before = source.text.split('\n').slice(0, line - 1);
  return { source, offset: before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1 };
}
