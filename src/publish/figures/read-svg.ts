/** Reads an SVG into a small tree, bounded: no document type, no entity beyond the five of XML, nothing but elements and words. */
import sax from 'sax';

export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

const MOST_CHARACTERS = 5_000_000;
const MOST_ELEMENTS = 50_000;
const DEEPEST = 60;

/** Only `&lt;` and its like, no entities of HTML. */
const STRICT = { position: false, strictEntities: true };

/** @returns the root, or a sentence on why there is none */
export function readSvg(text: string): SvgElement | string {
  if (text.length > MOST_CHARACTERS) return 'The picture is too large.';
  const reader = new Reader();
  try {
    reader.parser.write(text).close();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return reader.refused ?? 'The picture is no well-formed SVG.';
  }
  if (reader.root?.name !== 'svg') return 'The picture is no SVG.';
  return reader.root;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (SvgElement | string)[];
}

class Reader {
  readonly parser = sax.parser(true, STRICT);
  root: SvgElement | undefined;
  refused: string | undefined;
  readonly #open: Open[] = [];
  #count = 0;

  constructor() {
    Object.assign(this.parser, {
      onopentag: (tag: sax.Tag) => this.#begin(tag),
      onclosetag: () => this.#end(),
      ontext: (words: string) => this.#open.at(-1)?.children.push(words),
      oncdata: (words: string) => this.#open.at(-1)?.children.push(words),
      onerror: (fault: Error) => {
        throw fault;
      },
    });
  }

  #begin({ name, attributes }: sax.Tag): void {
    this.#count++;
    if (this.#count > MOST_ELEMENTS) this.#refuse('The picture has too many elements.');
    if (this.#open.length >= DEEPEST) this.#refuse('The elements of the picture are nested too deeply.');
    this.#open.push({ name, attributes: new Map(Object.entries(attributes)), children: [] });
  }

  #end(): void {
    const element = this.#open.pop();
    const outer = this.#open.at(-1);
    if (outer && element) outer.children.push(element);
    else this.root ??= element;
  }

  #refuse(sentence: string): never {
    this.refused = sentence;
    throw new Error(sentence);
  }
}
