/** `--tool "vitest 4.1"`: what ran the tests, for reports that do not say it, as JUnit XML does not. */
import type { Report } from '../evidence/index.js';
import { shown } from '../shapes/index.js';
import { OptionError } from './option-error.js';

type Tool = Report['tool'];

/** @throws OptionError */
export function toolOption(written: string | undefined): Tool {
  if (written === undefined) return null;
  const [, name = '', version] = /^\s*(.*?)(?:[\s@]v?(\d\S*))?\s*$/.exec(written) ?? [];
  if (name !== '') return { name, version: version ?? null };
  const todo = 'Write its name and version, such as `--tool "vitest 4.1"`.';
  throw new OptionError(`\`--tool ${shown(written)}\` names no tool.`, todo);
}

/** What the report says stands; a version that it leaves out is taken for the same tool only. */
export function withTool(report: Report, given: Tool): Report {
  const said = report.tool;
  if (!given || (said && (said.version !== null || said.name !== given.name))) return report;
  return { ...report, tool: given };
}
