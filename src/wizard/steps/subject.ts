import {text} from '../field.ts';
import {problemWithEndEntitySubject} from '../names.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'subject',
	key: 'subject',
	...steps.subject,
	section: 'certificate',
	field: text('CN=build-17,O=Example'),
	unanswered: 'ask',
	isNeeded: ({certificateSource}) => certificateSource === 'new',
	suggest: (_answers, detected) => detected.subject,
	problemWith: problemWithEndEntitySubject,
});
