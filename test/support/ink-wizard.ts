import path from 'node:path';
import {onTestFinished} from 'vitest';
import {doctorWorld} from '../../src/cli/doctor-world.ts';
import type {Answers} from '../../src/wizard/answers.ts';
import {runInkStart, runInkWizard} from '../../src/wizard/ink/run-ink-wizard.ts';
import type {SetupEnd} from '../../src/wizard/setup-end.ts';
import {testWorld} from './context.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {type VirtualTerminal, virtualTerminal} from './virtual-terminal.ts';

/** A wizard inside a test, in a virtual terminal and a home of its own. */
export interface PlayedWizard {
	readonly terminal: VirtualTerminal;
	readonly home: string;
	/** Its state folder. */
	readonly state: string;
	readonly end: Promise<SetupEnd>;
	/** Presses Enter and waits until another question is asked; gives the screen then. */
	next(): Promise<string>;
	/** Goes on with Enter until a screen shows this. */
	goTo(what: string | RegExp): Promise<string>;
	/** What a signal does. */
	interrupt(): void;
}

/** What a wizard is played with. */
export interface PlayOptions {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
	readonly home?: string;
	/** Answers from the command line; the start screen is shown without. */
	readonly given?: Answers;
}

/** Opens the wizard, or the start screen. */
export function playWizard({
	columns = 80,
	rows = 24,
	env = {},
	home = temporaryFolder(),
	given,
}: PlayOptions = {}): PlayedWizard {
	const terminal = virtualTerminal(columns, rows);
	const aborter = new AbortController();
	const {context} = testWorld({
		home,
		env: {LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env},
		signal: aborter.signal,
	});
	const world = {terminal, color: 'auto', surroundings: context, ...doctorWorld(context)} as const;
	const end = given === undefined ? runInkStart(world) : runInkWizard(given, world);
	end.catch(() => undefined);
	onTestFinished(async () => {
		aborter.abort('SIGTERM');
		await end.catch(() => undefined);
	});
	const next = async () => {
		const before = bodyOf(terminal.screen());
		await terminal.press('enter');
		return terminal.waitFor(screen => bodyOf(screen) !== before && !/Looking|Comparing|Making/.test(screen));
	};
	return {
		terminal,
		home,
		state: path.join(home, '.anchorsmith'),
		end,
		next,
		async goTo(what) {
			const isThere = (screen: string) => (typeof what === 'string' ? screen.includes(what) : what.test(screen));
			let screen = await terminal.waitFor(/❯/);
			while (!isThere(screen)) {
				screen = await next();
			}

			return screen;
		},
		interrupt: () => aborter.abort('SIGTERM'),
	};
}

/** The rows between the rules of a screen. */
export function bodyOf(screen: string): string {
	const rows = screen.split('\n');
	const rules = rows.flatMap((row, index) => (/^[─-]{20,}$/.test(row) ? [index] : []));
	return rows.slice((rules[0] ?? 0) + 1, rules.at(-1)).join('\n');
}
