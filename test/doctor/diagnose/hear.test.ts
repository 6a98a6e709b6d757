import {expect, test} from 'vitest';
import {hear} from '../../../src/doctor/diagnose/hear.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

test('what the service answers now comes first, then what was told, then what the process says', () => {
	expect(hear(wholeEvidence).map(({from}) => from)).toEqual(['live', 'told', 'run', 'recorded']);
});

test('words that nobody knows are said to be unknown, the end of them at most', () => {
	const [heard] = hear({...emptyMachine, told: `${'frobnicated '.repeat(100)}at\u001b[2J last`});
	expect(heard?.known).toBeUndefined();
	expect(heard?.quoted).toMatch(/^…/);
	expect(heard?.quoted).toMatch(/at\\u\{1b\}\[2J last$/);
	expect(heard?.quoted.length).toBeLessThan(320);
});

test('a message that a client wraps is told before its wrapping', () => {
	const told =
		'Error when retrieving credentials from custom-process: AccessDeniedException: Untrusted signing certificate';
	const [first] = hear({...emptyMachine, told});
	expect(first).toMatchObject({from: 'told', quoted: 'Untrusted signing certificate', known: {fact: 'ERR-01'}});
});

test('once the service has granted, what was recorded before is of no weight', () => {
	const live = seen({outcome: 'granted', assumedRoleArn: 'arn', expiration: '2026-06-01T01:00:00Z'} as const);
	const lastError = seen({at: '2026-05-31T00:00:00Z', code: 'SESSION_REFUSED', message: 'Untrusted certificate'});
	expect(hear({...emptyMachine, live, lastError})).toEqual([]);
	expect(hear({...emptyMachine, lastError})).toMatchObject([{from: 'recorded', at: '2026-05-31T00:00:00Z'}]);
});
