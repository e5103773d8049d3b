/** Draws the steps of use cases as sequences: participants side by side, messages below one another. */
import {
  arrangeScene,
  badgeWidthOf,
  HEAD_NAME,
  LINE,
  LOOP,
  MESSAGE,
  messageWidth,
  STEP_TEXT,
  type PlacedHead,
  type PlacedMessage,
  type PlacedScene,
  type PlacedStep,
} from './arrange-sequence.js';
import { cleanText } from './clean-text.js';
import { octagon, strokeOf } from './draw-line.js';
import type { DrawOptions, Drawn } from './draw-picture.js';
import { element, group, lines, numberText, words, type Markup } from './markup.js';
import { bestPage } from './page-fit.js';
import { fill, stroke, type Stroke } from './paint.js';
import type { Sequence } from './sequence.js';
import { outlineWithoutSign } from './shapes.js';
import { heading, linker, MARGIN, NARROWEST, paragraph, sheetText, tooltip, type Link } from './sheet.js';

const BETWEEN_SCENES = 14;
const LIFELINE: Stroke = { colour: 'line-2', width: 1, dashes: '4 3' };

export function drawSequence(sequence: Sequence, options: DrawOptions = {}): Drawn {
  const scenes = sequence.scenes.map((scene) => arrangeScene(scene, NARROWEST - 2 * MARGIN));
  const width = Math.max(NARROWEST - 2 * MARGIN, ...scenes.map((scene) => scene.width)) + 2 * MARGIN;
  const column = { left: MARGIN, width: width - 2 * MARGIN };
  const link = linker(options.href ?? ((id) => `#${id}`));
  const content: Markup[] = [];
  let y = MARGIN;
  if (options.parts === undefined || options.parts.includes('heading')) {
    const part = heading(sequence, column, y);
    content.push(part.markup);
    y += part.height + 12;
  }
  for (const scene of scenes) {
    content.push(drawScene(scene, { x: MARGIN, y }, link));
    y += scene.height + BETWEEN_SCENES;
  }
  for (const line of options.about ?? []) {
    const part = paragraph(line, column, y);
    content.push(part.markup);
    y += part.height;
  }
  const height = y + MARGIN - 6;
  const tallest = Math.max(1, ...scenes.map((scene) => scene.height));
  return {
    svg: sheetText({ title: sequence.title, description: descriptionOf(sequence), width, height, content }),
    width,
    height,
    // Scenes follow one another over pages; the largest of them has to fit.
    page: bestPage(width - 2 * MARGIN, tallest),
  };
}

function descriptionOf({ sentence, scenes }: Sequence): string {
  const steps = scenes.flatMap((scene) =>
    scene.steps.map((step) => {
      const told = step.messages.map(
        (message) =>
          `${message.id} from ${scene.participants[message.from]?.id ?? ''} to ${scene.participants[message.to]?.id ?? ''}`,
      );
      return `${step.name}: ${told.join('; ') || 'no flow'}.`;
    }),
  );
  return [sentence, ...steps].join(' ');
}

function drawScene(scene: PlacedScene, at: { x: number; y: number }, link: Link): Markup {
  const bottom = scene.height - 4;
  const life = scene.heads.map((head) =>
    element('path', {
      d: `M${numberText(head.centre)} ${numberText(scene.headTop + scene.headHeight - LINE)}V${numberText(bottom)}`,
      ...stroke(LIFELINE),
    }),
  );
  const transform = `translate(${numberText(at.x)} ${numberText(at.y)})`;
  return lines(
    element(
      'g',
      { transform },
      lines(
        ...life,
        ...scene.heads.map((head) => link(head.participant.id, drawHead(head, scene))),
        ...scene.steps.map((step) => drawStep(step, scene, link)),
      ),
    ),
  );
}

function drawHead(head: PlacedHead, scene: PlacedScene): Markup {
  const height = scene.headHeight - LINE - 2;
  const rect = {
    left: head.centre - head.width / 2,
    right: head.centre + head.width / 2,
    top: scene.headTop,
    bottom: scene.headTop + height,
  };
  const top = scene.headTop + (height - head.lines.length * LINE) / 2;
  let bold = head.boldCharacters;
  const text = head.lines.map((line, at) => {
    const boldHere = Math.min(bold, line.length);
    bold -= boldHere;
    return headLine(line, boldHere, head.centre, top + at * LINE + 10);
  });
  return group(
    tooltip(`${head.participant.id} ${head.participant.title}`),
    outlineWithoutSign(head.participant.shape, rect, { colour: 'ink', width: 1.2 }, 'bg'),
    ...text,
    ...(head.participant.boundary === undefined ? [] : [boundaryLabel(head, rect.bottom)]),
  );
}

