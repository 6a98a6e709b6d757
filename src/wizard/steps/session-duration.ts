import {number} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'session-duration',
	key: 'sessionDuration',
	...steps['session-duration'],
	section: 'profile',
	asked: 'always',
	field: number({minimum: 900, maximum: 43_200, unit: 'seconds'}),
	suggest: () => ({value: 3600, origin: 'usual'}),
});
