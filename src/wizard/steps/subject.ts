import {text} from '../field.ts';
import {problemWithEndEntitySubject} from '../names.ts';
import {makesKeyHere, trustsUnseen} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'subject',
	key: 'subject',
	...steps.subject,
	section: 'certificate',
	field: text('CN=build-17,O=Example'),
	unanswered: 'ask',
	isNeeded: answers => makesKeyHere(answers) || (trustsUnseen(answers) && answers.subject !== undefined),
	suggest: (_answers, detected) => detected.subject,
	problemWith: problemWithEndEntitySubject,
});
