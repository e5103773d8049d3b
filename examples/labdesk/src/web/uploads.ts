/** Decides whether an uploaded file may be stored as a scanned request form, and under which name. */
// @implements SRS-S05
import { randomUUID } from 'node:crypto';

const MAX_BYTES = 10 * 1024 * 1024;

export interface Scanner {
  /** @returns `undefined` if the scanner did not answer in time */
  isClean(bytes: Uint8Array): Promise<boolean | undefined>;
}

export type UploadAnswer =
  | { readonly accepted: true; readonly objectName: string }
  | { readonly accepted: false; readonly why: 'too-large' | 'not-pdf' | 'not-clean' | 'not-scanned' };

/** The name that the browser sent is not used at all: it may hold paths, and two forms may have the same one (RSK-06). */
export async function checkUpload(bytes: Uint8Array, scanner: Scanner): Promise<UploadAnswer> {
  if (bytes.length > MAX_BYTES) return { accepted: false, why: 'too-large' };
  if (!startsAsPdf(bytes)) return { accepted: false, why: 'not-pdf' };
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

function startsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}
