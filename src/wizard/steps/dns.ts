import {list} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'dns',
	key: 'dns',
	...steps.dns,
	field: list('build-17.example.com'),
	unanswered: 'leave',
	isNeeded: ({certificateSource}) => certificateSource === 'new',
});
