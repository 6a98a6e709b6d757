import {AwsError} from '../../aws/aws-error.ts';
import {ExpectedError} from '../../errors.ts';
import {systemCode} from '../../files/problem.ts';
import {printable} from '../../printable.ts';
import {shellWord} from '../../shell-word.ts';
import {who as texts} from '../texts/en.ts';
import type {Administrator, WhoProblem, WhoProblemKind} from './administrator.ts';

/** Who was asked for, and who is known here. */
export interface Asked {
	readonly name: string | undefined;
	readonly found: readonly Administrator[];
}

/** What kept somebody from being identified, as a person is told it. Throws what is nobody's to mend. */
export function whoProblem(error: unknown, asked: Asked): WhoProblem {
	if (error instanceof AwsError) {
		return fromRefusal(error, asked);
	}

	if (error instanceof ExpectedError) {
		return error.code === 'AWS_CREDENTIALS' ? withoutCredentials(error, asked) : fromExpected(error);
	}

	if (systemCode(error) !== undefined && error instanceof Error) {
		return {
			kind: 'unreachable',
			message: texts.sourceUnreachable(whose(asked), printable(error.message)),
			help: texts.help.unreachable,
			next: [texts.checkNetwork, texts.rehearse],
		};
	}

	throw error;
}

/** The service's own names for what is wrong with credentials (fact sheet, section 6.2). */
const REFUSALS: readonly (readonly [pattern: RegExp, kind: WhoProblemKind])[] = [
	[/ExpiredToken/i, 'expired'],
	[/InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId/i, 'unknown key'],
	[/Signature (expired|not yet current)|RequestTimeTooSkewed|RequestExpired/i, 'clock'],
	[/SignatureDoesNotMatch/i, 'wrong secret'],
];

function fromRefusal({refused, message}: AwsError, asked: Asked): WhoProblem {
	const said = `${refused.reason} ${refused.answer}`;
	const kind = REFUSALS.find(([pattern]) => pattern.test(said))?.[1] ?? 'refused';
	return {kind, message, help: texts.help[kind], next: nextAfter(kind, asked)};
}

function nextAfter(kind: WhoProblemKind, asked: Asked): WhoProblem['next'] {
	switch (kind) {
		case 'expired':
			return [signInOf(asked) ?? texts.renew, texts.chooseOther];
		case 'clock':
			return ['date -u', texts.setClock];
		case 'unknown key':
		case 'wrong secret':
			return [configure(asked), texts.chooseOther];
		default:
			return [texts.chooseOther];
	}
}

function withoutCredentials(error: ExpectedError, asked: Asked): WhoProblem {
	const {name, found} = asked;
	const profile = found.find(({cliProfile}) => cliProfile === (name ?? 'default'));
	if (name !== undefined && !profile) {
		return {
			kind: 'unknown profile',
			message: texts.unknownProfile(printable(name)),
			help: texts.profilesFound(
				found.flatMap(({cliProfile}) => (cliProfile === undefined ? [] : printable(cliProfile))),
			),
			next: [texts.chooseOther, configure(asked)],
		};
	}

	if (profile?.kind === 'single sign-on' || profile?.kind === 'console sign-in') {
		return withoutSignIn(error, profile, asked);
	}

	if (profile?.kind === 'process') {
		return problem('program failed', error, [texts.runProgram, texts.chooseOther]);
	}

	if (profile === undefined || profile.kind === 'nothing') {
		return {
			kind: 'no credentials',
			message: texts.noCredentials(whose(asked)),
			help: texts.help['no credentials'],
			next: [configure(asked), 'aws configure sso', texts.rehearse],
		};
	}

	return problem('incomplete', error, [configure(asked), texts.chooseOther]);
}

/** The chain names the command that signs in when that mends it, and else says what is wrong with the profile. */
function withoutSignIn(error: ExpectedError, {kind, cliProfile}: Administrator, asked: Asked): WhoProblem {
	return /\baws (sso )?login\b/.test(error.message)
		? {
				kind: 'signed out',
				message: texts.signedOut(whose(asked)),
				help: texts.help['signed out'],
				next: [`aws ${kind === 'single sign-on' ? 'sso login' : 'login'}${flag(cliProfile)}`, texts.chooseOther],
			}
		: problem('incomplete', error, [`aws configure sso${flag(cliProfile)}`, texts.chooseOther]);
}

const EXPECTED: Readonly<Partial<Record<ExpectedError['code'], WhoProblemKind>>> = {
	ENDPOINT_UNREACHABLE: 'unreachable',
	ENDPOINT_UNTRUSTED: 'untrusted',
};

function fromExpected(error: ExpectedError): WhoProblem {
	const kind = EXPECTED[error.code] ?? 'unreadable';
	const [first, ...others] = error.next;
	return problem(kind, error, [first, ...others, ...(kind === 'unreachable' ? [texts.rehearse] : [])]);
}

function problem(kind: WhoProblemKind, {message}: ExpectedError, next: WhoProblem['next']): WhoProblem {
	return {kind, message, help: texts.help[kind], next};
}

function signInOf({name, found}: Asked): string | undefined {
	const profile = found.find(({cliProfile}) => cliProfile === (name ?? 'default'));
	return profile?.kind === 'single sign-on' ? `aws sso login${flag(profile.cliProfile)}` : undefined;
}

function configure({name}: Asked): string {
	return `aws configure${flag(name)}`;
}

function flag(cliProfile: string | undefined): string {
	return cliProfile === undefined || cliProfile === 'default' ? '' : ` --profile ${shellWord(printable(cliProfile))}`;
}

function whose({name}: Asked): string {
	return name === undefined ? texts.usualPlaces : texts.profileNamed(printable(name));
}
