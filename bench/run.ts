import {readdirSync} from 'node:fs';
import {cpus} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {bundle} from '../src/dev/run.mjs';
import type {Comparison} from './comparison.ts';

const folder = path.join(process.cwd(), 'bench/rows');
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
	file => file.endsWith('.ts') && (wanted.length === 0 || wanted.includes(path.basename(file, '.ts'))),
);

process.stdout.write(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const file of files) {
	const {outfile, remove} = await bundle(`bench/rows/${file}`);
	try {
		const {default: comparison}: {default: Comparison} = await import(pathToFileURL(outfile).href);
		process.stdout.write(`\n${comparison.title}\n`);
		for (const {what, ours, peer, unit, budget, note} of await comparison.run()) {
			const ratio = (ours / peer).toFixed(2);
			process.stdout.write(
				`${[
					`  ${what.padEnd(52)}`,
					`ours ${format(ours)} ${unit}`,
					`peer ${format(peer)} ${unit}`,
					`ratio ${ratio.padStart(6)}`,
					...(budget === undefined ? [] : [`budget ${budget}`]),
					...(note === undefined ? [] : [`(${note})`]),
				].join('  ')}\n`,
			);
		}
	} finally {
		remove();
	}
}

function format(value: number): string {
	return (value < 100 ? value.toFixed(1) : value.toFixed(0)).padStart(8);
}
