import {path} from '../field.ts';
import {trustsUnseen} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'intermediates',
	key: 'intermediates',
	...steps.intermediates,
	section: 'certificate',
	asked: 'always',
	field: path('chain.pem'),
	unanswered: 'leave',
	isNeeded: answers =>
		answers.certificateSource === 'existing' || (trustsUnseen(answers) && answers.issuerSource === 'existing'),
});
