import {readDocument} from '../../config-file/document.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {repairRemedy} from './config-file.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** What the command asks for, by its words alone. */
export const arns: readonly RemedyFor[] = [
	{
		rules: [
			'order-arn-kinds',
			'order-arns-named',
			'order-one-account',
			'order-one-region',
			'order-certificate-named',
			'order-private-key-named',
			'session-parameters',
		],
		remedy: (finding, evidence) =>
			withoutShadow(evidence) ??
			configureRemedy('Write the command with all that it needs, each under its flag.', evidence) ??
			repairRemedy('Write the command as it was meant.', ['process', 'lowercase'], finding, evidence),
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
		rules: ['order-endpoint'],
		remedy: (_finding, evidence) =>
			configureRemedy("Leave the endpoint out: AWS's own is found without.", evidence, {endpoint: undefined}),
	},
];

/** A command in the credentials file wins over the one in the config file, which is the one that was meant. */
export function withoutShadow(evidence: Evidence): Remedy | undefined {
	const file = seenIn(evidence.config.config);
	const isThere = (file === undefined ? [] : readDocument(file.text).sections).some(
		section =>
			section.cliProfile === evidence.cliProfile.name &&
			section.keys.some(({written, value}) => written === 'credential_process' && /--?trust-anchor-arn\b/.test(value)),
	);
	return isThere && seenIn(evidence.command)?.origin === 'credentials'
		? repairRemedy('Leave the credential_process to the config file alone.', ['process-place'], {at: ''}, evidence)
		: undefined;
}
