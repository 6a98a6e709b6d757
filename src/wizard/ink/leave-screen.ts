import type {View} from '../../ui/frame.ts';
import {choiceScreen} from '../../ui/screens/choice-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {leaving as texts} from '../texts/en.ts';

/** What leaving leads to. */
export interface Leaving {
	frame(view: Pick<View, 'body' | 'hints' | 'isMoving'>): View;
	/** Whether there are answers, which are kept. */
	readonly isKept: boolean;
	leave(): void;
	stay(): void;
}

/** Asks before leaving; staying is what Enter does. */
export function leaveScreen({frame, isKept, leave, stay}: Leaving): Screen {
	return choiceScreen({
		frame,
		question: texts.question,
		options: [
			{value: stay, label: texts.stay},
			{value: leave, label: texts.leave},
		],
		note: isKept ? texts.kept : undefined,
		escapeDoes: texts.stay.toLowerCase(),
		choose: go => go(),
		back: stay,
	});
}
