import {text} from '../field.ts';
import {problemWithName} from '../names.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'setup-name',
	key: 'name',
	...steps['setup-name'],
	section: 'place',
	field: text('build-hosts'),
	suggest: () => ({value: 'anchorsmith', origin: 'usual'}),
	problemWith: problemWithName,
});
