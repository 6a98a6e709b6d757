import type {ReceivedRequest} from '../session/verify.ts';
import {parseForm, parseQuery} from './query-string.ts';
import {type Reply, ServiceRefusal} from './reply.ts';
import {writeXml, type XmlValue} from './xml.ts';

/** A request of a service that speaks the AWS Query protocol, such as IAM and STS. */
export interface QueryRequest {
	readonly action: string;
	readonly version: string;
	/** Nested and listed members put together again: `Tags.member.1.Key` is `Tags[0].Key`. */
	readonly members: Readonly<Record<string, unknown>>;
	readonly requestId: string;
}

/** The most elements of a list that a request may have. */
const MAXIMUM_ITEMS = 1000;
/** The most parts of a parameter's name; those of IAM have four. */
const MAXIMUM_DEPTH = 8;

/**
 * Reads the form in the body, or the query of a GET.
 *
 * @throws {ServiceRefusal} `MalformedQueryString` or `MissingAction`.
 */
export function readQueryRequest({method, rawQuery, body}: ReceivedRequest, requestId: string): QueryRequest {
	const pairs = method === 'GET' ? parseQuery(rawQuery) : parseForm(body);
	const isTooDeep = pairs?.some(([name]) => name.split('.').length > MAXIMUM_DEPTH) ?? false;
	if (!pairs || isTooDeep || new Set(pairs.map(([name]) => name)).size !== pairs.length) {
		throw new ServiceRefusal(400, 'MalformedQueryString', 'The query string contains a syntax error.');
	}

	const {Action: action, Version: version, ...members} = nest(pairs);
	if (typeof action !== 'string' || action === '') {
		throw new ServiceRefusal(400, 'MissingAction', 'The request must contain the parameter Action.');
	}

	return {action, version: typeof version === 'string' ? version : '', members, requestId};
}

/**
 * Makes sure that the rehearsal has the action.
 *
 * @throws {ServiceRefusal} `InvalidAction` naming what there is.
 */
export function requireAction({action, version}: QueryRequest, service: string, emulated: readonly string[]): void {
	if (!emulated.includes(action)) {
		throw new ServiceRefusal(
			400,
			'InvalidAction',
			`Could not find operation ${action} for version ${version}: of ${service} the rehearsal emulates ${emulated.join(', ')}.`,
		);
	}
}

/** A successful answer. Without a result there is only metadata, as for operations that return nothing. */
export function queryReply(action: string, namespace: string, requestId: string, result?: XmlValue): Reply {
	return xmlReply(
		200,
		writeXml(
			`${action}Response`,
			{
				...(result !== undefined && {[`${action}Result`]: result}),
				ResponseMetadata: {RequestId: requestId},
			},
			namespace,
		),
	);
}

/** A refusal in the shape of the Query protocol. */
export function queryRefusal({status, code, message}: ServiceRefusal, namespace: string, requestId: string): Reply {
	const type = status < 500 ? 'Sender' : 'Receiver';
	return xmlReply(
		status,
		writeXml('ErrorResponse', {Error: {Type: type, Code: code, Message: message}, RequestId: requestId}, namespace),
	);
}

function xmlReply(status: number, body: string): Reply {
	return {status, headers: {'content-type': 'text/xml'}, body};
}

function nest(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, unknown>> {
	const root: Branch = new Map();
	for (const [name, value] of pairs) {
		put(root, name.split('.'), value);
	}

	return record(root);
}

type Branch = Map<string, string | Branch>;

function put(branch: Branch, [first = '', ...others]: readonly string[], value: string): void {
	if (others.length === 0) {
		branch.set(first, value);
		return;
	}

	const found = branch.get(first);
	const next: Branch = found instanceof Map ? found : new Map();
	branch.set(first, next);
	put(next, others, value);
}

function record(branch: Branch): Readonly<Record<string, unknown>> {
	return Object.fromEntries([...branch].map(([name, value]) => [name, unwrap(value)]));
}

/** A list travels as `member.1`, `member.2` and so on; an empty one as an empty text, which stays one. */
function unwrap(value: string | Branch): unknown {
	if (typeof value === 'string') {
		return value;
	}

	const items = value.size === 1 ? value.get('member') : undefined;
	if (!(items instanceof Map)) {
		return record(value);
	}

	return [...items]
		.filter(([place]) => /^\d{1,6}$/.test(place))
		.toSorted(([one], [other]) => Number(one) - Number(other))
		.slice(0, MAXIMUM_ITEMS)
		.map(([, item]) => unwrap(item));
}
