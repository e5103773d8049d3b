/** Small things to do with the XML of a Word file as text: only parts that were checked to be well-formed come here. */
import sax from 'sax';

const MAX_DEPTH = 120;

/** @returns what is wrong, or `undefined`: well-formed, without a document type, and not too deep */
export function faultOfXml(text: string): string | undefined {
  const parser = sax.parser(true, {});
  let fault: string | undefined;
  let depth = 0;
  Object.assign(parser, {
    onerror: (error: Error) => {
      fault ??= error.message.split('\n', 1)[0];
      parser.resume();
    },
    ondoctype: () => (fault ??= 'it declares a document type'),
    onopentag: () => {
      if (++depth > MAX_DEPTH) fault ??= 'it is nested too deeply';
    },
    onclosetag: () => depth--,
  });
  parser.write(text).close();
  return fault;
}

/** Every element of a name that holds none of the same name, as text with its place. */
export function elements(xml: string, name: string): readonly { readonly at: number; readonly text: string }[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*?)?(?:/>|>.*?</${name}>)`, 'gs');
  return [...xml.matchAll(pattern)].map(({ index, 0: text }) => ({ at: index, text }));
}

/** An attribute of the first tag in the text. */
export function attribute(xml: string, name: string): string | undefined {
  const tag = xml.slice(0, xml.indexOf('>'));
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** The same text with a piece of it replaced. */
export function spliced(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

/** Puts XML before the last closing tag. */
export function withInside(xml: string, inner: string): string {
  const end = xml.lastIndexOf('</');
  return end < 0 ? xml : spliced(xml, end, 0, inner);
}

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
