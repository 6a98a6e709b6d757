import path from 'node:path';
import {type Arn, type ArnKind, parseArnOf} from '../aws/arn.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** What a `credential_process` line is to say. Paths are absolute. */
export interface CredentialProcess {
	/** `anchorsmith credentials`, or the official `aws_signing_helper`. */
	readonly helper: 'own' | 'official';
	/** How it is started: the program, and words that come before any flag. */
	readonly program: readonly [string, ...string[]];
	readonly certificate: string;
	readonly privateKey: string;
	/** Certificates between the end-entity certificate and the trust anchor. */
	readonly intermediates?: string | undefined;
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
	/** Seconds. */
	readonly sessionDuration?: number | undefined;
	/** Where to ask, when it is not the trust anchor's own region. */
	readonly region?: string | undefined;
	readonly endpoint?: string | undefined;
	/** For an encrypted key; the official helper would want the passphrase itself on the line, which is refused. */
	readonly passphraseFile?: string | undefined;
	readonly roleSessionName?: string | undefined;
	/** The state folder of this program, where it is not the usual one; of no use to the official helper. */
	readonly home?: string | undefined;
}

/**
 * The words of a `credential_process` line (fact sheet, 7.3), unquoted.
 *
 * @throws {ExpectedError} `USAGE` for a path that is not absolute (CFG-45) or a passphrase file with the official
 * helper (CFG-46); `ARN_INVALID` for ARNs of the wrong kind, or that do not belong together.
 */
export function credentialProcessArguments(wanted: CredentialProcess): readonly string[] {
	requireMatchingArns(wanted);
	const {helper, program, certificate, privateKey, intermediates, passphraseFile, sessionDuration} = wanted;
	for (const file of [...program.slice(0, 1), certificate, privateKey, intermediates, passphraseFile, wanted.home]) {
		requireAbsolute(file);
	}

	if (helper === 'official' && passphraseFile !== undefined) {
		throw new ExpectedError(
			'USAGE',
			'aws_signing_helper takes the passphrase of a key only on its command line, where everyone can read it.',
			{next: ['Use --helper own, which reads it from a file', 'Or give aws_signing_helper a key without passphrase.']},
		);
	}

	const flags: readonly (readonly [string, string | undefined])[] = [
		['--certificate', certificate],
		['--private-key', privateKey],
		['--intermediates', intermediates],
		['--trust-anchor-arn', wanted.trustAnchorArn],
		['--profile-arn', wanted.profileArn],
		['--role-arn', wanted.roleArn],
		['--session-duration', sessionDuration === undefined ? undefined : String(sessionDuration)],
		['--region', wanted.region],
		['--endpoint', wanted.endpoint],
		['--role-session-name', wanted.roleSessionName],
		['--passphrase-file', passphraseFile],
		['--home', helper === 'own' ? wanted.home : undefined],
	];
	return [
		...program,
		helper === 'own' ? 'credentials' : 'credential-process',
		...flags.flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
	];
}

/** Roles Anywhere takes three ARNs of one partition and account, the first two of one region. */
function requireMatchingArns({trustAnchorArn, profileArn, roleArn}: CredentialProcess): void {
	const anchor = readArn('trust-anchor', trustAnchorArn);
	const profile = readArn('profile', profileArn);
	const role = readArn('role', roleArn);
	const mismatch =
		differing('partition', [anchor, profile, role]) ??
		differing('accountId', [anchor, profile, role]) ??
		differing('region', [anchor, profile]);
	if (mismatch !== undefined) {
		throw new ExpectedError(
			'ARN_INVALID',
			`Trust anchor, Roles Anywhere profile and role do not belong together: ${mismatch}.`,
			{next: ['Copy all three ARNs from the same account, and the first two from the same region.']},
		);
	}
}

function readArn(kind: ArnKind, text: string): Arn {
	const arn = parseArnOf(kind, text);
	if (!arn.ok) {
		throw new ExpectedError('ARN_INVALID', `"${printable(text)}" ${arn.problem}.`, {
			next: [`Give --${kind}-arn the ARN as AWS shows it.`],
		});
	}

	return arn.value;
}

function differing(part: 'partition' | 'accountId' | 'region', arns: readonly Arn[]): string | undefined {
	const values = new Set(arns.map(arn => arn[part]));
	const word = part === 'accountId' ? 'account' : part;
	return values.size > 1 ? `they name more than one ${word} (${[...values].join(', ')})` : undefined;
}

function requireAbsolute(file: string | undefined): void {
	if (file !== undefined && !path.isAbsolute(file)) {
		throw new ExpectedError('USAGE', `The path ${printable(file)} is not absolute.`, {
			next: ['Give the whole path: AWS clients start the program wherever they happen to run.'],
		});
	}
}
