import type {DoctorWorld} from '../../doctor/guide/doctor-world.ts';
import {ExpectedError} from '../../errors.ts';
import type {Hall} from '../../ui/on-stage.ts';
import type {Stage} from '../../ui/stage.tsx';
import type {Terminal} from '../../ui/terminal.ts';
import {themeFor} from '../../ui/theme.ts';
import type {SetupSurroundings} from '../conduct/surroundings.ts';
import type {InterviewSurroundings} from '../interview.ts';
import {leaving} from '../texts/en.ts';

/** What the screens need of the world. */
export interface InkWorld extends DoctorWorld {
	readonly terminal: Terminal;
	readonly color: 'auto' | 'always' | 'never';
	readonly surroundings: SetupSurroundings & InterviewSurroundings;
}

/** A world with its stage set. */
export interface OnStage extends InkWorld {
	readonly stage: Stage;
}

/** Where the screens are shown. */
export function hallOf({terminal, color, surroundings: {env, platform, signal}}: InkWorld): Hall {
	return {
		terminal,
		theme: themeFor(env, platform, color),
		signal,
		interruption: () =>
			new ExpectedError('INTERRUPTED', leaving.interruptedNothing, {next: ['Run it again when you are ready']}),
	};
}
