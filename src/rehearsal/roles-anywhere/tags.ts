import {ServiceRefusal} from '../reply.ts';
import {structure, text} from '../shape.ts';
import type {RehearsalState, Tag} from '../state.ts';
import {resourceArn} from '../store.ts';
import {tagKeys, tags} from './members.ts';
import {defineOperation, notFound, type RunnableOperation} from './operation.ts';
import {mergeTags} from './records.ts';

/** How many tags one resource may have; our choice, equal to what one request may carry (API-13). */
const MAXIMUM = 200;

const resourceArnMember = text({min: 1, max: 1011});

/** The operations on the tags of trust anchors, Roles Anywhere profiles and revocation lists. */
export const tagOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'TagResource',
		method: 'POST',
		path: '/TagResource',
		status: 201,
		input: structure({resourceArn: resourceArnMember, tags}, {}),
		run: ({resourceArn: arn, tags: added}, state) => ({
			state: changeTags(state, arn, before => limited(mergeTags(before, added))),
			value: {},
		}),
	}),
	defineOperation({
		name: 'UntagResource',
		method: 'POST',
		path: '/UntagResource',
		input: structure({resourceArn: resourceArnMember, tagKeys}, {}),
		run: ({resourceArn: arn, tagKeys: removed}, state) => ({
			state: changeTags(state, arn, before => before.filter(({key}) => !removed.includes(key))),
			value: {},
		}),
	}),
	defineOperation({
		name: 'ListTagsForResource',
		method: 'GET',
		path: '/ListTagsForResource',
		input: structure({resourceArn: resourceArnMember}, {}),
		run({resourceArn: arn}, state) {
			const {kind, index} = find(state, arn);
			return {value: {tags: state[kind][index]?.tags ?? []}};
		},
	}),
];

const KINDS = {trustAnchors: 'trust-anchor', profiles: 'profile', crls: 'crl'} as const;

type Kind = keyof typeof KINDS;

function find(state: RehearsalState, arn: string): {kind: Kind; index: number} {
	for (const kind of ['trustAnchors', 'profiles', 'crls'] as const) {
		const index = state[kind].findIndex(({id}) => resourceArn(state, KINDS[kind], id) === arn);
		if (index !== -1) {
			return {kind, index};
		}
	}

	throw notFound(`Specified resource wasn't found.`);
}

function changeTags(
	state: RehearsalState,
	arn: string,
	change: (before: readonly Tag[]) => readonly Tag[],
): RehearsalState {
	const {kind, index} = find(state, arn);
	return {
		...state,
		[kind]: state[kind].map((record, place) => (place === index ? {...record, tags: change(record.tags)} : record)),
	};
}

function limited(tags: readonly Tag[]): readonly Tag[] {
	if (tags.length > MAXIMUM) {
		throw new ServiceRefusal(400, 'TooManyTagsException', `A resource can have at most ${MAXIMUM} tags.`);
	}

	return tags;
}
