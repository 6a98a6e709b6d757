import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {planJson, planText} from '../report/setup-plan.ts';
import {setupJson, setupText} from '../report/setup-summary.ts';
import type {ApplyProgress} from '../setup/apply.ts';
import type {Plan} from '../setup/planner.ts';
import {openSetup} from '../wizard/conduct/open-setup.ts';
import type {SetupRun} from '../wizard/conduct/setup-run.ts';
import {asCalled} from './called-as.ts';
import type {Outcome} from './command.ts';
import {confirmOrRefuse} from './confirm.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {type GivenAnswers, gatherAnswers} from './gather-answers.ts';

/** What was typed after `setup`. */
export interface SetupInvocation extends GivenAnswers {
	readonly isPlanOnly: boolean;
	readonly isYes: boolean;
}

/**
 * From answers to a proven set-up: specify, plan, review, apply, prove.
 *
 * @throws {ExpectedError} `ANSWERS_MISSING`, `ANSWERS_INVALID`, `CONFIRMATION_NEEDED`, `PROOF_FAILED`, and what reading,
 * planning and applying throw.
 */
export async function setUp(invocation: SetupInvocation, context: CommandContext): Promise<Outcome> {
	const {isPlanOnly, isYes} = invocation;
	const answers = await gatherAnswers(invocation, context);
	const run = await openSetup(answers, context, {mayCreate: !isPlanOnly, resume: 'run the same command again'});
	try {
		sayWho(run, context);
		if (isPlanOnly) {
			const plan = await run.plan();
			return {exit: exit.done, result: {...planJson(plan), applied: false}, text: planText(plan)};
		}

		await applyReviewed(run, isYes, context);
		await proveIt(run, context);
		const summary = run.summary();
		const result = setupJson(summary, command => asCalled(command, context.calledAs()));
		return {exit: exit.done, result, text: setupText(summary)};
	} finally {
		await run.close();
	}
}

function sayWho({administrator, notes}: SetupRun, {say}: CommandContext): void {
	notes.forEach(say);
	if (administrator) {
		say(`Account ${administrator.accountId}, as ${printable(administrator.arn)}.`);
	}
}

/** Plans, has the plan reviewed, and applies it; with a yes beforehand, what another run did meanwhile is planned anew. */
async function applyReviewed(run: SetupRun, isYes: boolean, context: CommandContext): Promise<void> {
	const plan = await review(run, isYes, context);
	try {
		await run.apply(plan, progressOn(context));
	} catch (error) {
		if (!isYes || !(error instanceof ExpectedError && error.code === 'SETUP_CHANGED')) {
			throw error;
		}

		await run.apply(await review(run, isYes, context), progressOn(context));
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

function progressOn({say}: CommandContext): ApplyProgress {
	return {
		begun: ({kind, name, action}) => say(`  ... ${kind} ${name}: ${action}`),
		doing: (_change, note) => say(`      ${note}`),
		done: ({kind, name}) => say(`  ok  ${kind} ${name}`),
		failed: ({kind, name}) => say(`  !!  ${kind} ${name}`),
	};
}

async function proveIt(run: SetupRun, {say}: CommandContext): Promise<void> {
	if (run.specification.cliProfile === undefined) {
		return;
	}

	say('  ... fetching credentials as a program would');
	const proof = await run.prove(say);
	if (proof) {
		say(`  ok  AWS says: ${printable(proof.arn)}`);
	}
}
