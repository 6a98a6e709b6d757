import type {Tag} from '../aws/roles-anywhere-shapes.ts';
import type {Beginning, Journal} from './journal.ts';
import {ID_TAG, NAME_TAG, type Reader} from './world.ts';

/** The tags that a set-up puts on what it makes. */
export function tagsOf(name: string, {id}: Pick<Beginning, 'id'>): readonly Tag[] {
	return [
		{key: NAME_TAG, value: name},
		{key: ID_TAG, value: id},
	];
}

/** True when these are the tags of the journal's own set-up. */
export function isOwn(tags: readonly Tag[], {beginning}: Journal): boolean {
	return beginning !== undefined && tags.some(({key, value}) => key === ID_TAG && value === beginning.id);
}

/** True when a Roles Anywhere resource was made by the journal's own set-up. */
export async function isTagged(
	arn: string,
	{reader, journal}: {readonly reader: Reader; readonly journal: Journal},
): Promise<boolean> {
	return isOwn(await reader.rolesAnywhere.listTags(arn), journal);
}
