import {decide} from '../decide/decide.ts';
import type {AllowedSession, Decision, Stage} from '../decide/decision.ts';
import {Certificate} from '../pki/certificate/certificate.ts';
import {type ReceivedRequest, verifySessionSignature} from '../session/verify.ts';
import {accountStateOf} from './account-state.ts';
import {parseQuery} from './query-string.ts';
import {type JsonValue, jsonRefusal, jsonReply, type Reply, ServiceRefusal} from './reply.ts';
import {invalid} from './roles-anywhere/operation.ts';
import {readJsonBody} from './roles-anywhere.ts';
import {recordSubject} from './seen-subject.ts';
import {structure, textMap} from './shape.ts';
import type {IssuedSession, RehearsalState} from './state.ts';
import {type Change, newIdSuffix, newSecret, resourceArn, type Store, type World} from './store.ts';

const ARNS = ['profileArn', 'roleArn', 'trustAnchorArn'];
/** How long ended sessions are remembered, so that their use is answered as expired; in milliseconds. */
const REMEMBERED = 24 * 3_600_000;

const instancePropertiesMember = structure({}, {instanceProperties: textMap()});

/**
 * Stages that come after the certificate has proved who it is. A refusal there leaves a failed
 * entry with the subject, an earlier one leaves none (MON-22).
 */
const AFTER_AUTHENTICATION: readonly Stage[] = ['profile', 'role-in-profile', 'role-session-name', 'assume-role'];

/**
 * Answers CreateSession: verifies the signature over the request as received, lets `decide` judge,
 * and gives out fresh temporary credentials when it allows.
 *
 * @throws {ServiceRefusal} when the body or query cannot be read.
 */
export async function answerCreateSession(received: ReceivedRequest, store: Store, world: World): Promise<Reply> {
	const parameters = readParameters(received);
	return store.change(state => {
		const {certificate, chain, signature} = verifySessionSignature(received, world.now, state.region);
		const decision = decide({certificate, chain, signature, parameters}, accountStateOf(state), world.now);
		return concludeSession(state, decision, {certificate, parameters}, world);
	});
}

interface Asked {
	readonly certificate: Uint8Array | undefined;
	readonly parameters: Readonly<Record<string, unknown>>;
}

function concludeSession(
	state: RehearsalState,
	decision: Decision,
	{certificate: der, parameters}: Asked,
	world: World,
): Change<Reply> {
	const certificate = der && Certificate.read(der);
	const isAllowed = decision.outcome === 'allowed';
	const isAuthenticated = isAllowed || AFTER_AUTHENTICATION.includes(decision.stage);
	if (!certificate?.ok || !isAuthenticated) {
		return {value: refusalOf(decision)};
	}

	const seen = {
		certificate: certificate.value,
		isFailed: !isAllowed,
		instanceProperties: instancePropertiesOf(parameters),
	};
	const {state: noted, subject} = recordSubject(state, seen, world);
	if (!isAllowed) {
		return {state: noted, value: refusalOf(decision)};
	}

	const issued = issue(state, decision.session, world);
	const remembered = state.sessions.filter(({expiresAt}) => Date.parse(expiresAt) + REMEMBERED > world.now.getTime());
	return {
		state: {...noted, sessions: [...remembered, issued]},
		value: jsonReply(201, {
			credentialSet: [credentialSetOf(issued, decision.session)],
			subjectArn: resourceArn(state, 'subject', subject.id),
		}),
	};
}

function issue(state: RehearsalState, session: AllowedSession, {now, randomBytes}: World): IssuedSession {
	const name = session.roleArn.slice(session.roleArn.lastIndexOf('/') + 1);
	return {
		accessKeyId: `ASIA${newIdSuffix(randomBytes)}`,
		secretAccessKey: newSecret(randomBytes),
		sessionToken: Buffer.from(randomBytes(240)).toString('base64'),
		expiresAt: new Date(now.getTime() + session.durationSeconds * 1000).toISOString(),
		roleArn: session.roleArn,
		roleId: state.roles.find(role => role.name === name)?.id ?? '',
		assumedRoleArn: session.assumedRoleArn,
		sessionName: session.sessionName,
		sourceIdentity: session.sourceIdentity,
		principalTags: session.principalTags,
	};
}

function credentialSetOf(issued: IssuedSession, {packedPolicySize}: AllowedSession): JsonValue {
	return {
		assumedRoleUser: {arn: issued.assumedRoleArn, assumedRoleId: `${issued.roleId}:${issued.sessionName}`},
		credentials: {
			accessKeyId: issued.accessKeyId,
			secretAccessKey: issued.secretAccessKey,
			sessionToken: issued.sessionToken,
			expiration: issued.expiresAt.replace(/\.\d+Z$/, 'Z'),
		},
		packedPolicySize,
		roleArn: issued.roleArn,
		sourceIdentity: issued.sourceIdentity,
	};
}

/** Refusals are values here, so that the subject they leave behind is kept. */
function refusalOf(decision: Decision): Reply {
	return decision.outcome === 'refused'
		? jsonRefusal(new ServiceRefusal(decision.refusal.status, decision.refusal.code, decision.refusal.message))
		: jsonRefusal(new ServiceRefusal(500, 'InternalServerException', 'An allowed session had no certificate.'));
}

/** The members under their own names, unjudged; the ARNs may be in the query or in the body, not in both (WIRE-02). */
function readParameters({rawQuery, body}: ReceivedRequest): Readonly<Record<string, unknown>> {
	const query = parseQuery(rawQuery);
	const members = readJsonBody(body);
	const names = query?.map(([name]) => name) ?? [];
	const isInBoth = ARNS.some(name => names.includes(name)) && ARNS.some(name => Object.hasOwn(members, name));
	if (!query || isInBoth || new Set(names).size !== names.length) {
		throw invalid('The ARNs must be given once, all in the query or all in the body.');
	}

	return {...members, ...Object.fromEntries(query)};
}

function instancePropertiesOf(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
	const read = instancePropertiesMember(parameters, '');
	return read.ok ? (read.value.instanceProperties ?? {}) : {};
}
