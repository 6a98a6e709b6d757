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
	const [month, day, hour] = [Number(match[2]), Number(match[3]), Number(match[4])];
	const [minute, second] = [Number(match[5]), Number(match[6] ?? '0')];
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) {
		return undefined;
	}

	// Date takes years below 100 for ones of the twentieth century; calendars repeat after 400.
	const time = new Date(Date.UTC(year + 400, month - 1, day, hour, minute, second) - offsetOf(match[7] ?? 'Z'));
	time.setUTCFullYear(time.getUTCFullYear() - 400);
	return time;
}

function daysIn(year: number, month: number): number {
	if (month === 2) {
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	}

	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Milliseconds by which a zone such as `+0130` is ahead of UTC. */
function offsetOf(zone: string): number {
	if (zone === 'Z') {
		return 0;
	}

	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
	return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
