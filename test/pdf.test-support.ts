/** Looks into a PDF with programs that are not ours: its words with their places, its bookmarks, whether it is sound. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '../src/project/folder.test-support.js';

export interface PdfWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the page is written. */
  readonly words: readonly PdfWord[];
}

export function pdfFile(bytes: Uint8Array): string {
  const file = join(testFolder(), 'document.pdf');
  writeFileSync(file, bytes);
  return file;
}

const MM = 72 / 25.4;

export function pagesOf(bytes: Uint8Array): readonly PdfPage[] {
  const xml = execFileSync('pdftotext', ['-raw', '-bbox', pdfFile(bytes), '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return xml.split('<page ').slice(1).map(pageOf);
}

function pageOf(xml: string): PdfPage {
  const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const words = [
    ...xml.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs),
  ].map(([, left, top, right, bottom, text = '']) => ({
    text: plain(text),
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
  return { width: Number(width), height: Number(height), words };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** Points; higher letters are those of a watermark. */
const HIGHEST = 45;

/** What stands between the header and the footer, without blanks, in the order of the pages. */
export function bodyOf(pages: readonly PdfPage[]): string {
  const words = pages.flatMap(({ height, words }) =>
    words.filter(({ top, bottom }) => bottom > 21 * MM && top < height - 17.5 * MM && bottom - top < HIGHEST),
  );
  return packed(words.map(({ text }) => text).join(''));
}

/** Without blanks and without the places where a line may end. */
export function packed(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u200b\u00a0]+/g, '');
}

export interface Bookmark {
  readonly title: string;
  readonly page: number;
}

interface Outline {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Outline[];
}

export function bookmarksOf(bytes: Uint8Array): readonly Bookmark[] {
  const json = execFileSync('qpdf', ['--json', '--json-key=outlines', pdfFile(bytes)], { encoding: 'utf8' });
  const flat = (outlines: readonly Outline[]): readonly Bookmark[] =>
    outlines.flatMap(({ title, destpageposfrom1, kids }) => [{ title, page: destpageposfrom1 }, ...flat(kids)]);
  return flat((JSON.parse(json) as { outlines: readonly Outline[] }).outlines);
}

/** @returns what is wrong with the file, in the words of qpdf; empty for a sound one */
export function faultsOf(bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', pdfFile(bytes)], { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
