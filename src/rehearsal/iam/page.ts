import {ServiceRefusal} from '../reply.ts';

interface Paging {
	readonly Marker?: string;
	readonly MaxItems?: number;
}

/** One page of a listing with what IAM says about the rest. */
export interface IamPage<Item> {
	readonly items: readonly Item[];
	readonly rest: {readonly IsTruncated: boolean; readonly Marker?: string};
}

/**
 * One page of items, 100 unless asked otherwise, in the order of their names. The marker names the last
 * item seen, so it stays good when items come or go.
 *
 * @throws {ServiceRefusal} `ValidationError` for a marker that is none.
 */
export function pageOf<Item>(
	items: readonly Item[],
	{Marker: marker, MaxItems: maxItems = 100}: Paging,
	nameOf: (item: Item) => string,
): IamPage<Item> {
	const after = marker === undefined ? undefined : readMarker(marker);
	const following = items
		.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
		.filter(item => after === undefined || nameOf(item) > after);
	const page = following.slice(0, maxItems);
	const last = page.at(-1);
	return last !== undefined && following.length > page.length
		? {items: page, rest: {IsTruncated: true, Marker: Buffer.from(`after:${nameOf(last)}`).toString('base64url')}}
		: {items: page, rest: {IsTruncated: false}};
}

function readMarker(marker: string): string {
	const [, name] = /^after:(.+)$/.exec(Buffer.from(marker, 'base64url').toString('utf8')) ?? [];
	if (name === undefined) {
		throw new ServiceRefusal(400, 'ValidationError', 'Invalid Marker.');
	}

	return name;
}
