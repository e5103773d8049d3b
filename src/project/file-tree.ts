/** What a project's files look like to all other rooms, wherever the bytes come from. */
import { LIMITS } from './limits.js';
import { shownPath, type Problem } from './problem.js';

/**
 * The files of one project as they were when the tree was opened. A work tree, a Git revision and a memory tree with
 * the same files give the same list and the same texts.
 */
export interface FileTree {
  readonly kind: 'work-tree' | 'revision' | 'memory';
  /** Files of the project in code-unit order of their path. */
  list(): readonly FileEntry[];
  /** What is in the project's folder and not in the list, with the reason; in code-unit order of the path. */
  leftOut(): readonly LeftOut[];
  /** @param path as in the list; any other path gives `not-there`, so nothing outside the project can be read */
  read(path: string): FileRead;
  readBytes(path: string): BytesRead;
}

export interface FileEntry {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
}

/** `text` is without a byte-order mark, so places count after it. */
export type FileRead = { readonly ok: true; readonly text: string } | Unread;
export type BytesRead = { readonly ok: true; readonly bytes: Uint8Array } | Unread;

export interface Unread {
  readonly ok: false;
  readonly reason: UnreadReason;
  /** Where in the file, counted from 1; 1 and 1 if it is the whole file. */
  readonly line: number;
  readonly column: number;
}

const UNREAD = {
  'not-there': 'The file is not in the project. Correct the path.',
  vanished: 'The file was there a moment ago and is gone. Run again when nothing else changes the folder.',
  changed: 'The file changed while it was read. Run again when nothing else changes the folder.',
  unreadable: 'The file cannot be read. Give yourself the right to read it, or look after the disk.',
  'not-a-file': 'This is no ordinary file any more. Put a file in its place, or take it away.',
  'too-large': `The file has more than ${LIMITS.fileBytes} bytes, which is more than is read. Split it.`,
  'line-too-long': `The line has more than ${LIMITS.lineLength} characters, which is more than is read. Break it.`,
  'utf-16': 'The file is written in UTF-16, expected is UTF-8. Save it as UTF-8.',
  'not-utf-8': 'This is not UTF-8 text. Save the file as UTF-8.',
  'nul-byte': 'Here stands a NUL byte, so this is not UTF-8 text. Save the file as UTF-8 text, or move it elsewhere.',
} as const;
export type UnreadReason = keyof typeof UNREAD;

const LEFT_OUT = {
  ignored: 'A `.gitignore` leaves this out of the project. Change the rule there if it belongs to it.',
  'other-project': 'A `medward.yaml` starts another project here; it is not part of this one.',
  'other-repository': 'Another Git repository (a submodule) starts here; it is not part of this project.',
  'link-leads-out': 'This link leads out of the project and is not followed. Put the file itself here.',
  'link-leads-nowhere':
    'This link leads to no file of the project and is not followed. Put the file itself here, or take the link away.',
  'link-to-folder':
    'This link to a folder is not followed; what is in the folder is read where it lies. Name that place.',
  'not-a-file': 'This is a pipe, a socket or a device and is not read. Take it away.',
  unreadable: 'This cannot be read. Give yourself the right to read it, or look after the disk.',
  vanished: 'This was there a moment ago and is gone. Run again when nothing else changes the folder.',
  'name-not-utf-8': 'This name is not UTF-8. Rename it.',
  'path-too-long': `This path has more than ${LIMITS.pathLength} characters. Shorten it.`,
  'too-deep': `This lies more than ${LIMITS.folderDepth} folders deep. Move it up.`,
  'too-many': `The project has more than ${LIMITS.entries} files and folders; this and what follows is not read. Leave out what is generated, by \`.gitignore\`.`,
  'ignore-rules-unusable':
    'Rules of this `.gitignore` are not used: it is too long, no UTF-8 text, or a pattern has too many wildcards. Simplify it.',
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT;

export function unread(reason: UnreadReason, line = 1, column = 1): Unread {
  return { ok: false, reason, line, column };
}

export function problemOfUnread(path: string, { reason, line, column }: Unread): Problem {
  return { file: shownPath(path), line, column, message: UNREAD[reason] };
}

export function problemOfLeftOut({ path, reason }: LeftOut): Problem {
  return { file: shownPath(path), line: 1, column: 1, message: LEFT_OUT[reason] };
}
