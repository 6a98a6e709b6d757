import {defineConfig} from 'vitest/config';

/** Tests of pure code share nothing that they change; loading everything anew for each file would take most of their time. */
const PURE = ['test/rules/**/*.test.ts', 'test/pki/**/*.test.ts'];

/** Tests that start programs by the dozen, and so take half of the time of all; what they hold does not hang on the version of Node. */
const MANY_RUNS = [
	'test/**/*-killed.test.ts',
	'test/e2e/setup-refused.test.ts',
	'test/docs/examples.test.ts',
	'test/rehearsal/aws-cli.test.ts',
	'test/doctor/worlds/*.test.ts',
];

export default defineConfig({
	test: {
		// Judges are programs of their own: starting one may take seconds on a busy machine.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		// Most tests wait for programs they started, so no core is kept free for the runner.
		maxWorkers: '100%',
		setupFiles: ['test/support/environment.ts'],
		projects: [
			{extends: true, test: {name: 'pure', include: PURE, isolate: false}},
			{extends: true, test: {name: 'many runs', include: MANY_RUNS}},
			{
				extends: true,
				test: {name: 'all else', include: ['test/**/*.test.{ts,tsx}'], exclude: [...PURE, ...MANY_RUNS]},
			},
		],
	},
});
