import {path} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'permissions-policy',
	key: 'permissionsPolicy',
	...steps['permissions-policy'],
	section: 'role',
	field: path('permissions.json'),
	unanswered: 'ask',
	isNeeded: ({permissions = 'none'}) => permissions.startsWith('inline'),
});
