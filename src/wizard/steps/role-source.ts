import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'role-source',
	key: 'roleSource',
	...steps['role-source'],
	field: choice(['new', 'existing']),
	suggest: ({roleArn}) =>
		roleArn === undefined ? {value: 'new', origin: 'usual'} : {value: 'existing', origin: 'because an ARN is given'},
});
