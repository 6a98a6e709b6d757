import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'request',
	key: 'request',
	...steps.request,
	section: 'certificate',
	field: path('request.csr'),
	isNeeded: ({certificateSource}) => certificateSource === 'csr',
});
