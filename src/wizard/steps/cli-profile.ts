import {text} from '../field.ts';
import {problemWithCliProfile} from '../names.ts';
import {hasCertificateHere} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'cli-profile',
	key: 'cliProfile',
	...steps['cli-profile'],
	section: 'cli-profile',
	asked: 'always',
	field: text('build-hosts'),
	isNeeded: hasCertificateHere,
	suggest: ({name = 'anchorsmith'}) => ({value: name, origin: 'as the set-up'}),
	problemWith: problemWithCliProfile,
});
