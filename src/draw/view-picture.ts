/** Makes the picture of a view record, or of a purpose for which nobody wrote a view. */
import type { Assessment } from '../assess/index.js';
import type { RecordOf } from '../records/index.js';
import { architecturePicture } from './architecture-picture.js';
import { dataFlowPicture } from './data-flow-picture.js';
import type { Picture } from './picture.js';
import { purposeOf, selectionFor, selectionOf, type Purpose, type Selection } from './selection.js';

type Model = Pick<Assessment, 'trace' | 'classes'>;

export const PURPOSE_TITLES: Readonly<Record<Purpose, string>> = {
  global: 'Global system view',
  'multi-patient-harm': 'Multi-patient harm view',
  updateability: 'Updateability and patchability view',
  'security-use-case': 'Security use case view',
  'software-architecture': 'Software architecture',
};

export function pictureOfView(view: RecordOf<'view'>, assessment: Model): Picture {
  const purpose = purposeOf(view);
  const title = `${view.id} ${view.fields.title ?? PURPOSE_TITLES[purpose]}`;
  return pictureOf(purpose, selectionOf(view, assessment), title, assessment);
}

export function pictureForPurpose(purpose: Purpose, assessment: Model): Picture {
  return pictureOf(purpose, selectionFor(purpose, assessment), PURPOSE_TITLES[purpose], assessment);
}

function pictureOf(purpose: Purpose, selection: Selection, title: string, assessment: Model): Picture {
  const input = { assessment, selection, title };
  return purpose === 'software-architecture' ? architecturePicture(input) : dataFlowPicture(input);
}
