/** What the exit code of a run means (interface, "Streams"). */
export const exit = {
	done: 0,
	/** Findings, or a refusal that was asked about (lint, verify, doctor, audit). */
	findings: 1,
	/** Refused, or used wrongly. */
	refused: 2,
	/** Our bug. */
	bug: 70,
	/** Ctrl-C (SIGINT). */
	interrupted: 130,
	/** SIGTERM. */
	terminated: 143,
} as const;

/** A number for the shell. Only `rehearse -- CMD` passes on numbers that are not ours. */
export type ExitCode = number;
