import type {View} from '../../ui/frame.ts';
import type {Section} from '../../ui/tracker.ts';
import {answersOf, sectionsOf, type WizardSession} from '../session.ts';
import {asking} from '../texts/en.ts';

/** How far the set-up is beyond its questions. */
export type Stretch = 'asking' | 'review' | 'done';

/** What every screen of the set-up shows around its body. */
export function setupView(
	session: WizardSession,
	stretch: Stretch,
	view: Pick<View, 'body' | 'hints' | 'isMoving'>,
): View {
	const isRehearsal = answersOf(session).rehearse === true;
	return {
		title: isRehearsal ? asking.rehearsalTitle : asking.title,
		...(isRehearsal && {aside: asking.rehearsal}),
		sections: trackOf(session, stretch),
		...view,
	};
}

function trackOf(session: WizardSession, stretch: Stretch): readonly Section[] {
	const states = {asking: 'ahead', review: 'current', done: 'done'} as const;
	return [
		...sectionsOf(session).map(({title, state}) => ({title, state})),
		{title: asking.review, state: states[stretch]},
	];
}
