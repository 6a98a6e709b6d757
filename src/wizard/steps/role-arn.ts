import {parseArnOf} from '../../aws/arn.ts';
import {text} from '../field.ts';
import {usesHandedOut} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'role-arn',
	key: 'roleArn',
	...steps['role-arn'],
	section: 'role',
	field: text('arn:aws:iam::111122223333:role/build-hosts'),
	isNeeded: answers => answers.roleSource === 'existing' || usesHandedOut(answers),
	problemWith: arn => {
		const parsed = parseArnOf('role', arn);
		return parsed.ok ? undefined : `It ${parsed.problem}.`;
	},
});
