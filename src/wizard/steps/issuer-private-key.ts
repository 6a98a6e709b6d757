import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-private-key',
	key: 'issuerPrivateKey',
	...steps['issuer-private-key'],
	section: 'certificate',
	field: path('ca-key.pem'),
	isNeeded: ({issuerSource, certificateSource}) => issuerSource === 'existing' && certificateSource === 'new',
});
