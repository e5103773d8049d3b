/**
 * Comes in: a YAML text and a shape (a table of fields with types and words).
 * Goes out: a typed value, what does not fit and where, and the shape as JSON Schema.
 * May not: know what a record, a setting or a pack is; touch files; throw at what a person wrote.
 */
export {
  checkShape,
  describe,
  isDate,
  missingField,
  shown,
  type Checking,
  type Fault,
  type FaultName,
} from './check-shape.js';
export { fieldsSchema, type JsonSchema } from './json-schema.js';
export { didYouMean, nearestName } from './nearest-name.js';
export {
  anything,
  byName,
  choice,
  date,
  either,
  ids,
  line,
  list,
  mapping,
  needed,
  number,
  oneOrMore,
  optional,
  someOf,
  text,
  whole,
  word,
  yesNo,
  type Field,
  type Fields,
  type FieldsOf,
  type Shape,
  type ShapeNode,
  type ValueOf,
} from './shape.js';
export { once, onceFor } from './once.js';
export { groupBy } from './group-by.js';
export { readYaml } from './read-yaml.js';
export { shortList } from './short-list.js';
export { SourceMemory } from './source-memory.js';
export { comparePlaces, compareText, placeOf, type Place, type Source, type Spot } from './source.js';
export {
  isEmptyScalar,
  type YamlEntry,
  type YamlMap,
  type YamlProblem,
  type YamlRead,
  type YamlTree,
} from './yaml-tree.js';
export { yamlLibrary } from './yaml-library.js';
