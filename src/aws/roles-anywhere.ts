import {type AwsAccess, isLoopback} from './access.ts';
import type {AnswerReader} from './answer-reader.ts';
import {AwsError, isRefusal} from './aws-error.ts';
import {createPace, GAP} from './pace.ts';
import {createRestCall} from './rest-call.ts';
import {
	type CrlDetail,
	type RolesAnywhereProfileDetail,
	readCrl,
	readProfile,
	readSubject,
	readSubjectSummary,
	readTags,
	readTrustAnchor,
	type SubjectDetail,
	type SubjectSummary,
	type Tag,
	type TrustAnchorDetail,
} from './roles-anywhere-shapes.ts';

/** What a trust anchor of PEM certificates is made of. */
export interface TrustAnchorInput {
	readonly name: string;
	/** PEM text of one or two certificates. */
	readonly certificates: string;
}

/** What a Roles Anywhere profile is made of. */
export interface RolesAnywhereProfileInput {
	readonly name: string;
	readonly roleArns: readonly string[];
	/** Seconds, 900 to 43200. */
	readonly durationSeconds: number;
	/** JSON text of at most 2048 characters. */
	readonly sessionPolicy?: string;
	readonly managedPolicyArns?: readonly string[];
}

/** The calls that change nothing. All may throw `AwsError` and `ExpectedError` `ENDPOINT_UNREACHABLE` or `AWS_CREDENTIALS`. */
export interface RolesAnywhereReader {
	/** Every trust anchor of the account in this region, all pages. */
	listTrustAnchors(): Promise<readonly TrustAnchorDetail[]>;
	findTrustAnchor(id: string): Promise<TrustAnchorDetail | undefined>;
	/** Every Roles Anywhere profile of the account in this region, all pages. */
	listProfiles(): Promise<readonly RolesAnywhereProfileDetail[]>;
	findProfile(id: string): Promise<RolesAnywhereProfileDetail | undefined>;
	listTags(arn: string): Promise<readonly Tag[]>;
	/** Every imported list of revoked certificates of the account in this region, all pages. */
	listCrls(): Promise<readonly CrlDetail[]>;
	/** The subjects of the account in this region, page by page, since there may be very many. */
	subjectPages(): AsyncIterable<readonly SubjectSummary[]>;
	findSubject(id: string): Promise<SubjectDetail | undefined>;
}

/** The calls that change something. Creates are not idempotent: look first (fact sheet, API-15). */
export interface RolesAnywhereWriter {
	/** Makes it enabled, and says what the service made of it. */
	createTrustAnchor(input: TrustAnchorInput, tags: readonly Tag[]): Promise<TrustAnchorDetail>;
	/** Keeps the ARN; cannot enable. */
	updateTrustAnchor(id: string, input: TrustAnchorInput): Promise<TrustAnchorDetail>;
	enableTrustAnchor(id: string): Promise<TrustAnchorDetail>;
	disableTrustAnchor(id: string): Promise<TrustAnchorDetail>;
	/** @returns false when it was gone already */
	deleteTrustAnchor(id: string): Promise<boolean>;
	/** Makes it enabled, and says what the service made of it. */
	createProfile(input: RolesAnywhereProfileInput, tags: readonly Tag[]): Promise<RolesAnywhereProfileDetail>;
	/** Replaces all that is given, whole lists included; cannot enable, nor take a session policy away. */
	updateProfile(id: string, input: RolesAnywhereProfileInput): Promise<RolesAnywhereProfileDetail>;
	enableProfile(id: string): Promise<RolesAnywhereProfileDetail>;
	/** @returns false when it was gone already */
	deleteProfile(id: string): Promise<boolean>;
	/** Maps these attributes of one part of a certificate to session tags, in the place of those that were mapped. */
	putAttributeMapping(
		profileId: string,
		mapping: {readonly certificateField: string; readonly specifiers: readonly string[]},
	): Promise<void>;
}

/**
 * A client of the Roles Anywhere control plane (fact sheet, section 4). Reading and writing are
 * apart, so that planning can be given what cannot write. Calls of one family are spaced as the
 * quota asks, except on loopback.
 */
