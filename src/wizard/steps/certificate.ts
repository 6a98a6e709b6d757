import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'certificate',
	key: 'certificate',
	...steps.certificate,
	section: 'certificate',
	field: path('certificate.pem'),
	isNeeded: ({certificateSource}) => certificateSource === 'existing',
});
