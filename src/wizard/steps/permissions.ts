import {choice} from '../field.ts';
import {defineStep} from '../step.ts';
import {choices, steps} from '../texts/en.ts';

export default defineStep({
	id: 'permissions',
	key: 'permissions',
	...steps.permissions,
	section: 'role',
	field: choice(['none', 'inline', 'managed', 'inline-and-managed'], choices.permissions),
	unanswered: 'ask',
	isNeeded: ({roleSource}) => roleSource === 'new',
	suggest: ({permissionsPolicy, managedPolicy = []}) => {
		const isInline = permissionsPolicy !== undefined;
		if (managedPolicy.length === 0) {
			return isInline
				? {value: 'inline', origin: 'because a policy file is given', isImplied: true}
				: {value: 'none', origin: 'the least'};
		}

		return {
			value: isInline ? 'inline-and-managed' : 'managed',
			origin: 'because managed policies are given',
			isImplied: true,
		};
	},
});
