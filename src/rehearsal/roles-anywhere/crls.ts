import type {JsonValue} from '../reply.ts';
import {blob, structure, toggle} from '../shape.ts';
import type {RehearsalState, StoredCrl} from '../state.ts';
import {type Change, resourceArn, type World} from '../store.ts';
import {requireCrlData} from './crl-data.ts';
import {listRequest, resourceName, tags, trustAnchorArn, uuid} from './members.ts';
import {defineOperation, invalid, type RunnableOperation} from './operation.ts';
import {mergeTags, newResource, pageOf, requireRecord, withoutRecord, withRecord} from './records.ts';

/** Quota per trust anchor (fact sheet, CRL-02). */
const MAXIMUM = 2;

const byId = structure({crlId: uuid}, {});
const crlData = blob({min: 1, max: 300_000});

/** The operations on imported revocation lists. `src/decide` holds sessions to those that are enabled. */
export const crlOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'ImportCrl',
		method: 'POST',
		path: '/crls',
		status: 201,
		input: structure({name: resourceName, crlData, trustAnchorArn}, {enabled: toggle, tags}),
		run: importCrl,
	}),
	defineOperation({
		name: 'GetCrl',
		method: 'GET',
		path: '/crl/{crlId}',
		input: byId,
		run: ({crlId}, state) => ({value: shown(state, requireCrl(state, crlId))}),
	}),
	defineOperation({
		name: 'UpdateCrl',
		method: 'PATCH',
		path: '/crl/{crlId}',
		input: structure({crlId: uuid}, {name: resourceName, crlData}),
		run({crlId, name, crlData: given}, state, world) {
			const before = requireCrl(state, crlId);
			const data = given === undefined ? before.crlData : keptData(given);
			return keep(state, {...before, name: name ?? before.name, crlData: data}, world);
		},
	}),
	enabling('EnableCrl', 'enable', true),
	enabling('DisableCrl', 'disable', false),
	defineOperation({
		name: 'DeleteCrl',
		method: 'DELETE',
		path: '/crl/{crlId}',
		input: byId,
		run({crlId}, state) {
			const gone = requireCrl(state, crlId);
			return {state: {...state, crls: withoutRecord(state.crls, gone)}, value: shown(state, gone)};
		},
	}),
	defineOperation({
		name: 'ListCrls',
		method: 'GET',
		path: '/crls',
		input: listRequest,
		run(input, state) {
			const {records, nextToken} = pageOf(state.crls, input, 'crls');
			return {value: {crls: records.map(record => detailOf(state, record)), nextToken}};
		},
	}),
];

interface Import {
	readonly name: string;
	readonly crlData: Uint8Array;
	readonly trustAnchorArn: string;
	readonly enabled?: boolean;
	readonly tags?: StoredCrl['tags'];
}

function importCrl(input: Import, state: RehearsalState, world: World): Change<JsonValue> {
	const anchor = state.trustAnchors.find(({id}) => resourceArn(state, 'trust-anchor', id) === input.trustAnchorArn);
	if (!anchor) {
		throw invalid("Specified Trust Anchor wasn't found.");
	}

	if (state.crls.filter(crl => crl.trustAnchorArn === input.trustAnchorArn).length >= MAXIMUM) {
		throw invalid(`Error importing CRL. The limit of ${MAXIMUM} CRLs per trust anchor is reached.`);
	}

	const made: StoredCrl = {
		...newResource(state, world),
		name: input.name,
		enabled: input.enabled ?? false,
		tags: mergeTags([], input.tags ?? []),
		crlData: keptData(input.crlData),
		trustAnchorArn: input.trustAnchorArn,
	};
	return {state: {...state, sequence: made.sequence, crls: [...state.crls, made]}, value: shown(state, made)};
}

function enabling(name: string, verb: string, enabled: boolean): RunnableOperation {
	return defineOperation({
		name,
		method: 'POST',
		path: `/crl/{crlId}/${verb}`,
		input: byId,
		run: ({crlId}, state, world) => keep(state, {...requireCrl(state, crlId), enabled}, world),
	});
}

function keptData(bytes: Uint8Array): string {
	requireCrlData(bytes);
	return Buffer.from(bytes).toString('base64');
}

function requireCrl(state: RehearsalState, id: string): StoredCrl {
	return requireRecord(state.crls, id, 'CRL');
}

function keep(state: RehearsalState, changed: StoredCrl, {now}: World): Change<JsonValue> {
	const newer = {...changed, updatedAt: now.toISOString()};
	return {state: {...state, crls: withRecord(state.crls, newer)}, value: shown(state, newer)};
}

function shown(state: RehearsalState, record: StoredCrl): JsonValue {
	return {crl: detailOf(state, record)};
}

function detailOf(state: RehearsalState, record: StoredCrl): JsonValue {
	return {
		crlId: record.id,
		crlArn: resourceArn(state, 'crl', record.id),
		name: record.name,
		enabled: record.enabled,
		crlData: record.crlData,
		trustAnchorArn: record.trustAnchorArn,
		createdAt: record.createdAt,
		updatedAt: record.updatedAt,
	};
}
