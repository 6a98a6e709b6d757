import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

/** Which layer of `src` may import which; a folder may always import itself (docs/architecture.md). */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
	'': ['cli', 'wizard', 'lint', 'rehearsal', 'session', 'config-file', 'rules', 'pki'],
	cli: [
		'wizard',
		'doctor',
		'setup',
		'lint',
		'rehearsal',
		'decide',
		'session',
		'config-file',
		'aws',
		'messages',
		'rules',
		'pki',
		'files',
		'ui',
		'report',
	],
	wizard: [
		'doctor',
		'setup',
		'lint',
		'rehearsal',
		'decide',
		'session',
		'config-file',
		'aws',
		'rules',
		'pki',
		'files',
		'ui',
		'report',
	],
	doctor: [
		'setup',
		'lint',
		'decide',
		'session',
		'config-file',
		'aws',
		'messages',
		'rules',
		'pki',
		'files',
		'ui',
		'report',
	],
	lint: ['rules', 'pki', 'files'],
	ui: [],
	setup: ['rehearsal', 'decide', 'session', 'config-file', 'aws', 'rules', 'pki', 'files'],
	rehearsal: ['decide', 'session', 'aws', 'rules', 'pki', 'files'],
	decide: ['session', 'aws', 'rules', 'pki'],
	session: ['aws', 'messages', 'rules', 'pki', 'files'],
	'config-file': ['aws', 'rules', 'files'],
	aws: ['pki', 'files'],
	report: [],
	messages: ['rules'],
	rules: ['aws', 'pki'],
	pki: ['files'],
	files: [],
	dev: ['cli', 'messages', 'report', 'rules'],
};

/** The only folder or file that may import each outside library. */
const DOORS: Readonly<Record<string, string>> = {
	'@inquirer/prompts': 'src/ui/lines/inquirer-prompt.ts',
	ink: 'src/ui/',
	react: 'src/ui/',
	'string-width': 'src/ui/',
	zod: 'src/doctor/bundle/',
	'@smithy/signature-v4': 'src/aws/',
	'@aws-sdk/client-iam': 'src/aws/',
	'@aws-sdk/client-sts': 'src/aws/',
	'@aws-sdk/credential-provider-node': 'src/aws/',
	yaml: 'src/pki/intake/',
	esbuild: 'src/dev/',
	'@lydell/node-pty': 'src/dev/',
	'@xterm/headless': 'src/dev/',
	'@xterm/addon-unicode11': 'src/dev/',
};

/** Loaded only when a run needs them: never by a plain top-level import. */
const LAZY = ['@inquirer/prompts', '@aws-sdk/'];

interface Import {
	readonly from: string;
	readonly specifier: string;
	readonly isTypeOnly: boolean;
	readonly isDynamic: boolean;
}

const files = readdirSync('src', {recursive: true, encoding: 'utf8'})
	.map(name => path.join('src', name))
	.filter(file => /\.tsx?$/.test(file) && !file.endsWith('.generated.ts') && statSync(file).isFile());
const imports = files.flatMap(importsOf);

describe('imports', () => {
	test('point one way', () => {
		const wrong = imports
			.filter(({specifier, isTypeOnly}) => specifier.startsWith('.') && !isTypeOnly)
			.filter(({from, specifier}) => {
				const target = layerOf(path.join(path.dirname(from), specifier));
				const layer = layerOf(from);
				return target !== '' && target !== layer && !(LAYERS[layer] ?? []).includes(target);
			});
		expect(wrong).toEqual([]);
	});

	test('reach each outside library through its door', () => {
		const wrong = imports
			.filter(({specifier}) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
			.filter(({from, specifier}) => !from.startsWith(DOORS[packageOf(specifier)] ?? 'nowhere'));
		expect(wrong).toEqual([]);
	});

	test('of heavy libraries happen only when a run needs them', () => {
		const doors = new Set(
			imports.filter(({specifier}) => LAZY.some(lazy => specifier.startsWith(lazy))).map(({from}) => from),
		);
		const eager = imports.filter(
			({from, specifier, isTypeOnly, isDynamic}) =>
				!isTypeOnly &&
				!isDynamic &&
				doors.has(path.join(path.dirname(from), specifier)) &&
				isEagerDoor(path.join(path.dirname(from), specifier)),
		);
		expect(eager.filter(({from}) => !isEagerDoor(from))).toEqual([]);
	});
});

describe('the effects stay at the edge', () => {
	test.each([
		['process.exit', /\bprocess\.exit\(/, ['src/main.ts']],
		['process.env', /\bprocess\.env\b/, ['src/cli/make-context.ts', 'src/session/provider.ts', 'src/aws/']],
		['process.stdout', /\bprocess\.(stdout|stderr)\b/, ['src/main.ts', 'src/cli/make-context.ts']],
		['a shell', /\bshell:\s*true|\bexecSync\(|\bexec\(\s*['"`]/, []],
	])('%s', (_what, pattern, allowed) => {
		const wrong = files
			.filter(file => !file.startsWith('src/dev/') && !allowed.some(place => file.startsWith(place)))
			.filter(file => pattern.test(withoutComments(readFileSync(file, 'utf8'))));
		expect(wrong).toEqual([]);
	});
});

/** A door that loads its library at once; importing it eagerly costs every run. */
function isEagerDoor(file: string): boolean {
	return imports.some(
		({from, specifier, isTypeOnly, isDynamic}) =>
			from === file && !isTypeOnly && !isDynamic && LAZY.some(lazy => specifier.startsWith(lazy)),
	);
}

function importsOf(file: string): readonly Import[] {
	const text = withoutComments(readFileSync(file, 'utf8'));
	const fixed = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(
		([, type, specifier = '']) => ({from: file, specifier, isTypeOnly: type !== undefined, isDynamic: false}),
	);
	const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => ({
		from: file,
		specifier,
		isTypeOnly: false,
		isDynamic: true,
	}));
	return [...fixed, ...dynamic].filter(({specifier}) => !specifier.endsWith('.json'));
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function layerOf(file: string): string {
	const [, folder = '', ...rest] = file.split(path.sep);
	return rest.length === 0 ? '' : folder;
}

function packageOf(specifier: string): string {
	return specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');
}
