/** A company's logo: an SVG from which all is taken that does not draw, or a PNG of a size that a page can bear. */
import { cleanSvg } from './clean-svg.js';

export interface Logo {
  readonly kind: 'svg' | 'png';
  readonly bytes: Uint8Array;
  /** Units or pixels. */
  readonly width: number;
  readonly height: number;
}

const MOST_BYTES = 2_000_000;
const MOST_PIXELS = 4_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @returns the logo, or a sentence on why it cannot be one */
export function readLogo(bytes: Uint8Array): Logo | string {
  if (bytes.length > MOST_BYTES) return `The logo has more than ${MOST_BYTES.toLocaleString('en-GB')} bytes.`;
  return PNG.every((byte, at) => bytes[at] === byte) ? readPng(bytes) : readSvgLogo(bytes);
}

function readSvgLogo(bytes: Uint8Array): Logo | string {
  const clean = cleanSvg(new TextDecoder().decode(bytes), { fonts: "Inter, 'DejaVu Sans'" });
  if (typeof clean === 'string') return `The logo is neither a PNG nor an SVG that can be shown. ${clean}`;
  const { svg, width, height } = clean;
  return { kind: 'svg', bytes: new TextEncoder().encode(svg), width, height };
}

/** The first part of a PNG (IHDR) says its size. */
function readPng(bytes: Uint8Array): Logo | string {
  if (bytes.length < 33) return 'The logo is a PNG that ends too early.';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0 || width > MOST_PIXELS || height > MOST_PIXELS) {
    return `The logo has ${width} × ${height} pixels; at most ${MOST_PIXELS} × ${MOST_PIXELS} are taken.`;
  }
  return { kind: 'png', bytes, width, height };
}
