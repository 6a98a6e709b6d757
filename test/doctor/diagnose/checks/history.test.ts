import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/history.ts';
import {seen, unseen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';

test('tells of an error that was recorded, and of none', () => {
	const lastError = seen({at: '2026-05-31T00:00:00Z', code: 'SESSION_REFUSED', message: 'It said no.'});
	expect(check.judge({...emptyMachine, lastError})).toEqual({
		findings: [],
		words: '2026-05-31T00:00:00Z: It said no.',
		state: 'noticed',
	});
	expect(check.judge(emptyMachine)).toEqual({findings: [], words: 'none is recorded'});
	expect(check.judge({...emptyMachine, lastError: unseen('denied', 'Permission denied.')}).state).toBe('unknown');
});
