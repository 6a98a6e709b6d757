import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/**
 * A moment as typed: `2026-06-01` (its first instant, UTC) or `2026-06-01T12:00:00Z`.
 *
 * @throws {ExpectedError} `USAGE` when it is none.
 */
export function readMoment(typed: string, flagName: string): Date {
	const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/.test(typed) ? new Date(typed) : undefined;
	if (!moment || Number.isNaN(moment.getTime())) {
		throw new ExpectedError('USAGE', `${flagName} takes a time in UTC, not "${printable(typed)}".`, {
			next: [`For example: ${flagName} 2026-06-01T12:00:00Z`],
		});
	}

	return moment;
}
