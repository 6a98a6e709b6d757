import type {RehearsalState, Tag} from '../state.ts';
import {newUuid, type World} from '../store.ts';
import {invalid, notFound} from './operation.ts';

interface Identified {
	readonly id: string;
}

interface Ordered {
	readonly sequence: number;
}

/** The identity and dates of a resource that is made now, and the sequence number that the account then stands at. */
export function newResource(state: RehearsalState, {now, randomBytes}: World) {
	const at = now.toISOString();
	return {id: newUuid(randomBytes), sequence: state.sequence + 1, createdAt: at, updatedAt: at};
}

/**
 * The record with this id.
 *
 * @param kind - Names it in the refusal.
 * @throws {ServiceRefusal} `ResourceNotFoundException`.
 */
export function requireRecord<Stored extends Identified>(records: readonly Stored[], id: string, kind: string): Stored {
	const found = records.find(record => record.id === id);
	if (!found) {
		throw notFound(`Specified ${kind} wasn't found.`);
	}

	return found;
}

/** The records with one of them replaced by its newer self. */
export function withRecord<Stored extends Identified>(records: readonly Stored[], newer: Stored): readonly Stored[] {
	return records.map(record => (record.id === newer.id ? newer : record));
}

/** The records without one of them. */
export function withoutRecord<Stored extends Identified>(records: readonly Stored[], {id}: Identified) {
	return records.filter(record => record.id !== id);
}

/** One page of a listing. `after` is what the token of the page before stands for. */
export interface Page<Stored> {
	readonly records: readonly Stored[];
	readonly nextToken?: string;
}

/** How many records a page has when the request does not say; our choice (API-16). */
const PAGE_SIZE = 50;

/**
 * One page in order of creation. Tokens stay good when records come or go between pages.
 *
 * @throws {ServiceRefusal} `ValidationException` for a token that this listing did not give out.
 */
export function pageOf<Stored extends Ordered>(
	records: readonly Stored[],
	{nextToken, pageSize = PAGE_SIZE}: {readonly nextToken?: string; readonly pageSize?: number},
	listing: string,
): Page<Stored> {
	const after = nextToken === undefined ? 0 : readToken(nextToken, listing);
	const following = records.filter(({sequence}) => sequence > after);
	const page = following.slice(0, pageSize);
	const last = page.at(-1);
	return last && following.length > page.length
		? {records: page, nextToken: Buffer.from(`${listing}:${last.sequence}`).toString('base64url')}
		: {records: page};
}

function readToken(token: string, listing: string): number {
	const [, named, sequence] = /^(.+):(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString('latin1')) ?? [];
	if (named !== listing) {
		throw invalid('Invalid nextToken.');
	}

	return Number(sequence);
}

/** Tags with later ones of the same key in place of earlier ones. */
export function mergeTags(before: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
	return [...new Map([...before, ...added].map(({key, value}) => [key, value]))].map(([key, value]) => ({key, value}));
}
