import {expect, test} from 'vitest';
import type {CheckId, Heard} from '../../../src/doctor/diagnose/diagnosis.ts';
import {hear} from '../../../src/doctor/diagnose/hear.ts';
import {weigh} from '../../../src/doctor/diagnose/weigh.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine, foundOf} from '../../support/diagnosed.ts';

const nothingTried = {isGranted: false, hasRun: false, hasFailed: false, isOwn: true};

function refusedWith(message: string): readonly Heard[] {
	return hear({
		...emptyMachine,
		live: seen({outcome: 'refused', status: 403, code: 'AccessDeniedException', message}),
	});
}

test.each<readonly [string, CheckId, string, Partial<typeof nothingTried>, string]>([
	['what the service judges, when it granted', 'path', 'path-issuer-present', {isGranted: true}, 'warning'],
	['what the official helper sends', 'path', 'path-issuer-present', {isGranted: true, isOwn: false}, 'error'],
	['what a run prints', 'program', 'process-json', {hasRun: true}, 'error'],
	['a key of ours, when the service granted', 'key', 'key-pem', {isGranted: true}, 'warning'],
	['a key for the official helper', 'key', 'key-pem', {isGranted: true, isOwn: false}, 'error'],
	['what the program reads, when it ran', 'key', 'key-pem', {hasRun: true, isOwn: false}, 'warning'],
	['config files, whatever was granted', 'config', 'config-no-duplicates', {isGranted: true, hasRun: true}, 'error'],
	['anything, when nothing was tried', 'path', 'path-issuer-present', {}, 'error'],
])('%s weighs as much as it should', (_what, check, rule, happened, severity) => {
	const {finding} = weigh(foundOf(check, rule), {...nothingTried, ...happened}, []);
	expect(finding.severity).toBe(severity);
});

test.each<readonly [string, CheckId, string, string]>([
	['an earlier stage was passed', 'certificate', 'ee-digital-signature', 'warning'],
	['the same stage may be the reason', 'account', 'session-role-trust', 'error'],
	['what the service never sees stays', 'config', 'config-no-duplicates', 'error'],
])('a refusal by the trust policy proves: %s', (_what, check, rule, severity) => {
	const heard = refusedWith('Unable to assume role for arn:aws:iam::111122223333:role/backup.');
	expect(weigh(foundOf(check, rule), nothingTried, heard).finding.severity).toBe(severity);
});

test('says why an error counts for less', () => {
	const {finding} = weigh(foundOf('path', 'path-issuer-present'), {...nothingTried, isGranted: true}, []);
	expect(finding.message).toBe('Breaks path-issuer-present. The service granted credentials all the same.');
});
