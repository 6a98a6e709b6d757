import {printable} from '../../printable.ts';
import type {View} from '../../ui/frame.ts';
import {doctor as texts} from '../texts/en.ts';

/** The frame of every screen here. */
export function doctorView(cliProfile: string | undefined, view: Pick<View, 'body' | 'hints' | 'isMoving'>): View {
	return {
		title: texts.title,
		...(cliProfile !== undefined && {aside: texts.cliProfile(printable(cliProfile))}),
		...view,
	};
}
