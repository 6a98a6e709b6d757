import type {ProgramRun} from '../evidence/command.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** What trying came to. */
export interface WhatHappened {
	/** The service granted a session to our own request: nothing that it judges is wrong. */
	readonly isGranted: boolean;
	/** The credential process printed credentials, as a client would run it. */
	readonly hasRun: boolean;
	/** Something was tried and did not work, or the person says so. */
	readonly hasFailed: boolean;
	/** Our own helper is what clients run. */
	readonly isOwn: boolean;
}

/** Tells what trying came to; nothing of it is known offline. */
export function whatHappened({
	at,
	live,
	command,
	told,
}: Pick<Evidence, 'at' | 'live' | 'command' | 'told'>): WhatHappened {
	const answer = seenIn(live);
	const commandSeen = seenIn(command);
	const run = commandSeen && seenIn(commandSeen.run);
	const program = commandSeen && seenIn(commandSeen.program);
	const isRefused = answer !== undefined && answer.outcome !== 'granted';
	const ran = run !== undefined && hasRun(run, new Date(at));
	return {
		isGranted: answer?.outcome === 'granted',
		// What was printed may have been kept from before.
		hasRun: ran && !isRefused,
		hasFailed: isRefused || (run !== undefined && !ran) || told !== undefined,
		isOwn: program?.maker === 'own',
	};
}

/** What clients ask of the output (fact sheet, CFG-50). */
const MEMBERS = ['Version', 'AccessKeyId', 'SecretAccessKey'];

/** True for a run that printed credentials that can be used. */
export function hasRun({exit, output}: ProgramRun, at: Date): boolean {
	return (
		exit === 0 &&
		output.kind === 'json' &&
		output.version === '1' &&
		MEMBERS.every(member => output.members.includes(member)) &&
		(output.expiration === undefined || !(Date.parse(output.expiration) <= at.getTime()))
	);
}
