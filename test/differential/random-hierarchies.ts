// npm run compare: puts random hierarchies to us and to openssl, and tells every disagreement that is not explained in
// docs/adr. Words: [--count N] [--seed N] [--show].
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {compareWithOpenssl} from '../support/compare-with-openssl.ts';

const {values} = parseArgs({
	options: {count: {type: 'string', default: '20000'}, seed: {type: 'string'}, show: {type: 'boolean', default: false}},
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 0x7f_ff_ff_ff));
const count = Number(values.count);
const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-compare-'));
process.stdout.write(`seed ${seed}, ${count} hierarchies\n`);
try {
	const {agreed, accepted, explained, unexplained} = compareWithOpenssl({seed, count, folder});
	process.stdout.write(`agreed ${agreed} (accepted by both ${accepted})\n`);
	for (const [why, number] of explained) {
		process.stdout.write(`explained ${number}: ${why}\n`);
	}

	process.stdout.write(`unexplained ${unexplained.length}\n`);
	for (const line of unexplained.slice(0, values.show ? 200 : 10)) {
		process.stdout.write(`${line}\n`);
	}

	process.exitCode = unexplained.length > 0 ? 1 : 0;
} finally {
	rmSync(folder, {recursive: true});
}
