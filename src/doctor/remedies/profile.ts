import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {adminCommands} from './admin-commands.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {rightArns} from './right-arns.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Roles Anywhere profiles. */
export const profile: readonly RemedyFor[] = [
	{rules: ['session-profile-enabled'], remedy: (_finding, evidence) => enabled(evidence)},
	{
		rules: ['session-profile-found'],
		remedy(_finding, evidence) {
			const order = meantCommand(evidence)?.order ?? {};
			return rightArns(evidence, order).profileArn === order.profileArn
				? undefined
				: configureRemedy('Name a Roles Anywhere profile that there is.', evidence);
		},
	},
	{
		rules: ['session-profile-has-roles', 'session-role-in-profile', 'account-role-path'],
		remedy: (_finding, evidence) => listed(evidence),
	},
	{
		rules: ['session-role-session-name'],
		remedy: (_finding, evidence) =>
			configureRemedy('Leave the name of the session out: the Roles Anywhere profile accepts none.', evidence, {
				roleSessionName: undefined,
			}),
	},
];

function enabled(evidence: Evidence): Remedy | undefined {
	const arn = seenIn(evidence.account.profile)?.arn;
	return arn === undefined
		? undefined
		: {
				what: 'Enable the Roles Anywhere profile, if it was not disabled on purpose.',
				who: 'administrator',
				commands: [adminCommands(evidence).enable(arn)],
				mend: {kind: 'enable', arn},
			};
}

/** The role as the profile lists it, where that is what was meant; else it is listed there. */
function listed(evidence: Evidence): Remedy | undefined {
	const order = meantCommand(evidence)?.order ?? {};
	const right = rightArns(evidence, order).roleArn;
	const {account} = evidence;
	const seen = seenIn(account.profile);
	const role = seenIn(account.role)?.arn;
	if (right !== undefined && right !== order.roleArn && (seen?.roleArns.includes(right) || role === right)) {
		return configureRemedy('Name the role by its whole ARN, as IAM shows it.', evidence, {roleArn: right});
	}

	const wanted = role ?? right;
	if (!seen || wanted === undefined || account.role.state === 'absent') {
		return configureRemedy('Name a role that the Roles Anywhere profile lists.', evidence);
	}

	// A role that is listed without its path, or with another, is no role that there is.
	const name = wanted.slice(wanted.lastIndexOf('/'));
	const kept = seen.roleArns.filter(arn => arn !== wanted && !arn.endsWith(name));
	const roleArns = [...kept, wanted];
	return {
		what: 'List the role in the Roles Anywhere profile, beside those that are listed.',
		who: 'administrator',
		commands: [adminCommands(evidence).updateRoles(seen.arn, roleArns)],
		mend: {kind: 'profile-roles', profileArn: seen.arn, before: seen.roleArns, roleArns},
	};
}
