import {inspect} from 'node:util';
import {printable} from '../printable.ts';
import {ok, problem, type Result} from '../result.ts';
import type {Shortcoming} from '../rules/rule.ts';

/** What a session request asks for, well formed. */
export interface SessionParameters {
	readonly profileArn: string;
	readonly roleArn: string;
	readonly trustAnchorArn: string;
	/** Undefined when the request leaves the duration to the profile. */
	readonly durationSeconds: number | undefined;
	readonly roleSessionName: string | undefined;
}

type Member = keyof SessionParameters;

/** What each member must keep, in the words of the service (fact sheet, API-03, DUR-01, RSN-01). */
const CONSTRAINTS: Readonly<Record<Member, (value: unknown) => string | undefined>> = {
	profileArn: text(1, 1011, 'arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:profile.*)'),
	roleArn: text(1, 1011, 'arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)'),
	trustAnchorArn: text(1, 1011, 'arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:trust-anchor.*)'),
	durationSeconds: integer(900, 43_200),
	roleSessionName: text(2, 64, '[\\w+=,.@-]*'),
};
const REQUIRED: readonly Member[] = ['profileArn', 'roleArn', 'trustAnchorArn'];

/**
 * Judges the form of a request's members (fact sheet, WIRE-03, ERR-15). A member that is null
 * counts as missing; those that the service ignores are ignored.
 *
 * @returns each member that breaks a constraint, in the words of the service.
 */
export function readSessionParameters(
	parameters: Readonly<Record<string, unknown>>,
): Result<SessionParameters, readonly Shortcoming[]> {
	const {profileArn, roleArn, trustAnchorArn, durationSeconds, roleSessionName} = parameters;
	const members = {profileArn, roleArn, trustAnchorArn, durationSeconds, roleSessionName};
	const shortcomings = REQUIRED.concat('durationSeconds', 'roleSessionName').flatMap(member =>
		judgeMember(member, members[member] ?? undefined),
	);
	return shortcomings.length > 0
		? problem(shortcomings)
		: ok({
				profileArn: String(profileArn),
				roleArn: String(roleArn),
				trustAnchorArn: String(trustAnchorArn),
				durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : undefined,
				roleSessionName: typeof roleSessionName === 'string' ? roleSessionName : undefined,
			});
}

/** The service's sentence around the members that it refuses. */
export function validationMessage(shortcomings: readonly Shortcoming[]): string {
	const count = shortcomings.length;
	const messages = shortcomings.map(({message}) => message).join('; ');
	return `${count} validation error${count === 1 ? '' : 's'} detected: ${messages}`;
}

function judgeMember(member: Member, value: unknown): readonly Shortcoming[] {
	const isMissing = value === undefined && REQUIRED.includes(member);
	const constraint = isMissing
		? 'Member must not be null'
		: value === undefined
			? undefined
			: CONSTRAINTS[member](value);
	const shown =
		value === undefined
			? 'null'
			: `'${printable(typeof value === 'string' ? value : inspect(value, {breakLength: Infinity}))}'`;
	return constraint === undefined
		? []
		: [{at: member, message: `Value ${shown} at '${member}' failed to satisfy constraint: ${constraint}`}];
}

function text(shortest: number, longest: number, pattern: string): (value: unknown) => string | undefined {
	const whole = new RegExp(`^(?:${pattern})$`);
	return value => {
		if (typeof value !== 'string') {
			return 'Member must be a string';
		}

		if (value.length < shortest || value.length > longest) {
			return value.length < shortest
				? `Member must have length greater than or equal to ${shortest}`
				: `Member must have length less than or equal to ${longest}`;
		}

		return whole.test(value) ? undefined : `Member must satisfy regular expression pattern: ${pattern}`;
	};
}

function integer(smallest: number, largest: number): (value: unknown) => string | undefined {
	return value => {
		if (typeof value !== 'number' || !Number.isInteger(value)) {
			return 'Member must be an integer';
		}

		if (value < smallest) {
			return `Member must have value greater than or equal to ${smallest}`;
		}

		return value > largest ? `Member must have value less than or equal to ${largest}` : undefined;
	};
}
