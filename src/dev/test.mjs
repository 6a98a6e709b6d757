// npm test: everything that says whether this tree is releasable, quickest first, each step shown.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {generate} from './generate.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'node_modules');

generate();

for (const [title, ...words] of [
	['Types', path.join(bin, 'typescript/bin/tsc'), '--noEmit'],
	['Format and lint', path.join(bin, '@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings'],
	['Build', path.join(root, 'src/dev/build.mjs')],
	['Tests', path.join(bin, 'vitest/vitest.mjs'), 'run', ...process.argv.slice(2)],
]) {
	process.stdout.write(`\n== ${title}\n`);
	const {status} = spawnSync(process.execPath, words, {cwd: root, stdio: 'inherit'});
	if (status !== 0) {
		process.stdout.write(`\n${title}: failed\n`);
		process.exit(status ?? 1);
	}
}
