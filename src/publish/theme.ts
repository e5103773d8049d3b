/** How a company's documents look: one table of fields, read from `documents/theme.yaml`, the same for every format. */
import {
  byName,
  checkShape,
  line,
  mapping,
  oneOrMore,
  optional,
  placeOf,
  readYaml,
  whole,
  word,
  yesNo,
  type Fault,
  type Fields,
  type Source,
  type ValueOf,
} from '../shapes/index.js';
import { readLogo, type Logo } from './figures/logo.js';
import { isReadable } from './figures/contrast.js';
import { readFont } from './pdf/font-file.js';
import type { OwnFont } from './pdf/fonts.js';
import type { TemplateProblem } from './template.js';
import { FURNITURE, FURNITURE_WORDS, type Words } from './theme-words.js';

export interface Theme {
  readonly logo: (Logo & { readonly heightMm: number }) | undefined;
  /** Of links and ids, as `#1a58b0`. */
  readonly accent: string;
  readonly font: OwnFont | undefined;
  /** Beside the title above, and beside the stamp below, on every page. */
  readonly header: string | undefined;
  readonly footer: string | undefined;
  /** Headings have numbers. */
  readonly numbering: boolean;
  /** As in `en`, for hyphens and screen readers. */
  readonly language: string;
  readonly words: Words;
}

export const THEME_PATH = 'documents/theme.yaml';

export const PLAIN_THEME: Theme = {
  logo: undefined,
  accent: '#1a58b0',
  font: undefined,
  header: undefined,
  footer: undefined,
  numbering: true,
  language: 'en',
  words: FURNITURE,
};

const SHORT = word(/^.{1,80}$/u, 'a line of at most 80 characters');

export const THEME_FIELDS = {
  logo: optional(line, 'SVG or PNG in the project, such as documents/logo.svg.'),
  'logo-height': optional(whole(6, 30), 'Height of the logo on the first page, in millimetres; default 14.'),
  accent: optional(word(/^#[0-9a-fA-F]{6}$/, 'a colour such as #1a58b0'), 'Colour of links and ids.'),
  font: optional(
    oneOrMore(line),
    'Files of the font for text, TTF or OTF in the project: regular and bold, and italic and bold italic if there are.',
  ),
  header: optional(SHORT, 'Words above every page, beside the title.'),
  footer: optional(SHORT, 'Words below every page.'),
  numbering: optional(yesNo, 'Headings have numbers; default yes.'),
  language: optional(word(/^[a-z]{2}$/, 'a language such as en'), 'Language of the documents, for screen readers.'),
  words: optional(
    byName(SHORT, FURNITURE_WORDS),
    'Words that the tool puts on pages, in the language of the documents.',
  ),
} satisfies Fields;

const SHAPE = mapping(THEME_FIELDS);

export interface ThemeRead {
  readonly theme: Theme;
  /** While there are any, nothing is published. */
  readonly problems: readonly TemplateProblem[];
}

/** @param fileOf bytes of a file of the project; `undefined` for a path that leads to none */
export function readTheme(source: Source, fileOf: (path: string) => Uint8Array | undefined): ThemeRead {
  const faults: Pick<Fault, 'at' | 'message' | 'todo'>[] = [];
  const { tree, problems } = readYaml(source.text);
  if (problems.length > 0) {
    return { theme: PLAIN_THEME, problems: problems.map(({ at, message }) => problemAt(source, at, message)) };
  }
  if (!tree) return { theme: PLAIN_THEME, problems: [] };
  const spots = new Map<string, number>();
  const checked = checkShape(SHAPE, tree, {
    faults: faults as Fault[],
    onField: (field, at) => spots.set(field, at),
  });
  const tell = (field: string, message: string, todo: string): void => {
    faults.push({ at: spots.get(field) ?? 0, message, todo });
  };
  const theme = themeOf(checked ?? {}, fileOf, tell);
  return { theme, problems: faults.map(({ at, message, todo }) => problemAt(source, at, `${message} ${todo}`)) };
}

function problemAt(source: Source, offset: number, message: string): TemplateProblem {
  return { ...placeOf({ source, offset }), message };
}

type Checked = Partial<ValueOf<typeof SHAPE>>;
type Tell = (field: string, message: string, todo: string) => void;

function themeOf(checked: Checked, fileOf: (path: string) => Uint8Array | undefined, tell: Tell): Theme {
  const { accent, header, footer, language, words } = checked;
  if (accent !== undefined && !isReadable(accent)) {
    tell(
      'accent',
      `${accent} cannot be read on white paper.`,
      'Choose a darker colour, of a contrast of at least 4.5.',
    );
  }
  return {
    ...PLAIN_THEME,
    logo: logoOf(checked, fileOf, tell),
    font: fontOf(checked.font ?? [], fileOf, tell),
    header,
    footer,
    numbering: checked.numbering ?? true,
    ...(accent !== undefined && { accent }),
    ...(language !== undefined && { language }),
    words: { ...FURNITURE, ...words },
  };
}

const USUAL_LOGO_MM = 14;

function logoOf(
  { logo: path, 'logo-height': height }: Checked,
  fileOf: (path: string) => Uint8Array | undefined,
  tell: Tell,
): Theme['logo'] {
  if (path === undefined) return undefined;
  const bytes = fileOf(path);
  const logo = bytes ? readLogo(bytes) : `There is no file ${path} in the project.`;
  if (typeof logo !== 'string') return { ...logo, heightMm: height ?? USUAL_LOGO_MM };
  tell('logo', logo, 'Name an SVG or PNG of the project.');
  return undefined;
}

function fontOf(
  paths: readonly string[],
  fileOf: (path: string) => Uint8Array | undefined,
  tell: Tell,
): OwnFont | undefined {
  if (paths.length === 0) return undefined;
  const files = paths.map((path) => ({ path, bytes: fileOf(path) }));
  const fonts = files.flatMap(({ path, bytes }) => {
    const font = bytes && readFont(bytes);
    if (!font) tell('font', `${path} is no TrueType or OpenType font of the project.`, 'Name a TTF or OTF file.');
    return font ? [font] : [];
  });
  if (fonts.length < files.length) return undefined;
  const [family = '', ...others] = new Set(fonts.map((font) => font.family));
  if (family === '' || others.length > 0) {
    tell('font', `The files are of the families ${[family, ...others].join(', ')}.`, 'Name the files of one family.');
    return undefined;
  }
  const has = (isBold: boolean): boolean => fonts.some((font) => font.isBold === isBold && !font.isItalic);
  if (!has(false) || !has(true)) {
    tell('font', `Of ${family} a file is missing: documents need it regular and bold.`, 'Add the file.');
    return undefined;
  }
  return { family, files: files.flatMap(({ bytes }) => bytes ?? []) };
}
