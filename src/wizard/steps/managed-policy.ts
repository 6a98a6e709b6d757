import {parseArnOf} from '../../aws/arn.ts';
import {list} from '../field.ts';
import {defineStep} from '../step.ts';
import {steps} from '../texts/en.ts';

export default defineStep({
	id: 'managed-policy',
	key: 'managedPolicy',
	...steps['managed-policy'],
	section: 'role',
	field: list('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'),
	unanswered: 'ask',
	isNeeded: ({permissions = 'none'}) => permissions.endsWith('managed'),
	problemWith: arns => {
		if (arns.length === 0) {
			return 'Name at least one, such as arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess.';
		}

		for (const arn of arns) {
			const parsed = parseArnOf('policy', arn);
			if (!parsed.ok) {
				return `"${arn}" ${parsed.problem}.`;
			}
		}

		return undefined;
	},
});
