/** Decides whether an uploaded file may be stored as a scanned request form, and under which name. */
// @implements SRS-S05, SRS-F08
import { randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';

const MAX_BYTES = 10 * 1024 * 1024;

export interface Scanner {
  /** @returns `undefined` if the scanner did not answer in time */
  isClean(bytes: Uint8Array): Promise<boolean | undefined>;
}

export type UploadAnswer =
  | { readonly accepted: true; readonly objectName: string }
  | { readonly accepted: false; readonly why: 'too-large' | 'not-pdf' | 'active-content' | 'not-clean' | 'not-scanned' };

/** The name that the browser sent is not used at all: it may hold paths, and two forms may have the same one (RSK-06). */
export async function checkUpload(bytes: Uint8Array, scanner: Scanner): Promise<UploadAnswer> {
  if (bytes.length > MAX_BYTES) return { accepted: false, why: 'too-large' };
  if (!(await isPdf(bytes))) return { accepted: false, why: 'not-pdf' };
  if (isActive(bytes)) return { accepted: false, why: 'active-content' };
  const clean = await scanner.isClean(bytes);
  if (clean === undefined) return { accepted: false, why: 'not-scanned' };
  if (!clean) return { accepted: false, why: 'not-clean' };
  return { accepted: true, objectName: `${randomUUID()}.pdf` };
}

/** Sent with every download, from an origin that has no sessions. */
export const DOWNLOAD_HEADERS = {
  'Content-Type': 'application/pdf',
  'Content-Disposition': 'attachment',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The first five letters are not enough: a page can begin with them too (TC-S06 found it in 3.2.0-rc.2). */
async function isPdf(bytes: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(bytes);
  const head = latin(bytes.subarray(0, 16));
  const tail = latin(bytes.subarray(-1024));
  return type?.mime === 'application/pdf' && /^%PDF-(?:1\.[0-7]|2\.0)[\r\n]/.test(head) && /startxref\s+\d+\s+%%EOF\s*$/.test(tail);
}

/** Scanners write pictures and text; whatever runs, opens or carries something else is refused. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/;

function isActive(bytes: Uint8Array): boolean {
  // A name may hide its letters as #4a.
  const text = latin(bytes).replace(/#([0-9A-Fa-f]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return ACTIVE.test(text);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
