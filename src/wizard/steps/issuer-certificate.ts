import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-certificate',
	key: 'issuerCertificate',
	...steps['issuer-certificate'],
	section: 'authority',
	field: path('ca.pem'),
	isNeeded: ({issuerSource}) => issuerSource === 'existing',
});
