/** Every schema that `medward schema` prints, by its name: outputs, records of a kind, settings, packs. */
import {
  approveSchema,
  assessSchema,
  assetPlacesSchema,
  checkSchema,
  diffSchema,
  draftSchema,
  evidenceAddSchema,
  evidenceCriteriaSchema,
  evidenceListSchema,
  evidenceSignSchema,
  evidenceVerifySchema,
  explainSchema,
  exportSchema,
  gitlabSchema,
  importSchema,
  nextSchema,
  publishSchema,
  pathDetailsSchema,
  rateSchema,
  reachSchema,
  safetySchema,
  showSchema,
  statusSchema,
  surfaceSchema,
  threatsEditSchema,
  threatsSchema,
  traceSchema,
  useCaseStatesSchema,
  viewSchema,
  viewsSchema,
  type Schema,
} from '../contract/index.js';
import { packFileSchema } from '../packs/index.js';
import { SETTINGS_FIELDS } from '../project/index.js';
import { fieldsOf, findKind, kindNames, type Kind } from '../records/index.js';
import { fieldsSchema } from '../shapes/index.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** By the name of the command, or of what it answers. */
const OUTPUTS: Readonly<Record<string, Schema>> = {
  approve: approveSchema,
  assess: assessSchema,
  'asset-places': assetPlacesSchema,
  check: checkSchema,
  'check-gitlab': { $schema: DRAFT, title: 'Output of medward check --format gitlab', ...gitlabSchema },
  diff: diffSchema,
  draft: draftSchema,
  evidence: evidenceAddSchema,
  'evidence-criteria': evidenceCriteriaSchema,
  'evidence-list': evidenceListSchema,
  'evidence-sign': evidenceSignSchema,
  'evidence-verify': evidenceVerifySchema,
  explain: explainSchema,
  export: exportSchema,
  import: importSchema,
  next: nextSchema,
  'path-details': pathDetailsSchema,
  publish: publishSchema,
  rate: rateSchema,
  reach: reachSchema,
  show: showSchema,
  status: statusSchema,
  surface: surfaceSchema,
  threats: threatsSchema,
  'threats-edit': threatsEditSchema,
  'threats-safety': safetySchema,
  trace: traceSchema,
  'use-case-states': useCaseStatesSchema,
  view: viewSchema,
  views: viewsSchema,
};

export function schemaNames(): readonly string[] {
  return [
    ...Object.keys(OUTPUTS).map((name) => `output/${name}`),
    'pack',
    ...kindNames().map((kind) => `record/${kind}`),
    'records',
    'settings',
  ];
}

// @implements SRS-702
/** @returns `undefined` where there is no schema of that name */
export function findSchema(name: string): Schema | undefined {
  switch (name) {
    case 'settings':
      return { $schema: DRAFT, title: 'medward.yaml', ...fieldsSchema(SETTINGS_FIELDS) };
    case 'pack':
      return { $schema: DRAFT, title: 'A file of a pack', ...packFileSchema() };
    case 'records':
      return {
        $schema: DRAFT,
        title: 'A YAML file of records',
        type: 'object',
        properties: lists(),
        additionalProperties: false,
      };
    default:
      return schemaOf(name);
  }
}

function schemaOf(name: string): Schema | undefined {
  const [group = '', ...rest] = name.split('/');
  const word = rest.join('/');
  if (group === 'output') return Object.hasOwn(OUTPUTS, word) ? OUTPUTS[word] : undefined;
  const kind = group === 'record' ? findKind(word) : undefined;
  return kind && { $schema: DRAFT, ...recordSchema(kind) };
}

/** `id` and `kind` belong to each record; the other fields come from the kind's table and the relations. */
function recordSchema(kind: Kind): Schema {
  const fields = fieldsSchema(fieldsOf(kind)) as { properties: object; required: readonly string[] };
  const id = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$', description: 'Names the record for links.' };
  return {
    title: kind.title,
    description: kind.about,
    ...fields,
    properties: { id, kind: { const: kind.kind }, ...fields.properties },
    required: ['id', ...fields.required],
  };
}

function lists(): Readonly<Record<string, Schema>> {
  const entries = kindNames().flatMap((name) => findKind(name) ?? []);
  return Object.fromEntries(entries.map((kind) => [kind.plural, { type: 'array', items: recordSchema(kind) }]));
}
