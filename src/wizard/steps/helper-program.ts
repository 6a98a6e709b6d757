import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'helper-program',
	key: 'helperProgram',
	...steps['helper-program'],
	section: 'cli-profile',
	field: path('/usr/local/bin/aws_signing_helper'),
	unanswered: 'leave',
	isNeeded: ({helper}) => helper === 'official',
});
