import type {ReceivedRequest} from '../session/verify.ts';
import {type Caller, deniedMessage} from './caller.ts';
import {parseQuery} from './query-string.ts';
import {jsonReply, type Reply, ServiceRefusal} from './reply.ts';
import {crlOperations} from './roles-anywhere/crls.ts';
import {mappingOperations} from './roles-anywhere/mappings.ts';
import {notificationOperations} from './roles-anywhere/notifications.ts';
import {invalid, notFound, type RunnableOperation} from './roles-anywhere/operation.ts';
import {profileOperations} from './roles-anywhere/profiles.ts';
import {subjectOperations} from './roles-anywhere/subjects.ts';
import {tagOperations} from './roles-anywhere/tags.ts';
import {trustAnchorOperations} from './roles-anywhere/trust-anchors.ts';
import {isRecord} from './shape.ts';
import type {Store, World} from './store.ts';

/** The whole control plane (fact sheet, section 4.1). CreateSession is apart, because certificates sign it. */
export const operations: readonly RunnableOperation[] = [
	...trustAnchorOperations,
	...notificationOperations,
	...profileOperations,
	...mappingOperations,
	...crlOperations,
	...subjectOperations,
	...tagOperations,
];

/** Query parameters that may be repeated; the only ones there are. */
const LISTS = new Set(['specifiers']);

type Members = Readonly<Record<string, unknown>>;

/**
 * Answers one request of the control plane, whose signature has been verified.
 *
 * @throws {ServiceRefusal} when the service would refuse.
 */
export async function answerRolesAnywhere(
	received: ReceivedRequest,
	caller: Caller,
	store: Store,
	world: World,
): Promise<Reply> {
	const {operation, members} = findOperation(received);
	if (caller.kind !== 'administrator') {
		throw new ServiceRefusal(403, 'AccessDeniedException', deniedMessage(caller, `rolesanywhere:${operation.name}`));
	}

	const input = {...readMembers(received), ...members};
	const value = await store.change(state => operation.start(input, state, world));
	return jsonReply(operation.status ?? 200, value);
}

function findOperation({method, rawPath}: ReceivedRequest): {operation: RunnableOperation; members: Members} {
	for (const operation of operations) {
		const members = operation.method === method ? matchPath(operation.path, rawPath) : undefined;
		if (members) {
			return {operation, members};
		}
	}

	throw notFound(`IAM Roles Anywhere has no operation at ${method} ${rawPath}.`);
}

/** The members that a path holds, or undefined when it is another path. */
function matchPath(pattern: string, rawPath: string): Members | undefined {
	const [expected, actual] = [pattern.split('/'), rawPath.split('/')];
	const members: (readonly [string, string])[] = [];
	for (const [index, part] of expected.entries()) {
		const given = actual[index];
		const name = /^\{(\w+)\}$/.exec(part)?.[1];
		const decoded = parseQuery(given ?? '')?.[0]?.[0];
		if (name !== undefined && decoded !== undefined) {
			members.push([name, decoded]);
		} else if (part !== given) {
			return undefined;
		}
	}

	return expected.length === actual.length ? Object.fromEntries(members) : undefined;
}

/** GET and DELETE have their members in the query, the others in the body. */
function readMembers({method, rawQuery, body}: ReceivedRequest): Members {
	return method === 'GET' || method === 'DELETE' ? queryMembers(rawQuery) : readJsonBody(body);
}

function queryMembers(rawQuery: string): Members {
	const pairs = parseQuery(rawQuery);
	if (!pairs) {
		throw invalid('The query is not percent-encoded UTF-8.');
	}

	const names = [...new Set(pairs.map(([name]) => name))];
	return Object.fromEntries(
		names.map(name => {
			const values = pairs.filter(([candidate]) => candidate === name).map(([, value]) => value);
			return [name, LISTS.has(name) || values.length > 1 ? values : values[0]];
		}),
	);
}

/**
 * The members of a JSON body; an empty body has none.
 *
 * @throws {ServiceRefusal} `ValidationException` when it is no JSON object.
 */
export function readJsonBody(body: Uint8Array): Members {
	if (body.length === 0) {
		return {};
	}

	const value = parseJson(body);
	if (!isRecord(value)) {
		throw invalid('The request body is not a JSON object.');
	}

	return value;
}

function parseJson(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body));
	} catch {
		return undefined;
	}
}
