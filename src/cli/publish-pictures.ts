/** Draws the views that the chosen documents show, once each. */
import { drawPicture, loadEngine, pictureOfView } from '../draw/index.js';
import type { Picture, Template } from '../publish/index.js';
import type { Session } from './session.js';

export async function picturesOf(
  { assessment }: Session,
  templates: readonly Template[],
): Promise<ReadonlyMap<string, Picture>> {
  const views = assessment.trace.all('view');
  const pictures = new Map<string, Picture>();
  if (views.length === 0 || !templates.some(showsViews)) return pictures;
  const engine = await loadEngine();
  for (const view of views) {
    const picture = pictureOfView(view, assessment);
    const drawn = drawPicture(picture, engine, { parts: ['legend'] });
    if (typeof drawn === 'string') continue;
    pictures.set(view.id, {
      svg: drawn.svg,
      alt: picture.sentence,
      isWide: drawn.width > drawn.height * 1.3,
      tables: picture.tables,
    });
  }
  return pictures;
}

function showsViews({ body }: Template): boolean {
  return body.children.some((node) => node.type === 'leafDirective' && node.name === 'view');
}
