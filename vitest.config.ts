import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'examples/**/*.test.ts',
      'scripts/**/*.test.ts',
      'fuzz/**/*.test.ts',
    ],
    // By default one core is left idle, which on two cores doubles the time.
    maxWorkers: '100%',
    // Some tests start Git, the linter or the command line; on a busy machine five seconds are not enough.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
