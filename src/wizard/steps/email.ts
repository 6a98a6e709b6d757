import {list} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'email',
	key: 'email',
	...steps.email,
	field: list('build@example.com'),
	unanswered: 'leave',
	isNeeded: ({certificateSource}) => certificateSource === 'new',
});
