/** The files that a tool says it looked at, whose paths may begin elsewhere than the project's. */

export class ScannedFiles {
  readonly #byName = new Map<string, string[]>();
  readonly #endings = new Set<string>();

  constructor(written: readonly string[]) {
    for (const path of written.map(plainPath)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      this.#endings.add(endingOf(name));
      const known = this.#byName.get(name);
      if (known) known.push(path);
      else this.#byName.set(name, [path]);
    }
  }

  /**
   * A tool looks at files of its languages: those that end like one that it looked at anywhere.
   * @param project all files of the project: a path that is one of them means no other that ends alike
   * @returns a file that it left out, or words for all if it looked at none; `undefined` if it looked at all of them
   */
  missed(files: readonly string[], project: ProjectFiles): string | undefined {
    const ofItsKind = files.filter((path) => this.#endings.has(endingOf(path)));
    if (ofItsKind.length === 0) return 'any file of it';
    return ofItsKind.find((path) => !this.#has(path, project));
  }

  #has(path: string, project: ProjectFiles): boolean {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return this.#byName.get(name)?.some((known) => fileMeant(known, project) === path) ?? false;
  }
}

export interface ProjectFiles {
  has(path: string): boolean;
}

/** The file of the project that a path in a report means, which may begin at a root of its own: its longest ending that is one. */
export function fileMeant(written: string, project: ProjectFiles): string | undefined {
  let path = plainPath(written);
  while (!project.has(path)) {
    const slash = path.indexOf('/');
    if (slash < 0) return undefined;
    path = path.slice(slash + 1);
  }
  return path;
}

/** Without scheme and `./`, as it may stand in the project. */
export function plainPath(written: string): string {
  const path = written.replace(/^file:\/\//, '').replaceAll('\\', '/');
  const withoutHere = path.startsWith('./') ? path.slice(2) : path;
  try {
    return decodeURIComponent(withoutHere);
  } catch (cause) {
    // A percent sign that begins no code is part of the name.
    if (cause instanceof URIError) return withoutHere;
    throw cause;
  }
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(dot).toLowerCase();
}
