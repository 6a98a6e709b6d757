import {list, structure, text} from '../shape.ts';
import {mappingKey, mappingRules, removeMapping, replaceMapping} from './attribute-mappings.ts';
import {uuid} from './members.ts';
import {defineOperation, type RunnableOperation} from './operation.ts';
import {keepProfile, requireProfile} from './profiles.ts';

const putRequest = structure({profileId: uuid, ...mappingKey, mappingRules}, {});

/** The operations on the attribute mappings of Roles Anywhere profiles. */
export const mappingOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'PutAttributeMapping',
		method: 'PUT',
		path: '/profiles/{profileId}/mappings',
		input: putRequest,
		run({profileId, certificateField, mappingRules: rules}, state, world) {
			const before = requireProfile(state, profileId);
			const specifiers = rules.map(({specifier}) => specifier);
			const attributeMappings = replaceMapping(before.attributeMappings, certificateField, specifiers);
			return keepProfile(state, {...before, attributeMappings}, world);
		},
	}),
	defineOperation({
		name: 'DeleteAttributeMapping',
		method: 'DELETE',
		path: '/profiles/{profileId}/mappings',
		input: structure({profileId: uuid, ...mappingKey}, {specifiers: list(text())}),
		run({profileId, certificateField, specifiers}, state, world) {
			const before = requireProfile(state, profileId);
			const attributeMappings = removeMapping(before.attributeMappings, certificateField, specifiers);
			return keepProfile(state, {...before, attributeMappings}, world);
		},
	}),
];
