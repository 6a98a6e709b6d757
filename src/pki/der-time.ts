import {type DerElement, DerError, derProblem, tags} from './der.ts';
import {readAscii} from './der-strings.ts';
import type {Note} from './der-values.ts';

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d{4})$/;

/**
 * A UTCTime or GeneralizedTime, with the strictness of RFC 5280, section 4.1.2.5: seconds, `Z`, no fraction, and
 * UTCTime until 2049. A form that other standards allow is read and noted.
 *
 * @throws {DerError} if it is no date at all.
 */
export function readTime(element: DerElement, what: string, note: Note): Date {
	const isShort = element.identifier === tags.utcTime;
	if (!isShort && element.identifier !== tags.generalizedTime) {
		throw new DerError('unexpected', element.offset, `${what} is not a time`);
	}

	const text = element.contentsLength > 64 ? '' : readAscii(element, what, note);
	const match = (isShort ? UTC_TIME : GENERALIZED_TIME).exec(text);
	if (!match) {
		throw new DerError('bad-value', element.offset, `${what} is not written as a time`);
	}

	const year = isShort ? fullYear(Number(match[1])) : Number(match[1]);
	const time = toDate(year, match);
	if (!time) {
		throw new DerError('bad-value', element.offset, `${what} is a day or an hour that does not exist`);
	}

	if (text.length !== (isShort ? 13 : 15)) {
		note(derProblem('bad-value', element.offset, `${what} should be written to the second and end with Z`));
	} else if (!isShort && year >= 1950 && year < 2050) {
		note(derProblem('bad-value', element.offset, `${what} lies before 2050 and should be a UTCTime`));
	}

	return time;
}

/** Two digits stand for 1950 to 2049 (RFC 5280, section 4.1.2.5.1). */
function fullYear(year: number): number {
	return year >= 50 ? 1900 + year : 2000 + year;
}

function toDate(year: number, match: RegExpExecArray): Date | undefined {
	const [month, day, hour, minute, second] = match.slice(2, 7).map(digits => Number(digits ?? '0'));
	if (month === undefined || day === undefined || hour === undefined || minute === undefined || second === undefined) {
		return undefined;
	}

	const time = new Date(0);
	time.setUTCFullYear(year, month - 1, day);
	time.setUTCHours(hour, minute, second);
	const doesExist =
		time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
	return doesExist ? new Date(time.getTime() - offsetOf(match[7] ?? 'Z')) : undefined;
}

/** Milliseconds by which a zone such as `+0130` is ahead of UTC. */
function offsetOf(zone: string): number {
	if (zone === 'Z') {
		return 0;
	}

	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
	return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
