import path from 'node:path';
import {ExpectedError} from '../../../errors.ts';
import {systemCode} from '../../../files/problem.ts';
import {failureFile, readFailure} from '../../../session/last-failure.ts';
import type {RecordedError} from '../../evidence/answer.ts';
import type {CommandEvidence} from '../../evidence/command.ts';
import {absent, type Look, seen, unseen} from '../../evidence/look.ts';
import {nameOf, parseWords} from '../parse-words.ts';
import {type Before, defineProbe} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';
import {unseenFile} from '../unseen-file.ts';

/** What `credentials` met when it last failed with the same words. */
export const lastErrorProbe = defineProbe({
	part: 'lastError',
	needs: ['command', 'host'],
	async gather({command, host}: Before, surroundings: Surroundings): Promise<Look<RecordedError>> {
		if (command?.state !== 'seen') {
			return unseen('nothing-to-look-at', 'No command says which session is asked for.');
		}

		if (parseWords(command.value.words).maker !== 'own') {
			return unseen(
				'not-possible',
				`Only anchorsmith keeps its last error, not ${nameOf(command.value.words[0] ?? '')}.`,
			);
		}

		try {
			return await readIn(
				stateDirectory(command.value, host?.user?.isSelf !== false, surroundings),
				command.value,
				surroundings,
			);
		} catch (error) {
			if (error instanceof ExpectedError) {
				return unseen('nothing-to-look-at', error.message, error.code);
			}

			throw error;
		}
	},
});

/** Where that command keeps things: it may say so itself, and other users have folders of their own. */
function stateDirectory({words}: CommandEvidence, isSelf: boolean, surroundings: Surroundings): string {
	const {home} = parseWords(words);
	if (home !== undefined) {
		return path.resolve(surroundings.workingDirectory, home);
	}

	return isSelf ? surroundings.stateDirectory() : path.join(surroundings.userHome(), '.anchorsmith');
}

async function readIn(
	folder: string,
	{order}: CommandEvidence,
	{workingDirectory}: Surroundings,
): Promise<Look<RecordedError>> {
	const {trustAnchorArn, profileArn, roleArn, certificate, privateKey, intermediates, sessionDuration} = order;
	if (
		trustAnchorArn === undefined ||
		profileArn === undefined ||
		roleArn === undefined ||
		certificate === undefined ||
		privateKey === undefined
	) {
		return absent;
	}

	const absolute = (file: string): string => path.resolve(workingDirectory, file);
	const file = failureFile(folder, {
		...order,
		trustAnchorArn,
		profileArn,
		roleArn,
		certificate: absolute(certificate),
		privateKey: absolute(privateKey),
		intermediates: intermediates === undefined ? undefined : absolute(intermediates),
		durationSeconds: sessionDuration === undefined ? undefined : Number(sessionDuration),
	});
	try {
		const failure = await readFailure(file);
		return failure ? seen(failure) : absent;
	} catch (error) {
		return systemCode(error) === 'ENOENT' ? absent : unseenFile(error, file);
	}
}
