import {choice} from '../field.ts';
import {setsUpAws} from '../part.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'role-source',
	key: 'roleSource',
	...steps['role-source'],
	section: 'role',
	asked: 'always',
	field: choice(['new', 'existing'], choices['role-source']),
	isNeeded: setsUpAws,
	suggest: ({roleArn}) =>
		roleArn === undefined ? {value: 'new', origin: 'usual'} : {value: 'existing', origin: 'because an ARN is given'},
});
