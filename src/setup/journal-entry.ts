import {RESOURCE_KINDS} from './change.ts';
import type {Beginning, Facts, Intent} from './journal.ts';

/** One line of a journal. */
export type JournalEntry =
	| ({readonly event: 'begin'; readonly at: Date} & Beginning)
	| ({readonly event: 'intent'; readonly at: Date} & Intent)
	| {readonly event: 'done'; readonly at: Date; readonly id: number; readonly facts: Facts}
	| {readonly event: 'dropped'; readonly at: Date; readonly id: number};

const ACTIONS = ['create', 'update', 'delete', 'restore'] as const;

/** Reads one line; undefined for one that is unfinished or not of this kind. */
export function readEntry(line: string): JournalEntry | undefined {
	const members = readMembers(line);
	const at = new Date(String(members.get('at')));
	const id = members.get('id');
	if (Number.isNaN(at.getTime())) {
		return undefined;
	}

	if (members.get('event') === 'begin') {
		const [accountId, region] = [members.get('accountId'), members.get('region')];
		return typeof id === 'string'
			? {
					event: 'begin',
					at,
					id,
					...(typeof accountId === 'string' && {accountId}),
					...(typeof region === 'string' && {region}),
				}
			: undefined;
	}

	if (typeof id !== 'number') {
		return undefined;
	}

	switch (members.get('event')) {
		case 'intent':
			return readIntent(members, {at, id});
		case 'done':
			return {event: 'done', at, id, facts: readFacts(members.get('facts')) ?? {}};
		case 'dropped':
			return {event: 'dropped', at, id};
		default:
			return undefined;
	}
}

function readIntent(members: ReadonlyMap<string, unknown>, {at, id}: {at: Date; id: number}): JournalEntry | undefined {
	const kind = RESOURCE_KINDS.find(known => known === members.get('kind'));
	const action = ACTIONS.find(known => known === members.get('action'));
	const name = members.get('name');
	const before = readFacts(members.get('before'));
	return kind === undefined || action === undefined || typeof name !== 'string'
		? undefined
		: {
				event: 'intent',
				at,
				id,
				kind,
				name,
				action,
				...(before && {before}),
				goal: readFacts(members.get('goal')) ?? {},
			};
}

function readFacts(value: unknown): Facts | undefined {
	if (typeof value !== 'object' || value === null) {
		return undefined;
	}

	return Object.fromEntries(
		Object.entries(value).flatMap(([name, fact]) => (typeof fact === 'string' ? [[name, fact]] : [])),
	);
}

function readMembers(line: string): ReadonlyMap<string, unknown> {
	try {
		const value: unknown = JSON.parse(line);
		return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
	} catch {
		return new Map();
	}
}
