import {onTestFinished} from 'vitest';
import {doctorWorld} from '../../src/cli/doctor-world.ts';
import type {GatherOptions} from '../../src/doctor/gather/surroundings.ts';
import type {DoctorEnd} from '../../src/doctor/guide/doctor-world.ts';
import {runInkDoctor} from '../../src/doctor/ink/run-ink-doctor.ts';
import {testWorld} from './context.ts';
import {program} from './program.ts';
import {type VirtualTerminal, virtualTerminal} from './virtual-terminal.ts';

/** Somebody troubleshooting inside a test, in a virtual terminal. */
export interface PlayedDoctor {
	readonly terminal: VirtualTerminal;
	readonly end: Promise<DoctorEnd>;
	/** What a signal does. */
	interrupt(): void;
}

/** What troubleshooting is played with. */
export interface PlayDoctorOptions {
	readonly home: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly columns?: number;
	readonly rows?: number;
	/** What was typed; nothing is sent anywhere unless this says so. */
	readonly options?: GatherOptions;
	/** What each look at the world, and each change to it, waits for. */
	readonly gate?: () => Promise<void>;
}

/** Opens the checklist, or the choice of a CLI profile before it. */
export async function playDoctor({
	home,
	env = {},
	columns = 80,
	rows = 24,
	options = {isOffline: true},
	gate = async () => undefined,
}: PlayDoctorOptions): Promise<PlayedDoctor> {
	const terminal = virtualTerminal(columns, rows);
	const aborter = new AbortController();
	const {context} = testWorld({
		home,
		env: {LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env},
		signal: aborter.signal,
	});
	const surroundings = {...context, program: await program()};
	const world = doctorWorld(surroundings);
	const end = runInkDoctor(
		{
			terminal,
			color: 'auto',
			surroundings,
			...world,
			async surround(asked) {
				await gate();
				return world.surround(asked);
			},
		},
		options,
	);
	end.catch(() => undefined);
	onTestFinished(async () => {
		aborter.abort('SIGTERM');
		await end.catch(() => undefined);
	});
	return {terminal, end, interrupt: () => aborter.abort('SIGTERM')};
}
