import {list} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'uri',
	key: 'uri',
	...steps.uri,
	field: list('spiffe://example.com/build-17'),
	unanswered: 'leave',
	isNeeded: ({certificateSource}) => certificateSource === 'new',
});
