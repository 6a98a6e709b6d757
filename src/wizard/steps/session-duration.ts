import {number} from '../field.ts';
import {setsUpAws, usesHandedOut} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'session-duration',
	key: 'sessionDuration',
	...steps['session-duration'],
	section: 'profile',
	asked: 'always',
	field: number({minimum: 900, maximum: 43_200, unit: 'seconds'}),
	isNeeded: answers => setsUpAws(answers) || usesHandedOut(answers),
	suggest: () => ({value: 3600, origin: 'usual'}),
});
