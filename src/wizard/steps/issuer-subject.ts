import {text} from '../field.ts';
import {problemWithSubject} from '../names.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-subject',
	key: 'issuerSubject',
	...steps['issuer-subject'],
	section: 'authority',
	field: text('CN=Build hosts CA,O=Example'),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	suggest: ({issuerName = 'anchorsmith'}) => ({value: `CN=${issuerName} CA`, origin: 'after its name'}),
	problemWith: problemWithSubject,
});
