import {ExpectedError} from '../errors.ts';
import type {Change, Unchanged} from './change.ts';
import type {Journal} from './journal.ts';
import type {Known} from './known.ts';
import {findRecovered, type Recovered} from './recovery.ts';
import {resources} from './resources.ts';
import type {Specification} from './specification.ts';
import type {Reader} from './world.ts';

/** What a set-up is going to do, in order. */
export interface Plan {
	/** The name of the set-up. */
	readonly setup: string;
	/** Undefined where the part that is set up is in no account. */
	readonly accountId: string | undefined;
	readonly region: string | undefined;
	readonly changes: readonly Change[];
	readonly unchanged: readonly Unchanged[];
	/** What whoever reviews the plan must know. */
	readonly warnings: readonly string[];
	/** What an earlier run that died had done already. */
	readonly recovered: readonly Recovered[];
	/** What is known before anything is applied. */
	readonly known: Known;
	/** How long the journal was then: what was done since would make it wrong. */
	readonly journalSize: number;
}

/**
 * Compares what should be with what is. Reads, never writes; applying the plan and planning again
 * yields a plan without changes.
 *
 * @throws {ExpectedError} `SETUP_ELSEWHERE` when the set-up of that name is in another account or
 * region; `SETUP_CONFLICT` when something of the same name belongs to another; and what reading throws.
 */
export async function planSetup(
	specification: Specification,
	{reader, journal}: {readonly reader: Reader; readonly journal: Journal},
): Promise<Plan> {
	requireSamePlace(specification.name, journal, reader);
	const recovered = await findRecovered({reader, journal});
	const told = journal.withRecovered(recovered);
	const changes: Change[] = [];
	const unchanged: Unchanged[] = [];
	const warnings: string[] = [];
	let known: Known = knownFrom(specification);
	for (const resource of resources) {
		const plan = await resource.plan({specification, reader, journal: told, known});
		changes.push(...(plan.changes ?? []));
		unchanged.push(...(plan.unchanged ?? []));
		warnings.push(...(plan.warnings ?? []));
		known = plan.known ?? known;
	}

	return {
		setup: specification.name,
		accountId: reader.accountId || undefined,
		region: reader.region || undefined,
		changes,
		unchanged,
		warnings,
		recovered,
		known,
		journalSize: journal.size,
	};
}

function knownFrom({handedOut}: Specification): Known {
	return handedOut
		? {
				trustAnchorArn: handedOut.trustAnchorArn,
				roleArn: handedOut.roleArn,
				rolesAnywhereProfileArn: handedOut.profileArn,
			}
		: {};
}

/**
 * Refuses to carry out a plan that another run made stale.
 *
 * @throws {ExpectedError} `SETUP_CHANGED`.
 */
export function requireCurrent({setup, journalSize}: Plan, journal: Journal): void {
	if (journal.size !== journalSize) {
		throw new ExpectedError('SETUP_CHANGED', `Another run worked on the set-up ${setup} since this was planned.`, {
			next: ['Plan it again'],
		});
	}
}

/**
 * Refuses to work on a set-up with credentials for another account, or in another region.
 *
 * @throws {ExpectedError} `SETUP_ELSEWHERE`.
 */
export function requireSamePlace(
	name: string,
	{beginning}: Journal,
	{accountId, region}: Pick<Reader, 'accountId' | 'region'>,
): void {
	const [account = accountId, place = region] = [beginning?.accountId, beginning?.region];
	const isNowhere = accountId === '';
	if (!isNowhere && (account !== accountId || place !== region)) {
		throw new ExpectedError(
			'SETUP_ELSEWHERE',
			`The set-up ${name} is in account ${account}, region ${place}; this would be account ${accountId}, region ${region}.`,
			{
				next: [`Use credentials of account ${account} and --region ${place}`, 'Set up another one: --name NAME'],
			},
		);
	}
}
