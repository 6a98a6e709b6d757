import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Judges are programs of their own: starting one may take seconds on a busy machine.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// Most tests wait for programs they started, so no core is kept free for the runner.
		maxWorkers: '100%',
		setupFiles: ['test/support/environment.ts'],
	},
});
