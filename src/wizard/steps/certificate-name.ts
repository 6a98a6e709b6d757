import {text} from '../field.ts';
import {problemWithName} from '../names.ts';
import {makesKeyHere, signsHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'certificate-name',
	key: 'certificateName',
	...steps['certificate-name'],
	section: 'certificate',
	field: text('build-17'),
	isNeeded: answers => makesKeyHere(answers) || signsHere(answers),
	suggest: ({name = 'anchorsmith'}) => ({value: name, origin: 'as the set-up'}),
	problemWith: problemWithName,
});
