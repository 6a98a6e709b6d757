// npm run fuzz: puts mutated files of every format through intake, rules and report, and tells what crashed and what was
// slowest. Words: [--count N] [--seed N] [--only N --into FILE] to make one input of a run again.
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {fuzz} from '../support/fuzz.ts';

/** Milliseconds that no input may take. */
const LIMIT = 250;

const {values} = parseArgs({
	options: {
		count: {type: 'string', default: '200000'},
		seed: {type: 'string'},
		only: {type: 'string'},
		into: {type: 'string'},
	},
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 0x7f_ff_ff_ff));
const count = Number(values.count);
process.stdout.write(`seed ${seed}, ${count} inputs\n`);
const {recognised, findings, rules, slowest, failures} = await fuzz({
	count,
	seed,
	...(values.only !== undefined && {only: Number(values.only)}),
	onProgress(done) {
		if (done % 10_000 === 0) {
			process.stderr.write(`${done} inputs\n`);
		}
	},
});
process.stdout.write(`recognised something in ${recognised}; ${findings} findings of ${rules.size} rules\n`);
if (slowest) {
	const {index, took, bytes} = slowest;
	process.stdout.write(`slowest ${took.toFixed(1)} ms: input ${index}, ${bytes.length} bytes (limit ${LIMIT} ms)\n`);
	if (values.into !== undefined) {
		writeFileSync(values.into, bytes);
	}
}

for (const {index, failure} of failures) {
	process.stdout.write(`input ${index}: ${failure}\n`);
}

process.stdout.write(`failures ${failures.length}\n`);
process.exitCode = failures.length > 0 || (slowest?.took ?? 0) > LIMIT ? 1 : 0;
