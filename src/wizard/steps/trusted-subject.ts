import {text} from '../field.ts';
import {problemWithEndEntitySubject} from '../names.ts';
import {trustsUnseen} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'trusted-subject',
	key: 'trustedSubject',
	...steps['trusted-subject'],
	section: 'role',
	field: text('CN=build-17,O=Example'),
	unanswered: 'ask',
	isNeeded: answers => trustsUnseen(answers) && answers.trustScope === 'certificate',
	suggest: ({subject}) =>
		subject === undefined ? undefined : {value: subject, origin: 'the subject that is given', isImplied: true},
	problemWith: problemWithEndEntitySubject,
});
