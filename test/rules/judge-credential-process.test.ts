import {expect, test} from 'vitest';
import {judgeCredentialProcess} from '../../src/rules/judge-credential-process.ts';
import {readRun} from '../support/rule-examples/credential-process.ts';

function judged(example: string): readonly string[] {
	return judgeCredentialProcess(readRun(example)).map(({severity, rule}) => `${severity} ${rule}`);
}

test('a program that keeps the contract has nothing wrong with it', () => {
	expect(
		judged(
			'stdout = {"Version": 1, "AccessKeyId": "x", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		),
	).toEqual([]);
});

test('what was not run is not wrong', () => {
	expect(judged('run = offline')).toEqual([]);
});

test('of a program that ends badly, what it printed does not count', () => {
	expect(judged('exit = 1\nstdout = {"Version": 2}')).toEqual(['warning process-succeeds']);
});
