/** Reads an SVG as strictly as XML asks; for the tests of this room. */
import sax from 'sax';

export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** @throws what the parser finds wrong */
export function readSvg(svg: string): { readonly elements: readonly ReadElement[]; readonly text: string } {
  const elements: ReadElement[] = [];
  let text = '';
  const parser = sax.parser(true);
  Object.assign(parser, {
    onopentag: ({ name, attributes }: ReadElement) => elements.push({ name, attributes }),
    ontext: (part: string) => (text += part),
    onerror: (error: Error) => {
      throw error;
    },
  });
  parser.write(svg).close();
  return { elements, text };
}
