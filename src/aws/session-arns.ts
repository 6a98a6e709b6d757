import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {type Arn, type ArnKind, parseArnOf} from './arn.ts';

/** The three ARNs that every CreateSession request names. */
export interface SessionArns {
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
}

/**
 * Checks that three ARNs are what they should be (API-04) and can belong together: one partition and
 * account, and one region for the trust anchor and the Roles Anywhere profile (EPT-07).
 *
 * @returns The region that both are in, which is where to ask.
 * @throws {ExpectedError} `ARN_INVALID`.
 */
export function requireMatchingArns({trustAnchorArn, profileArn, roleArn}: SessionArns): {readonly region: string} {
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

	return {region: anchor.region};
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
