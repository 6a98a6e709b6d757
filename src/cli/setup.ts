import path from 'node:path';
import {commandPlatform} from '../config-file/quoting.ts';
import {createFolder} from '../files/create.ts';
import {withLock} from '../files/lock.ts';
import {printable} from '../printable.ts';
import {planJson, planText} from '../report/setup-plan.ts';
import {applyPlan, withWaysOut} from '../setup/apply.ts';
import {createWorld, type World} from '../setup/create-world.ts';
import {Journal} from '../setup/journal.ts';
import {type Known, must} from '../setup/known.ts';
import type {OpenAccess} from '../setup/open-access.ts';
import {type Plan, planSetup} from '../setup/planner.ts';
import {type Proof, prove} from '../setup/prove.ts';
import type {Specification} from '../setup/specification.ts';
import type {Answers} from '../wizard/answers.ts';
import {specify} from '../wizard/specify.ts';
import type {Outcome} from './command.ts';
import {programFor} from './configure.ts';
import {confirmOrRefuse} from './confirm.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {type GivenAnswers, gatherAnswers} from './gather-answers.ts';
import {setupKeys} from './setup-keys.ts';
import {openPlace, placeFlags, type SetupPlace, setupPlace, stateHome, within} from './setup-place.ts';
import {setupJson, setupText} from './setup-summary.ts';

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
	const answers = await gatherAnswers(invocation, context);
	const specification = await specify(answers, context);
	const place = setupPlace(specification.name, answers.rehearse === true, context);
	const mayCreate = !invocation.isPlanOnly;
	const open = await openPlace(place, {...answers, region: specification.region, mayCreate}, context);
	try {
		const setup: Setup = {
			specification,
			place,
			open,
			world: await connect(answers, {place, open}, context),
			isYes: invocation.isYes,
			context,
		};
		if (invocation.isPlanOnly) {
			const plan = await planFrom(await readJournal(setup), setup);
			return {exit: exit.done, result: {...planJson(plan), applied: false}, text: planText(plan)};
		}

		await createFolder(path.dirname(place.journalFile), within(place.base, context));
		return await withLock(place.journalFile, () => conduct(setup));
	} finally {
		await open.close();
	}
}

interface Setup {
	readonly specification: Specification;
	readonly place: SetupPlace;
	readonly open: OpenAccess;
	readonly world: World;
	readonly isYes: boolean;
	readonly context: CommandContext;
}

async function connect(
	answers: Answers,
	{place, open}: Pick<Setup, 'place' | 'open'>,
	context: CommandContext,
): Promise<World> {
	const {helper = 'own', helperProgram} = answers;
	const home = stateHome(place, context);
	const world = await createWorld({
		open,
		keys: await setupKeys(place, answers.passphrase, context),
		locations: place.locations,
		platform: commandPlatform(context.platform),
		helper: {
			kind: helper,
			program: await programFor(helper, helperProgram, context),
			...(home !== undefined && {home}),
		},
	});
	context.say(`Account ${world.administrator.accountId}, as ${printable(world.administrator.arn)}.`);
	return world;
}

function readJournal({place, context}: Pick<Setup, 'place' | 'context'>): Promise<Journal> {
	return Journal.read(place.journalFile, context.now);
}

function planFrom(journal: Journal, {specification, world}: Setup): Promise<Plan> {
	return planSetup(specification, {reader: world.reader, journal});
}

/** With the journal locked: plan, review, apply, prove. */
async function conduct(setup: Setup): Promise<Outcome> {
	const {place, specification, context} = setup;
	const journal = await readJournal(setup);
	const plan = await planFrom(journal, setup);
	context.say(planText(plan));
	if (plan.changes.length > 0 && !setup.isYes) {
		await confirmOrRefuse('Make these changes?', '--yes', context);
	}

	try {
		const known = await apply(plan, journal, setup);
		const proof = await proveIt(known, journal, setup);
		const done = {plan, known, proof, place, specification, context};
		return {exit: exit.done, result: setupJson(done), text: setupText(done)};
	} catch (error) {
		const undo = `anchorsmith destroy ${placeFlags(specification.name, place, context)}`;
		throw withWaysOut(error, 'run the same command again', undo);
	}
}

async function apply(plan: Plan, journal: Journal, {world, specification, context}: Setup): Promise<Known> {
	if (plan.changes.length > 0 && journal.beginning === undefined) {
		const {accountId, region} = world.reader;
		const id = Buffer.from(context.randomBytes(12)).toString('hex');
		await journal.begin({id, accountId, region});
	}

	return applyPlan(plan, {
		writer: world.writerFor(specification.name, journal.beginning?.id ?? ''),
		journal,
		signal: context.signal,
		progress: {
			begun: ({kind, name, action}) => context.say(`  ... ${kind} ${name}: ${action}`),
			done: ({kind, name}) => context.say(`  ok  ${kind} ${name}`),
			failed: ({kind, name}) => context.say(`  !!  ${kind} ${name}`),
		},
	});
}

/** Kinds whose changes take a while to be known everywhere. */
const SPREADING = ['trust anchor', 'role', 'role policy', 'attached policy', 'Roles Anywhere profile'];

async function proveIt(known: Known, journal: Journal, setup: Setup): Promise<Proof> {
	const {place, specification, open, context} = setup;
	context.say('  ... fetching credentials as a program would');
	const times = journal.standing.filter(({kind}) => SPREADING.includes(kind)).map(({changedAt}) => changedAt.getTime());
	const proof = await prove({
		cliProfile: specification.cliProfile.name,
		locations: place.locations,
		platform: commandPlatform(context.platform),
		env: context.env,
		certificate: must(known, 'endEntity').certificate,
		changedAt: times.length === 0 ? undefined : new Date(Math.max(...times)),
		access: open.access,
		say: context.say,
	});
	context.say(`  ok  AWS says: ${printable(proof.arn)}`);
	return proof;
}
