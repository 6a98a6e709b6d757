import type {RemedyFor} from './remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** What the command asks for, by its words alone. */
export const arns: readonly RemedyFor[] = [
	{
		rules: [
			'order-arns',
			'order-arn-kinds',
			'order-arns-named',
			'order-arns-together',
			'order-one-account',
			'order-one-partition',
			'order-one-region',
			'order-certificate-named',
			'order-private-key-named',
			'order-complete',
			'order-known-words',
			'session-parameters',
		],
		remedy: (_finding, evidence) =>
			configureRemedy('Write the command with all that it needs, each under its flag.', evidence),
	},
	{
		rules: ['order-duration'],
		remedy: (_finding, evidence) =>
			configureRemedy('Leave the duration to the Roles Anywhere profile.', evidence, {sessionDuration: undefined}),
	},
	{
		rules: ['order-session-name'],
		remedy: (_finding, evidence) =>
			configureRemedy('Leave the name of the session out.', evidence, {roleSessionName: undefined}),
	},
	{
		rules: ['order-region'],
		remedy: (_finding, evidence) =>
			configureRemedy('Leave --region out of the command: the ARN of the trust anchor says where to ask.', evidence),
	},
	{
		rules: ['order-endpoint', 'network-endpoint'],
		remedy: (_finding, evidence) =>
			configureRemedy("Leave the endpoint out: AWS's own is found without.", evidence, {endpoint: undefined}),
	},
];
