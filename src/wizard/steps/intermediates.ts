import {path} from '../field.ts';
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
	isNeeded: ({certificateSource}) => certificateSource === 'existing',
});
