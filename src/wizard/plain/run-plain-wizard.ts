import type {DoctorWorld} from '../../doctor/guide/doctor-world.ts';
import {ExpectedError} from '../../errors.ts';
import {planText} from '../../report/setup-plan.ts';
import type {Plan} from '../../setup/planner.ts';
import {isYes} from '../../ui/lines/ask-choice.ts';
import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {Answers} from '../answers.ts';
import type {SetupRun} from '../conduct/setup-run.ts';
import type {SetupSurroundings} from '../conduct/surroundings.ts';
import type {Interview, InterviewSurroundings} from '../interview.ts';
import {answersOf, howToGoOn} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {plain as texts} from '../texts/en.ts';
import {askAll, askReview, type Witness} from './ask-all.ts';
import {sayCommands} from './say-commands.ts';
import {progressOn, proveAloud, sayWho} from './talk.ts';
import {isIdentified, sayAdministrators} from './who-is-asked.ts';

/** What asking line by line needs of the world. */
export interface PlainWorld extends DoctorWorld {
	readonly prompt: LinePrompt;
	readonly surroundings: SetupSurroundings & InterviewSurroundings;
}

/**
 * Asks for a set-up line by line and conducts it.
 *
 * @param interview - Begun already, with what flags and files gave.
 * @throws {ExpectedError} `INTERRUPTED`, and what failed once changes were being made.
 */
export async function runPlainWizard(interview: Interview, world: PlainWorld): Promise<SetupEnd> {
	world.prompt.say(texts.manners);
	try {
		return await conduct(interview, world);
	} catch (error) {
		throw error instanceof ExpectedError && error.code === 'INTERRUPTED' && interview.session.passed.size > 0
			? withProgress(error, interview.session.given)
			: error;
	}
}

async function conduct(interview: Interview, world: PlainWorld): Promise<SetupEnd> {
	const witness: Witness = {
		announce: async step => (step.key === 'adminProfile' ? sayAdministrators(world) : undefined),
		admits: async (step, {value}) => step.key !== 'adminProfile' || isIdentified(value, interview.session, world),
	};
	for (;;) {
		if ((await askAll(interview, world.prompt, witness)) === 'left') {
			return {kind: 'left'};
		}

		const choice = await askReview(interview, world.prompt);
		if (choice === 'left') {
			return {kind: 'left'};
		}

		const end = choice === 'plan' ? await planAndApply(interview, world) : undefined;
		if (end) {
			return end;
		}
	}
}

/** @returns undefined when the person is to look at the answers again. */
async function planAndApply(interview: Interview, {prompt, surroundings, asCalled}: PlainWorld) {
	const say = (line: string) => prompt.say(line);
	let run: SetupRun | undefined;
	let isApplying = false;
	try {
		say(texts.looking);
		const {openSetup} = await import('../conduct/open-setup.ts');
		run = await openSetup(answersOf(interview.session), surroundings, {secrets: interview.secrets});
		sayWho(run, say);
		const plan = await run.plan();
		say(planText(plan));
		const planned = run;
		const showCommands = () => sayCommands({run: planned, plan, interview, surroundings, say, asCalled});
		if (!(await isWanted(plan, prompt, showCommands))) {
			return undefined;
		}

		isApplying = true;
		return await applyAndProve(run, {plan, interview, say});
	} catch (error) {
		if (!isMendable(error, isApplying)) {
			throw error;
		}

		say(`\n${error.message}`);
		for (const next of error.next) {
			say(`  ${asCalled(next)}`);
		}

		say(texts.backToAnswers);
		return undefined;
	} finally {
		await run?.close();
	}
}

async function applyAndProve(
	run: SetupRun,
	{plan, interview, say}: {readonly plan: Plan; readonly interview: Interview; readonly say: (line: string) => void},
): Promise<SetupEnd> {
	await run.apply(plan, progressOn(say));
	await proveAloud(run, say);
	await interview.forget();
	return {kind: 'done', summary: run.summary()};
}

/** True while nothing was changed and the person can do something about it. */
function isMendable(error: unknown, isApplying: boolean): error is ExpectedError {
	return (
		error instanceof ExpectedError && error.code !== 'INTERRUPTED' && (!isApplying || error.code === 'SETUP_CHANGED')
	);
}

async function isWanted(plan: Plan, prompt: LinePrompt, showCommands: () => Promise<void>): Promise<boolean> {
	if (plan.changes.length === 0) {
		const typed = await prompt.line(texts.prove);
		return typed.trim() === '' || isYes(typed);
	}

	for (;;) {
		const typed = (await prompt.line(texts.apply)).trim().toLowerCase();
		if (isYes(typed)) {
			return true;
		}

		if (typed === '<' || typed === 'n' || typed === 'no') {
			return false;
		}

		if (typed === 'c') {
			await showCommands();
		} else {
			prompt.say(`  ! ${texts.typeYes}`);
		}
	}
}

function withProgress(error: ExpectedError, given: Answers): ExpectedError {
	return new ExpectedError('INTERRUPTED', texts.kept, {next: [howToGoOn(given)], cause: error});
}
