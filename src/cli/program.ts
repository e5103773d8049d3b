/** From words to a command: options, help, and one place where errors become a message and a status. */
import { parseArgs } from 'node:util';
import { all } from './commands/all.js';
import type { Ask, Call, Command, Option } from './define.js';
import type { Engine } from './engine.js';
import { helpOf, helpOfAll } from './help.js';
import type { Cache } from './kept-answer.js';
import { OptionError } from './option-error.js';
import type { Terminal } from './terminal.js';

export interface ProgramInput {
  readonly terminal: Terminal;
  readonly folder: string;
  readonly now: () => Date;
  readonly ask?: Ask;
  /** Absent: nothing is kept from one run to the next. */
  readonly cache?: Cache | undefined;
  /** Absent where the process is not the program's own. */
  readonly engine?: Engine;
  readonly onStop?: (stop: () => void) => void;
}

/** @returns exit status: 0 done, 1 something blocks, 2 could not do it */
export async function runProgram(words: readonly string[], input: ProgramInput): Promise<number> {
  const { terminal } = input;
  const [first] = words;
  if (first === '--version' || first === '-V') {
    const { toolVersion } = await import('../compile/index.js');
    terminal.out(`${toolVersion()}\n`);
    return 0;
  }
  const named = first !== undefined && !first.startsWith('-');
  const command = all.find((one) => one.name === (named ? first : ''));
  if (first === 'help' && words[1] !== undefined && !all.some((one) => one.name === words[1])) {
    return unknownCommand(words[1], terminal);
  }
  if (first === 'help' || (!named && (words.includes('--help') || words.includes('-h')))) {
    const about = all.find((one) => one.name === words[1]);
    terminal.out(about && first === 'help' ? helpOf(about) : helpOfAll(all));
    return 0;
  }
  if (!command) return unknownCommand(String(first), terminal);
  const rest = named ? words.slice(1) : words;
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) {
    terminal.out(helpOf(command));
    return 0;
  }
  return runCommand(command, rest, input);
}

async function unknownCommand(name: string, terminal: Terminal): Promise<number> {
  const { didYouMean, shown } = await import('../shapes/index.js');
  const names = all.map((one) => one.name).filter((one) => one !== '');
  terminal.note(
    `error  There is no command \`${shown(name)}\`${didYouMean(name, names) || '.'}\n  do    See \`medward --help\`.\n`,
  );
  return 2;
}

async function runCommand(command: Command, words: readonly string[], input: ProgramInput): Promise<number> {
  try {
    const call = callOf(command, words, input);
    if (!command.isKept?.(call)) return await command.run(call);
    const { runKept } = await import('./kept-answer.js');
    return await runKept(command, call, input.cache);
  } catch (error) {
    const { tellError } = await import('./tell-error.js');
    return tellError(error, { json: wantsJson(words), terminal: input.terminal });
  }
}

/** Also where the options themselves were not understood. */
function wantsJson(words: readonly string[]): boolean {
  return words.some(
    (word, at) => word === '--json' || word === '--format=json' || (word === 'json' && words[at - 1] === '--format'),
  );
}

function callOf(command: Command, words: readonly string[], input: ProgramInput): Call {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      {
        type: option.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(option.short !== undefined && { short: option.short }),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const found = new Map<string, (string | true)[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    // By own key: `--constructor` is no option either.
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    checkOption(command, token.rawName, token.name, option, token.value);
    const given = found.get(token.name) ?? [];
    if (given.length > 0 && option?.value !== undefined && !option.many) {
      throw new OptionError(`The option ${token.rawName} stands twice.`, 'Give it once.');
    }
    found.set(token.name, [...given, token.value ?? true]);
  }
  if (positionals.length > 0 && command.takes === undefined) {
    throw new OptionError(
      `\`medward ${command.name}\` takes no word such as \`${positionals[0] ?? ''}\`.`,
      `See \`medward ${command.name} --help\`.`,
    );
  }
  const values = (name: string): readonly string[] =>
    (found.get(name) ?? []).filter((value): value is string => typeof value === 'string');
  return { words: positionals, flag: (name) => found.has(name), value: (name) => values(name)[0], values, ...input };
}

// @implements SRS-708
function checkOption(
  command: Command,
  rawName: string,
  name: string,
  option: Option | undefined,
  value: string | undefined,
): void {
  const known = Object.keys(command.options).map((one) => `--${one}`);
  const help = `See \`medward ${command.name} --help\`.`.replace('  ', ' ');
  if (!option) throw new OptionError(`There is no option \`${rawName}\` here. Known: ${known.join(', ')}.`, help);
  if (option.value !== undefined && (value === undefined || value === '' || value.startsWith('--'))) {
    throw new OptionError(`The option --${name} takes ${option.value}.`, `Write \`--${name} ${option.value}\`.`);
  }
  if (option.value === undefined && value !== undefined)
    throw new OptionError(`The option --${name} takes no value.`, help);
}
