import {printable} from '../printable.ts';

const LONGEST = 120;

/** Text from a certificate for use within a message: in quotes, made safe to show, cut when very long. */
export function quoted(text: string): string {
	const shown = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\p{Cs}$/u, '')}…` : text;
	return `"${printable(shown)}"`;
}

/** An instant to the second, in UTC. */
export function instant(time: Date): string {
	return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
