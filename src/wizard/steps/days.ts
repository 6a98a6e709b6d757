import {number} from '../field.ts';
import {signsHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'days',
	key: 'days',
	...steps.days,
	section: 'certificate',
	field: number({minimum: 1, maximum: 36_500, unit: 'days'}),
	isNeeded: signsHere,
	suggest: ({issuerDays = 3650}) =>
		issuerDays > 365
			? {value: 365, origin: 'usual'}
			: {value: Math.max(1, issuerDays - 1), origin: 'as long as the authority allows'},
	problemWith: (days, {issuerSource, issuerDays = days}) =>
		issuerSource === 'new' && days > issuerDays
			? `It cannot outlive its authority, which is valid for ${issuerDays} days.`
			: undefined,
});
