// Runs a TypeScript file of this repository under a Node that cannot read TypeScript by itself:
// node src/dev/run.mjs FILE [words]. Packages stay outside the bundle.
import {mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {generate} from './generate.mjs';

// Not from this file's own place: bench/run.ts has it bundled elsewhere.
const root = process.cwd();

/**
 * Bundles a source file into `node_modules/.cache` and gives the path of the result.
 *
 * @param {string} file relative to the repository
 */
export async function bundle(file) {
	const folder = path.join(root, 'node_modules/.cache/anchorsmith');
	mkdirSync(folder, {recursive: true});
	const outfile = path.join(folder, `${path.basename(file, '.ts')}-${process.pid}.mjs`);
	await build({
		absWorkingDir: root,
		entryPoints: [file],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		packages: 'external',
		logLevel: 'warning',
	});
	return {outfile, remove: () => rmSync(outfile, {force: true})};
}

if (process.argv[1] === import.meta.filename) {
	generate();
	const [file = ''] = process.argv.splice(2, 1);
	const {outfile, remove} = await bundle(file);
	try {
		await import(pathToFileURL(outfile).href);
	} finally {
		remove();
	}
}
