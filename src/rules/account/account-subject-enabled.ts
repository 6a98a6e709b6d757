import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-subject-enabled',
	severity: 'warning',
	title: 'The subject of the certificate is enabled.',
	why: 'The service keeps a subject for each name that authenticated, with a mark of its own; what it does with a disabled one is not documented.',
	fix: 'Look at it: aws rolesanywhere list-subjects; issue the certificate for another subject if sessions are refused for no other reason.',
	source: userGuide('subjects', 'Subjects', '2026-11-22', ['API-20', 'MON-22']),
	examples: {
		fails: '{"subject": {"isEnabled": false}}',
		passes: '{"subject": {"isEnabled": true}}',
	},
	appliesTo: ({subject}) => subject !== undefined,
	check: ({subject}) => [
		...(subject?.isEnabled === false ? [{at: 'subject', message: 'The service marks the subject as disabled.'}] : []),
		...(subject?.certificate?.isEnabled === false
			? [{at: 'subject.credentials', message: 'The service marks this certificate of the subject as disabled.'}]
			: []),
	],
});
