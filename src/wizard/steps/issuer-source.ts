import {choice} from '../field.ts';
import {hasAuthority} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-source',
	key: 'issuerSource',
	...steps['issuer-source'],
	section: 'authority',
	asked: 'always',
	field: choice(['new', 'existing'], choices['issuer-source']),
	isNeeded: hasAuthority,
	suggest: ({issuerCertificate}) =>
		issuerCertificate === undefined
			? {value: 'new', origin: 'usual'}
			: {value: 'existing', origin: 'because a certificate is given'},
});
