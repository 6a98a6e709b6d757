import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/account.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {wholeEvidence} from '../../../support/whole-evidence.ts';

test('says who looked, or why nobody did', () => {
	expect(check.judge({...emptyMachine, account: wholeEvidence.account}).words).toBe(
		'seen by arn:aws:iam::111122223333:user/plant/hildegard',
	);
	expect(check.judge(emptyMachine)).toMatchObject({words: 'Nothing was sent, as was asked for.', state: 'unknown'});
});
