import {structure} from '../shape.ts';
import type {Tag} from '../state.ts';
import {paging, roleName, tagKeys, tags} from './members.ts';
import {defineIamOperation, limitExceeded, type RunnableIamOperation, requireRole, withRole} from './operation.ts';
import {pageOf} from './page.ts';

const MAXIMUM_TAGS = 50;

/** The actions on the tags of roles. */
export const roleTagOperations: readonly RunnableIamOperation[] = [
	defineIamOperation({
		name: 'TagRole',
		input: structure({RoleName: roleName, Tags: tags}, {}),
		run({RoleName: name, Tags: added}, state) {
			const before = requireRole(state, name);
			const newer = toStored(added);
			const kept = before.tags.filter(({key}) => newer.every(tag => tag.key !== key));
			if (kept.length + newer.length > MAXIMUM_TAGS) {
				throw limitExceeded(`Cannot exceed quota for TagsPerRole: ${MAXIMUM_TAGS}`);
			}

			return withRole(state, {...before, tags: [...kept, ...newer]});
		},
	}),
	defineIamOperation({
		name: 'UntagRole',
		input: structure({RoleName: roleName, TagKeys: tagKeys}, {}),
		run({RoleName: name, TagKeys: keys}, state) {
			const before = requireRole(state, name);
			return withRole(state, {...before, tags: before.tags.filter(({key}) => !keys.includes(key))});
		},
	}),
	defineIamOperation({
		name: 'ListRoleTags',
		input: structure({RoleName: roleName}, paging),
		run({RoleName: name, ...asked}, state) {
			const {items, rest} = pageOf(requireRole(state, name).tags, asked, ({key}) => key);
			return {value: {Tags: items.map(({key, value}) => ({Key: key, Value: value})), ...rest}};
		},
	}),
];

/** Tags as they are kept; of two with the same key the later counts. */
export function toStored(given: readonly {readonly Key: string; readonly Value: string}[]): readonly Tag[] {
	return [...new Map(given.map(({Key, Value}) => [Key, Value]))].map(([key, value]) => ({key, value}));
}
