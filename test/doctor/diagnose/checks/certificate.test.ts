import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/certificate.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {filesOf} from '../../../support/file-evidence.ts';

test('names the subject, and leaves its dates to another check', async () => {
	const {findings, words} = check.judge({...emptyMachine, at: '2099-01-01T00:00:00.000Z', files: await filesOf()});
	expect(words).toMatch(/^CN=/);
	expect(findings.map(({rule}) => rule)).not.toContain('ee-valid-now');
});

test('is unknown where none was seen', () => {
	expect(check.judge(emptyMachine)).toMatchObject({words: 'none was seen', state: 'unknown'});
});
