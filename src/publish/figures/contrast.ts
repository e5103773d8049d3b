/** Whether text of a colour can be read on white paper, by the contrast of WCAG 2.2 (1.4.3: at least 4.5). */

const LEAST = 4.5;

/** @param colour as `#1a58b0` */
export function isReadable(colour: string): boolean {
  return 1.05 / (luminanceOf(colour) + 0.05) >= LEAST;
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  const value = part / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
