import type {Answers} from '../answers.ts';
import {choice} from '../field.ts';
import {CERTIFICATE_SOURCES} from '../part.ts';
import {defineStep, type Suggestion} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'certificate-source',
	key: 'certificateSource',
	...steps['certificate-source'],
	section: 'certificate',
	asked: ({part}) => part !== 'aws',
	field: choice(['new', 'existing', 'csr', 'later'], choices['certificate-source']),
	problemWith(source, {part = 'all', issuerSource, issuerPrivateKey}) {
		const allowed = CERTIFICATE_SOURCES[part];
		if (!allowed.includes(source)) {
			return `With --part ${part} it should be ${allowed.join(' or ')}.`;
		}

		return (source === 'new' || source === 'csr') && issuerSource === 'existing' && issuerPrivateKey === undefined
			? 'That takes the private key of your authority: name its file (--issuer-private-key ca-key.pem).'
			: undefined;
	},
	suggest: answers => ofPart(answers) ?? given(answers),
});

type Source = Suggestion<NonNullable<Answers['certificateSource']>>;

function ofPart({part, request, subject}: Answers): Source | undefined {
	switch (part) {
		case 'aws':
			return {value: 'later', origin: 'as only AWS is set up'};
		case 'pki':
			return request === undefined && subject !== undefined
				? {value: 'new', origin: 'because a subject is given'}
				: request === undefined
					? {value: 'later', origin: 'the least'}
					: {value: 'csr', origin: 'because a request is given'};
		case 'machine':
			return {value: 'existing', origin: 'usual'};
		default:
			return request === undefined ? undefined : {value: 'csr', origin: 'because a request is given'};
	}
}

function given({certificate, issuerSource, issuerPrivateKey}: Answers): Source {
	if (certificate !== undefined) {
		return {value: 'existing', origin: 'because a certificate is given'};
	}

	return issuerSource === 'new' || issuerPrivateKey !== undefined
		? {value: 'new', origin: 'because the authority can sign here'}
		: {value: 'existing', origin: 'because the authority’s key is elsewhere'};
}
