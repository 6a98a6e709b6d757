import {choice} from '../field.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'trust-scope',
	key: 'trustScope',
	...steps['trust-scope'],
	section: 'role',
	asked: 'always',
	field: choice(['certificate', 'issuer'], choices['trust-scope']),
	isNeeded: setsUpAws,
	suggest: () => ({value: 'certificate', origin: 'usual'}),
});
