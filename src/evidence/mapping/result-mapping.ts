/** Records that a result verifies beyond those that it names itself: by the mapping files, and by tags in the code of tests. */
import type { TestResult } from '../report.js';
import type { ResultRule } from './mapping-file.js';
import { ProjectFiles } from './project-files.js';
import { patternOf, type Pattern } from './wildcards.js';

export interface MappingSources {
  readonly rules: readonly ResultRule[];
  /** Path of a file of tests → ids of the records that tags in it say it verifies. */
  readonly tagged: ReadonlyMap<string, readonly string[]>;
  /** Every file of the project. */
  readonly files: Iterable<string>;
  /** Folder of the project, which absolute paths in reports may begin with. */
  readonly root?: string;
}

interface Rule {
  readonly patterns: readonly { readonly of: 'file' | 'suite' | 'name'; readonly pattern: Pattern }[];
  readonly records: readonly string[];
}

// @implements SRS-812
export class ResultMapping {
  /** Rules that ask for one name, suite or file exactly, by it; most do, and need not be tried on every result. */
  readonly #exact = new Map<string, Rule[]>();
  readonly #others: Rule[] = [];
  readonly #tagged: MappingSources['tagged'];
  readonly #files: ProjectFiles;

  constructor({ rules, tagged, files, root }: MappingSources) {
    this.#tagged = tagged;
    this.#files = new ProjectFiles(files, root);
    for (const rule of rules.map(compiled)) {
      const exact = rule.patterns.find(({ pattern }) => pattern.exact !== undefined);
      if (!exact) this.#others.push(rule);
      else {
        const key = `${exact.of} ${exact.pattern.exact ?? ''}`;
        this.#exact.set(key, [...(this.#exact.get(key) ?? []), rule]);
      }
    }
  }

  /**
   * @param namesOwn the result names records itself: then the tags of its file, which speak of all tests in it, are not
   * asked
   */
  idsOf(test: TestResult, namesOwn: boolean): readonly string[] {
    const file = this.#fileOf(test);
    const ids = this.#byRules(test, file);
    if (namesOwn || file === undefined) return ids;
    return [...ids, ...(this.#tagged.get(file) ?? [])];
  }

  #byRules(test: TestResult, file: string | undefined): readonly string[] {
    if (this.#exact.size === 0 && this.#others.length === 0) return [];
    const written = file ?? test.file ?? undefined;
    const keys = [`name ${test.name}`, ...test.suites.map((suite) => `suite ${suite}`), `file ${written ?? ''}`];
    const rules = [...keys.flatMap((key) => this.#exact.get(key) ?? []), ...this.#others];
    return rules.flatMap((rule) => (fits(rule, test, written) ? rule.records : []));
  }

  /** By the file that the report names, else by the suite nearest to the test, which may be a path or a class. */
  #fileOf({ file, suites }: TestResult): string | undefined {
    if (file !== null) return this.#files.find(file);
    const nearest = suites.at(-1);
    return nearest === undefined ? undefined : (this.#files.find(nearest) ?? this.#files.findClass(nearest));
  }
}

function compiled({ file, suite, name, records }: ResultRule): Rule {
  const patterns = [
    { of: 'name' as const, written: name },
    { of: 'suite' as const, written: suite },
    { of: 'file' as const, written: file },
  ].flatMap(({ of, written }) => (written === undefined ? [] : [{ of, pattern: patternOf(written, of === 'file') }]));
  return { patterns, records };
}

function fits({ patterns }: Rule, { name, suites }: TestResult, file: string | undefined): boolean {
  return patterns.every(({ of, pattern }) => {
    if (of === 'name') return pattern.fits(name);
    if (of === 'suite') return suites.some((suite) => pattern.fits(suite));
    return file !== undefined && pattern.fits(file);
  });
}
