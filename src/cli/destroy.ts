import path from 'node:path';
import {commandPlatform} from '../config-file/quoting.ts';
import {ExpectedError} from '../errors.ts';
import {withLock} from '../files/lock.ts';
import {readFileIfThere, readFolderIfThere} from '../files/read.ts';
import {printable} from '../printable.ts';
import {destroyCounts, destroyJson, destroyText} from '../report/setup-plan.ts';
import {emptyCache} from '../session/keep-in-cache.ts';
import {AWS_KINDS} from '../setup/change.ts';
import {createWorld} from '../setup/create-world.ts';
import {applyDestroy, type DestroyPlan, planDestroy} from '../setup/destroy.ts';
import {Journal} from '../setup/journal.ts';
import {openPlace, placeFlags, type SetupPlace, setupPlace} from '../setup/place.ts';
import {keptAnswersFile, setupAgain} from '../wizard/conduct/kept-answers.ts';
import {openSetupKeys} from '../wizard/conduct/keys.ts';
import {problemWithName} from '../wizard/names.ts';
import type {Outcome} from './command.ts';
import {confirmOrRefuse} from './confirm.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';

/** What was typed after `destroy`. */
export interface DestroyFlags {
	readonly name: string | undefined;
	readonly rehearse: boolean;
	readonly deleteKeys: boolean;
	readonly planOnly: boolean;
	readonly yes: boolean;
	readonly adminProfile: string | undefined;
}

/**
 * Undoes what the journal of a set-up says was made.
 *
 * @throws {ExpectedError} `SETUP_UNKNOWN`, `SETUP_ELSEWHERE`, `CONFIRMATION_NEEDED`, and what AWS throws.
 */
export async function destroySetup(flags: DestroyFlags, context: CommandContext): Promise<Outcome> {
	const {name = 'anchorsmith', rehearse, planOnly} = flags;
	const place = setupPlace(requireName(name), rehearse, context);
	const told = await Journal.read(place.journalFile, context.now);
	const {beginning} = told;
	if (!beginning) {
		throw await unknownSetup(name, place.setups);
	}

	const {region = ''} = beginning;
	const needs = isAtAws(told) ? 'administrator' : 'nothing';
	const open = await openPlace(place, {region, adminProfile: flags.adminProfile, mayCreate: !planOnly, needs}, context);
	try {
		const {reader, writerFor} = await createWorld({
			open,
			keys: await openSetupKeys(place, {}, context),
			locations: place.locations,
			setups: place.setups,
			platform: commandPlatform(context.platform),
			helper: {kind: 'own', program: context.program},
			...(needs === 'nothing' && {account: {accountId: beginning.accountId ?? '', region, partition: ''}}),
		});
		const planWith = async (journal: Journal) => planDestroy(name, {reader, journal}, {deletesKeys: flags.deleteKeys});
		if (planOnly) {
			const plan = await planWith(await Journal.read(place.journalFile, context.now));
			return {exit: exit.done, result: {...destroyJson(plan), applied: false}, text: destroyText(plan)};
		}

		return await withLock(place.journalFile, async () => {
			const journal = await Journal.read(place.journalFile, context.now);
			const plan = await planWith(journal);
			context.say(destroyText(plan));
			await review(plan, flags.yes, context);
			await applyDestroy(plan, {
				writer: writerFor(name, beginning.id),
				journal,
				done: undo => context.say(`  ok  ${undo.kind} ${printable(undo.name)}: ${WORDS[undo.action]}`),
				signal: context.signal,
			});
			await emptyCache(path.join(place.base, 'cache'));
			const again = await howToMakeAgain(name, place, context);
			return {
				exit: exit.done,
				result: {...destroyJson(plan), applied: true},
				text: asTyped => ending(plan, asTyped(again)),
			};
		});
	} finally {
		await open.close();
	}
}

/** Whether anything at AWS was made or changed, or was about to be; without that no administrator is needed. */
function isAtAws({standing, pending}: Journal): boolean {
	return [...standing, ...pending].some(({kind}) => AWS_KINDS.includes(kind));
}

const WORDS = {delete: 'deleted', restore: 'restored', keep: 'kept', gone: 'gone already'} as const;

async function review({undos}: DestroyPlan, isYes: boolean, context: CommandContext): Promise<void> {
	const {delete: deleted, restore} = destroyCounts(undos);
	if (deleted + restore > 0 && !isYes) {
		await confirmOrRefuse('Undo all this?', '--yes', context);
	}
}

/** Set-ups of older versions kept no answers. */
async function howToMakeAgain(name: string, place: SetupPlace, context: CommandContext): Promise<string> {
	const kept = await readFileIfThere(keptAnswersFile(place));
	return kept ? setupAgain(place, context) : `anchorsmith setup ${placeFlags(name, place, context)} with its answers`;
}

function ending({setup, undos}: DestroyPlan, again: string): string {
	const {delete: deleted, restore, keep} = destroyCounts(undos);
	if (deleted + restore === 0) {
		return `Nothing to undo in the set-up ${setup}.\n`;
	}

	const kept = undos.filter(({action}) => action === 'keep').map(({kind, name, note}) => `  ${kind} ${name}: ${note}`);
	return [
		`The set-up ${setup} is undone: ${deleted} deleted, ${restore} restored, ${keep} kept.`,
		...kept,
		`Make it again: ${again}`,
		'',
	].join('\n');
}

function requireName(name: string): string {
	const problem = problemWithName(name);
	if (problem !== undefined) {
		throw new ExpectedError('USAGE', `"${printable(name)}" names no set-up. ${problem}`, {
			next: ['Give the name that setup was given: --name NAME'],
		});
	}

	return name;
}

async function unknownSetup(name: string, folder: string): Promise<unknown> {
	const known = await readFolderIfThere(folder);
	return new ExpectedError('SETUP_UNKNOWN', `There is no journal of a set-up ${name} in ${printable(folder)}.`, {
		next: [
			known.length === 0
				? 'There are none at all: check --home, and --rehearse if it was a rehearsal'
				: `There are: ${known.map(printable).join(', ')}. Name one with --name`,
		],
	});
}
