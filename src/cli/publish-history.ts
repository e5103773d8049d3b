/** What documents say of the past: the versions that were tagged, and what changed since one of them. */
import type { Assessment } from '../assess/index.js';
import { assessProject, openProject } from '../compile/index.js';
import { shippedPacks } from '../packs/index.js';
import { openRevisionTree, readTaggedRevisions } from '../project/index.js';
import type { ChangedRecord, Revision, Since } from '../publish/index.js';
import type { AnyRecord } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { isCurrent } from '../trace/index.js';
import type { Call } from './define.js';
import { projectFolder } from './project-folder.js';
import type { Session } from './session.js';

/** Tagged versions, and the commit that is published, where no tag stands at it. */
export function revisionsOf(call: Call, { project, subject }: Session): readonly Revision[] {
  const { commit, dirty } = project.git;
  if (commit === null) return [];
  const tagged = readTaggedRevisions(projectFolder(call), commit);
  const revisions = tagged.map(({ name, date, by, subject: what }) => ({ version: name, date, by, what }));
  if (!dirty && tagged.some((one) => one.commit === commit)) return revisions;
  const changed = dirty ? ', with changes that nobody committed' : '';
  const version = project.settings.device.version ?? '';
  return [
    { version, date: subject.date, by: '', what: `This document, from commit ${commit.slice(0, 12)}${changed}` },
    ...revisions,
  ];
}

/** @throws MedwardError `not-a-revision`, `git-unusable`, and where that state is no project that can be read */
export function sinceOf(call: Call, { assessment, subject }: Session): Since | undefined {
  const name = call.value('since');
  if (name === undefined) return undefined;
  const tree = openRevisionTree(projectFolder(call), name);
  const git = { commit: tree.commit, dirty: false };
  const before = assessProject(openProject(tree, { packs: shippedPacks(), git }), subject.date);
  const records = changedRecords(before, assessment);
  return { name, commit: tree.commit, records, of: assessment.trace.reading.records.length };
}

/** By content and links, as approvals are bound: not by place or layout. */
function changedRecords(before: Assessment, after: Assessment): readonly ChangedRecord[] {
  const [olds, news] = [currentRecords(before), currentRecords(after)];
  const unread = new Set(
    [before, after].flatMap(({ trace }) => [...trace.reading.lostIds, ...trace.reading.duplicates]),
  );
  const ids = [...new Set([...olds.keys(), ...news.keys(), ...unread])].toSorted(compareText);
  return ids.flatMap((id) => {
    const [old, present] = [olds.get(id), news.get(id)];
    const change = unread.has(id) ? 'not known' : changeOf(old, present, before, after);
    const record = present ?? old;
    if (change === undefined) return [];
    return [{ id, kind: record?.kind ?? '', title: record?.fields.title ?? '', change }];
  });
}

function currentRecords({ trace }: Assessment): ReadonlyMap<string, AnyRecord> {
  return new Map(trace.reading.records.filter(isCurrent).map((record) => [record.id, record]));
}

function changeOf(
  old: AnyRecord | undefined,
  present: AnyRecord | undefined,
  before: Assessment,
  after: Assessment,
): ChangedRecord['change'] | undefined {
  if (!old) return 'new';
  if (!present) return 'removed';
  if (old.unusable.size + present.unusable.size > 0) return 'not known';
  return before.trace.hash(old) === after.trace.hash(present) ? undefined : 'changed';
}
