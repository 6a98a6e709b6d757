import path from 'node:path';
import {defineConfig, mergeConfig} from 'vitest/config';
import base from '../../vitest.config.ts';
import {mutationNamed, VARIABLE} from './mutations.ts';

const {expression} = mutationNamed(process.env[VARIABLE]);

/** Runs tests over rules that are all broken in one way. */
export default mergeConfig(
	base,
	defineConfig({
		root: path.resolve(import.meta.dirname, '../..'),
		// Tests of rules share nothing that they change; loading everything anew for each would take most of the time.
		test: {isolate: false, pool: 'threads'},
		plugins: [
			{
				name: 'mutate-rules',
				enforce: 'pre',
				transform(code, id) {
					if (!id.endsWith('/src/rules/rule.ts')) {
						return null;
					}

					const mutated = code.replace('\treturn rule;\n', `\treturn ${expression};\n`);
					if (mutated === code) {
						throw new Error('defineRule no longer returns its rule as it is');
					}

					return mutated;
				},
			},
		],
	}),
);
