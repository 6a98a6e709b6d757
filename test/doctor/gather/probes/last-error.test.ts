import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../../src/cli/program.ts';
import {EVIDENCE_FORMAT} from '../../../../src/doctor/evidence/evidence.ts';
import {absent, seen} from '../../../../src/doctor/evidence/look.ts';
import {parseWords} from '../../../../src/doctor/gather/parse-words.ts';
import {lastErrorProbe} from '../../../../src/doctor/gather/probes/last-error.ts';
import {testTime} from '../../../support/certificates.ts';
import {testWorld} from '../../../support/context.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {goodCommand} from '../../../support/rule-examples/evidence.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';
import {common} from '../../../support/vectors.ts';

const {trustAnchorArn, profileArn, roleArn} = common.arns;
const WORDS = [
	...['credentials', '--certificate', 'none.pem', '--private-key', 'k.pem', '--session-duration', '900'],
	...['--trust-anchor-arn', trustAnchorArn, '--profile-arn', profileArn, '--role-arn', roleArn],
];

/** The last error of a command, as doctor sees it in a home. */
async function lastError(home: string, words: readonly string[]) {
	const {order, unknownFlags} = parseWords(words);
	return lastErrorProbe.gather(
		{
			format: EVIDENCE_FORMAT,
			at: testTime.toISOString(),
			cliProfile: {name: 'build', chosenBy: 'flag'},
			command: seen({...goodCommand, words, order, unknownFlags}),
		},
		surroundingsForTest({workingDirectory: home, stateDirectory: () => path.join(home, '.anchorsmith')}),
	);
}

describe('the last error', () => {
	test('is what credentials met with the same words', async () => {
		const home = temporaryFolder();
		await runProgram(WORDS, testWorld({home, now: () => testTime}).makeContext);

		expect(await lastError(home, ['anchorsmith', ...WORDS])).toMatchObject({
			state: 'seen',
			value: {
				at: testTime.toISOString(),
				code: 'FILE_MISSING',
				message: expect.stringContaining('there is no such file'),
			},
		});
		expect(await lastError(home, ['anchorsmith', ...WORDS, '--region', 'us-east-1'])).toEqual(absent);
	});

	test('is looked for where the words say that the command keeps it', async () => {
		const home = temporaryFolder();
		await runProgram([...WORDS, '--home', `${home}/else`], testWorld({home, now: () => testTime}).makeContext);

		expect(await lastError(home, ['anchorsmith', ...WORDS, '--home', `${home}/else`])).toMatchObject({state: 'seen'});
	});

	test('is not kept by other programs', async () => {
		expect(await lastError('/none', ['/opt/aws_signing_helper', 'credential-process'])).toMatchObject({
			state: 'unseen',
			why: 'not-possible',
		});
	});
});
