import {AWS_KINDS} from './change.ts';
import type {Journal} from './journal.ts';
import type {Plan} from './planner.ts';
import type {Reader} from './world.ts';

/**
 * Says in the journal where a set-up is, before its first change; one that began with a part that is in no account
 * keeps its id when it goes on in one.
 *
 * @throws {ExpectedError} `FILE_UNWRITABLE`, `DISK_FULL`.
 */
export async function beginJournal(
	journal: Journal,
	{changes}: Pick<Plan, 'changes'>,
	{
		reader: {accountId, region},
		randomBytes,
	}: {
		readonly reader: Pick<Reader, 'accountId' | 'region'>;
		readonly randomBytes: (count: number) => Uint8Array;
	},
): Promise<void> {
	const {beginning} = journal;
	const isPlaced = beginning && (beginning.accountId !== undefined || accountId === '');
	if (changes.length > 0 && !isPlaced) {
		const id = beginning?.id ?? Buffer.from(randomBytes(12)).toString('hex');
		await journal.begin({id, ...(accountId !== '' && {accountId, region})});
	}
}

/** When something at AWS was last changed, of what stands; undefined when nothing was. */
export function lastChangeAtAws({standing}: Journal): Date | undefined {
	const times = standing.filter(({kind}) => AWS_KINDS.includes(kind)).map(({changedAt}) => changedAt.getTime());
	return times.length === 0 ? undefined : new Date(Math.max(...times));
}
