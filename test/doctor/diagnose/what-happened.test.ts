import {expect, test} from 'vitest';
import {whatHappened} from '../../../src/doctor/diagnose/what-happened.ts';
import type {ProgramRun} from '../../../src/doctor/evidence/command.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

const members = ['Version', 'AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'];
const printed: ProgramRun = {
	exit: 0,
	isTimeout: false,
	stderr: '',
	output: {kind: 'json', members, version: '1', expiration: '2026-06-01T01:00:00Z'},
};
const granted = seen({outcome: 'granted', assumedRoleArn: 'arn', expiration: '2026-06-01T01:00:00Z'} as const);
const refused = seen({outcome: 'refused', status: 403, message: 'No.'} as const);

function ran(differing: Partial<ProgramRun>) {
	const {command} = wholeEvidence;
	const whole = command.state === 'seen' ? seen({...command.value, run: seen({...printed, ...differing})}) : command;
	return {...emptyMachine, command: whole};
}

test.each<readonly [string, Partial<ProgramRun>, boolean]>([
	['credentials were printed', {}, true],
	['it failed', {exit: 1}, false],
	['it was ended by a signal', {isTimeout: true, output: {kind: 'empty'}}, false],
	['something is missing', {output: {kind: 'json', members: ['Version'], version: '1'}}, false],
	['the version is text', {output: {kind: 'json', members, version: '"1"'}}, false],
	['they ended already', {output: {kind: 'json', members, version: '1', expiration: '2026-05-31T00:00:00Z'}}, false],
	['they have no end', {output: {kind: 'json', members, version: '1'}}, true],
])('a run in which %s', (_what, differing, hasRun) => {
	expect(whatHappened(ran(differing))).toMatchObject({hasRun, hasFailed: !hasRun});
});

test('what was printed counts for nothing once the service refuses: it may have been kept', () => {
	expect(whatHappened({...ran({}), live: refused})).toMatchObject({hasRun: false, hasFailed: true});
	expect(whatHappened({...ran({}), live: granted})).toMatchObject({isGranted: true, hasRun: true, hasFailed: false});
});

test('what a person says failed has failed; where nothing was tried nothing has', () => {
	expect(whatHappened({...emptyMachine, told: 'It does not work.'}).hasFailed).toBe(true);
	expect(whatHappened(emptyMachine)).toEqual({isGranted: false, hasRun: false, hasFailed: false, isOwn: false});
});
