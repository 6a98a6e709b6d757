import {text} from '../field.ts';
import {problemWithResourceName} from '../names.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'trust-anchor-name',
	key: 'trustAnchorName',
	...steps['trust-anchor-name'],
	section: 'role',
	field: text('build-hosts'),
	isNeeded: setsUpAws,
	suggest: ({name = 'anchorsmith'}) => ({value: name, origin: 'as the set-up'}),
	problemWith: problemWithResourceName,
});
