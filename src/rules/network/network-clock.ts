import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {signatureTime} from './sources.ts';
import {isService, seenOf} from './way.ts';

/** What other services of AWS allow; what this one does nobody has written down (fact sheet, WIRE-18). Milliseconds. */
const TOLERANCE = 5 * 60_000;
/** From here on it is worth a word. */
const REMARKABLE = 60_000;

export default defineRule<NetworkSubject>({
	id: 'network-clock',
	severity: 'error',
	title: "This machine's clock agrees with the service's.",
	why: 'Requests are signed with the time. Half an hour away the service answers "Invalid signature" and does not speak of time; how far away it may be is not documented: five minutes, as for other services of AWS, is our own measure.',
	fix: 'Set the clock, and keep it right with a time service: timedatectl set-ntp true',
	source: signatureTime(['WIRE-18', 'ERR-03']),
	examples: {
		fails: 'clock = -1800',
		passes: 'clock = 2',
	},
	appliesTo: ({network}) => isService(network) && offsetIn({network}) !== undefined,
	check(subject) {
		const offset = offsetIn(subject) ?? 0;
		const distance = Math.abs(offset);
		return distance < REMARKABLE
			? []
			: [
					{
						at: 'clock',
						message: `This machine's clock is ${inWords(distance)} ${offset > 0 ? 'behind' : 'ahead of'} the service's.`,
						...(distance <= TOLERANCE && {severity: 'notice'}),
					},
				];
	},
});

function offsetIn({network}: NetworkSubject): number | undefined {
	return seenOf(network.http)?.clockOffset;
}

function inWords(milliseconds: number): string {
	const minutes = Math.round(milliseconds / 60_000);
	if (minutes < 120) {
		return minutes === 1 ? 'one minute' : `${minutes} minutes`;
	}

	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
