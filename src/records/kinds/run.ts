/** Executions of tests that a person did or imported by hand. */
import { choice, date, line, list, mapping, optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'run',
  plural: 'runs',
  title: 'Test run',
  prefixes: ['RUN'],
  about: 'One execution of tests with results; what IEC 62304 5.7.5 and 9.8 ask to be recorded.',
  fields: {
    results: optional(
      list(
        mapping({
          result: optional(choice('passed', 'failed', 'skipped', 'blocked'), 'What came out.'),
          note: optional(text, 'What was seen.'),
        }),
      ),
      'Result of each test.',
    ),
    version: optional(line, 'Version of the software that was tested.'),
    commit: optional(line, 'Commit of the software that was tested.'),
    configuration: optional(text, 'Hardware and software configuration.'),
    environment: optional(text, 'Where it ran.'),
    tools: optional(text, 'Test tools with versions.'),
    date: optional(date, 'When.'),
    tester: optional(line, 'Who.'),
  },
});
