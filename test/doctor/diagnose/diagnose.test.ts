import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diagnose} from '../../../src/doctor/diagnose/diagnose.ts';
import {CHECKS} from '../../../src/doctor/diagnose/diagnosis.ts';
import {judgeCheck} from '../../../src/doctor/diagnose/judge-check.ts';
import type {Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {absent, type Look, seen, unseen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

const OTHER_LOOKS: readonly Look<never>[] = [
	absent,
	unseen('offline', 'Nothing was sent.'),
	unseen('denied', 'Permission denied.', 'EACCES'),
	unseen('failed', 'There is no such file.', 'ENOENT'),
	unseen('no-credentials', 'There are none.'),
	unseen('nothing-to-look-at', 'No command.'),
	unseen('unreachable', 'Nobody answered.', 'ECONNREFUSED'),
];

/** Some members of a part taken from elsewhere, or not seen. */
function mixed<Part extends object>(part: Part, other: Part): fc.Arbitrary<Part> {
	const members = Object.entries(part).map(([name, value]) => {
		const isLook = typeof value === 'object' && value !== null && 'state' in value;
		const others = Object.entries(other).flatMap(([its, its_]) => (its === name ? [its_] : []));
		return fc.constantFrom(value, ...others, ...(isLook ? OTHER_LOOKS : [])).map(chosen => [name, chosen] as const);
	});
	return fc.tuple(...members).map(chosen => ({...part, ...Object.fromEntries(chosen)}));
}

const MESSAGES = [
	'Untrusted signing certificate',
	'Unable to assume role for x',
	'Missing: --certificate',
	'qwerty',
	'',
];

const anyEvidence: fc.Arbitrary<Evidence> = fc
	.record({
		host: mixed(wholeEvidence.host, emptyMachine.host),
		config: mixed(wholeEvidence.config, emptyMachine.config),
		files: mixed(wholeEvidence.files, emptyMachine.files),
		network: mixed(wholeEvidence.network, emptyMachine.network),
		account: mixed(wholeEvidence.account, emptyMachine.account),
		command: fc.constantFrom<Evidence['command']>(wholeEvidence.command, ...OTHER_LOOKS),
		live: fc.constantFrom<Evidence['live']>(
			wholeEvidence.live,
			seen({outcome: 'granted', assumedRoleArn: 'arn', expiration: 'soon'}),
			seen({outcome: 'failed', code: 'ENDPOINT_UNREACHABLE', message: 'Nobody answered.'}),
			...OTHER_LOOKS,
		),
		lastError: fc.constantFrom<Evidence['lastError']>(wholeEvidence.lastError, ...OTHER_LOOKS),
		told: fc.option(fc.oneof(fc.constantFrom(...MESSAGES), fc.string()), {nil: undefined}),
		text: fc.option(fc.string({unit: 'binary'}), {nil: undefined}),
	})
	.map(({told, text, config, ...parts}) => ({
		...emptyMachine,
		...parts,
		config: text === undefined ? config : {...config, config: seen({path: '/c', text})},
		...(told !== undefined && {told}),
	}));

describe('judging', () => {
	test('never throws, and comes to the same after evidence was kept as JSON', () => {
		fc.assert(
			fc.property(anyEvidence, evidence => {
				const kept: Evidence = JSON.parse(JSON.stringify(evidence));
				expect(diagnose(kept)).toEqual(diagnose(evidence));
			}),
			{numRuns: 60},
		);
	});

	test('has a cause exactly when something is broken, and each check once in order', () => {
		fc.assert(
			fc.property(anyEvidence, evidence => {
				const {verdict, cause, checks, summary} = diagnose(evidence);
				expect(cause !== undefined).toBe(verdict === 'broken');
				expect(checks.map(({check}) => check)).toEqual(CHECKS);
				expect(summary).not.toMatch(/\p{Cc}/u);
			}),
			{numRuns: 30},
		);
	});
});

test('a granted session leaves nothing of what the service judges to be the cause', () => {
	const live = seen({outcome: 'granted', assumedRoleArn: 'arn', expiration: '2026-06-01T01:00:00Z'} as const);
	const {cause, others} = diagnose({...wholeEvidence, live});
	const left = [...(cause ? [cause] : []), ...others].filter(({finding}) => finding.severity === 'error');
	expect(left.filter(({check}) => check === 'account' || check === 'dates' || check === 'arns')).toEqual([]);
});

test('a message alone is told of with what it may come from', () => {
	const diagnosis = diagnose({...emptyMachine, told: 'AccessDeniedException: Certificate revoked'});
	expect(diagnosis).toMatchObject({
		verdict: 'unexplained',
		summary: 'There is nothing here to look at but the message; this is what it may come from.',
		messages: [{from: 'told', known: {fact: 'ERR-04'}}],
	});
});

test('a machine on which nothing is set up is broken, and says so', () => {
	expect(diagnose(emptyMachine)).toMatchObject({
		verdict: 'broken',
		cause: {finding: {rule: 'config-profile-found'}, check: 'config'},
	});
});

test('a check is judged as soon as what it needs is there', () => {
	const {format, at, cliProfile, live} = emptyMachine;
	expect(judgeCheck('session', {format, at, cliProfile})).toBeUndefined();
	expect(judgeCheck('session', {format, at, cliProfile, live})).toMatchObject({check: 'session', state: 'unknown'});
});
