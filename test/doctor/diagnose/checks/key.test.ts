import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/key.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {filesOf} from '../../../support/file-evidence.ts';

test('tells the kind of the key, and that it belongs', async () => {
	const {findings, words} = check.judge({...emptyMachine, files: await filesOf()});
	expect(findings).toEqual([]);
	expect(words).toMatch(/, belongs to the certificate$/);
});

test('tells a key of another certificate', async () => {
	const [mine, other] = [await filesOf(), await filesOf()];
	const {findings, words} = check.judge({...emptyMachine, files: {...mine, privateKey: other.privateKey}});
	expect(findings.map(({rule}) => rule)).toContain('set-key-certified');
	expect(words).toMatch(/, of another certificate$/);
});

test('is unknown where no key was seen', () => {
	expect(check.judge(emptyMachine)).toMatchObject({words: 'it was not seen', state: 'unknown'});
});
