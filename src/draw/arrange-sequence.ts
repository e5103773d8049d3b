/** Gives the parts of a scene their places: columns wide enough for the words between them, one row for each message. */
import { cleanText } from './clean-text.js';
import { breakText, widthOf, type Setting } from './measure-text.js';
import type { Message, Participant, Scene, SequenceStep } from './sequence.js';

export const HEAD_NAME: Setting = { size: 11, weight: 'regular' };
const HEAD_AT_MOST: Setting = { size: 11, weight: 'bold' };
export const MESSAGE: Setting = { size: 10, weight: 'regular' };
export const STEP_TEXT: Setting = { size: 10, weight: 'regular' };
export const LINE = 13;

const HEAD_TEXT = 96;
const HEAD_LINES = 4;
const LABEL_TEXT = 150;
const LABEL_LINES = 2;
/** Between two participants at the least. */
const NARROWEST_GAP = 24;
const AIR = 16;
/** Room of a message to oneself, right of the line. */
export const LOOP = 26;

export interface PlacedHead {
  readonly participant: Participant;
  readonly lines: readonly string[];
  readonly boldCharacters: number;
  readonly centre: number;
  readonly width: number;
}

export interface PlacedMessage {
  readonly message: Message;
  /** Words above the arrow, behind its badge. */
  readonly label: readonly string[];
  /** From the top of the scene. */
  readonly y: number;
}

export interface PlacedStep {
  readonly step: SequenceStep;
  readonly top: number;
  readonly text: readonly string[];
  readonly controls: string | undefined;
  readonly messages: readonly PlacedMessage[];
}

export interface PlacedScene {
  readonly heads: readonly PlacedHead[];
  readonly headTop: number;
  readonly headHeight: number;
  readonly steps: readonly PlacedStep[];
  readonly width: number;
  readonly height: number;
}

/** @param width what words may take, however few participants there are */
export function arrangeScene(scene: Scene, width: number): PlacedScene {
  const heads = headsOf(scene);
  const right = Math.max(width, ...heads.map((head) => head.centre + head.width / 2 + LOOP));
  const headHeight = Math.max(0, ...heads.map((head) => head.lines.length)) * LINE + 14 + (heads.length > 0 ? LINE : 0);
  // A single step is named above the participants; several are named between the messages.
  const isSingle = scene.steps.length === 1;
  let y = 0;
  const steps: PlacedStep[] = [];
  let headTop = 0;
  for (const step of scene.steps) {
    const top = y;
    const text = breakText(cleanText(step.text, 1_000), STEP_TEXT, right, 6);
    const controls = step.controls.length > 0 ? `Controls: ${step.controls.join(', ')}` : undefined;
    y += 18 + text.length * LINE + (controls === undefined ? 0 : LINE) + 6;
    if (steps.length === 0 && isSingle) {
      headTop = y;
      y += heads.length > 0 ? headHeight + 8 : 0;
    }
    const messages = step.messages.map((message): PlacedMessage => {
      const label = labelOf(message);
      y += 8 + Math.max(label.length * LINE, 16);
      const placed = { message, label, y };
      y += message.from === message.to ? 20 : 6;
      return placed;
    });
    steps.push({ step, top, text, controls, messages });
    y += 10;
  }
  if (isSingle || heads.length === 0) return { heads, headTop, headHeight, steps, width: right, height: y };
  return below(headHeight + 14, { heads, headTop: 0, headHeight, steps, width: right, height: y });
}

/** Moves all steps down, so that the participants stand above the first. */
function below(by: number, scene: PlacedScene): PlacedScene {
  return {
    ...scene,
    height: scene.height + by,
    steps: scene.steps.map((step) => ({
      ...step,
      top: step.top + by,
      messages: step.messages.map((message) => ({ ...message, y: message.y + by })),
    })),
  };
}

function labelOf(message: Message): readonly string[] {
  return breakText(cleanText(message.title), MESSAGE, LABEL_TEXT, LABEL_LINES);
}

export function badgeWidthOf(message: Message): number {
  return widthOf(message.id, MESSAGE) + 12 + (message.standing === 'unanswered' ? 13 : 0);
}

/** Words of a message, its badge before them. */
export function messageWidth(message: Message): number {
  return badgeWidthOf(message) + 4 + Math.max(0, ...labelOf(message).map((line) => widthOf(line, MESSAGE)));
}

function headsOf({ participants, steps }: Scene): readonly PlacedHead[] {
  const sized = participants.map((participant) => {
    const lines = breakText(cleanText(`${participant.id} ${participant.title}`), HEAD_AT_MOST, HEAD_TEXT, HEAD_LINES);
    const text = Math.max(52, ...lines.map((line) => widthOf(line, HEAD_AT_MOST)));
    return { participant, lines, boldCharacters: participant.id.length, width: Math.ceil(text + 18) };
  });
  const centres = centresOf(
    sized.map((head) => head.width),
    steps.flatMap((step) => step.messages),
  );
  return sized.map((head, at) => ({ ...head, centre: centres[at] ?? 0 }));
}

/** From left to right: each participant as near as its neighbours, and the messages that end at it, allow. */
function centresOf(widths: readonly number[], messages: readonly Message[]): readonly number[] {
  const centres: number[] = [];
  widths.forEach((width, at) => {
    const before = at === 0 ? 0 : (centres[at - 1] ?? 0) + (widths[at - 1] ?? 0) / 2 + NARROWEST_GAP;
    const own = messages
      .filter((message) => message.from !== message.to && Math.max(message.from, message.to) === at)
      .map((message) => (centres[Math.min(message.from, message.to)] ?? 0) + messageWidth(message) + AIR);
    const loops = messages
      .filter((message) => message.from === message.to && message.from === at - 1)
      .map((message) => (centres[at - 1] ?? 0) + LOOP + messageWidth(message) + AIR);
    centres.push(Math.ceil(Math.max(before + width / 2, ...own, ...loops)));
  });
  return centres;
}
