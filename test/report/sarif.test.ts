import {readFileSync} from 'node:fs';
import {Ajv} from 'ajv';
import addFormats from 'ajv-formats';
import {describe, expect, test} from 'vitest';
import {lintFiles} from '../../src/lint/lint-files.ts';
import type {LintInput} from '../../src/lint/lint-result.ts';
import {sarifLog} from '../../src/report/sarif.ts';
import {everyRule} from '../../src/rules/folders.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

const surroundings = {version: '1.2.3', rules: everyRule, uriOf: encodeURI};
const file = (path: string, text: string): LintInput => ({path, bytes: Buffer.from(text)});
const log = (...files: readonly LintInput[]) => sarifLog(lintFiles(files, {at: testTime}), surroundings);

/** The OASIS schema is of draft 4, whose few differences from draft 7 it does not use, but for the name of `id`. */
function validator() {
	const {
		id: _id,
		$schema: _draft,
		...schema
	} = JSON.parse(readFileSync('test/fixtures/sarif/sarif-schema-2.1.0.json', 'utf8'));
	const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false});
	addFormats.default(ajv);
	return ajv.compile(schema);
}

describe('a SARIF log', () => {
	test('is valid by the schema of OASIS, with findings of every kind and without', async () => {
		const {root, endEntity} = await pki();
		const bad = await issueForTest({keyUsage: ['keyEncipherment'], subject: 'CN=a\u001b[2J\u202eb'});
		const isValid = validator();
		for (const files of [
			[file('a/root.pem', root.pem), file('b.pem', bad.pem + bad.pem), file('x.txt', 'hello'), file('é ü.pem', '')],
			[file('root.pem', root.pem)],
			[file('k.pem', endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString())],
			[],
		]) {
			isValid(JSON.parse(JSON.stringify(log(...files))));
			expect(isValid.errors).toBe(null);
		}

		isValid({version: '2.1.0', runs: [{}]});
		expect(isValid.errors).not.toBe(null);
	});

	test('points to the line at which the thing begins, and describes each rule once', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment']});
		const [run] = log(file('pki/x.pem', `a note\n\n${bad.pem}`)).runs;
		const result = run?.results.find(({ruleId}) => ruleId === 'ee-digital-signature');
		expect(result).toMatchObject({
			level: 'error',
			message: {text: expect.stringContaining('keyUsage leaves out digitalSignature.')},
			locations: [
				{
					physicalLocation: {artifactLocation: {uri: 'pki/x.pem'}, region: {startLine: 3}},
					logicalLocations: [{name: 'certificate 1: extensions.keyUsage', kind: 'object'}],
				},
			],
		});
		expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]).toMatchObject({
			id: 'ee-digital-signature',
			helpUri: expect.stringMatching(/^https:/),
			help: {markdown: expect.stringContaining('Untrusted certificate. Insufficient certificate')},
			defaultConfiguration: {level: 'error'},
		});
	});

	test('has fingerprints that neither the path nor the line changes, and that differ within a file', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment']});
		const fingerprints = (input: LintInput) =>
			log(input).runs.flatMap(({results}) =>
				results
					.filter(({ruleId}) => ruleId === 'ee-digital-signature')
					.map(({partialFingerprints}) => partialFingerprints.primaryLocationLineHash),
			);
		const [once] = fingerprints(file('x.pem', bad.pem));
		expect(once).toMatch(/^[\da-f]{16}:1$/);
		expect(fingerprints(file('/elsewhere/y.pem', `\n\n${bad.pem}`))).toEqual([once]);
		expect(fingerprints(file('x.pem', bad.pem + bad.pem))).toEqual([once, once?.replace(/1$/, '2')]);
	});

	test('maps a notice to a note, and invents no severity of a vulnerability', async () => {
		const {root, endEntity} = await pki();
		const [run] = log(file('x.pem', root.pem + endEntity.pem)).runs;
		expect(run?.results.map(({level}) => level)).toContain('note');
		expect(JSON.stringify(run)).not.toContain('security-severity');
	});

	test('holds nothing that could move a cursor', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment'], subject: 'CN=a\u001b[2J\u202eb'});
		const texts = log(file('x.pem', bad.pem)).runs.flatMap(({results}) => results.map(({message}) => message.text));
		expect(texts.join('').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
	});
});
