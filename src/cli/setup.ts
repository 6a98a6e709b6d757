import {ExpectedError} from '../errors.ts';
import {planJson, planText} from '../report/setup-plan.ts';
import {setupJson, setupText} from '../report/setup-summary.ts';
import type {Plan} from '../setup/planner.ts';
import type {Answers} from '../wizard/answers.ts';
import {openSetup} from '../wizard/conduct/open-setup.ts';
import type {SetupRun} from '../wizard/conduct/setup-run.ts';
import type {SetupSummary} from '../wizard/conduct/summary.ts';
import {detect} from '../wizard/detect.ts';
import {progressOn, proveAloud, sayWho} from '../wizard/plain/talk.ts';
import {settle} from '../wizard/settle.ts';
import type {AskingMode} from './asking-mode.ts';
import {asCalled} from './called-as.ts';
import type {Outcome} from './command.ts';
import {confirmOrRefuse} from './confirm.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {completeAnswers, type GivenAnswers, givenAnswers, leavesInputFree} from './gather-answers.ts';
import type {SharedFlagValues} from './shared-flags.ts';

/** What was typed after `setup`. */
export interface SetupInvocation extends GivenAnswers {
	readonly isPlanOnly: boolean;
	/** How a person is asked for what is left open; `unattended` when nobody is. */
	readonly mode: AskingMode;
	readonly color: SharedFlagValues['color'];
	/** Goes ahead without asking. */
	readonly isYes: boolean;
}

/**
 * From answers to a proven set-up: ask what was left open, specify, plan, review, apply, prove.
 *
 * @throws {ExpectedError} `ANSWERS_MISSING`, `ANSWERS_INVALID`, `CONFIRMATION_NEEDED`, `PROOF_FAILED`, `INTERRUPTED`,
 * and what reading, planning and applying throw.
 */
export async function setUp(invocation: SetupInvocation, context: CommandContext): Promise<Outcome> {
	const {mode, color} = invocation;
	const given = await givenAnswers(invocation, context);
	const settled = settle(given, await detect(given, context));
	const isOpen = settled.missing.length + settled.wrong.length > 0;
	if (mode.kind === 'unattended' || !isOpen || !leavesInputFree(invocation, given)) {
		return conduct(completeAnswers(settled, context), invocation, context);
	}

	const {askSetup} = await import('./ask-setup.ts');
	const end = await askSetup(given, {mode, color}, context);
	return end.kind === 'done' ? outcomeOf(end.summary, context) : {exit: exit.done, result: {}, text: ''};
}

async function conduct(
	answers: Answers,
	{isPlanOnly, isYes}: SetupInvocation,
	context: CommandContext,
): Promise<Outcome> {
	const run = await openSetup(answers, context, {mayCreate: !isPlanOnly, resume: 'run the same command again'});
	try {
		sayWho(run, context.say);
		if (isPlanOnly) {
			const plan = await run.plan();
			return {exit: exit.done, result: {...planJson(plan), applied: false}, text: planText(plan)};
		}

		await applyReviewed(run, isYes, context);
		await proveAloud(run, context.say);
		return outcomeOf(run.summary(), context);
	} finally {
		await run.close();
	}
}

function outcomeOf(summary: SetupSummary, context: CommandContext): Outcome {
	const result = setupJson(summary, command => asCalled(command, context.calledAs()));
	return {exit: exit.done, result, text: asTyped => setupText(summary, asTyped)};
}

/** Plans, has the plan reviewed, and applies it; with a yes beforehand, what another run did meanwhile is planned anew. */
async function applyReviewed(run: SetupRun, isYes: boolean, context: CommandContext): Promise<void> {
	const plan = await review(run, isYes, context);
	try {
		await run.apply(plan, progressOn(context.say));
	} catch (error) {
		if (!isYes || !(error instanceof ExpectedError && error.code === 'SETUP_CHANGED')) {
			throw error;
		}

		await run.apply(await review(run, isYes, context), progressOn(context.say));
	}
}

async function review(run: SetupRun, isYes: boolean, context: CommandContext): Promise<Plan> {
	const plan = await run.plan();
	context.say(planText(plan));
	if (plan.changes.length > 0 && !isYes) {
		await confirmOrRefuse('Make these changes?', '--yes', context);
	}

	return plan;
}
