/** What a picture shows, before anything has a place: nodes in nested boxes, lines between them, and a table of the lines. */

export type NodeShape = 'process' | 'store' | 'external' | 'actor' | 'physical' | 'not-known';

/** How a part differs from the model that is compared with. */
export type Change = 'added' | 'removed' | 'changed';

export interface PictureNode {
  readonly id: string;
  readonly title: string;
  readonly shape: NodeShape;
  /** Part of the device; what is made or run by others is grey. */
  readonly isOurs: boolean;
  /** One attack on it can reach many patients. */
  readonly isMultiPatient: boolean;
  /** Kept apart from items of a higher class: drawn with a double line. */
  readonly isSegregated: boolean;
  /** Small lines under the title: class, threats. */
  readonly notes: readonly string[];
  /** Innermost box around it. */
  readonly box: string | undefined;
  readonly change: Change | undefined;
}

export interface PictureBox {
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
  /** A trust boundary is dashed; the whole of which items are parts is not. */
  readonly edge: 'boundary' | 'whole';
  readonly change: Change | undefined;
}

/**
 * `unanswered`: it crosses a boundary and no threat considers it. `not-known`: the model does not say whether it crosses.
 * `entry`: no flow, but somebody who begins at an interface.
 */
export type Standing = 'inside' | 'crossing' | 'unanswered' | 'not-known' | 'entry';

export interface PictureLine {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly isTwoWay: boolean;
  readonly standing: Standing;
  readonly change: Change | undefined;
}

export interface PictureTable {
  readonly heads: readonly string[];
  /** The first cell is an id. */
  readonly rows: readonly (readonly string[])[];
  /** What stands under the table, such as why it is not here. */
  readonly note: string | undefined;
}

export interface Picture {
  readonly title: string;
  /** The first thing to read: what is shown, with numbers. */
  readonly sentence: string;
  readonly nodes: readonly PictureNode[];
  /** Outer ones before those inside them. */
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  readonly tables: readonly PictureTable[];
}
