import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'trust-scope',
	key: 'trustScope',
	...steps['trust-scope'],
	field: choice(['certificate', 'issuer']),
	suggest: () => ({value: 'certificate', origin: 'usual'}),
});
