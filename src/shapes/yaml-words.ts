/** What is wrong in a YAML text, and what to do, in our words: those of the library say only what the grammar forbids. */
import type { YAMLParseError } from 'yaml';

const IN_QUOTES = 'If a text is meant that begins with it, put it in quotes.';
const IN_ONE_LINE =
  'Write the name of a field in one line, with `: ` behind it; a longer text goes below its name, behind `>-`.';
const AT_ONE_COLUMN = 'Let lines that belong together begin at one column, and what belongs to a field further in.';

/** What to do. */
const ADVICE: Record<YAMLParseError['code'], string> = {
  ALIAS_PROPS: IN_QUOTES,
  BAD_ALIAS: IN_QUOTES,
  BAD_COLLECTION_TYPE: IN_QUOTES,
  BAD_DIRECTIVE: IN_QUOTES,
  BAD_DQ_ESCAPE: 'Write two backslashes for one, or put the text in single quotes.',
  BAD_INDENT: AT_ONE_COLUMN,
  BAD_PROP_ORDER: IN_QUOTES,
  BAD_SCALAR_START: IN_QUOTES,
  BLOCK_AS_IMPLICIT_KEY: 'If a text with `: ` in it is meant, put it in quotes, or below its name behind `>-`.',
  BLOCK_IN_FLOW: 'Between brackets write names and values with commas between them, or take the brackets away.',
  DUPLICATE_KEY: 'Take one of them away.',
  IMPOSSIBLE: AT_ONE_COLUMN,
  KEY_OVER_1024_CHARS: IN_ONE_LINE,
  MISSING_CHAR: 'Look at spaces, and at quotes and brackets still open.',
  MULTILINE_IMPLICIT_KEY: IN_ONE_LINE,
  MULTIPLE_ANCHORS: IN_QUOTES,
  MULTIPLE_DOCS: 'Write one document, without `---` in it.',
  MULTIPLE_TAGS: IN_QUOTES,
  NON_STRING_KEY: IN_ONE_LINE,
  RESOURCE_EXHAUSTION: 'Split the text.',
  TAB_AS_INDENT: 'Put spaces in place of the tab.',
  TAG_RESOLVE_FAILED: 'If a text is meant that begins with `!`, put it in quotes.',
  UNEXPECTED_TOKEN: 'Look at the indentation, and at quotes and brackets still open.',
};

const OR_TOO_FAR_OUT = 'or goes on in a line that does not stand further in than its field.';

/** Our own words, where those of the library speak of its grammar: how they begin, and what is meant. */
const MEANT: readonly (readonly [begins: string, meant: string])[] = [
  ['Source contains multiple documents', `A second document begins here. ${ADVICE.MULTIPLE_DOCS}`],
  [
    'Implicit map keys need to be followed by map values',
    'This line is neither `field: value` nor an item of a list. Put the name of its field before it, or let it stand further in if it goes on from the line above.',
  ],
  [
    'Sequence item without - indicator',
    'This stands among the items of a list and is none. Put `- ` before it, or let it begin where the name of the list begins.',
  ],
  [
    'Nested mappings are not allowed in compact mappings',
    `A second name with \`: \` behind it stands in this line. ${ADVICE.BLOCK_AS_IMPLICIT_KEY}`,
  ],
  ['Implicit keys need to be on a single line', `This is no name of a field. ${IN_ONE_LINE}`],
  [
    'Missing closing',
    `A quote that is opened before this place is not closed, ${OR_TOO_FAR_OUT} Put the same quote behind the text.`,
  ],
  [
    'Flow sequence ',
    `A list that is opened by \`[\` before this place is not closed, ${OR_TOO_FAR_OUT} Put \`]\` behind it, in the same line.`,
  ],
  [
    'Flow map ',
    `A map that is opened by \`{\` before this place is not closed, ${OR_TOO_FAR_OUT} Put \`}\` behind it, in the same line.`,
  ],
  [
    'All mapping items must start at the same column',
    `This does not begin where the fields before it begin. ${AT_ONE_COLUMN}`,
  ],
];

export function wordsOf(error: YAMLParseError, text: string): string {
  if (text.startsWith('- ', error.pos[0])) {
    return 'This list item does not fit what stands before it. Give it the indentation of the items above.';
  }
  const [, meant] = MEANT.find(([begins]) => error.message.startsWith(begins)) ?? [];
  if (meant !== undefined) return meant;
  // The library names its tokens here, such as seq-item-ind.
  const told = error.code === 'UNEXPECTED_TOKEN' ? 'This does not fit what stands before it.' : sentence(error.message);
  return `${told} ${ADVICE[error.code]}`;
}

function sentence(message: string): string {
  const first = message.split('\n')[0]?.trim() ?? message;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
