import { describe, expect, test } from 'vitest';
import { startProgress, startTiming } from './progress.js';
import type { Terminal } from './terminal.js';

function notes(): { readonly terminal: Terminal; readonly written: string[] } {
  const written: string[] = [];
  const terminal: Terminal = { out: () => {}, note: (text) => written.push(text), paint: (_, text) => text, width: 80 };
  return { terminal, written };
}

describe('what is told of the time', () => {
  test('nothing while everything is quick', () => {
    const { terminal, written } = notes();
    const progress = startProgress(terminal);
    for (const phase of ['Reading records', 'Assessing', 'done']) progress(phase);
    expect(written).toEqual([]);
  });

  test('each phase once it is over, then all of it, for whoever asks', () => {
    const { terminal, written } = notes();
    const timing = startTiming(terminal);
    for (const phase of ['Reading records', 'Assessing', 'done']) timing(phase);
    expect(written.map((line) => line.replaceAll(/ +[\d.]+ s/g, ' N s').replace(/\d+ MB/, 'N MB'))).toEqual([
      'timing  Starting N s\n',
      'timing  Reading records N s\n',
      'timing  Assessing N s\n',
      'timing  All N s, N s of processor, N MB\n',
    ]);
  });
});
