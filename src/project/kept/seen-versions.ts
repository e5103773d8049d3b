/** What Git tells of contents, remembering what it was asked, so that a later run can tell whether it would hear the same. */
import { runGit } from '../run-git.js';
import type { FileIds, Versions } from '../versions.js';
import { digestOfAll, sha256 } from './seen-tree.js';

/** A question that was put to Git about one commit, and about one file as it was there. */
type Question = readonly [what: 'at' | 'before' | 'knows' | 'text', commit: string, path?: string];

export interface VersionsSeen {
  /** Digests of what was told of the files as they are now; absent where nobody asked. */
  readonly present?: string;
  readonly untracked?: string;
  readonly asked: readonly Question[];
  /** Digest of what the answers follow from. */
  readonly answers: string;
}

/** Whatever a command asks Git about contents goes through this. */
export class SeenVersions implements Versions {
  readonly #folder: string;
  readonly #versions: Versions;
  readonly #asked = new Map<string, Question>();
  #present: string | undefined;
  #untracked: string | undefined;

  constructor(folder: string, versions: Versions) {
    this.#folder = folder;
    this.#versions = versions;
  }

  present(): FileIds | undefined {
    const ids = this.#versions.present();
    this.#present ??= digestOfIds(ids);
    return ids;
  }

  untracked(): readonly string[] {
    const paths = this.#versions.untracked();
    this.#untracked ??= digestOfAll(paths);
    return paths;
  }

  at(commit: string): FileIds | undefined {
    return this.#ask(['at', commit], this.#versions.at(commit));
  }

  before(commit: string): FileIds | undefined {
    return this.#ask(['before', commit], this.#versions.before(commit));
  }

  knows(commit: string): boolean | 'unknown' {
    return this.#ask(['knows', commit], this.#versions.knows(commit));
  }

  textAt(commit: string, path: string): string | undefined {
    return this.#ask(['text', commit, path], this.#versions.textAt(commit, path));
  }

  #ask<T>(question: Question, answer: T): T {
    this.#asked.set(JSON.stringify(question), question);
    return answer;
  }

  seen(): VersionsSeen {
    const asked = [...this.#asked.values()];
    return {
      ...(this.#present !== undefined && { present: this.#present }),
      ...(this.#untracked !== undefined && { untracked: this.#untracked }),
      asked,
      answers: answersTo(asked, this.#folder),
    };
  }

  /** Whether a run that asks the same would be told the same. */
  tellsLike(seen: VersionsSeen): boolean {
    if (seen.present !== undefined && seen.present !== digestOfIds(this.#versions.present())) return false;
    if (seen.untracked !== undefined && seen.untracked !== digestOfAll(this.#versions.untracked())) return false;
    return seen.answers === answersTo(seen.asked, this.#folder);
  }
}

function digestOfIds(ids: FileIds | undefined): string {
  return ids ? digestOfAll([...ids].flatMap(([path, id]) => [path, id ?? ''])) : 'unknown';
}

/**
 * One call of Git however many commits were asked about: the ids of the trees and files from which the answers follow.
 * They are contents by their hash, so that they need not be read again.
 */
function answersTo(asked: readonly Question[], folder: string): string {
  if (asked.length === 0) return '';
  const place = runGit(folder, ['rev-parse', '--show-prefix', '--is-shallow-repository']);
  const objects = runGit(folder, ['cat-file', '--batch-check'], asked.flatMap(objectsOf).join(''));
  return digestOfAll([place, objects].map((answer) => (answer.ok ? sha256(answer.bytes) : answer.reason)));
}

const COMMIT = /^[0-9a-f]{7,64}$/;

/** Names of the objects; what is no hash of a commit has no answer, whatever the repository holds. */
function objectsOf([what, commit, path]: Question): readonly string[] {
  if (!COMMIT.test(commit)) return [];
  switch (what) {
    case 'text':
      return [`${commit}:./${path ?? ''}\n`];
    case 'knows':
      return [`${commit}^{commit}\n`];
    case 'at':
      return [`${commit}^{tree}\n`];
    case 'before':
      return [`${commit}^{tree}\n`, `${commit}^1^{tree}\n`];
  }
}
