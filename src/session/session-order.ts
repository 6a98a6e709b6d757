import {requireMatchingArns, type SessionArns} from '../aws/session-arns.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** Which session is wanted, as people say it; nothing of it is checked. */
export interface SessionOrder extends SessionArns {
	/** Seconds, 900 to 43200; left out, the Roles Anywhere profile's own (DUR-01). */
	readonly durationSeconds?: number | undefined;
	/** Refused by the service unless the Roles Anywhere profile accepts such names (RSN-01). */
	readonly roleSessionName?: string | undefined;
	/** Left out, the trust anchor's; it can be no other. */
	readonly region?: string | undefined;
	/** Instead of AWS's own endpoint. */
	readonly endpoint?: string | undefined;
}

/**
 * Checks an order as far as that costs nothing: the ARNs, the region (EPT-07) and the session name (RSN-01).
 *
 * @returns The region to ask in.
 * @throws {ExpectedError} `ARN_INVALID` or `USAGE`.
 */
export function regionOf(order: SessionOrder): string {
	const {region} = requireMatchingArns(order);
	if (order.region !== undefined && order.region !== region) {
		throw usage(
			`The trust anchor is in ${region}, not in "${printable(order.region)}".`,
			`Leave --region out: the trust anchor's ARN says where to ask.`,
		);
	}

	if (order.roleSessionName !== undefined && !/^[\w+=,.@-]{2,64}$/.test(order.roleSessionName)) {
		throw usage(
			`"${printable(order.roleSessionName)}" cannot name a session: 2 to 64 letters, digits and _+=,.@- can.`,
			'Leave --role-session-name out to have sessions named after the serial number.',
		);
	}

	return region;
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
