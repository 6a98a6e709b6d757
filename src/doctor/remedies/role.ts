import {parseArnOf} from '../../aws/arn.ts';
import {isSessionTag} from '../../aws/session-tag.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {adminCommands} from './admin-commands.ts';
import {issueAgain, issuerFor} from './issue-again.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {rightArns} from './right-arns.ts';
import {endEntityOf} from './seen-certificates.ts';
import {freshTrustPolicy, trustRemedy} from './trust-remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** IAM roles. */
export const role: readonly RemedyFor[] = [
	{rules: ['session-role-trust'], remedy: (_finding, evidence) => trusted(evidence)},
	{rules: ['session-role-found'], remedy: (_finding, evidence) => found(evidence)},
	{rules: ['session-duration'], remedy: (_finding, evidence) => shorter(evidence)},
	{
		rules: ['account-profile-duration'],
		remedy(_finding, evidence) {
			const [its, profile] = [seenIn(evidence.account.role), seenIn(evidence.account.profile)];
			return its && profile && profile.durationSeconds > its.maxSessionDuration
				? {
						what: 'Let sessions of the role last as long as the Roles Anywhere profile asks for.',
						who: 'administrator',
						commands: [adminCommands(evidence).updateMaxSessionDuration(its.arn, profile.durationSeconds)],
					}
				: undefined;
		},
	},
	{
		rules: ['account-role-settled'],
		remedy: () => ({
			what: 'Wait until the new role is known everywhere, then ask again.',
			who: 'operator',
			commands: ['sleep 60'],
		}),
	},
];

/** Lets this certificate in by the trust policy; a subject that no condition can name is issued again, where its issuer is here. */
export function trusted(evidence: Evidence): Remedy | undefined {
	const commonName = endEntityOf(evidence)?.subject.first('CN') ?? '';
	const isNameable = commonName !== '' && isSessionTag('x509Subject/CN', commonName);
	const reissued =
		isNameable || !issuerFor(evidence)
			? undefined
			: issueAgain('Have the certificate issued again, for a subject that the trust policy can name.', evidence);
	return reissued ?? trustRemedy(evidence);
}

/** The role that was meant, if there is one; else it is made again, without what it was allowed to do. */
function found(evidence: Evidence): Remedy | undefined {
	const order = meantCommand(evidence)?.order ?? {};
	const right = rightArns(evidence, order).roleArn;
	if (right !== undefined && right !== order.roleArn) {
		return configureRemedy('Name a role that there is.', evidence);
	}

	const policy = freshTrustPolicy(evidence);
	return policy === undefined || right === undefined || !parseArnOf('role', right).ok
		? undefined
		: {
				what: 'Make the role again, for this certificate alone. What it may do is to be attached to it then.',
				who: 'administrator',
				commands: [adminCommands(evidence).createRole(right, policy)],
			};
}

function shorter(evidence: Evidence): Remedy | undefined {
	const maximum = seenIn(evidence.account.role)?.maxSessionDuration;
	return maximum === undefined
		? undefined
		: configureRemedy(`Ask for ${maximum} seconds, which is the most that the role allows.`, evidence, {
				sessionDuration: maximum,
			});
}
