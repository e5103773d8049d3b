/** The output of `medward view`: the views that somebody wrote, what each shows, and purposes for which there is none. */
import type { Picture, Purpose } from '../draw/index.js';
import type { RecordOf } from '../records/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, text, type Schema } from './schema.js';

export interface ViewCounts {
  readonly elements: number;
  readonly boundaries: number;
  readonly flows: number;
  /** Flows that cross a boundary. */
  readonly crossings: number;
  /** Crossings that no threat considers. */
  readonly unanswered: number;
  /** Flows of which the model does not say whether they cross. */
  readonly unknown: number;
}

export interface ViewsOutput extends Identity {
  readonly views: readonly (ViewCounts & {
    readonly id: string;
    readonly purpose: string;
    readonly title: string | null;
    readonly steps: number;
  })[];
  /** Purposes for which nobody wrote a view; each can be drawn nevertheless. */
  readonly missing: readonly string[];
}

export interface ViewInput {
  readonly view: RecordOf<'view'>;
  /** What it is drawn for, also where it does not say so. */
  readonly purpose: Purpose;
  readonly picture: Picture;
}

/** @param purposes every purpose that there is */
export function viewsOutput(views: readonly ViewInput[], purposes: readonly string[], subject: Subject): ViewsOutput {
  const written = new Set<string | undefined>(views.map(({ view }) => view.fields.purpose));
  return {
    ...identityOf('views', subject),
    views: views.map(({ view, purpose, picture }) => ({
      id: view.id,
      purpose,
      title: view.fields.title ?? null,
      ...countsOf(picture),
      steps: view.fields.steps?.length ?? 0,
    })),
    missing: purposes.filter((purpose) => !written.has(purpose)),
  };
}

export function countsOf({ nodes, boxes, lines }: Picture): ViewCounts {
  const flows = lines.filter((line) => line.standing !== 'entry');
  const unanswered = flows.filter((line) => line.standing === 'unanswered').length;
  return {
    elements: nodes.length,
    boundaries: boxes.length,
    flows: flows.length,
    crossings: flows.filter((line) => line.standing === 'crossing').length + unanswered,
    unanswered,
    unknown: flows.filter((line) => line.standing === 'not-known').length,
  };
}

export const viewCountsSchema = {
  elements: integer,
  boundaries: integer,
  flows: integer,
  crossings: integer,
  unanswered: integer,
  unknown: integer,
};

export const viewsSchema: Schema = withIdentity('views', {
  views: array(object({ id: text, purpose: text, title: nullable(text), ...viewCountsSchema, steps: integer })),
  missing: array(text),
});
