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

export function schemaNames(): readonly string[] {
  return [
    'output/approve',
    'output/assess',
    'output/asset-places',
    'output/check',
    'output/check-gitlab',
    'output/diff',
    'output/draft',
    'output/evidence',
    'output/evidence-criteria',
    'output/evidence-list',
    'output/evidence-sign',
    'output/evidence-verify',
    'output/explain',
    'output/export',
    'output/import',
    'output/next',
    'output/path-details',
    'output/publish',
    'output/rate',
    'output/reach',
    'output/show',
    'output/status',
    'output/surface',
    'output/threats',
    'output/threats-edit',
    'output/threats-safety',
    'output/trace',
    'output/use-case-states',
    'output/view',
    'output/views',
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
    case 'output/approve':
      return approveSchema;
    case 'output/assess':
      return assessSchema;
    case 'output/check':
      return checkSchema;
    case 'output/check-gitlab':
      return { $schema: DRAFT, title: 'Output of medward check --format gitlab', ...gitlabSchema };
    case 'output/diff':
      return diffSchema;
    case 'output/draft':
      return draftSchema;
    case 'output/evidence':
      return evidenceAddSchema;
    case 'output/evidence-criteria':
      return evidenceCriteriaSchema;
    case 'output/evidence-list':
      return evidenceListSchema;
    case 'output/evidence-sign':
      return evidenceSignSchema;
    case 'output/evidence-verify':
      return evidenceVerifySchema;
    case 'output/explain':
      return explainSchema;
    case 'output/export':
      return exportSchema;
    case 'output/import':
      return importSchema;
    case 'output/show':
      return showSchema;
    case 'output/status':
      return statusSchema;
    case 'output/next':
      return nextSchema;
    case 'output/publish':
      return publishSchema;
    case 'output/rate':
      return rateSchema;
    case 'output/threats':
      return threatsSchema;
    case 'output/threats-edit':
      return threatsEditSchema;
    case 'output/threats-safety':
      return safetySchema;
    case 'output/trace':
      return traceSchema;
    case 'output/asset-places':
      return assetPlacesSchema;
    case 'output/path-details':
      return pathDetailsSchema;
    case 'output/reach':
      return reachSchema;
    case 'output/surface':
      return surfaceSchema;
    case 'output/use-case-states':
      return useCaseStatesSchema;
    case 'output/view':
      return viewSchema;
    case 'output/views':
      return viewsSchema;
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
    default: {
      const kind = name.startsWith('record/') ? findKind(name.slice('record/'.length)) : undefined;
      return kind && { $schema: DRAFT, ...recordSchema(kind) };
    }
  }
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
