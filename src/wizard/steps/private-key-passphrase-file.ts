import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'private-key-passphrase-file',
	key: 'privateKeyPassphraseFile',
	...steps['private-key-passphrase-file'],
	section: 'certificate',
	field: path('passphrase.txt'),
	unanswered: 'leave',
	isNeeded: ({certificateSource}) => certificateSource === 'existing',
});
