import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'private-key',
	key: 'privateKey',
	...steps['private-key'],
	section: 'certificate',
	field: path('private-key.pem'),
	isNeeded: ({certificateSource}) => certificateSource === 'existing',
});
