/** Renderers whose libraries take time to load: nobody waits for them who does not ask. */
import type { Document } from '../document.js';

/** @returns `undefined` for a document without tables */
export async function renderXlsx(document: Document): Promise<Uint8Array | undefined> {
  const { workbookOf } = await import('./xlsx.js');
  return workbookOf(document);
}
