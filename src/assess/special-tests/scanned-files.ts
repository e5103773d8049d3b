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
   * @returns a file that it left out, or words for all if it looked at none; `undefined` if it looked at all of them
   */
  missed(files: readonly string[]): string | undefined {
    const ofItsKind = files.filter((path) => this.#endings.has(endingOf(path)));
    if (ofItsKind.length === 0) return 'any file of it';
    return ofItsKind.find((path) => !this.#has(path));
  }

  #has(path: string): boolean {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return this.#byName.get(name)?.some((known) => known === path || known.endsWith(`/${path}`)) ?? false;
  }
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
