/** Prints what security and safety owe each other: a matrix of hazards, then what is open on either side. */
import type { SafetyOutput } from '../contract/index.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

export function printSafety(output: SafetyOutput, terminal: Terminal): void {
  const reached = output.hazards.filter((hazard) => hazard.threats.length > 0).length;
  terminal.out(
    `${terminal.paint('bold', `${reached} of ${output.hazards.length} hazards are reached by a threat.`)}\n`,
  );
  const by = `safety by ${output.methods.safety ?? 'no method'}, security by ${output.methods.security ?? 'no method'}`;
  terminal.out(
    `${terminal.paint('grey', `${by}; security as it counts today: before control until the controls are proven`)}\n`,
  );
  printMatrix(output, terminal);
  printHazards(output, terminal);
  printControls(output, terminal);
}

/** Columns and rows in which nothing stands are left out. */
function printMatrix({ matrix }: SafetyOutput, terminal: Terminal): void {
  if (matrix.cells.length === 0) return;
  const safety = matrix.safety.filter((level) => matrix.cells.some((cell) => cell.safety === level));
  const security = matrix.security.filter((level) => matrix.cells.some((cell) => cell.security === level)).toReversed();
  const rows = security.map((row) => [
    row,
    ...safety.map(
      (column) =>
        matrix.cells.find((cell) => cell.security === row && cell.safety === column)?.hazards.join(' ') ?? '·',
    ),
  ]);
  terminal.out('\n');
  for (const line of columns([['security \\ safety', ...safety], ...rows])) terminal.out(`${plain(line)}\n`);
}

function printHazards({ hazards }: SafetyOutput, terminal: Terminal): void {
  if (hazards.length === 0) return;
  const rows = hazards.map((hazard) => [
    hazard.id,
    `${hazard.severity ?? 'unknown'}${hazard.essentialPerformance ? ' EP' : ''}`,
    `${hazard.safety.before} → ${hazard.safety.after}`,
    `${hazard.security.before} → ${hazard.security.residual}`,
    '|',
  ]);
  const [head = '', ...lines] = columns([['hazard', 'severity', 'safety', 'security', 'threats'], ...rows]);
  const at = head.indexOf('threats');
  terminal.out(`\n${terminal.paint('grey', head)}\n`);
  lines.forEach((line, index) => {
    const threats = (hazards[index]?.threats ?? []).map((threat) => `${threat.id}${threat.belowHazard ? '↓' : ''}`);
    const wrapped = wrap(threats.join(' ') || 'no threat', terminal.width, ' '.repeat(at));
    terminal.out(`${plain(line).slice(0, at)}${wrapped}\n`);
  });
  const legend = '↓ rated less severe than the hazard, EP a loss of essential performance';
  terminal.out(`${terminal.paint('grey', legend)}\n`);
}

function printControls(output: SafetyOutput, terminal: Terminal): void {
  const { securityControls, safetyControls, toWeigh, threatsWithoutHazard } = output;
  const unanswered = securityControls.filter((control) => control.effect === 'unanswered').map((control) => control.id);
  const harming = securityControls.filter((control) => control.effect === 'harms');
  const open = harming.filter((control) => control.hazards.length === 0 || control.answeredBy.length === 0);
  const passed = safetyControls.filter((one) => !one.external && one.assets.length === 0 && one.threats.length === 0);
  const sentences = [
    `${securityControls.length} security controls: ${harming.length} can harm, ${unanswered.length} not answered${list(unanswered)}; ${open.length} that can harm name no hazard or no answer${list(open.map((one) => one.id))}.`,
    `${safetyControls.length} safety controls: ${passed.length} inside the software without an asset or a threat${list(passed.map((one) => one.id))}.`,
    `${threatsWithoutHazard.length} threats reach no hazard${list(threatsWithoutHazard.map((one) => `${one.id} ${one.harmTo.join('/') || 'harm not said'}`))}.`,
    `${toWeigh.length} threats stay so high that somebody has to weigh them${list(toWeigh.map((one) => `${one.threat} ${one.rating} ${one.decision ?? 'no valid decision'}`))}.`,
  ];
  terminal.out('\n');
  for (const sentence of sentences) terminal.out(`${wrap(sentence, terminal.width, '  ')}\n`);
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? '' : ` (${ids.join(', ')})`;
}
