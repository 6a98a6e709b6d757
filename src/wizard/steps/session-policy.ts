import {path} from '../field.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'session-policy',
	key: 'sessionPolicy',
	...steps['session-policy'],
	section: 'profile',
	asked: 'always',
	field: path('session-policy.json'),
	isNeeded: setsUpAws,
	unanswered: 'leave',
});
