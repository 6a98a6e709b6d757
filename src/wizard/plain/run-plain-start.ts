import {printable} from '../../printable.ts';
import {askChoice, isYes} from '../../ui/lines/ask-choice.ts';
import {Interview, progressPlace} from '../interview.ts';
import {findProgress} from '../saved-progress.ts';
import type {Progress} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {plain as texts} from '../texts/en.ts';
import {type PlainWorld, runPlainWizard} from './run-plain-wizard.ts';

/**
 * Asks what to do, and does it.
 *
 * @throws {ExpectedError} as {@link runPlainWizard}.
 */
export async function runPlainStart(world: PlainWorld): Promise<SetupEnd> {
	const {prompt, surroundings} = world;
	const kept = await keptProgress(world);
	const options = [
		...(kept ? [{value: 'resume', label: texts.resumeChoice(dayAndTime(kept.savedAt))}] : []),
		{value: 'setup', label: texts.setUp},
		{value: 'rehearse', label: texts.rehearse},
		{value: 'troubleshoot', label: texts.troubleshoot},
		{value: 'quit', label: texts.quit},
	];
	for (;;) {
		prompt.say(`\n${texts.startQuestion}`);
		const [first = {value: 'setup'}] = options;
		const suggestion = {value: first.value, origin: texts.usual};
		const chosen = await askChoice({help: texts.startHelp}, options, {suggestion, prompt});
		if (chosen === 'back' || (typeof chosen === 'object' && chosen.value === 'quit')) {
			return {kind: 'left'};
		}

		if (typeof chosen === 'object' && chosen.value === 'troubleshoot') {
			const {runPlainDoctor} = await import('../../doctor/plain/run-plain-doctor.ts');
			await runPlainDoctor({...surroundings, ...world}, {isOffline: false});
		} else if (typeof chosen === 'object') {
			const given = chosen.value === 'rehearse' ? {rehearse: true} : {};
			const progress = chosen.value === 'resume' ? kept?.progress : undefined;
			return runPlainWizard(await Interview.begin(given, surroundings, progress), world);
		}
	}
}

/**
 * Offers to go on with answers that were kept, if any were.
 *
 * @returns What was kept, when the person wants to go on with it.
 * @throws {ExpectedError} `INTERRUPTED`; `FILE_UNREADABLE`.
 */
export async function offerProgress(world: Pick<PlainWorld, 'prompt' | 'surroundings'>): Promise<Progress | undefined> {
	const kept = await keptProgress(world);
	if (kept === undefined) {
		return undefined;
	}

	const typed = await world.prompt.line(texts.resume(dayAndTime(kept.savedAt)));
	return typed.trim() === '' || isYes(typed) ? kept.progress : undefined;
}

async function keptProgress({prompt, surroundings}: Pick<PlainWorld, 'prompt' | 'surroundings'>) {
	const found = await findProgress(progressPlace(surroundings));
	if (found.state === 'damaged') {
		prompt.say(texts.damaged(printable(found.file)));
	}

	return found.state === 'found' ? found : undefined;
}

/** `2026-11-22 06:30 UTC`. */
function dayAndTime(at: Date): string {
	return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
