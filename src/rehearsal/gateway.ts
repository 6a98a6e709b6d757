import {ExpectedError} from '../errors.ts';
import type {ReceivedRequest} from '../session/verify.ts';
import {administratorOf, type Caller, sessionCaller} from './caller.ts';
import {answerCreateSession} from './create-session.ts';
import {answerIam, IAM_NAMESPACE} from './iam.ts';
import {queryRefusal, readQueryRequest} from './query-protocol.ts';
import {jsonRefusal, type Reply, ServiceRefusal} from './reply.ts';
import {answerRolesAnywhere} from './roles-anywhere.ts';
import {type AccessKey, type CredentialScope, claimedScope, type SignatureProblem, verifySignature} from './sigv4.ts';
import {newUuid, type Store, type World} from './store.ts';
import {answerSts, STS_NAMESPACE} from './sts.ts';

/** The codes with which the two families of services answer for each thing wrong with a signature. */
const CODES: Readonly<Record<SignatureProblem['kind'], {readonly json: string; readonly query: string}>> = {
	missing: {json: 'MissingAuthenticationTokenException', query: 'MissingAuthenticationToken'},
	incomplete: {json: 'IncompleteSignatureException', query: 'IncompleteSignature'},
	'unknown-key': {json: 'UnrecognizedClientException', query: 'InvalidClientTokenId'},
	'expired-token': {json: 'ExpiredTokenException', query: 'ExpiredToken'},
	mismatch: {json: 'InvalidSignatureException', query: 'SignatureDoesNotMatch'},
};

/** STS and IAM also answer under this region, where their global endpoints are. */
const GLOBAL_REGION = 'us-east-1';

/** Answers every request that reaches the endpoint: tells the services apart, and knows who is asking. Never throws. */
export async function answerRequest(received: ReceivedRequest, store: Store, world: World): Promise<Reply> {
	const requestId = newUuid(world.randomBytes);
	const reply = await route(received, store, world, requestId);
	return {...reply, headers: {...reply.headers, 'x-amzn-requestid': requestId}};
}

async function route(received: ReceivedRequest, store: Store, world: World, requestId: string): Promise<Reply> {
	const scope = claimedScope(received);
	if (!scope) {
		return received.method === 'POST' && received.rawPath === '/'
			? speakQuery(STS_NAMESPACE, requestId, () => refuseUnsigned(received, 'query', world))
			: speakJson(() => answerUnscoped(received, store, world));
	}

	switch (scope.service) {
		case 'rolesanywhere':
			return speakJson(() =>
				answerRolesAnywhere(received, identify(received, scope, 'json', store, world), store, world),
			);
		case 'iam':
			return speakQuery(IAM_NAMESPACE, requestId, () => {
				const caller = identify(received, scope, 'query', store, world);
				return answerIam(readQueryRequest(received, requestId), caller, store, world);
			});
		case 'sts':
			return speakQuery(STS_NAMESPACE, requestId, () => {
				const caller = identify(received, scope, 'query', store, world);
				return answerSts(readQueryRequest(received, requestId), caller, store);
			});
		default:
			return speakUnknown(received, scope.service, requestId);
	}
}

/** Requests without a usable SigV4 scope: CreateSession, probes, and signatures too broken to tell their service. */
async function answerUnscoped(received: ReceivedRequest, store: Store, world: World): Promise<Reply> {
	const {method, rawPath} = received;
	if (method === 'POST' && rawPath === '/sessions') {
		return answerCreateSession(received, store, world);
	}

	if (method === 'GET' && rawPath === '/') {
		throw new ServiceRefusal(404, 'UnknownOperationException', 'This is an anchorsmith rehearsal.');
	}

	return refuseUnsigned(received, 'json', world);
}

/** @throws {ServiceRefusal} saying what the signature lacks. */
function refuseUnsigned(received: ReceivedRequest, family: 'json' | 'query', {now}: World): never {
	const verdict = verifySignature(received, {at: now, findKey: () => undefined});
	throw verdict.ok ? new Error('a signature without a key was taken') : refusalFor(verdict.problem, family);
}

function refusalFor({kind, message}: SignatureProblem, family: 'json' | 'query'): ServiceRefusal {
	const status = kind === 'incomplete' && family === 'query' ? 400 : 403;
	return new ServiceRefusal(status, CODES[kind][family], message);
}

/** @throws {ServiceRefusal} when the signature is not good for this request, here and now. */
function identify(
	received: ReceivedRequest,
	{region, service}: CredentialScope,
	family: 'json' | 'query',
	store: Store,
	world: World,
): Caller {
	const state = store.current;
	const verdict = verifySignature(received, {at: world.now, findKey: id => findKey(id, store)});
	if (!verdict.ok) {
		throw refusalFor(verdict.problem, family);
	}

	if (region !== state.region && (service === 'rolesanywhere' || region !== GLOBAL_REGION)) {
		throw new ServiceRefusal(
			403,
			CODES.mismatch[family],
			`Credential should be scoped to a valid region, not '${region}'. This rehearsal is in ${state.region}.`,
		);
	}

	return verdict.value;
}

function findKey(accessKeyId: string, {current}: Store): AccessKey<Caller> | undefined {
	if (accessKeyId === current.admin.accessKeyId) {
		return {secretAccessKey: current.admin.secretAccessKey, owner: administratorOf(current)};
	}

	const session = current.sessions.find(candidate => candidate.accessKeyId === accessKeyId);
	return (
		session && {
			secretAccessKey: session.secretAccessKey,
			sessionToken: session.sessionToken,
			expiresAt: new Date(session.expiresAt),
			owner: sessionCaller(session),
		}
	);
}

async function speakJson(work: () => Promise<Reply>): Promise<Reply> {
	try {
		return await work();
	} catch (error) {
		return jsonRefusal(toRefusal(error, 'InternalServerException'));
	}
}

async function speakQuery(namespace: string, requestId: string, work: () => Promise<Reply> | Reply): Promise<Reply> {
	try {
		return await work();
	} catch (error) {
		return queryRefusal(toRefusal(error, 'InternalFailure'), namespace, requestId);
	}
}

/** A service that is not here is told so in the language that its clients read. */
function speakUnknown({headers}: ReceivedRequest, service: string, requestId: string): Reply {
	const refusal = new ServiceRefusal(
		501,
		'NotEmulated',
		`The rehearsal emulates rolesanywhere, iam and sts, not ${service}.`,
	);
	const isJson = headers.some(([name, value]) => name.toLowerCase() === 'content-type' && value.includes('json'));
	return isJson
		? {...jsonRefusal(refusal), body: JSON.stringify({__type: refusal.code, message: refusal.message})}
		: queryRefusal(refusal, '', requestId);
}

/** Errors that are no refusals become one, so that the client hears of them too. */
function toRefusal(error: unknown, internalCode: string): ServiceRefusal {
	if (error instanceof ServiceRefusal) {
		return error;
	}

	const message = error instanceof Error ? error.message : String(error);
	return new ServiceRefusal(
		500,
		internalCode,
		error instanceof ExpectedError ? message : `The rehearsal failed in a way that it should not: ${message}`,
	);
}
