/**
 * Comes in: an Assessment, and what of it to show: a view record, a purpose, an asset, two models.
 * Goes out: pictures as values, and the SVG and PNG of them; whether they can be read on paper, and how to split them.
 * May not: judge, read the project, know a regulation; put a word of a record into another program's language unescaped.
 */
export { attackPathPicture } from './attack-path-picture.js';
export { differencePicture, type Changes } from './difference-picture.js';
export { drawPicture, type DrawOptions, type Drawn, type DrawnPicture, type NotDrawn } from './draw-picture.js';
export { drawSequence } from './draw-sequence.js';
export { loadEngine, type Engine } from './graphviz.js';
export type { Page, PageFit } from './page-fit.js';
export type { Picture } from './picture.js';
export { readPositions, type Positions, type PositionsRead } from './positions.js';
export { charactersWithoutSign, MOST_PIXELS_WIDE, renderPng } from './png.js';
export { purposeOf, selectionFor, selectionOf, type Purpose, type Selection } from './selection.js';
export { sequenceOf, type Sequence } from './sequence.js';
export { splitProposals, type SplitProposal } from './split.js';
export { pictureForPurpose, pictureOfView, PURPOSE_TITLES } from './view-picture.js';
