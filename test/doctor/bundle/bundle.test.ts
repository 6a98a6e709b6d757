import {chmodSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readBundle} from '../../../src/doctor/bundle/read-bundle.ts';
import {writeBundle} from '../../../src/doctor/bundle/write-bundle.ts';
import {ExpectedError} from '../../../src/errors.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {wholeDiagnosis, wholeEvidence} from '../../support/whole-evidence.ts';

const seenThere = {evidence: wholeEvidence, diagnosis: wholeDiagnosis()};

async function bundled(isMasked: boolean): Promise<string> {
	const file = path.join(temporaryFolder(), 'bundle.json');
	await writeBundle(file, seenThere, {isMasked});
	return file;
}

function bundleWith(change: (text: string) => string | Uint8Array): string {
	const file = path.join(temporaryFolder(), 'bundle.json');
	writeFileSync(file, change(JSON.stringify({format: 'anchorsmith/bundle/1', evidence: wholeEvidence})));
	return file;
}

describe('a bundle', () => {
	test('gives back all that was seen, and nothing more', async () => {
		const file = await bundled(false);

		expect(await readBundle(file)).toEqual({format: 'anchorsmith/bundle/1', evidence: wholeEvidence});
	});

	test('can be read by its owner only, and overwrites nothing', async () => {
		const file = await bundled(false);
		const before = readFileSync(file, 'utf8');

		expect(statSync(file).mode & 0o777).toBe(0o600);
		await expect(writeBundle(file, seenThere, {isMasked: false})).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(readFileSync(file, 'utf8')).toBe(before);
	});
});

describe('a masked bundle', () => {
	test('names no account, person, machine or resource', async () => {
		const text = readFileSync(await bundled(true), 'utf8');

		for (const name of [
			'111122223333',
			'gertrud',
			'Gertrud',
			'hildegard',
			'welding',
			'Welding Works',
			'robot-12',
			'hall-',
			'Hall',
			'plant',
			'weld-seams',
			'MAA=',
			'BEGIN CERTIFICATE',
		]) {
			expect(text).not.toContain(name);
		}
	});

	test('calls the same thing by the same name everywhere', async () => {
		const {evidence, diagnosis} = await readBundle(await bundled(true));
		const role = evidence.account.role.state === 'seen' ? evidence.account.role.value.arn : '';

		expect(role).toMatch(/^arn:aws:iam::0{11}1:role\/name-\d+\/name-\d+$/);
		expect(evidence.live).toMatchObject({value: {message: `Unable to assume role for ${role}.`}});
		expect(evidence.account.administrator).toMatchObject({value: {accountId: '000000000001'}});
		expect(diagnosis?.cause?.finding.refusal?.message).toBe(`Unable to assume role for ${role}.`);
	});

	test('keeps what it came to, without what only that machine could do', async () => {
		const {diagnosis} = await readBundle(await bundled(true));

		expect(diagnosis).toMatchObject({verdict: 'broken', cause: {check: 'account', remedy: {who: 'operator'}}});
		expect(diagnosis?.cause?.remedy).not.toHaveProperty('mend');
		expect(diagnosis?.cause?.finding.source).toEqual(seenThere.diagnosis.cause?.finding.source);
	});

	test.each(['anchorsmith', 'config', 'seen', 'bundle', 'evidence', 'linux', 'broken', 'error'])(
		'can be read when somebody is called %s',
		async name => {
			const file = path.join(temporaryFolder(), 'bundle.json');
			const evidence = {...wholeEvidence, cliProfile: {...wholeEvidence.cliProfile, name}};
			await writeBundle(file, {...seenThere, evidence}, {isMasked: true});

			expect(await readBundle(file)).toMatchObject({diagnosis: {verdict: 'broken'}});
		},
	);
});

describe('reading a bundle', () => {
	test.each([
		['no JSON', () => 'hello', 'it is not JSON'],
		['another format', (text: string) => text.replace('bundle/1', 'bundle/2'), 'format is not as it should be'],
		[
			'a member of another kind',
			(text: string) => text.replace('"uid":1000', '"uid":"x"'),
			'evidence.host.user.uid is',
		],
		['no moment', (text: string) => text.replace('2026-06-01T00:00:00.000Z', 'today'), 'evidence.at is'],
		['bytes that are none', (text: string) => text.replace('"MAA="', '"M A"'), 'is not as it should be'],
		['a list', () => '[]', 'the whole is not as it should be'],
		['nothing', () => '', 'it is not JSON'],
	])('refuses %s with one clear error', async (_what, change, message) => {
		const problem = await readBundle(bundleWith(change)).catch((error: unknown) => error);

		expect(problem).toBeInstanceOf(ExpectedError);
		expect(problem).toMatchObject({code: 'BUNDLE_UNREADABLE', message: expect.stringContaining(message)});
	});

	test('says that it is not there, or may not be read', async () => {
		await expect(readBundle('/nowhere/bundle.json')).rejects.toMatchObject({code: 'FILE_MISSING'});
		const folder = temporaryFolder();
		chmodSync(folder, 0o755);
		await expect(readBundle(folder)).rejects.toMatchObject({code: 'FILE_UNREADABLE'});
	});

	test('makes what is shown as it stands harmless', async () => {
		const file = bundleWith(text => text.replace('permission denied', String.raw`\u001b]0;owned\u0007`));
		const {evidence} = await readBundle(file);

		expect(evidence.config.credentials).toMatchObject({
			message: String.raw`/home/gertrud/.aws/credentials: \u{1b}]0;owned\u{7}`,
		});
	});

	test('throws nothing but ExpectedError, whatever is changed in it', async () => {
		const text = JSON.stringify({format: 'anchorsmith/bundle/1', evidence: wholeEvidence});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({min: 0, max: text.length}),
				fc.integer({min: 0, max: 40}),
				fc.constantFrom('', 'null', '{}', '[]', '"', '1e999', '-1', '\\u0000'),
				async (at, length, instead) => {
					const file = bundleWith(() => text.slice(0, at) + instead + text.slice(at + length));
					const read = await readBundle(file).catch((error: unknown) => error);
					expect(
						read instanceof ExpectedError || (typeof read === 'object' && read !== null && 'evidence' in read),
					).toBe(true);
				},
			),
			{numRuns: 200},
		);
	});
});
