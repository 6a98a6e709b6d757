import {expect, test} from 'vitest';
import {findCause} from '../../../src/doctor/diagnose/find-cause.ts';
import type {Found} from '../../../src/doctor/diagnose/found.ts';
import {hear} from '../../../src/doctor/diagnose/hear.ts';
import type {Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {seen, unseen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine, foundOf} from '../../support/diagnosed.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

const {command: whole} = wholeEvidence;
const command = whole.state === 'seen' ? seen({...whole.value, run: unseen('offline', 'It was not run.')}) : whole;
const path = foundOf('path', 'path-issuer-present');
const key = foundOf('key', 'set-key-certified');
const trust = foundOf('account', 'session-role-trust');
const duplicates = foundOf('config', 'config-no-duplicates');

function causeOf(found: readonly Found[], differing: Partial<Evidence> = {}): string | undefined {
	const evidence = {...emptyMachine, command, lastError: emptyMachine.lastError, ...differing};
	return findCause(found, hear({...evidence, command: evidence.command}), evidence)?.finding.rule;
}

const refused = (message: string) =>
	seen({outcome: 'refused', status: 403, code: 'AccessDeniedException', message} as const);

test('without a message the first error is the cause', () => {
	expect(causeOf([key, path])).toBe('set-key-certified');
});

test('nothing can be mended before a config file that clients cannot read', () => {
	expect(causeOf([key, path, duplicates])).toBe('config-no-duplicates');
});

test('a program that fails in unknown words is the cause when nothing else is', () => {
	const failed = foundOf('program', 'process-succeeds');
	expect(causeOf([failed])).toBe('process-succeeds');
	expect(causeOf([failed, key])).toBe('set-key-certified');
	expect(causeOf([failed], {told: 'Untrusted signing certificate'})).toBeUndefined();
});

test('warnings are no cause by themselves', () => {
	expect(causeOf([foundOf('path', 'path-issuer-present', {severity: 'warning'})])).toBeUndefined();
});

test('a message that was told chooses among errors', () => {
	expect(causeOf([key, path, duplicates], {told: 'Untrusted signing certificate'})).toBe('path-issuer-present');
});

test('a warning is the cause when the answer can come of nothing else', () => {
	const missing = foundOf('path', 'set-issuer-present');
	expect(missing.finding.severity).toBe('warning');
	expect(causeOf([missing], {live: refused('Untrusted signing certificate')})).toBe('set-issuer-present');
});

test('an answer of an early stage leaves later faults for later', () => {
	expect(causeOf([trust], {live: refused('Untrusted signing certificate')})).toBeUndefined();
	expect(causeOf([trust], {live: refused('Unable to assume role for arn:aws:iam::111122223333:role/x.')})).toBe(
		'session-role-trust',
	);
});

test('what stands in a config file breaks clients whatever the service says', () => {
	expect(causeOf([duplicates], {live: refused('Untrusted signing certificate')})).toBe('config-no-duplicates');
});

test('what made another fault comes before it', () => {
	const lost = foundOf('arns', 'order-certificate-named');
	expect(causeOf([lost, foundOf('config', 'config-one-line')])).toBe('config-one-line');
});

test('a message from elsewhere is not held against what is not here', () => {
	const none = foundOf('config', 'config-profile-found');
	const {command: absentCommand} = emptyMachine;
	expect(causeOf([none], {command: absentCommand, told: 'Untrusted signing certificate'})).toBeUndefined();
	expect(causeOf([none], {command: absentCommand})).toBe('config-profile-found');
});
