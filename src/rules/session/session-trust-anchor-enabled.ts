import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly isEnabled: boolean}>({
	id: 'session-trust-anchor-enabled',
	severity: 'error',
	title: 'The trust anchor of a session request is enabled.',
	why: "While a trust anchor is disabled, every session request that names it is refused. The service's words for that are not recorded.",
	fix: 'Enable the trust anchor: aws rolesanywhere enable-trust-anchor.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['ERR-14', 'CRL-08']),
	examples: {
		fails: '{"arn": "TRUST-ANCHOR-ARN", "isEnabled": false}',
		passes: '{"arn": "TRUST-ANCHOR-ARN", "isEnabled": true}',
	},
	appliesTo: () => true,
	check: ({arn, isEnabled}) =>
		isEnabled ? [] : [{at: 'trustAnchorArn', message: `Trust anchor ${printable(arn)} is disabled.`}],
});
