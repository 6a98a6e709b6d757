import {secretSource} from '../field.ts';
import {signsHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'passphrase',
	key: 'passphrase',
	...steps.passphrase,
	section: 'authority',
	field: secretSource(),
	unanswered: 'ask',
	isNeeded: ({issuerSource, issuerPrivateKey, certificateSource, certificate}) =>
		issuerSource === 'new' ||
		(issuerPrivateKey !== undefined &&
			(certificateSource === undefined ? certificate === undefined : signsHere({certificateSource}))),
	suggest: ({rehearse}) =>
		rehearse === true
			? {value: {from: 'nowhere'}, origin: 'enough for a rehearsal'}
			: {value: {from: 'typed'}, origin: 'usual'},
	problemWith: source => {
		if (source.from === 'file' && source.path === '') {
			return 'The path of the passphrase file is empty.';
		}

		return source.from === 'environment' && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(source.variable)
			? 'It is no name of an environment variable; one reads ISSUER_PASSPHRASE.'
			: undefined;
	},
});
