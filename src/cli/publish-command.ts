/** Runs `medward publish`: builds the documents that are asked for, and writes those that changed. */
import { resolve } from 'node:path';
import type { AssessedGap } from '../assess/index.js';
import { toolVersion } from '../compile/index.js';
import { publishOutput, type PublishOutput } from '../contract/index.js';
import {
  buildDocuments,
  isAskedFor,
  renderSite,
  shippedTemplates,
  templateSet,
  type Document,
  type DocumentInput,
  type Template,
  type TemplateProblem,
} from '../publish/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { printJson } from './print-json.js';
import { printPublish, printTemplates } from './print-publish.js';
import { startProgress } from './progress.js';
import { pdfKindOf } from './pdf-kinds.js';
import { picturesOf } from './publish-pictures.js';
import { revisionsOf, sinceOf } from './publish-history.js';
import { findNumbers } from './publish-numbers.js';
import { findTheme } from './publish-theme.js';
import { namesOf, renderersFor, SITE, type Renderer } from './publish-formats.js';
import { PublishedFolder } from './published-folder.js';
import { blockingFiles } from './release-commit.js';
import { openSession, type Session } from './session.js';
import { findWordTemplate, type WordTemplateFound } from './word-template.js';

const OWN_TEMPLATES = 'documents/templates';

export async function publishCommand(call: Call): Promise<number> {
  const formats = call.value('format') ?? 'html';
  renderersFor(formats);
  const pdf = pdfKindOf(call.value('pdf'));
  const progress = startProgress(call.terminal);
  const session = openSession(call, progress);
  const set = templateSet(shippedTemplates(), ownTemplates(session));
  if (call.flag('list')) {
    printTemplates(set.templates, (template) => isAskedFor(template, session.assessment), call.terminal);
    return 0;
  }
  const templates = chosen(call.words, set.templates);
  const word: WordTemplateFound = namesOf(formats).includes('docx')
    ? await findWordTemplate(call, session)
    : { problems: [] };
  const theme = findTheme(session);
  const renderers = renderersFor(formats, { wordTemplate: word.used, theme, pdf });
  const { numbers, problems: numberProblems } = findNumbers(session, set.templates);
  progress('Drawing views');
  const pictures = await picturesOf(session, templates);
  progress('Building documents');
  const input = documentInput(session, call, { pictures, numbers, numbering: theme.numbering });
  const built = templates.flatMap((template) => buildDocuments(template, input));
  const problems = [
    ...set.problems,
    ...word.problems,
    ...theme.problems,
    ...numberProblems,
    ...built.flatMap((one) => one.problems),
  ];
  const blocking = call.flag('release') ? [...blockingFiles(call, session), ...blockingGaps(templates, session)] : [];
  const files =
    problems.length > 0 || blocking.length > 0
      ? []
      : await writeAll(
          built.map(({ document }) => document),
          { renderers, site: namesOf(formats).includes(SITE) ? input : undefined },
          folderOf(call),
          progress,
        );
  progress('done');
  return finish({ problems, blocking, files }, session, call);
}

function finish(result: Pick<PublishOutput, 'problems' | 'blocking' | 'files'>, session: Session, call: Call): number {
  const output = publishOutput(result, session.subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printPublish(output, folderOf(call), call.terminal);
  if (result.problems.length > 0) return 2;
  return result.blocking.length > 0 ? 1 : 0;
}

function folderOf(call: Call): string {
  return resolve(call.folder, call.value('output') ?? 'published');
}

/** A team's own template of the same name takes the place of the one that ships. */
function ownTemplates({ project }: Session): ReadonlyMap<string, string> {
  const paths = project.tree.list().filter(({ path }) => path.startsWith(`${OWN_TEMPLATES}/`) && path.endsWith('.md'));
  return new Map(
    paths.flatMap(({ path }) => {
      const read = project.tree.read(path);
      return read.ok ? [[path, read.text] as const] : [];
    }),
  );
}

function chosen(words: readonly string[], templates: readonly Template[]): readonly Template[] {
  if (words.length === 0) return templates;
  const ids = templates.map(({ id }) => id);
  return words.map((word) => {
    const template = templates.find(({ id }) => id === word);
    if (template) return template;
    throw new OptionError(
      `There is no document \`${shown(word)}\`${didYouMean(word, ids) || '.'}`,
      '`medward publish --list` tells which there are.',
    );
  });
}

function documentInput(
  session: Session,
  call: Call,
  { pictures, numbers, numbering }: Pick<DocumentInput, 'pictures' | 'numbers' | 'numbering'>,
): DocumentInput {
  const { assessment, project, subject } = session;
  const { name, version, manufacturer, 'intended-use': use } = project.settings.device;
  return {
    assessment,
    device: { name, version, manufacturer, 'intended-use': use },
    date: subject.date,
    commit: subject.commit,
    dirty: subject.dirty,
    status: call.flag('release') ? 'release' : 'draft',
    stamp: stampOf(project.settings.device.ext),
    numbers,
    revisions: revisionsOf(call, session),
    since: sinceOf(call, session),
    pictures,
    numbering,
  };
}

/** `device: { ext: { stamp: Fictional example device } }` stands on every page. */
function stampOf(ext: unknown): string | undefined {
  const stamp: unknown = typeof ext === 'object' && ext !== null && 'stamp' in ext ? ext.stamp : undefined;
  return typeof stamp === 'string' ? stamp.slice(0, 120) : undefined;
}

function blockingGaps(templates: readonly Template[], { assessment }: Session): PublishOutput['blocking'] {
  const products = new Set(templates.flatMap((template) => template.products));
  const keys = new Set(
    assessment.obligations.filter(({ product }) => products.has(product.id)).flatMap(({ gaps }) => gaps),
  );
  const isOfDocument = (gap: AssessedGap): boolean => keys.has(gap.key) && gap.decision === undefined;
  // No decision makes a sentence of a place that nobody filled, in whatever section of the document it stands. The text of
  // a record that covers no section may stand in any document.
  const isUnfinished = (gap: AssessedGap): boolean =>
    gap.rule === 'text-left-to-fill' &&
    (gap.obligations.length === 0 || gap.obligations.some((product) => products.has(product)));
  return assessment.gaps
    .filter((gap) => gap.severity === 'error' && (isOfDocument(gap) || isUnfinished(gap)))
    .map(({ key, message }) => ({ key, message }));
}

async function writeAll(
  documents: readonly Document[],
  { renderers, site }: { readonly renderers: readonly Renderer[]; readonly site: DocumentInput | undefined },
  target: string,
  progress: (phase: string) => void,
): Promise<PublishOutput['files']> {
  const folder = PublishedFolder.open(target);
  const written: PublishOutput['files'][number][] = [];
  for (const renderer of renderers) {
    progress(`Writing ${documents.length} documents as ${renderer.name}`);
    for (const document of documents) {
      const state = await folder.put(document, renderer);
      written.push(...state);
    }
  }
  if (site) {
    progress('Writing the site');
    written.push(...folder.putSite(renderSite(documents, site, `Medward ${toolVersion()}`)));
  }
  folder.finish();
  return written;
}

export type { TemplateProblem };
