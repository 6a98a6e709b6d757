import type {Stage} from '../../ui/stage.tsx';
import type {Terminal} from '../../ui/terminal.ts';
import type {SetupSurroundings} from '../conduct/surroundings.ts';
import type {InterviewSurroundings} from '../interview.ts';

/** What the screens need of the world. */
export interface InkWorld {
	readonly terminal: Terminal;
	readonly color: 'auto' | 'always' | 'never';
	readonly surroundings: SetupSurroundings & InterviewSurroundings;
	/** A command of this program as it works in the person's shell. */
	asCalled(text: string): string;
}

/** A world with its stage set. */
export interface OnStage extends InkWorld {
	readonly stage: Stage;
}
