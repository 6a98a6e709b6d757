import type {Theme} from './theme.ts';

/** How long each picture of something that turns is shown, in milliseconds. */
const PICTURE = 120;

/** A span of milliseconds as a person reads it: `0.4 s`, `12 s`, `2 min 5 s`. */
export function elapsed(milliseconds: number): string {
	const seconds = Math.max(0, milliseconds) / 1000;
	if (seconds < 10) {
		return `${seconds.toFixed(1)} s`;
	}

	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** What turns, after so many milliseconds. */
export function spinnerAt(milliseconds: number, {symbols: {spinner}}: Theme): string {
	return spinner[Math.floor(Math.max(0, milliseconds) / PICTURE) % spinner.length] ?? '';
}
