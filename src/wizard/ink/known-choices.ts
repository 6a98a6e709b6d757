import {ROLES_ANYWHERE_REGIONS} from '../../aws/region.ts';
import {choiceField} from '../../ui/fields/choice-field.ts';
import type {AnswerValue} from '../field.ts';
import {suggestionFor, type WizardSession} from '../session.ts';
import type {Step} from '../step.ts';
import {asking, keys, who} from '../texts/en.ts';
import type {Administrator} from '../who/administrator.ts';
import {bindField, type StepField} from './step-field.ts';

/** A list in place of a text, where this machine or AWS tells what can be answered; undefined everywhere else. */
export function knownChoices(
	step: Step,
	session: WizardSession,
	administrators: readonly Administrator[],
): StepField | undefined {
	const suggested = suggestionFor(session, step)?.value;
	switch (step.key) {
		case 'region':
			return regionField(suggested);
		case 'adminProfile':
			return administrators.length === 0 ? undefined : administratorField(administrators, suggested);
		default:
			return undefined;
	}
}

/** A region that is missing in the list may be new, so it can be typed. */
function regionField(chosen: AnswerValue | undefined): StepField {
	const regions =
		typeof chosen === 'string' && !ROLES_ANYWHERE_REGIONS.includes(chosen)
			? [chosen, ...ROLES_ANYWHERE_REGIONS]
			: ROLES_ANYWHERE_REGIONS;
	return bindField(
		choiceField<AnswerValue>({
			options: regions.map(value => ({value, label: value})),
			chosen: chosen ?? 'us-east-1',
			nothing: asking.nothingMatches,
			move: keys.choose,
			filter: keys.narrow,
			free: typed => ({value: typed, label: asking.asTyped(typed)}),
		}),
		value => value,
	);
}

function administratorField(administrators: readonly Administrator[], chosen: AnswerValue | undefined): StepField {
	const named = administrators.flatMap(({cliProfile, kind, region}) =>
		cliProfile === undefined
			? []
			: [{value: cliProfile, label: cliProfile, note: [who.kinds[kind], region].filter(Boolean).join(', ')}],
	);
	return bindField(
		choiceField<AnswerValue>({
			options: [{value: '', label: asking.usualPlaces, note: asking.usualPlacesNote}, ...named],
			chosen: chosen ?? named[0]?.value,
			nothing: asking.nothingMatches,
			move: keys.choose,
			filter: keys.narrow,
		}),
		value => (value === '' ? undefined : value),
	);
}
