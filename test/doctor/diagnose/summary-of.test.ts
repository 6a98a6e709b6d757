import {expect, test} from 'vitest';
import {summaryOf} from '../../../src/doctor/diagnose/summary-of.ts';
import {whatHappened} from '../../../src/doctor/diagnose/what-happened.ts';
import type {Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

const granted = seen({outcome: 'granted', assumedRoleArn: 'arn:a', expiration: '2026-06-01T01:00:00Z'} as const);

function summary(verdict: 'working' | 'sound' | 'broken' | 'unexplained', differing: Partial<Evidence> = {}): string {
	const evidence = {...emptyMachine, ...differing};
	return summaryOf(verdict, {evidence, happened: whatHappened(evidence), check: 'key'});
}

test('each verdict is one sentence', () => {
	expect(summary('working', {live: granted})).toBe(
		'Credentials of the CLI profile default work: the service granted arn:a.',
	);
	expect(summary('sound')).toMatch(/as far as could be looked; the service was not asked\.$/);
	expect(summary('broken')).toBe(
		'Credentials of the CLI profile default do not work; the most likely cause was found under "Private key".',
	);
	expect(summary('broken', {live: granted})).toContain('are not as they should be');
	expect(summary('unexplained')).toMatch(/nothing that was seen says why\.$/);
});

test('a message alone is said to be all that there is', () => {
	expect(summary('unexplained', {told: 'No.'})).toMatch(/^There is nothing here to look at but the message/);
	expect(summary('unexplained', {told: 'No.', command: wholeEvidence.command})).toMatch(/says why\.$/);
});

test('names from outside are safe to show', () => {
	expect(summary('sound', {cliProfile: {name: 'a\u001b[2J', chosenBy: 'flag'}})).toContain('a\\u{1b}[2J');
});
