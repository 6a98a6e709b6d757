import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'certificate-source',
	key: 'certificateSource',
	...steps['certificate-source'],
	section: 'certificate',
	asked: 'always',
	field: choice(['new', 'existing'], choices['certificate-source']),
	problemWith: (source, {issuerSource, issuerPrivateKey}) =>
		source === 'new' && issuerSource === 'existing' && issuerPrivateKey === undefined
			? 'That takes the private key of your authority: name its file (--issuer-private-key ca-key.pem).'
			: undefined,
	suggest: ({certificate, issuerSource, issuerPrivateKey}) => {
		if (certificate !== undefined) {
			return {value: 'existing', origin: 'because a certificate is given'};
		}

		return issuerSource === 'new' || issuerPrivateKey !== undefined
			? {value: 'new', origin: 'because the authority can sign here'}
			: {value: 'existing', origin: 'because the authority’s key is elsewhere'};
	},
});
