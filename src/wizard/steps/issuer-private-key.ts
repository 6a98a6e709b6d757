import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-private-key',
	key: 'issuerPrivateKey',
	...steps['issuer-private-key'],
	section: 'authority',
	asked: 'always',
	unanswered: 'leave',
	field: path('ca-key.pem'),
	isNeeded: ({issuerSource, part}) => issuerSource === 'existing' && part !== 'aws',
});
