/** Gives ids inside a Word file by their order: its library counts on from file to file, and draws some by lot. */

export interface WordParts {
  readonly document: string;
  /** The list of what the document refers to. */
  readonly relations: string;
}

export function numbered({ document, relations }: WordParts): WordParts {
  const marks = new Counter();
  const pictures = new Counter();
  const contents = new Counter();
  const links = new Counter();
  const drawn = [...relations.matchAll(/ Id="([^"]+)"/g)].flatMap(([, id = '']) => (/^rId\d+$/.test(id) ? [] : [id]));
  const byLot = new Set(drawn);
  const linkOf = (id: string): string => (byLot.has(id) ? `rIdLink${links.of(id)}` : id);
  return {
    document: document
      .replaceAll(
        /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]+)"/g,
        (_, head: string, id: string) => `${head}${marks.of(id)}"`,
      )
      .replaceAll(
        /(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")([^"]+)"/g,
        (_, head: string, id: string) => `${head}${pictures.of(id)}"`,
      )
      .replaceAll(/\b_Toc(\d+)\b/g, (_, id: string) => `_Toc${contents.of(id)}`)
      .replaceAll(/ r:id="([^"]+)"/g, (_, id: string) => ` r:id="${linkOf(id)}"`),
    relations: relations.replaceAll(/ Id="([^"]+)"/g, (_, id: string) => ` Id="${linkOf(id)}"`),
  };
}

class Counter {
  readonly #numbers = new Map<string, number>();

  of(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, known);
    return known;
  }
}
