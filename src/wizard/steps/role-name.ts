import {text} from '../field.ts';
import {problemWithRoleName} from '../names.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'role-name',
	key: 'roleName',
	...steps['role-name'],
	section: 'role',
	asked: 'always',
	field: text('build-hosts'),
	isNeeded: ({roleSource}) => roleSource === 'new',
	suggest: ({name = 'anchorsmith'}) => ({value: name, origin: 'as the set-up'}),
	problemWith: problemWithRoleName,
});
