import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/files.ts';
import {unseen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {filesOf} from '../../../support/file-evidence.ts';
import {wholeEvidence} from '../../../support/whole-evidence.ts';

test('names the files that were read', async () => {
	expect(check.judge({...emptyMachine, files: await filesOf()})).toEqual({
		findings: [],
		words: 'certificate.pem, private-key.pem',
	});
});

test('is unknown where no command names any', () => {
	expect(check.judge(emptyMachine)).toMatchObject({findings: [], state: 'unknown', words: 'No command says which.'});
});

test('tells of a file that is not there', async () => {
	const files = {...(await filesOf()), certificate: unseen('failed', 'There is no such file.', 'ENOENT')};
	const {findings, words} = check.judge({...emptyMachine, command: wholeEvidence.command, files});
	expect(findings.map(({rule}) => rule)).toContain('file-there');
	expect(words).toBe('private-key.pem');
});
