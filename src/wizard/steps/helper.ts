import {choice} from '../field.ts';
import {hasCertificateHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'helper',
	key: 'helper',
	...steps.helper,
	section: 'cli-profile',
	asked: 'always',
	field: choice(['own', 'official'], choices.helper),
	isNeeded: hasCertificateHere,
	suggest: () => ({value: 'own', origin: 'usual'}),
});
