import {judgeTrustAnchorBundle} from '../../decide/anchor.ts';
import {type JsonValue, ServiceRefusal} from '../reply.ts';
import {choice, structure, text, toggle} from '../shape.ts';
import type {RehearsalState, StoredTrustAnchor} from '../state.ts';
import {type Change, resourceArn, type World} from '../store.ts';
import {listRequest, resourceName, tags, uuid} from './members.ts';
import {changeSettings, DEFAULT_SETTINGS, notificationSettings, type SettingChange} from './notification-settings.ts';
import {defineOperation, invalid, type RunnableOperation} from './operation.ts';
import {mergeTags, newResource, pageOf, requireRecord, withoutRecord, withRecord} from './records.ts';

/** Quota per region and account (fact sheet, section 4.3). */
const MAXIMUM = 50;

const source = structure(
	{},
	{
		sourceType: choice('AWS_ACM_PCA', 'CERTIFICATE_BUNDLE', 'SELF_SIGNED_REPOSITORY'),
		sourceData: structure({}, {x509CertificateData: text({min: 1, max: 16_000, isSensitive: true}), acmPcaArn: text()}),
	},
);

interface Source {
	readonly sourceType?: 'AWS_ACM_PCA' | 'CERTIFICATE_BUNDLE' | 'SELF_SIGNED_REPOSITORY';
	readonly sourceData?: {readonly x509CertificateData?: string; readonly acmPcaArn?: string};
}

const byId = structure({trustAnchorId: uuid}, {});

/** The operations on trust anchors. */
export const trustAnchorOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'CreateTrustAnchor',
		method: 'POST',
		path: '/trustanchors',
		status: 201,
		input: structure({name: resourceName, source}, {enabled: toggle, tags, notificationSettings}),
		run: create,
	}),
	defineOperation({
		name: 'GetTrustAnchor',
		method: 'GET',
		path: '/trustanchor/{trustAnchorId}',
		input: byId,
		run: ({trustAnchorId}, state) => ({value: shown(state, requireTrustAnchor(state, trustAnchorId))}),
	}),
	defineOperation({
		name: 'UpdateTrustAnchor',
		method: 'PATCH',
		path: '/trustanchor/{trustAnchorId}',
		input: structure({trustAnchorId: uuid}, {name: resourceName, source}),
		run({trustAnchorId, name, source: given}, state, world) {
			const before = requireTrustAnchor(state, trustAnchorId);
			const certificates = given === undefined ? before.certificates : certificatesOf(given, world);
			return keep(state, {...before, name: name ?? before.name, certificates}, world);
		},
	}),
	enabling('EnableTrustAnchor', 'enable', true),
	enabling('DisableTrustAnchor', 'disable', false),
	defineOperation({
		name: 'DeleteTrustAnchor',
		method: 'DELETE',
		path: '/trustanchor/{trustAnchorId}',
		input: byId,
		run({trustAnchorId}, state) {
			const gone = requireTrustAnchor(state, trustAnchorId);
			return {
				state: {...state, trustAnchors: withoutRecord(state.trustAnchors, gone)},
				value: shown(state, gone),
			};
		},
	}),
	defineOperation({
		name: 'ListTrustAnchors',
		method: 'GET',
		path: '/trustanchors',
		input: listRequest,
		run(input, state) {
			const {records, nextToken} = pageOf(state.trustAnchors, input, 'trustanchors');
			return {value: {trustAnchors: records.map(record => detailOf(state, record)), nextToken}};
		},
	}),
];

/**
 * Changes the notification settings of a trust anchor.
 *
 * @throws {ServiceRefusal} `ResourceNotFoundException`.
 */
export function changeNotifications(
	state: RehearsalState,
	trustAnchorId: string,
	changes: readonly SettingChange[],
	world: World,
): Change<JsonValue> {
	const before = requireTrustAnchor(state, trustAnchorId);
	return keep(
		state,
		{...before, notificationSettings: changeSettings(before.notificationSettings, changes, state.accountId)},
		world,
	);
}

interface Creation {
	readonly name: string;
	readonly source: Source;
	readonly enabled?: boolean;
	readonly tags?: readonly {readonly key: string; readonly value: string}[];
	readonly notificationSettings?: readonly SettingChange[];
}

function create(input: Creation, state: RehearsalState, world: World): Change<JsonValue> {
	if (state.trustAnchors.length >= MAXIMUM) {
		throw invalid(`Error creating TrustAnchor. The limit of ${MAXIMUM} trust anchors is reached.`);
	}

	const made: StoredTrustAnchor = {
		...newResource(state, world),
		name: input.name,
		enabled: input.enabled ?? false,
		tags: mergeTags([], input.tags ?? []),
		certificates: certificatesOf(input.source, world),
		notificationSettings: changeSettings(DEFAULT_SETTINGS, input.notificationSettings ?? [], state.accountId),
	};
	return {
		state: {...state, sequence: made.sequence, trustAnchors: [...state.trustAnchors, made]},
		value: shown(state, made),
	};
}

function enabling(name: string, verb: string, enabled: boolean): RunnableOperation {
	return defineOperation({
		name,
		method: 'POST',
		path: `/trustanchor/{trustAnchorId}/${verb}`,
		input: byId,
		run: ({trustAnchorId}, state, world) => keep(state, {...requireTrustAnchor(state, trustAnchorId), enabled}, world),
	});
}

/** The PEM text of a source, once it is one that the service takes (fact sheet, CA-20 to CA-24). */
function certificatesOf({sourceType, sourceData}: Source, {now}: World): string {
	if (sourceType === 'SELF_SIGNED_REPOSITORY') {
		throw invalid('Error creating TrustAnchor. SELF_SIGNED_REPOSITORY is not emulated by the rehearsal.');
	}

	const members = Object.keys(sourceData ?? {});
	const due = sourceType === 'AWS_ACM_PCA' ? 'acmPcaArn' : 'x509CertificateData';
	if (sourceType === undefined || members.length !== 1 || members[0] !== due) {
		throw invalid(`Error creating TrustAnchor. The source must have a sourceType and, in sourceData, ${due} alone.`);
	}

	if (sourceType === 'AWS_ACM_PCA') {
		throw invalid('Error creating TrustAnchor. Given AWS PCA did not allow get request.');
	}

	const pem = sourceData?.x509CertificateData ?? '';
	const judged = judgeTrustAnchorBundle(pem, now);
	if (!judged.ok) {
		const {status, code, message} = judged.problem.refusal;
		throw new ServiceRefusal(status, code, message);
	}

	return pem;
}

function requireTrustAnchor(state: RehearsalState, id: string): StoredTrustAnchor {
	return requireRecord(state.trustAnchors, id, 'Trust Anchor');
}

function keep(state: RehearsalState, changed: StoredTrustAnchor, {now}: World): Change<JsonValue> {
	const newer = {...changed, updatedAt: now.toISOString()};
	return {state: {...state, trustAnchors: withRecord(state.trustAnchors, newer)}, value: shown(state, newer)};
}

function shown(state: RehearsalState, record: StoredTrustAnchor): JsonValue {
	return {trustAnchor: detailOf(state, record)};
}

function detailOf(state: RehearsalState, record: StoredTrustAnchor): JsonValue {
	return {
		trustAnchorId: record.id,
		trustAnchorArn: resourceArn(state, 'trust-anchor', record.id),
		name: record.name,
		source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: record.certificates}},
		enabled: record.enabled,
		createdAt: record.createdAt,
		updatedAt: record.updatedAt,
		notificationSettings: record.notificationSettings,
	};
}
