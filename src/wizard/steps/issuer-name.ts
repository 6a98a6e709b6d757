import {text} from '../field.ts';
import {problemWithName} from '../names.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'issuer-name',
	key: 'issuerName',
	...steps['issuer-name'],
	section: 'authority',
	asked: 'always',
	field: text('build-hosts'),
	isNeeded: ({issuerSource}) => issuerSource === 'new',
	suggest: ({name = 'anchorsmith'}) => ({value: name, origin: 'as the set-up'}),
	problemWith: problemWithName,
});
