// Makes dist/: the bundle without runtime dependencies, the library's types, and the notices of what was bundled.
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {generate} from './generate.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
// Made beside dist/ and then put in its place, so that whoever runs the program meanwhile has a whole one.
const fresh = `${dist}.${process.pid}`;

/** Ink asks for React's developer tools by name; the program never opens them. */
const withoutDevtools = {
	name: 'without-devtools',
	/** @param {import('esbuild').PluginBuild} bundle */
	setup(bundle) {
		bundle.onResolve({filter: /^react-devtools-core$/}, ({path: name}) => ({path: name, namespace: 'empty'}));
		bundle.onLoad({filter: /.*/, namespace: 'empty'}, () => ({contents: 'export default {};'}));
	},
};

/** Ink's layout engine would load Node's whole HTTP client to read bytes that it carries: 30 to 60 ms of every start. */
const withoutFetch = {
	name: 'without-fetch',
	/** @param {import('esbuild').PluginBuild} bundle */
	setup(bundle) {
		bundle.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, ({path: file}) => ({
			contents: `const fetch = undefined;\n${readFileSync(file, 'utf8')}`,
		}));
	},
};

generate();

const {metafile} = await build({
	absWorkingDir: root,
	entryPoints: ['src/main.ts', 'src/index.ts'],
	outdir: fresh,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	minify: true,
	legalComments: 'none',
	chunkNames: 'chunks/[name]-[hash]',
	define: {'process.env.NODE_ENV': '"production"'},
	banner: {
		js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
	},
	jsx: 'automatic',
	plugins: [withoutDevtools, withoutFetch],
	metafile: true,
	logLevel: 'warning',
});

chmodSync(path.join(fresh, 'main.js'), 0o755);
writeFileSync(path.join(fresh, 'THIRD-PARTY-NOTICES.txt'), notices(metafile));
emitTypes();
const old = `${fresh}.old`;
if (existsSync(dist)) {
	renameSync(dist, old);
}

renameSync(fresh, dist);
rmSync(old, {recursive: true, force: true});

/** Types of the library only; the compiler's word is final. */
function emitTypes() {
	const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
	const {status, stdout} = spawnSync(
		process.execPath,
		[tsc, '--project', path.join(root, 'src/dev/tsconfig.types.json'), '--outDir', path.join(fresh, 'types')],
		{encoding: 'utf8'},
	);
	if (status !== 0) {
		process.stderr.write(stdout);
		rmSync(fresh, {recursive: true, force: true});
		process.exit(1);
	}
}

/**
 * The licence texts of every package of which code went into the bundle.
 *
 * @param {import('esbuild').Metafile} bundled
 */
function notices(bundled) {
	const folders = new Set(
		Object.values(bundled.outputs)
			.flatMap(({inputs}) => Object.entries(inputs))
			.filter(([file, {bytesInOutput}]) => bytesInOutput > 0 && file.startsWith('node_modules/'))
			.map(([file]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file),
	);
	const parts = [...folders].toSorted().map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
		const shipped = readdirSync(path.join(root, folder)).filter(file => /^(licen[cs]e|notice|copying)/i.test(file));
		// Of a package that names its licence and ships no text, the text of its repository is kept here.
		const kept = path.join(root, 'src/dev/licences', `${name.replace('/', '-')}.txt`);
		const files =
			shipped.length === 0 && existsSync(kept) ? [kept] : shipped.map(file => path.join(root, folder, file));
		const texts = files.map(file => readFileSync(file, 'utf8').trim());
		if (texts.length === 0 && license !== 'Apache-2.0') {
			throw new Error(`${name} ships no licence text, and ${license} asks for it`);
		}

		return `${name} ${version} (${license})\n\n${texts.join('\n\n') || 'The text of the Apache License 2.0 is in the LICENSE file of this package.'}`;
	});
	return `anchorsmith contains code of these packages.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
