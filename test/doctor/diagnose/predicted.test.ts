import {expect, test} from 'vitest';
import {predictedFrom, predictedUnder} from '../../../src/doctor/diagnose/predicted.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {filesOf} from '../../support/file-evidence.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

/** Everything was seen of a request that fails twice: the profile is disabled, and the key is another one. */
async function failingTwice() {
	const [mine, other] = [await filesOf(), await filesOf()];
	const {profile} = wholeEvidence.account;
	const disabled = profile.state === 'seen' ? seen({...profile.value, isEnabled: false}) : profile;
	return {
		...emptyMachine,
		command: wholeEvidence.command,
		files: {...mine, privateKey: other.privateKey},
		account: {...emptyMachine.account, profile: disabled},
	};
}

test('what would be refused next is told beside what is refused first', async () => {
	const evidence = await failingTwice();
	expect(predictedFrom(evidence)).toMatchObject({stage: 'signature', prediction: {state: 'refused'}});
	const rules = predictedUnder('account', evidence).map(({rule}) => rule);
	expect(rules).toEqual(expect.arrayContaining(['session-signature', 'session-profile-enabled']));
});

test('nothing is predicted without a command', () => {
	expect(predictedFrom(emptyMachine)).toMatchObject({findings: [], prediction: {state: 'unknown'}});
	expect(predictedUnder('account', emptyMachine)).toEqual([]);
});
