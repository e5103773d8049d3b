/** One finding of Trivy, by the part of the report in which it stands. */
import { fingerprintOf } from '../fingerprint.js';
import { at, countOf, listAt, textAt, textOf } from '../json-access.js';
import { clip } from '../limits.js';
import type { Finding, ReportSink } from '../report.js';
import { levelOfWord } from '../severity.js';
import { weaknessesIn } from '../weaknesses.js';

/** What the finding was found in. */
export interface TrivyTarget {
  readonly target: string;
  /** Packages of the operating system, whose target is an image with its tag. */
  readonly isOfSystem: boolean;
  readonly type: string;
  /** In a cluster: its namespace, kind and name. */
  readonly resource: string;
}

type Parts = Pick<Finding, 'rule' | 'message' | 'file' | 'fileLine' | 'weaknesses' | 'fingerprint'> & {
  readonly state?: Finding['state'];
};

/** @returns `undefined` for what is no finding, such as a check that passed */
export function findingOf(
  area: string,
  value: unknown,
  target: TrivyTarget,
  line: number,
  sink: ReportSink,
): Finding | undefined {
  const parts = partsOf(area, value, target);
  if (!parts) return undefined;
  return { state: 'open', ...parts, level: levelOfWord(textAt(value, 'Severity') ?? '', line, sink), line };
}

function partsOf(area: string, value: unknown, target: TrivyTarget): Parts | undefined {
  switch (area) {
    case 'Vulnerabilities':
      return vulnerability(value, target);
    case 'Misconfigurations':
      return misconfiguration(value, target);
    case 'Secrets':
      return secret(value, target);
    case 'Licenses':
      return licence(value, target);
    default:
      return undefined;
  }
}

function vulnerability(value: unknown, target: TrivyTarget): Parts {
  const rule = textAt(value, 'VulnerabilityID') ?? '';
  const name = textAt(value, 'PkgName') ?? '';
  const version = textAt(value, 'InstalledVersion') ?? '';
  const path = textAt(value, 'PkgPath') ?? '';
  const [location] = listAt(value, 'Locations');
  return {
    rule: clip(rule, 300),
    message: clip(`${name} ${version}: ${textAt(value, 'Title') ?? ''}`),
    file: clip(path === '' ? target.target : path),
    fileLine: countOf(at(location, 'StartLine')) ?? null,
    weaknesses: listAt(value, 'CweIDs').flatMap((id) => weaknessesIn(textOf(id) ?? '')),
    fingerprint: fingerprintOf('trivy/1', [rule, name, version, path, ...placeOf(target)]),
  };
}

function misconfiguration(value: unknown, target: TrivyTarget): Parts | undefined {
  const status = textAt(value, 'Status');
  if (status === 'PASS') return undefined;
  const rule = textAt(value, 'ID') ?? '';
  const message = textAt(value, 'Message') ?? textAt(value, 'Title') ?? '';
  return {
    rule: clip(rule, 300),
    message: clip(message),
    file: clip(target.target),
    fileLine: countOf(at(value, 'CauseMetadata', 'StartLine')) ?? null,
    weaknesses: [],
    fingerprint: fingerprintOf('trivy/1', [rule, message, ...placeOf(target)]),
    state: status === 'EXCEPTION' ? 'suppressed' : 'open',
  };
}

function secret(value: unknown, target: TrivyTarget): Parts {
  return {
    rule: clip(textAt(value, 'RuleID') ?? '', 300),
    message: clip(textAt(value, 'Title') ?? ''),
    file: clip(target.target),
    fileLine: countOf(at(value, 'StartLine')) ?? null,
    weaknesses: [],
    fingerprint: null,
  };
}

function licence(value: unknown, target: TrivyTarget): Parts {
  const [name, component] = [textAt(value, 'Name') ?? '', textAt(value, 'PkgName') ?? ''];
  const path = textAt(value, 'FilePath') ?? '';
  return {
    rule: clip(name, 300),
    message: clip(`Licence ${name}${component === '' ? '' : ` of ${component}`}`),
    file: clip(path === '' ? target.target : path),
    fileLine: null,
    weaknesses: [],
    fingerprint: fingerprintOf('trivy/1', [name, component, path, ...placeOf(target)]),
  };
}

/** As the tag of an image changes with each version, `redis:6.0.5 (debian 10.4)` comes down to `redis`. */
function placeOf({ target, isOfSystem, type, resource }: TrivyTarget): readonly string[] {
  const withoutSystem = isOfSystem ? target.replace(/ \([^()]*\)$/, '') : target;
  const slash = withoutSystem.lastIndexOf('/');
  const colon = withoutSystem.indexOf(':', slash + 1);
  return [isOfSystem && colon !== -1 ? withoutSystem.slice(0, colon) : withoutSystem, type, resource];
}
