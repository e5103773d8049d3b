/** Lays sheets out and prints them as PDF, by Typst: one compiler for many documents, closed in a folder that holds our own files only. */
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './sheet.js';

/**
 * Typst sees nothing but the files that ship with us and what is handed over by name: a link in a project's folder that
 * leads out would be followed.
 */
const FOLDER = fileURLToPath(new URL('../typst/', import.meta.url));
const MAIN = `${FOLDER}document.typ`;
const GIVEN = 'document.json';
/** Nothing is kept of a document for the next: it took a sixth more memory and saved no time. */
const FORGET_AFTER = 0;

export type PdfStandard = 'a-2a' | 'ua-1';

export interface PrintOptions {
  readonly standard: PdfStandard;
  /** Structure for screen readers; without it a very large annex is a seventh of the size, and no PDF/A-2a or PDF/UA. */
  readonly isTagged: boolean;
}

export interface Press {
  /** @returns the PDF, or in sentences why there is none */
  print(
    sheet: Sheet,
    files: ReadonlyMap<string, Uint8Array>,
    options: PrintOptions,
  ): Promise<Uint8Array | readonly string[]>;
}

export async function openPress(fonts: readonly Uint8Array[]): Promise<Press> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = fonts.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const compiler = Compiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });
  return {
    async print(sheet, files, options) {
      compiler.resetShadow();
      compiler.mapShadow(`${FOLDER}${GIVEN}`, Buffer.from(JSON.stringify(sheet)));
      for (const [name, bytes] of files) compiler.mapShadow(`${FOLDER}${name.slice(1)}`, Buffer.from(bytes));
      const printed = printedBy(compiler, sheet, options);
      compiler.evictCache(FORGET_AFTER);
      // What the compiler held for a document is only given back when Node has a moment: 7 MB each, for ever, without it.
      await setImmediate();
      return printed;
    },
  };
}

function printedBy(
  compiler: NodeCompiler,
  { date }: Sheet,
  { standard, isTagged }: PrintOptions,
): Uint8Array | readonly string[] {
  const compiled = compiler.compile({ mainFilePath: MAIN });
  const { result } = compiled;
  if (!result) return sentencesOf(compiled.takeError(), compiler);
  try {
    return compiler.pdf(result, {
      creationTimestamp: Date.UTC(date[0], date[1] - 1, date[2]) / 1000,
      ...(isTagged ? { pdfStandard: standard } : { pdfTags: false }),
    });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return messagesIn(cause.message);
  }
}

interface Diagnostic {
  readonly message: string;
  readonly path?: string;
}

function sentencesOf(error: NodeError | null, compiler: NodeCompiler): readonly string[] {
  const found = error ? (compiler.fetchDiagnostics(error) as readonly Diagnostic[]) : [];
  return found.length > 0
    ? found.map(({ message, path }) => `${message} (${path?.replace(FOLDER, '') ?? 'no file'})`)
    : ['No reason was given.'];
}

/** What breaks a standard comes as text for the programmers of the compiler; only its messages are for us. */
function messagesIn(text: string): readonly string[] {
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message);
  return messages.length > 0 ? [...new Set(messages)] : [text.slice(0, 300)];
}
