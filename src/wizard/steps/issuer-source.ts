import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-source',
	key: 'issuerSource',
	...steps['issuer-source'],
	field: choice(['new', 'existing']),
	suggest: ({issuerCertificate}) =>
		issuerCertificate === undefined
			? {value: 'new', origin: 'usual'}
			: {value: 'existing', origin: 'because a certificate is given'},
});
