import type {AccountState} from '../../decide/account-state.ts';
import {DEFAULT_MAPPINGS, principalTagsOf} from '../../decide/identity.ts';
import {findPath} from '../../decide/path.ts';
import {judgeTrustPolicy} from '../../decide/policy/trust.ts';
import {judgeRevocation} from '../../decide/revocation.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import type {LookedAtAccount} from '../../rules/account-subject.ts';
import type {Finding} from '../../rules/finding.ts';
import {judgeAccount} from '../../rules/judge-account.ts';
import type {SubjectEvidence} from '../evidence/account.ts';
import type {CommandEvidence} from '../evidence/command.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {accountAsSeen} from './account-as-seen.ts';
import {type AskedFor, helpersAtHand, serviceTime, sessionAskedFor} from './session-asked-for.ts';

/**
 * What the rules of `account/` find in what was seen of the account: everything that the service's own decision says
 * nothing of. Pure; never throws.
 */
export function accountFindings(evidence: Evidence): readonly Finding[] {
	const command = seenIn(evidence.command);
	const [helper] = helpersAtHand(command);
	return command && helper
		? judgeAccount(lookedAtAccount(evidence, command, sessionAskedFor(evidence, command, helper)))
		: [];
}

function lookedAtAccount(evidence: Evidence, command: CommandEvidence, asked: AskedFor): LookedAtAccount {
	const {account} = evidence;
	const {trustAnchorArn, profileArn, roleArn} = command.order;
	const {durationSeconds} = asked.request.parameters;
	const administrator = seenIn(account.administrator);
	const trustAnchor = seenIn(account.trustAnchor);
	const profile = seenIn(account.profile);
	const subject = seenIn(account.subject);
	const role = roleOf(evidence, command, asked);
	const lists = disabledLists(evidence, command, asked);
	return {
		at: serviceTime(evidence).toISOString(),
		...(trustAnchorArn !== undefined && {trustAnchorArn}),
		...(profileArn !== undefined && {profileArn}),
		...(roleArn !== undefined && {roleArn}),
		...(typeof durationSeconds === 'number' && {durationSeconds}),
		...(administrator && {administrator}),
		...(trustAnchor && {trustAnchor}),
		...(profile && {profile}),
		...(role && {role}),
		...(lists && {disabledListsThatRevoke: lists}),
		...(subject && {subject: subjectOf(subject, asked.certificate)}),
	};
}

function roleOf(evidence: Evidence, command: CommandEvidence, asked: AskedFor): LookedAtAccount['role'] {
	const role = seenIn(evidence.account.role);
	if (!role) {
		return undefined;
	}

	const {arn, maxSessionDuration, createdAt} = role;
	const alsoLetsIn = whomElse(role.trustPolicy, command, serviceTime(evidence), asked.certificate);
	return {arn, maxSessionDuration, ...(createdAt !== undefined && {createdAt}), ...(alsoLetsIn && {alsoLetsIn})};
}

/** Asks the trust policy about certificates that nobody had in mind. */
function whomElse(
	policy: string,
	{order: {trustAnchorArn}}: CommandEvidence,
	at: Date,
	certificate: Certificate | undefined,
): NonNullable<LookedAtAccount['role']>['alsoLetsIn'] {
	const [, partition, region, accountId] =
		/^arn:([^:]*):rolesanywhere:([^:]*):([^:]*):/.exec(trustAnchorArn ?? '') ?? [];
	if (trustAnchorArn === undefined || accountId === undefined) {
		return undefined;
	}

	const otherAnchor = `arn:${partition}:rolesanywhere:${region}:${accountId}:trust-anchor/00000000-0000-4000-8000-000000000000`;
	const isLetIn = (anchorArn: string, principalTags: Readonly<Record<string, string>>) =>
		judgeTrustPolicy(policy, {
			trustAnchorArn: anchorArn,
			accountId,
			sourceIdentity: `CN=${STRANGER}`,
			sessionName: '00',
			principalTags,
			at,
		}).isAllowed;
	const named = {'x509Subject/CN': STRANGER, 'x509Issuer/CN': STRANGER};
	const ofSameIssuer = {...issuerTagsOf(certificate), 'x509Subject/CN': STRANGER};
	if ([{}, named].some(tags => isLetIn(otherAnchor, tags))) {
		return 'any-trust-anchor';
	}

	return [{}, named, ofSameIssuer].some(tags => isLetIn(trustAnchorArn, tags)) ? 'any-certificate' : 'nobody';
}

const STRANGER = 'a-stranger.invalid';

function issuerTagsOf(certificate: Certificate | undefined): Readonly<Record<string, string>> {
	const tags = certificate === undefined ? {} : principalTagsOf(certificate, DEFAULT_MAPPINGS).tags;
	return Object.fromEntries(Object.entries(tags).filter(([key]) => key.startsWith('x509Issuer/')));
}

/** Names of lists that would revoke a certificate of the path if they were enabled. */
function disabledLists(
	evidence: Evidence,
	command: CommandEvidence,
	{request, certificate, isChainUnseen}: AskedFor,
): readonly string[] | undefined {
	const crls = seenIn(evidence.account.crls);
	const at = serviceTime(evidence);
	const {account} = accountAsSeen(evidence, command, {attributeMappings: [], isChainUnseen});
	const anchor = account.trustAnchors.find(({arn}) => arn === command.order.trustAnchorArn);
	if (!crls || !certificate || !anchor || anchor.certificates === 'unseen') {
		return undefined;
	}

	const {certificates: path} = findPath({certificate, chain: request.chain, anchors: anchor.certificates, at});
	const wouldRevoke = (list: AccountState['crls'][number]) =>
		judgeRevocation(path, anchor.arn, {...account, crls: [{...list, isEnabled: true}]}, at).length > 0;
	return crls
		.filter(({arn, isEnabled}) => !isEnabled && account.crls.some(list => list.arn === arn && wouldRevoke(list)))
		.map(({name}) => name);
}

function subjectOf(
	{isEnabled, credentials}: SubjectEvidence,
	certificate: Certificate | undefined,
): NonNullable<LookedAtAccount['subject']> {
	const seen = credentials.findLast(({serialNumber}) => certificate && isSerialOf(serialNumber, certificate));
	return {
		isEnabled,
		...(seen && {certificate: {isEnabled: seen.isEnabled, hasFailed: seen.hasFailed, seenAt: seen.seenAt}}),
	};
}

/** The service may write it in decimal or in hex (fact sheet, MON-21). */
function isSerialOf(text: string, {serial}: Certificate): boolean {
	const hex = text
		.replaceAll(/[^0-9a-f]/gi, '')
		.replace(/^0+/, '')
		.toLowerCase();
	return text === serial.decimal || (hex !== '' && hex === serial.hex.replace(/^0+/, ''));
}
