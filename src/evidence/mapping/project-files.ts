/** Which file of the project a report means, as tools write it: absolute, relative to somewhere, or as a class. */

export class ProjectFiles {
  readonly #paths: ReadonlySet<string>;
  /** Last name of the path, and the same without its ending → paths. */
  readonly #byName = new Map<string, string[]>();
  readonly #byStem = new Map<string, string[]>();
  readonly #root: string;
  readonly #known = new Map<string, string | undefined>();

  /**
   * @param paths relative to the project, with `/`
   * @param root folder of the project, which absolute paths may begin with
   */
  constructor(paths: Iterable<string>, root = '') {
    this.#paths = new Set(paths);
    this.#root = `${withSlashes(root)}/`;
    for (const path of this.#paths) {
      const name = nameOf(path);
      push(this.#byName, name, path);
      if (!IS_TEXT.test(name)) push(this.#byStem, stemOf(name), path);
    }
  }

  /** @returns `undefined` where no file is meant, or more than one could be */
  find(written: string): string | undefined {
    if (!this.#known.has(written)) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(written, this.#find(withSlashes(written)));
    }
    return this.#known.get(written);
  }

  #find(written: string): string | undefined {
    const path = written.startsWith(this.#root) ? written.slice(this.#root.length) : written.replace(/^(?:\.\/)+/, '');
    if (this.#paths.has(path)) return path;
    const alike = this.#byName.get(nameOf(path)) ?? [];
    // The report was written elsewhere, such as on a build machine: the longest path of ours that ends it. A bare name
    // could be anybody's.
    const ends = alike.filter((one) => one.includes('/') && path.endsWith(`/${one}`));
    const longest = ends.toSorted((a, b) => b.length - a.length)[0];
    return longest ?? only(alike.filter((one) => one.endsWith(`/${path}`)));
  }

  /** @param className such as `com.acme.LimitsTest`, or with the name of a class in the file: `tests.test_limits.TestDose` */
  findClass(className: string): string | undefined {
    const key = `class ${className}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#findClass(className));
    return this.#known.get(key);
  }

  #findClass(className: string): string | undefined {
    const parts = className.replace(/[$+].*$/, '').split('.');
    if (!parts.every((part) => /^\w+$/.test(part))) return undefined;
    for (const count of [parts.length, parts.length - 1]) {
      const stem = parts.slice(0, count).join('/');
      // A single small word, such as `test`, is no name of a class.
      if (!stem.includes('/') && !/[A-Z_]/.test(stem)) continue;
      const fitting = (this.#byStem.get(nameOf(stem)) ?? []).filter((path) =>
        `/${withoutEnding(path)}`.endsWith(`/${stem}`),
      );
      if (fitting.length > 0) return only(fitting);
    }
    return undefined;
  }
}

const MAX_KNOWN = 100_000;
/** Holds no tests, but may bear the name of a class. */
const IS_TEXT = /\.(?:md|txt|rst|ya?ml|json|xml|html?|csv|svg|png)$/i;

function withSlashes(path: string): string {
  return path.replace(/^file:\/\//, '').replaceAll('\\', '/');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot === -1 ? name : name.slice(0, dot);
}

function withoutEnding(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `${folder}${stemOf(nameOf(path))}`;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function only(paths: readonly string[]): string | undefined {
  return paths.length === 1 ? paths[0] : undefined;
}
