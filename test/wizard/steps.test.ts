import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {sharedFlags} from '../../src/cli/shared-flags.ts';
import {inputs, inputsOf} from '../../src/wizard/inputs.ts';
import {flagOf} from '../../src/wizard/step.ts';
import {steps} from '../../src/wizard/steps.ts';

describe('the questions', () => {
	test('each file in steps/ is asked once, under its own name', () => {
		const folder = path.join(import.meta.dirname, '../../src/wizard/steps');
		const files = readdirSync(folder).map(file => path.basename(file, '.ts'));

		expect(steps.map(({id}) => id).toSorted()).toEqual(files.toSorted());
	});

	test.each(steps)('$id ends as a question, explains itself, and has a flag of its own', step => {
		expect(step.question).toMatch(/\?$/);
		expect(step.help).toMatch(/\.$/);
		expect(step.flag).toBe(flagOf(step.key));
		expect(steps.filter(({key}) => key === step.key)).toHaveLength(1);
		expect(inputsOf(step).every(({description}) => description.length > 0)).toBe(true);
	});

	test('no two inputs have the same name', () => {
		const names = inputs.map(({name}) => name);

		expect(new Set(names).size).toBe(names.length);
	});

	test('flags that other verbs have too take as many values here', () => {
		for (const input of inputs) {
			const shared = Object.entries(sharedFlags).find(([name]) => name === input.name)?.[1];
			expect(shared === undefined || shared.takes === input.takes).toBe(true);
		}
	});

	test.each(steps)('$id refuses a value of another kind', step => {
		expect(step.problemWith({}, {})).toMatch(/should be/);
		expect(step.problemWith(Number.NaN, {})).toMatch(/should be/);
	});
});

describe('what is wrong with an answer', () => {
	test.each([
		['setup-name', 'build hosts', 'Use up to 64'],
		['region', 'moon-1', 'It is no AWS region; one reads eu-central-1.'],
		['subject', 'build-17', 'is not of the form TYPE=value'],
		['subject', '', 'it is empty'],
		['subject', 'CN=', 'CN has no value'],
		['subject', `CN=${'x'.repeat(65)}`, 'CN has 65 characters, and 64 are the most'],
		['subject', 'CN=a\\0ab', 'characters that cannot be seen'],
		['dns', ['a b'], 'example'],
		['ip', ['300.1.1.1'], '300.1.1.1'],
		['trust-anchor-name', 'a.b', 'Use up to 255'],
		['role-name', 'a b', 'Use up to 64'],
		['role-arn', 'arn:aws:iam::111122223333:user/x', 'is not the ARN of a role'],
		['trust-anchor-arn', 'arn:aws:iam::111122223333:role/x', 'It is not the ARN of a trust-anchor'],
		['profile-arn', 'build', 'It is not an ARN'],
		['trusted-subject', 'build-17', 'is not of the form TYPE=value'],
		['managed-policy', ['ReadOnlyAccess'], 'is not an ARN'],
		['managed-policy', [], 'Name at least one'],
		['session-duration', 899, 'It should be a whole number of seconds from 900 to 43200.'],
		['session-duration', 43_201, 'It should be'],
		['days', 0, 'It should be'],
		['days', 1.5, 'It should be'],
		['algorithm', 'rsa1024', 'It should be one of p256'],
		['cli-profile', 'two words', 'Use up to 64'],
		['passphrase', {from: 'environment', variable: 'A-B'}, 'It is no name of an environment variable'],
		['passphrase', {from: 'file', path: ''}, 'The path of the passphrase file is empty'],
	] as const)('%s %j', (id, value, problem) => {
		const step = steps.find(candidate => candidate.id === id);

		expect(step?.problemWith(value, {})).toContain(problem);
	});

	test.each([
		['setup-name', 'build-hosts'],
		['region', 'eu-central-1'],
		['subject', 'CN=Bau 17,O=Müller'],
		['role-arn', 'arn:aws:iam::111122223333:role/path/build'],
		['managed-policy', ['arn:aws:iam::aws:policy/ReadOnlyAccess']],
		['passphrase', {from: 'environment', variable: 'ISSUER_PASSPHRASE'}],
	] as const)('nothing: %s %j', (id, value) => {
		const step = steps.find(candidate => candidate.id === id);

		expect(step?.problemWith(value, {})).toBeUndefined();
	});
});
