import {printable} from '../../../printable.ts';
import type {AccountEvidence} from '../../evidence/account.ts';
import {type Look, unseen} from '../../evidence/look.ts';
import {lookAtAws} from './look-at-aws.ts';
import {type AskedAccount, Looking} from './looking.ts';
import {lastPartOf} from './named-arns.ts';

/** An account of which nothing was seen, all for the same reason. */
export function nothingOfAccount(reason: Look<never>): AccountEvidence {
	return {
		administrator: reason,
		trustAnchor: reason,
		trustAnchors: reason,
		profile: reason,
		profiles: reason,
		role: reason,
		crls: reason,
		subject: reason,
	};
}

/**
 * Looks at everything that a command names. Each call stands for itself: one that fails leaves the others. Calls of
 * different families run side by side, since each has a quota of its own (fact sheet, 4.3).
 *
 * @throws the signal's reason once it is aborted.
 */
export async function lookAtAccount(asked: AskedAccount): Promise<AccountEvidence> {
	const {administer, signal, options} = asked.surroundings;
	const {adminProfile} = options;
	const {createSts} = await import('../../../aws/sts.ts');
	const sts = createSts(administer(asked.region));
	const administrator = await lookAtAws(async () => {
		const {arn, accountId} = await sts.getCallerIdentity();
		return {arn, accountId, ...(adminProfile !== undefined && {cliProfile: adminProfile})};
	}, signal);
	const obstacle = obstacleFor(administrator, asked);
	if (obstacle) {
		return nothingOfAccount(obstacle);
	}

	const looking = new Looking(asked, administrator);
	const [anchors, profiles, role, crls, subject] = await Promise.all([
		looking.atTrustAnchors(),
		looking.atProfiles(),
		looking.atRole(),
		looking.atCrls(),
		looking.atSubject(),
	]);
	return {administrator, ...anchors, ...profiles, role, crls, subject};
}

/** Why nobody can look at all: without credentials, or with a session of the very role that is in question. */
function obstacleFor(administrator: AccountEvidence['administrator'], asked: AskedAccount): Look<never> | undefined {
	if (administrator.state !== 'seen') {
		return administrator.state === 'unseen' && administrator.why === 'no-credentials' ? administrator : undefined;
	}

	const {arn} = administrator.value;
	const {role} = asked.arns;
	const isOwnSession =
		role !== undefined &&
		arn.startsWith(`arn:${role.partition}:sts::${role.accountId}:assumed-role/${lastPartOf(role)}/`);
	return isOwnSession && asked.surroundings.options.adminProfile === undefined
		? unseen(
				'no-credentials',
				`The credentials at hand are a session of the role in question (${printable(arn)}). Name a CLI profile that administers the account with --admin-profile.`,
			)
		: undefined;
}
