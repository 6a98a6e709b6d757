import {isObject, type Problems, strings} from './problems.ts';

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** Who a statement is about, or with `isNegated` everybody else. */
export interface PrincipalElement {
	readonly isNegated: boolean;
	readonly principals: readonly Principal[];
}

/** One principal as a policy names it; `*` means everybody. */
export interface Principal {
	readonly type: (typeof TYPES)[number];
	readonly name: string;
}

const EVERYBODY: Principal = {type: 'AWS', name: '*'};

/** Reads a Principal or NotPrincipal element; undefined when it is malformed. */
export function parsePrincipal(
	raw: unknown,
	isNegated: boolean,
	at: string,
	problems: Problems,
): PrincipalElement | undefined {
	if (raw === '*') {
		return {isNegated, principals: [EVERYBODY]};
	}

	const principals = isObject(raw) ? Object.entries(raw).map(([type, names]) => parseType(type, names)) : [];
	if (principals.length === 0 || principals.some(found => found === undefined)) {
		problems.add(at, 'Invalid principal in policy');
		return undefined;
	}

	return {isNegated, principals: principals.flatMap(found => found ?? [])};
}

/** True when the element covers an AWS service that calls in its own name. */
export function coversService({isNegated, principals}: PrincipalElement, service: string): boolean {
	const isNamed = principals.some(
		({type, name}) =>
			(type === 'Service' && name.toLowerCase() === service) || (type === 'AWS' && name === EVERYBODY.name),
	);
	return isNamed !== isNegated;
}

function parseType(written: string, names: unknown): readonly Principal[] | undefined {
	const type = TYPES.find(known => known === written);
	const read = strings(names);
	if (!type || !read || read.length === 0 || !read.every(name => isName(type, name))) {
		return undefined;
	}

	return read.map(name => ({type, name}));
}

function isName(type: Principal['type'], name: string): boolean {
	switch (type) {
		case 'Service':
			return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(name);
		case 'AWS':
			return name === '*' || /^(?:\d{12}|arn:aws[a-z-]*:(?:iam|sts)::\d{12}:\S+|A[A-Z0-9]{15,})$/.test(name);
		default:
			return name !== '';
	}
}
