import {number} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-days',
	key: 'issuerDays',
	...steps['issuer-days'],
	section: 'authority',
	asked: 'always',
	field: number({minimum: 1, maximum: 36_500, unit: 'days'}),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	suggest: () => ({value: 3650, origin: 'usual'}),
});
