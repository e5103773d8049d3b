/** The output of `medward view ID`: what one view shows, whether it can be read on paper, and where its picture went. */
import type { Drawn, DrawnPicture, Picture, Sequence, SplitProposal } from '../draw/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, mapOf, nullable, number, object, oneOf, text, yesNo, type Schema } from './schema.js';
import { countsOf, viewCountsSchema, type ViewCounts } from './views-output.js';

export interface ViewOutput extends Identity {
  /** Id of the view or asset; `null` where a purpose was asked for. */
  readonly of: string | null;
  readonly purpose: string;
  readonly title: string;
  readonly sentence: string;
  readonly counts: ViewCounts;
  readonly elements: readonly {
    readonly id: string;
    readonly title: string;
    readonly shape: string;
    readonly ours: boolean;
    readonly multiPatient: boolean;
    readonly boundary: string | null;
    readonly notes: readonly string[];
  }[];
  readonly boundaries: readonly { readonly id: string; readonly title: string; readonly parent: string | null }[];
  readonly flows: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly twoWay: boolean;
    readonly standing: Picture['lines'][number]['standing'];
  }[];
  readonly steps: readonly {
    readonly name: string;
    readonly text: string;
    readonly flows: readonly string[];
    readonly controls: readonly string[];
  }[];
  /** `null` where it could not be drawn. */
  readonly drawing: {
    /** Where it was written; `null` if nobody asked. */
    readonly file: string | null;
    readonly width: number;
    readonly height: number;
    /** Smallest page on which its text can be read, or the largest there is. */
    readonly page: Drawn['page']['page'];
    readonly points: number;
    readonly readable: boolean;
    /** Centres of the elements in the figure: what `views/<id>.positions.yaml` may pin. Empty for a sequence. */
    readonly positions: Readonly<Record<string, readonly [x: number, y: number]>>;
    /** Why pinned positions were not used. */
    readonly refusals: readonly string[];
  } | null;
  /** How it could be split if no page is large enough. */
  readonly split: readonly SplitProposal[];
}

export interface ViewOutputInput {
  readonly of: string | undefined;
  readonly purpose: string;
  readonly picture: Picture;
  readonly sequence: Sequence | undefined;
  readonly drawn: Drawn | DrawnPicture | undefined;
  readonly file: string | undefined;
  readonly split: readonly SplitProposal[];
}

export function viewOutput(input: ViewOutputInput, subject: Subject): ViewOutput {
  const { picture, drawn } = input;
  return {
    ...identityOf('view', subject),
    of: input.of ?? null,
    purpose: input.purpose,
    title: picture.title,
    sentence: picture.sentence,
    counts: countsOf(picture),
    elements: picture.nodes.map(elementOutput),
    boundaries: picture.boxes.map(({ id, title, parent }) => ({ id, title, parent: parent ?? null })),
    flows: picture.lines.map(({ id, title, from, to, isTwoWay, standing }) => ({
      id,
      title,
      from,
      to,
      twoWay: isTwoWay,
      standing,
    })),
    steps: (input.sequence?.scenes ?? []).flatMap((scene) =>
      scene.steps.map((step) => ({
        name: step.name,
        text: step.text,
        flows: step.messages.map((message) => message.id),
        controls: step.controls,
      })),
    ),
    drawing: drawn ? drawingOutput(drawn, input) : null,
    split: input.split,
  };
}

function elementOutput(node: Picture['nodes'][number]): ViewOutput['elements'][number] {
  return {
    id: node.id,
    title: node.title,
    shape: node.shape,
    ours: node.isOurs,
    multiPatient: node.isMultiPatient,
    boundary: node.box ?? null,
    notes: node.notes,
  };
}

function drawingOutput(drawn: Drawn | DrawnPicture, { file, picture }: ViewOutputInput): ViewOutput['drawing'] {
  return {
    file: file ?? null,
    width: Math.round(drawn.width),
    height: Math.round(drawn.height),
    page: drawn.page.page,
    points: drawn.page.points,
    readable: drawn.page.isReadable,
    positions: 'arranged' in drawn ? positionsOf(picture, drawn) : {},
    refusals: 'arranged' in drawn ? drawn.refusals : [],
  };
}

function positionsOf(
  { nodes }: Picture,
  { arranged }: DrawnPicture,
): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    nodes.map((node, at) => {
      const { left = 0, right = 0, top = 0, bottom = 0 } = arranged.nodes[at]?.rect ?? {};
      return [node.id, [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] as const];
    }),
  );
}

export const viewSchema: Schema = withIdentity('view', {
  of: nullable(text),
  purpose: text,
  title: text,
  sentence: text,
  counts: object(viewCountsSchema),
  elements: array(
    object({
      id: text,
      title: text,
      shape: oneOf('process', 'store', 'external', 'actor', 'physical', 'not-known'),
      ours: yesNo,
      multiPatient: yesNo,
      boundary: nullable(text),
      notes: array(text),
    }),
  ),
  boundaries: array(object({ id: text, title: text, parent: nullable(text) })),
  flows: array(
    object({
      id: text,
      title: text,
      from: text,
      to: text,
      twoWay: yesNo,
      standing: oneOf('inside', 'crossing', 'unanswered', 'not-known', 'entry'),
    }),
  ),
  steps: array(object({ name: text, text, flows: array(text), controls: array(text) })),
  drawing: nullable(
    object({
      file: nullable(text),
      width: integer,
      height: integer,
      page: oneOf('a4-portrait', 'a4-landscape', 'a3-landscape'),
      points: number,
      readable: yesNo,
      positions: mapOf({ type: 'array', items: integer, minItems: 2, maxItems: 2 }),
      refusals: array(text),
    }),
  ),
  split: array(
    object({
      by: oneOf('boundary', 'software-system', 'use-case'),
      parts: array(object({ id: text, title: text, elements: integer, flows: integer })),
    }),
  ),
});
