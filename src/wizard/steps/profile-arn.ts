import {parseArnOf} from '../../aws/arn.ts';
import {text} from '../field.ts';
import {usesHandedOut} from '../part.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'profile-arn',
	key: 'profileArn',
	...steps['profile-arn'],
	section: 'role',
	field: text('arn:aws:rolesanywhere:eu-central-1:111122223333:profile/…'),
	isNeeded: usesHandedOut,
	problemWith: arn => {
		const parsed = parseArnOf('profile', arn);
		return parsed.ok ? undefined : `It ${parsed.problem}.`;
	},
});
