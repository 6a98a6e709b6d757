import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/path.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {filesOf} from '../../../support/file-evidence.ts';

test('is unknown where the trust anchor was not seen', async () => {
	expect(check.judge({...emptyMachine, files: await filesOf()})).toEqual({
		findings: [],
		words: 'the trust anchor was not seen',
		state: 'unknown',
	});
});
