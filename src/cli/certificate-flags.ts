import {ExpectedError} from '../errors.ts';
import type {IssuingContext} from '../pki/issuing/certify.ts';
import type {Lifetime} from '../pki/issuing/validity.ts';
import {KEY_ALGORITHMS} from '../pki/keys/algorithm.ts';
import type {AlternativeNames} from '../pki/names/alternative-names.ts';
import type {CommandContext} from './context.ts';
import {flag} from './flag.ts';

/** Which key to make. */
export const algorithm = flag.choice({choices: KEY_ALGORITHMS, description: 'Kind of key; p256 unless given.'});

/** How long a certificate is valid; the bounds only keep out what cannot be a date. */
export const lifetimeFlags = {
	days: flag.integer({placeholder: 'N', description: 'Days that it is valid.', minimum: 1, maximum: 1_000_000}),
	hours: flag.integer({placeholder: 'N', description: 'Hours, instead of days.', minimum: 1, maximum: 24_000_000}),
};

/** Names beside the subject. */
export const alternativeNameFlags = {
	dns: flag.texts({placeholder: 'NAME', description: 'DNS name; the first becomes a session tag.'}),
	uri: flag.texts({placeholder: 'URI', description: 'URI; the first becomes a session tag.'}),
	ip: flag.texts({placeholder: 'ADDRESS', description: 'IPv4 or IPv6 address.'}),
	email: flag.texts({placeholder: 'ADDRESS', description: 'Mail address.'}),
};

/**
 * What was asked for by {@link lifetimeFlags}.
 *
 * @throws {ExpectedError} `USAGE` for both at once.
 */
export function lifetimeOf({
	days,
	hours,
}: {
	days?: number | undefined;
	hours?: number | undefined;
}): Lifetime | undefined {
	if (days !== undefined && hours !== undefined) {
		throw new ExpectedError('USAGE', '--days and --hours are both given.', {next: ['Give one of them']});
	}

	if (hours !== undefined) {
		return {hours};
	}

	return days === undefined ? undefined : {days};
}

/** What was asked for by {@link alternativeNameFlags}. */
export function alternativeNamesOf({dns, uri, ip, email}: Required<AlternativeNames>): Required<AlternativeNames> {
	return {dns, uri, ip, email};
}

/** What making certificates needs of this run: its clock, its random numbers, and the rules. */
export async function issuingContext({now, randomBytes}: CommandContext): Promise<IssuingContext> {
	const {judgeCertificate} = await import('../rules/judge-certificate.ts');
	return {now: now(), random: randomBytes, judge: judgeCertificate};
}
