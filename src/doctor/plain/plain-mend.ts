import {ExpectedError} from '../../errors.ts';
import type {MendedThing} from '../../report/doctor-text.ts';
import {isYes} from '../../ui/lines/ask-choice.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import {safe} from '../guide/telling.ts';
import {plain, mending as texts} from '../texts/en.ts';
import type {PlainDoctorWorld} from './plain-doctor-world.ts';

/**
 * Shows what would be done, asks, and does it.
 *
 * @returns What was done; undefined when nothing was, which has been said by then.
 * @throws {ExpectedError} `INTERRUPTED`.
 */
export async function mendAloud(
	{remedy: {mend, what}}: Problem,
	{prompt, surround, asCalled}: PlainDoctorWorld,
	options: GatherOptions,
): Promise<MendedThing | undefined> {
	if (!mend) {
		return undefined;
	}

	const [{describeMend}, {applyMend}] = await Promise.all([
		import('../mend/describe-mend.ts'),
		import('../mend/apply-mend.ts'),
	]);
	prompt.say(`\n${texts.question}\n${safe(what)}\n${asCalled(safe(describeMend(mend)))}`);
	if (!isYes(await prompt.line(plain.confirm))) {
		prompt.say(plain.notDone);
		return undefined;
	}

	prompt.say(plain.doing);
	try {
		const mended = {what: safe(what), did: (await applyMend(mend, await surround(options))).map(safe)};
		prompt.say([texts.mended(mended.what), ...mended.did.map(line => `  ${line}`)].join('\n'));
		return mended;
	} catch (error) {
		if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED') {
			throw error;
		}

		prompt.say([texts.failed, safe(error.message), ...error.next.map(step => `  ${asCalled(step)}`)].join('\n'));
		return undefined;
	}
}
