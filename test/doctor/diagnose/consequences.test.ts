import {expect, test} from 'vitest';
import {explains} from '../../../src/doctor/diagnose/consequences.ts';
import {foundOf} from '../../support/diagnosed.ts';

const lost = foundOf('arns', 'order-certificate-named');
const oneLine = foundOf('config', 'config-one-line');
const failed = foundOf('program', 'process-succeeds');

test('a broken line makes flags be lost, and not the other way round', () => {
	expect([explains(oneLine, lost), explains(lost, oneLine)]).toEqual([true, false]);
});

test('a credential process fails for whatever is an error', () => {
	expect(explains(lost, failed)).toBe(true);
	expect(explains(foundOf('certificate', 'ends-soon'), failed)).toBe(false);
});

test('a name that cannot become a tag explains the policy that asks for that very tag', () => {
	const message = 'Statement 1 asks StringLike of aws:PrincipalTag/x509Subject/O; the session has no such key.';
	const trust = foundOf('account', 'session-role-trust', {message});
	const [organisation, unit] = ['subject.O', 'subject.OU'].map(at => foundOf('certificate', 'ee-tag-characters', {at}));
	expect(organisation && explains(organisation, trust)).toBe(true);
	expect(unit && explains(unit, {...trust, finding: {...trust.finding, message: 'Nobody is let in.'}})).toBe(false);
});

test('nothing explains itself', () => {
	expect(explains(lost, lost)).toBe(false);
});
