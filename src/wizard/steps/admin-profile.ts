import {text} from '../field.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'admin-profile',
	key: 'adminProfile',
	...steps['admin-profile'],
	section: 'place',
	asked: 'on-aws',
	field: text('admin'),
	unanswered: 'leave',
	isNeeded: answers => answers.rehearse !== true && setsUpAws(answers),
	suggest: (_answers, detected) => detected.adminProfile,
});
