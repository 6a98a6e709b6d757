import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const consumer = mkdtempSync(path.join(tmpdir(), 'anchorsmith-package-'));
const installed = path.join(consumer, 'node_modules/anchorsmith');
let packedBytes = 0;

/** The package as a registry would hand it out, unpacked where another project would have it. */
beforeAll(() => {
	const [packed]: {filename: string; size: number}[] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer], {encoding: 'utf8'}),
	);
	packedBytes = packed?.size ?? Number.NaN;
	mkdirSync(installed, {recursive: true});
	execFileSync('tar', ['-xzf', path.join(consumer, packed?.filename ?? ''), '--strip-components=1', '-C', installed]);
	mkdirSync(path.join(consumer, 'node_modules/@types'));
	symlinkSync(path.resolve('node_modules/@types/node'), path.join(consumer, 'node_modules/@types/node'));
	symlinkSync(path.resolve('node_modules/undici-types'), path.join(consumer, 'node_modules/undici-types'));
	writeFileSync(path.join(consumer, 'package.json'), '{"type": "module"}');
});

afterAll(() => rmSync(consumer, {recursive: true}));

describe('the published package', () => {
	test('has no runtime dependencies and stays below 1.5 MB', () => {
		const {dependencies, peerDependencies, optionalDependencies} = JSON.parse(
			readFileSync(path.join(installed, 'package.json'), 'utf8'),
		);
		expect({dependencies, peerDependencies, optionalDependencies}).toEqual({});
		expect(packedBytes).toBeLessThan(1.5 * 1024 * 1024);
	});

	test('carries its licence and the notices of what it contains', () => {
		expect(existsSync(path.join(installed, 'LICENSE'))).toBe(true);
		const notices = readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
		for (const name of ['@inquirer/password', '@aws-sdk/client-iam', '@smithy/signature-v4', 'mute-stream']) {
			expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
		}
	});

	test('runs where nothing else is installed', () => {
		const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
		const main = path.join(installed, 'dist/main.js');
		expect(execFileSync(main, ['--version'], {encoding: 'utf8', cwd: consumer})).toBe(`${version}\n`);
		expect(execFileSync(main, ['issuer', 'create', '--help'], {encoding: 'utf8'})).toContain('Usage:');
	});

	test('is a library with types, under the strictest settings', () => {
		writeFileSync(
			path.join(consumer, 'use.ts'),
			`import {createRehearsal, editCliProfile, ExpectedError, fromRolesAnywhere} from 'anchorsmith';
const text: string = editCliProfile('', 'ra', {region: 'eu-central-1', output: null});
const rehearsal = await createRehearsal();
const endpoint: string = rehearsal.endpoint;
await rehearsal.close();
const provider = fromRolesAnywhere({certificate: 'c.pem', privateKey: 'k.pem', trustAnchorArn: 'a', profileArn: 'b', roleArn: 'c'});
const refusal = await provider().then(() => undefined, (error: unknown) => error);
console.log(JSON.stringify({text, isLoopback: endpoint.startsWith('http://127.0.0.1:'), isExpected: refusal instanceof ExpectedError}));
`,
		);
		execFileSync(
			process.execPath,
			[
				path.resolve('node_modules/typescript/bin/tsc'),
				...[
					'--strict',
					'--exactOptionalPropertyTypes',
					'--module',
					'nodenext',
					'--target',
					'es2023',
					'--types',
					'node',
				],
				'use.ts',
			],
			{cwd: consumer},
		);
		const output = execFileSync(process.execPath, [path.join(consumer, 'use.js')], {encoding: 'utf8'});
		expect(JSON.parse(output)).toEqual({
			text: '[profile ra]\nregion = eu-central-1\n',
			isLoopback: true,
			isExpected: true,
		});
	});
});