function headLine(line: string, boldCharacters: number, x: number, y: number): Markup {
  const bold = line.slice(0, boldCharacters);
  return element(
    'text',
    { x, y, 'font-size': HEAD_NAME.size, 'text-anchor': 'middle', ...fill('ink') },
    ...(bold === '' ? [] : [element('tspan', { 'font-weight': 600 }, words(bold))]),
    words(line.slice(boldCharacters)),
  );
}

/** In which trust boundary the participant stands, on the ground of its lifeline. */
function boundaryLabel(head: PlacedHead, top: number): Markup {
  const text = head.participant.boundary ?? '';
  return group(
    element('rect', { x: head.centre - head.width / 2, y: top + 1, width: head.width, height: LINE, ...fill('bg') }),
    element(
      'text',
      { x: head.centre, y: top + 11, 'font-size': 10, 'text-anchor': 'middle', ...fill('sec') },
      words(text),
    ),
  );
}

function drawStep(placed: PlacedStep, scene: PlacedScene, link: Link): Markup {
  const { step, top, text, controls } = placed;
  const ground = element('rect', {
    x: 0,
    y: top,
    width: scene.width,
    height: 18 + (text.length + (controls === undefined ? 0 : 1)) * LINE + 2,
    ...fill('bg'),
  });
  const rule = element('path', {
    d: `M0 ${numberText(top)}H${numberText(scene.width)}`,
    ...stroke({ colour: 'line-2', width: 1 }),
  });
  const name = element(
    'text',
    { x: 0, y: top + 14, 'font-size': 11, 'font-weight': 600, ...fill('ink') },
    words(cleanText(step.name, 120)),
  );
  const under = [...text, ...(controls === undefined ? [] : [controls])].map((line, at) =>
    element('text', { x: 0, y: top + 18 + at * LINE + 10, 'font-size': STEP_TEXT.size, ...fill('ink-2') }, words(line)),
  );
  const messages = placed.messages.map((message) => link(message.message.id, drawMessage(message, scene)));
  return lines(ground, rule, name, ...under, ...messages);
}

function drawMessage({ message, label, y }: PlacedMessage, scene: PlacedScene): Markup {
  const from = scene.heads[message.from]?.centre ?? 0;
  const to = scene.heads[message.to]?.centre ?? 0;
  const look = strokeOf({ standing: message.standing, change: undefined });
  const isSelf = message.from === message.to;
  const width = messageWidth(message);
  const left = isSelf ? from + LOOP + 4 : (from + to) / 2 - width / 2;
  const arrow = isSelf ? selfArrow(from, y, look) : straightArrow(from, to, y, message.isTwoWay, look);
  const labelTop = isSelf ? y + 4 - (label.length * LINE) / 2 : y - 4 - label.length * LINE;
  const badge = badgeWidthOf(message);
  const badgeTop = labelTop + (label.length * LINE - 15) / 2;
  const ground = element('rect', {
    x: left - 2,
    y: labelTop - 1,
    width: width + 4,
    height: label.length * LINE + 1,
    ...fill('bg'),
  });
  return group(
    tooltip(`${message.id} ${message.title}`),
    ground,
    arrow,
    element('rect', {
      x: left,
      y: badgeTop,
      width: badge,
      height: 15,
      rx: 7.5,
      ...stroke({ ...look, width: 1 }, 'bg'),
    }),
    ...(message.standing === 'unanswered' ? [octagon({ x: left + 10, y: badgeTop + 7.5 })] : []),
    element(
      'text',
      {
        x: left + badge / 2 + (message.standing === 'unanswered' ? 6.5 : 0),
        y: badgeTop + 11,
        'font-size': MESSAGE.size,
        'text-anchor': 'middle',
        ...fill('ink'),
      },
      words(message.id),
    ),
    ...label.map((line, at) =>
      element(
        'text',
        { x: left + badge + 4, y: labelTop + at * LINE + 10, 'font-size': MESSAGE.size, ...fill('ink-2') },
        words(line),
      ),
    ),
  );
}

function straightArrow(from: number, to: number, y: number, isTwoWay: boolean, look: Stroke): Markup {
  const towards = to > from ? 1 : -1;
  return group(
    element('path', { d: `M${numberText(from)} ${numberText(y)}H${numberText(to - 6 * towards)}`, ...stroke(look) }),
    head(to, y, towards, look),
    ...(isTwoWay ? [head(from, y, -towards, look)] : []),
  );
}

function head(x: number, y: number, towards: number, look: Stroke): Markup {
  const back = numberText(-8 * towards);
  return element('path', {
    d: `M${numberText(x)} ${numberText(y)}l${back} -3.6v7.2z`,
    ...fill(look.colour),
  });
}

function selfArrow(x: number, y: number, look: Stroke): Markup {
  return group(
    element('path', {
      d: `M${numberText(x)} ${numberText(y - 4)}h${LOOP - 4}v14h${-(LOOP - 10)}`,
      ...stroke(look),
    }),
    head(x, y + 10, -1, look),
  );
}
