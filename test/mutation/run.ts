import {EXAMPLES, mutate, ruleFiles} from './mutate.ts';
import {MUTATIONS, type MutationName} from './mutations.ts';

const names: readonly MutationName[] = ['deaf', 'idle', 'eager', 'rash', 'deleted'];
const rules = ruleFiles();
const tests = [...new Set([EXAMPLES, ...rules.flatMap(({test}) => test ?? [])])];
process.stdout.write(`${rules.length} rules, ${tests.length} files of tests\n`);
let survived = 0;
for (const name of names) {
	const start = performance.now();
	const {mutants, survivors} = await mutate(name, tests);
	survived += MUTATIONS[name].mayBeBorne ? 0 : survivors.length;
	const seconds = ((performance.now() - start) / 1000).toFixed(0);
	process.stdout.write(
		`${MUTATIONS[name].title}: ${mutants - survivors.length} of ${mutants} noticed (${seconds} s)\n${survivors.map(rule => `  not noticed: ${rule}\n`).join('')}`,
	);
}

process.exitCode = survived > 0 ? 1 : 0;
