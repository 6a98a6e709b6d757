import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/session.ts';
import type {LiveAnswer} from '../../../../src/doctor/evidence/answer.ts';
import {seen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';

test.each<readonly [LiveAnswer, string, string | undefined]>([
	[
		{outcome: 'granted', assumedRoleArn: 'arn', expiration: '2026-06-01T01:00:00Z'},
		'granted, until 2026-06-01T01:00:00Z',
		undefined,
	],
	[{outcome: 'refused', status: 403, message: 'No\u0007.'}, 'refused (403): No\\u{7}.', 'failed'],
	[{outcome: 'failed', code: 'ENDPOINT_UNREACHABLE', message: 'Nobody answered.'}, 'Nobody answered.', 'failed'],
])('tells what was answered: %j', (answer, words, state) => {
	expect(check.judge({...emptyMachine, live: seen(answer)})).toEqual({findings: [], words, ...(state && {state})});
});

test('is unknown when nobody was asked', () => {
	expect(check.judge(emptyMachine)).toMatchObject({state: 'unknown', words: 'Nothing was sent, as was asked for.'});
});
