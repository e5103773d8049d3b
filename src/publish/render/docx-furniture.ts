/** What stands on each page of a Word document: above its name and state, below where it comes from, and behind a draft its mark. */
import { Footer, Header, ImportedXmlComponent, Paragraph, TabStopType, TextRun, type ParagraphChild } from 'docx';
import type { Document } from '../document.js';
import type { Theme } from '../theme.js';
import { pageWords } from './docx-theme.js';
import { escapeHtml } from './escape.js';

/** @param width of the text in twentieths of a point */
export function headerOf(document: Document, width: number, theme: Theme): Header {
  const { title, number, version, status, date } = document;
  const { words } = theme;
  const named = [number, version === undefined ? undefined : `${words.version} ${version}`].filter(
    (one) => one !== undefined,
  );
  const right =
    status === 'draft'
      ? [
          new TextRun({ text: `\t${words.draft}`, bold: true, color: 'B3261E' }),
          new TextRun(named.length > 0 ? ` · ${named.join(', ')}` : ''),
        ]
      : [new TextRun(`\t${[...named, `${words.released} ${date}`].join(', ')}`)];
  const mark = status === 'draft' ? [watermark(theme)] : [];
  const left = [title, theme.header].filter((one) => one !== undefined).join(' · ');
  return new Header({ children: [furniture('HeaderLine', width, [...mark, new TextRun(left), ...right])] });
}

export function footerOf({ device, version, commit, date, stamp }: Document, width: number, theme: Theme): Footer {
  const built = commit === undefined ? 'no commit' : `commit ${commit.slice(0, 12)}`;
  const words = [[device, version].filter((one) => one !== undefined).join(' '), built, date, stamp, theme.footer];
  const left = words.filter((one) => one !== undefined).join(' · ');
  return new Footer({
    children: [furniture('FooterLine', width, [new TextRun(left), ...pageWords(theme)])],
  });
}

/** The first page says its state itself. */
export function firstHeader({ status }: Document, theme: Theme): Header {
  return new Header({ children: [new Paragraph({ children: status === 'draft' ? [watermark(theme)] : [] })] });
}

function furniture(style: string, width: number, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style, tabStops: [{ type: TabStopType.RIGHT, position: width }], children: [...children] });
}

/** A drawn word behind the text, as Word makes its own watermarks: VML is what it knows for them. */
function watermark({ font, words }: Theme): ParagraphChild {
  const place =
    'position:absolute;margin-left:0;margin-top:0;width:430pt;height:130pt;rotation:315;z-index:-251658752;' +
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin;' +
    'mso-position-vertical:center;mso-position-vertical-relative:margin';
  const family = escapeHtml(font?.family ?? 'Inter');
  const mark = escapeHtml(words.draft.toUpperCase());
  return ImportedXmlComponent.fromXmlString(
    `<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="Draft" style="${place}" o:allowincell="f" fillcolor="#f3f4f6" stroked="f"><v:fill opacity=".6"/><v:textpath style="font-family:&quot;${family}&quot;;font-size:1pt;font-weight:bold" string="${mark}"/></v:shape></w:pict></w:r>`,
  ) as unknown as ParagraphChild;
}
