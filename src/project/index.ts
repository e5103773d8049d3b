/**
 * Comes in: a folder, a Git revision or a map of files, and the words of `--project` and `--date`.
 * Goes out: the project's files and texts, its settings with spots, what Git knows, and problems as values.
 * May not: write anywhere but into the user's cache folder, follow a link out of the project, run anything but Git, or know what a record, a rule or a pack is.
 */
export { AnswerStore } from './kept/answer-store.js';
export { type Answer } from './kept/answer-file.js';
export { cacheFolder } from './kept/cache-folder.js';
export { lookAt, seenOf } from './kept/seen.js';
export { LiveProject } from './live/live-project.js';
export type { ProjectInputs } from './project-inputs.js';
export { readDate } from './date.js';
export { decodeText } from './decode-text.js';
export { chooseFiles, findProject, pathTest, type ChosenFiles } from './discovery.js';
export { MedwardError, type ErrorCode } from './errors.js';
export {
  problemOfLeftOut,
  problemOfUnread,
  type BytesRead,
  type FileEntry,
  type FileRead,
  type FileTree,
  type LeftOut,
  type LeftOutReason,
  type Unread,
  type UnreadReason,
} from './file-tree.js';
export { readGitFacts, type GitFacts } from './git-facts.js';
export { inputDigest } from './input-digest.js';
export { SETTINGS_FILE } from './listing.js';
export { lineAuthors, type LineAuthor } from './line-authors.js';
export { memoryTree } from './memory-tree.js';
export { type Problem } from './problem.js';
export { projectPath } from './project-path.js';
export { removedFiles } from './removed-files.js';
export { readTaggedRevisions, type TaggedRevision } from './revision-history.js';
export { openRevisionTree } from './revision-tree.js';
export { SETTINGS_FIELDS } from './settings-fields.js';
export {
  readSettings,
  type CodeChoice,
  type DeclaredFact,
  type EffortRate,
  type MethodChoice,
  type Named,
  type PackChoice,
  type Person,
  type Settings,
  type SettingsFault,
  type SettingsRead,
  type SoftwareSystem,
  type StrictnessLine,
} from './settings.js';
export { openWorkTree } from './work-tree.js';
export { readCommitTime } from './commit-time.js';
export { ignoredPaths } from './ignored-paths.js';
export { readUncommitted, readVersions, type FileIds, type Versions } from './versions.js';