export function createRolesAnywhere(access: AwsAccess): {
	readonly reader: RolesAnywhereReader;
	readonly writer: RolesAnywhereWriter;
} {
	const pace = createPace(isLoopback(access.endpoints.rolesanywhere) ? 0 : GAP, access);
	const rest = createRestCall(access);
	const call = (family: string, operation: string, target: string, body?: unknown) =>
		pace.run(family, () => rest(operation, target, body));
	const anchors = resources({
		family: 'trust anchors',
		noun: 'TrustAnchor',
		path: 'trustanchor',
		member: 'trustAnchor',
		read: readTrustAnchor,
		call,
	});
	const profiles = resources({
		family: 'profiles',
		noun: 'Profile',
		path: 'profile',
		member: 'profile',
		read: readProfile,
		call,
	});
	const crls = resources({family: 'crls', noun: 'Crl', path: 'crl', member: 'crl', read: readCrl, call});
	const subjects = resources({
		family: 'subjects',
		noun: 'Subject',
		path: 'subject',
		member: 'subject',
		read: readSubject,
		call,
	});

	return {
		reader: {
			listTrustAnchors: anchors.list,
			findTrustAnchor: anchors.find,
			listProfiles: profiles.list,
			findProfile: profiles.find,
			listTags: async arn =>
				readTags(
					await call('tags', 'ListTagsForResource', `GET /ListTagsForResource?resourceArn=${encodeURIComponent(arn)}`),
				),
			listCrls: crls.list,
			subjectPages: () => subjects.pages(readSubjectSummary),
			findSubject: subjects.find,
		},
		writer: {
			createTrustAnchor: (input, tags) => anchors.create({...anchorBody(input), enabled: true, tags}),
			updateTrustAnchor: (id, input) => anchors.update(id, anchorBody(input)),
			enableTrustAnchor: anchors.enable,
			disableTrustAnchor: anchors.disable,
			deleteTrustAnchor: anchors.remove,
			createProfile: (input, tags) => profiles.create({...input, enabled: true, tags}),
			updateProfile: (id, input) => profiles.update(id, input),
			enableProfile: profiles.enable,
			deleteProfile: profiles.remove,
			async putAttributeMapping(id, {certificateField, specifiers}) {
				const mappingRules = specifiers.map(specifier => ({specifier}));
				await call('profiles', 'PutAttributeMapping', `PUT /profiles/${id}/mappings`, {certificateField, mappingRules});
			},
		},
	};
}

function anchorBody({name, certificates}: TrustAnchorInput) {
	return {name, source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: certificates}}};
}

interface Resources<Detail> {
	readonly family: string;
	/** As in the names of operations. */
	readonly noun: string;
	/** As in paths; the plural adds an s. */
	readonly path: string;
	/** As in answers; the plural adds an s. */
	readonly member: string;
	readonly read: (answer: AnswerReader) => Detail | undefined;
	readonly call: (family: string, operation: string, target: string, body?: unknown) => Promise<AnswerReader>;
}

/** Trust anchors and profiles have the same calls under other names. */
function resources<Detail>({family, noun, path, member, read, call}: Resources<Detail>) {
	const one = async (operation: string, target: string, body?: unknown): Promise<Detail> => {
		const detail = read((await call(family, operation, target, body)).object(member));
		if (detail === undefined) {
			throw new AwsError({
				operation: `rolesanywhere:${operation}`,
				reason: 'UnexpectedAnswer',
				answer: `the answer holds no ${member}`,
				status: 200,
			});
		}

		return detail;
	};
	const unlessGone = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
		try {
			return await work();
		} catch (error) {
			if (isRefusal(error, 'ResourceNotFoundException')) {
				return undefined;
			}

			throw error;
		}
	};

	async function* pages<Item>(readItem: (answer: AnswerReader) => Item | undefined): AsyncGenerator<readonly Item[]> {
		let token: string | undefined;
		do {
			const page = token === undefined ? '' : `&nextToken=${encodeURIComponent(token)}`;
			const answer = await call(family, `List${noun}s`, `GET /${path}s?pageSize=50${page}`);
			yield answer.objects(`${member}s`).flatMap(item => readItem(item) ?? []);
			token = answer.text('nextToken');
		} while (token !== undefined && token !== '');
	}

	return {
		pages,
		async list(): Promise<readonly Detail[]> {
			const found: Detail[] = [];
			for await (const page of pages(read)) {
				found.push(...page);
			}

			return found;
		},
		find: (id: string) => unlessGone(() => one(`Get${noun}`, `GET /${path}/${id}`)),
		create: (body: unknown) => one(`Create${noun}`, `POST /${path}s`, body),
		update: (id: string, body: unknown) => one(`Update${noun}`, `PATCH /${path}/${id}`, body),
		enable: (id: string) => one(`Enable${noun}`, `POST /${path}/${id}/enable`),
		disable: (id: string) => one(`Disable${noun}`, `POST /${path}/${id}/disable`),
		remove: async (id: string) =>
			(await unlessGone(() => call(family, `Delete${noun}`, `DELETE /${path}/${id}`))) !== undefined,
	};
}
