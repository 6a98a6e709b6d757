import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'helper',
	key: 'helper',
	...steps.helper,
	field: choice(['own', 'official']),
	suggest: () => ({value: 'own', origin: 'usual'}),
});
