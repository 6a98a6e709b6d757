import {ExpectedError} from '../../errors.ts';
import type {Validity} from '../certificate/certificate.ts';

/** How long a certificate shall be valid, from now on. */
export type Lifetime = {readonly days: number} | {readonly hours: number};

const HOUR = 3_600_000;
/** Certificates begin this many milliseconds before now, for clocks that are behind (EE-14). */
const BACKDATED = 5 * 60_000;
/** The last second that a certificate can name (RFC 5280, 4.1.2.5.2). */
const END_OF_TIME = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * The validity of a certificate made now, in whole seconds, never ending after its issuer's.
 *
 * @param asked - What somebody asked for; otherwise `usual` days, cut short where the issuer ends sooner.
 * @param issuer - The issuer's own validity; absent for a root.
 * @throws {ExpectedError} `VALIDITY_INVALID` for a lifetime that is no whole positive number, one that outlives the
 * issuer, and an issuer that is itself not valid now.
 */
export function planValidity({
	asked,
	usual,
	issuer,
	now,
}: {
	readonly asked: Lifetime | undefined;
	readonly usual: number;
	readonly issuer: Validity | undefined;
	readonly now: Date;
}): Validity {
	const start = Math.floor(now.getTime() / 1000) * 1000;
	const lifetime = readLifetime(asked ?? {days: usual});
	const end = start + lifetime;
	if (!(end <= END_OF_TIME)) {
		throw invalid('The certificate would end after the year 9999.', 'Ask for a shorter time.');
	}

	if (issuer) {
		requireValid(issuer, start);
	}

	const latest = issuer?.notAfter.getTime() ?? END_OF_TIME;
	if (end > latest && asked) {
		throw invalid(
			`The certificate would end on ${shown(end)}, after its issuer, which ends on ${shown(latest)}.`,
			`Ask for at most ${longest(latest - start)}, or make a new issuer: anchorsmith issuer create`,
		);
	}

	return {notBefore: new Date(start - BACKDATED), notAfter: new Date(Math.min(end, latest))};
}

function readLifetime(lifetime: Lifetime): number {
	const [count, unit, length] =
		'days' in lifetime ? [lifetime.days, 'days', 24 * HOUR] : [lifetime.hours, 'hours', HOUR];
	if (!Number.isSafeInteger(count) || count < 1) {
		throw invalid(
			`A certificate cannot be valid for ${count} ${unit}.`,
			`Ask for a whole number of ${unit}, at least 1.`,
		);
	}

	return count * length;
}

function requireValid({notBefore, notAfter}: Validity, start: number): void {
	if (start >= notAfter.getTime()) {
		throw invalid(
			`The issuer's certificate ended on ${shown(notAfter.getTime())}.`,
			'Make a new issuer: anchorsmith issuer create',
		);
	}

	if (start < notBefore.getTime()) {
		throw invalid(
			`The issuer's certificate is valid from ${shown(notBefore.getTime())} only, and here it is ${shown(start)}.`,
			'Set the clock of this machine right.',
		);
	}
}

function longest(milliseconds: number): string {
	const days = Math.floor(milliseconds / (24 * HOUR));
	return days > 0 ? `${days} days` : `${Math.floor(milliseconds / HOUR)} hours`;
}

function shown(instant: number): string {
	return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function invalid(message: string, next: string): ExpectedError {
	return new ExpectedError('VALIDITY_INVALID', message, {next: [next]});
}
