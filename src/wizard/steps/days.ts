import {number} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'days',
	key: 'days',
	...steps.days,
	field: number({minimum: 1, maximum: 36_500, unit: 'days'}),
	isNeeded: ({certificateSource}) => certificateSource === 'new',
	suggest: () => ({value: 365, origin: 'usual'}),
});
