/** Leaves of an SVG what draws, and nothing that runs, leads out or grows: every element and attribute is on a list. */
import { readSvg, type SvgElement } from './read-svg.js';

export interface CleanSvg {
  readonly svg: string;
  /** Units of the picture. */
  readonly width: number;
  readonly height: number;
}

export interface CleanOptions {
  /** Takes the place of every font that the picture names; without it the fonts stay. */
  readonly fonts?: string;
  /** Every word of the picture goes through it. */
  readonly words?: (text: string) => string;
}

const DRAWS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan style ' +
    'linearGradient radialGradient stop clipPath mask marker pattern'
  ).split(' '),
);
/** Their content stays, they go. */
const AROUND: ReadonlySet<string> = new Set(['a', 'switch']);
const HAS_WORDS: ReadonlySet<string> = new Set(['text', 'tspan', 'title', 'desc', 'style']);
/** `use` can make a small file into endless drawing. */
const MOST_DRAWN = 100_000;

/** @returns the picture, or a sentence on why it is not shown */
export function cleanSvg(text: string, options: CleanOptions = {}): CleanSvg | string {
  const root = readSvg(text);
  if (typeof root === 'string') return root;
  if (drawnBy(root) > MOST_DRAWN) return 'The picture repeats parts of itself too often.';
  const { width, height } = sizeOf(root.attributes);
  return { svg: written(root, options, true), width, height };
}

/** @returns units; what a browser takes where a picture does not say it */
export function svgSize(text: string): { readonly width: number; readonly height: number } {
  const root = /<svg\b[^>]*>/.exec(text.slice(0, 20_000))?.[0] ?? '';
  const attributes = [...root.matchAll(/([\w:-]+)\s*=\s*["']([^"']*)["']/g)];
  return sizeOf(new Map(attributes.map(([, name = '', value = '']) => [name, value])));
}

const [USUAL_WIDTH, USUAL_HEIGHT, LARGEST] = [300, 150, 100_000];

function sizeOf(attributes: ReadonlyMap<string, string>): { readonly width: number; readonly height: number } {
  const box = (attributes.get('viewBox') ?? '').trim().split(/[\s,]+/);
  const size = (name: string, boxed: string | undefined, usual: number): number => {
    const written = attributes.get(name) ?? '';
    const value = Number.parseFloat(written.endsWith('%') ? (boxed ?? '') : written || (boxed ?? ''));
    return Number.isFinite(value) && value > 0 ? Math.min(value, LARGEST) : usual;
  };
  return { width: size('width', box[2], USUAL_WIDTH), height: size('height', box[3], USUAL_HEIGHT) };
}

function written(element: SvgElement, options: CleanOptions, isRoot = false): string {
  const { name, children } = element;
  if (AROUND.has(name)) return inside(children, options, false);
  if (!DRAWS.has(name)) return '';
  if (name === 'style') return styleElement(children);
  const attributes = [...element.attributes].flatMap(([key, value]) => attribute(name, key, value, options));
  const outer = isRoot ? rootAttributes(options) : '';
  const content = inside(children, options, HAS_WORDS.has(name));
  return `<${name}${outer}${attributes.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`;
}

function rootAttributes({ fonts }: CleanOptions): string {
  const named = fonts === undefined ? '' : ` font-family="${escaped(fonts)}"`;
  return ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${named}`;
}

function inside(children: SvgElement['children'], options: CleanOptions, withWords: boolean): string {
  return children
    .map((child) => {
      if (typeof child !== 'string') return written(child, options);
      return withWords ? escaped(options.words ? options.words(child) : child) : '';
    })
    .join('');
}

/** Style sheets of drawing programs name classes and colours; whatever else stands in one makes it go. */
function styleElement(children: SvgElement['children']): string {
  const text = children.filter((child) => typeof child === 'string').join('');
  return isHarmless(text) && !/[@<]/.test(text) ? `<style>${escaped(withoutFonts(text))}</style>` : '';
}

function attribute(element: string, key: string, value: string, { fonts }: CleanOptions): readonly string[] {
  if (/^xmlns|^on|^xml:(?!space$)/i.test(key) || !/^(?:xlink:href|xml:space|[a-zA-Z][\w-]*)$/.test(key)) return [];
  if (key === 'href' || key === 'xlink:href') return /^#[\w.:-]+$/.test(value) ? [` ${key}="${value}"`] : [];
  if (!isHarmless(value)) return [];
  if (key === 'font-family') return fonts === undefined ? [` ${key}="${escaped(value)}"`] : [];
  if (key === 'font-weight') return [` ${key}="${weightOf(value)}"`];
  if (key === 'style') return [` ${key}="${escaped(withoutFonts(value))}"`];
  return element === 'style' ? [] : [` ${key}="${escaped(value)}"`];
}

/** No address but one inside the picture, no escape that could hide one. */
function isHarmless(value: string): boolean {
  const outer = value.replaceAll(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '');
  return !/url\(|image\(|image-set\(|expression|javascript:|data:|\\|@import/i.test(outer);
}

function withoutFonts(style: string): string {
  return style.replaceAll(/(^|[;{\s])font(?:-family|-weight)?\s*:[^;}]*/gi, '$1');
}

/** The weights that our fonts have. */
function weightOf(value: string): number {
  const weight = value === 'bold' || value === 'bolder' ? 700 : Number.parseInt(value, 10) || 400;
  if (weight < 550) return 400;
  return weight < 650 ? 600 : 700;
}

/** Elements that are drawn if every `use` is followed; infinite where one leads to itself. */
function drawnBy(root: SvgElement): number {
  const byId = new Map<string, SvgElement>();
  const collect = (element: SvgElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (typeof child !== 'string') collect(child);
  };
  collect(root);
  const known = new Map<SvgElement, number>();
  const count = (element: SvgElement): number => {
    const found = known.get(element);
    if (found !== undefined) return found;
    known.set(element, Infinity);
    const href = element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? '';
    const target = element.name === 'use' ? byId.get(href.slice(1)) : undefined;
    const inner = element.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : count(child)), 1);
    const drawn = inner + (target ? count(target) : 0);
    known.set(element, drawn);
    return drawn;
  };
  return count(root);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
