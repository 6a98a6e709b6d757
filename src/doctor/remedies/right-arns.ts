import {type Arn, type ArnKind, parseArn, parseArnOf} from '../../aws/arn.ts';
import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {MeantCommand} from './meant-command.ts';
import {mostAlike} from './most-alike.ts';
import {neededChain} from './needed-chain.ts';
import {certificatesOfPem, endEntityOf} from './seen-certificates.ts';
import {settingIn} from './setting-in.ts';

/** The three ARNs of a command, each where it is known. */
export interface RightArns {
	readonly trustAnchorArn: string | undefined;
	readonly profileArn: string | undefined;
	readonly roleArn: string | undefined;
}

/**
 * The ARNs that were meant: each under the flag of its kind, of one partition and account, trust anchor and profile of one
 * region, and such as there are in the account where that was looked at.
 */
export function rightArns(evidence: Evidence, order: MeantCommand['order']): RightArns {
	const texts = [order.trustAnchorArn, order.profileArn, order.roleArn];
	const part = majority(texts, evidence);
	const ofKind = (kind: ArnKind, own: string | undefined) =>
		[own, ...texts].find(text => text !== undefined && parseArnOf(kind, text).ok) ?? own;
	const whole = (kind: ArnKind, text: string | undefined) => together(kind, ofKind(kind, text), part);
	return {
		trustAnchorArn: rightAnchor(evidence, whole('trust-anchor', order.trustAnchorArn)),
		profileArn: rightProfile(evidence, whole('profile', order.profileArn), order.roleArn),
		roleArn: rightRole(evidence, whole('role', roleText(order.roleArn)), part),
	};
}

interface Parts {
	readonly partition: string | undefined;
	readonly accountId: string | undefined;
	readonly region: string | undefined;
}

/** What most of what was seen says; the account that was looked at counts twice. */
function majority(texts: readonly (string | undefined)[], evidence: Evidence): Parts {
	const arns = texts.flatMap(text => {
		const arn = parseArn(text ?? '');
		return arn.ok ? [arn.value] : [];
	});
	const administrator = seenIn(evidence.account.administrator)?.accountId ?? '';
	return {
		partition: most(arns.map(({partition}) => partition)),
		accountId: most([...arns.map(({accountId}) => accountId), administrator, administrator]),
		region: most([...arns.map(({region}) => region), settingIn(evidence, 'region') ?? '']),
	};
}

function most(values: readonly string[]): string | undefined {
	const known = values.filter(value => value !== '');
	const count = (value: string) => known.filter(other => other === value).length;
	return known.toSorted((one, other) => count(other) - count(one))[0];
}

/** The ARN in the account, partition and region of the others. */
function together(kind: ArnKind, text: string | undefined, {partition, accountId, region}: Parts): string | undefined {
	const arn = parseArn(text ?? '');
	return arn.ok
		? write({
				...arn.value,
				partition: partition ?? arn.value.partition,
				accountId: accountId ?? arn.value.accountId,
				region: kind === 'role' ? '' : (region ?? arn.value.region),
			})
		: text;
}

function write({partition, service, region, accountId, resource}: Omit<Arn, 'text'>): string {
	return ['arn', partition, service, region, accountId, resource].join(':');
}

function rightAnchor({account, ...evidence}: Evidence, text: string | undefined): string | undefined {
	const whole = {account, ...evidence};
	const all = seenIn(account.trustAnchors) ?? [];
	const isThere = [seenIn(account.trustAnchor), ...all].some(one => one !== undefined && one.arn === text);
	if (isThere || all.length === 0) {
		return text;
	}

	const leading = all.filter(anchor => leadsTo(anchor, whole));
	return (
		mostAlike(
			text ?? '',
			(leading.length > 0 ? leading : all).map(({arn}) => arn),
		) ?? text
	);
}

/** True when the certificate in use can be led to this trust anchor. */
export function leadsTo(anchor: TrustAnchorDetail, evidence: Evidence): boolean {
	const certificate = endEntityOf(evidence);
	const assumed: Evidence = {
		...evidence,
		account: {...evidence.account, trustAnchor: {state: 'seen', value: anchor}},
	};
	return (
		certificate !== undefined &&
		certificatesOfPem(anchor.certificates ?? '').length > 0 &&
		neededChain(assumed, certificate) !== undefined
	);
}

function rightProfile({account}: Evidence, text: string | undefined, roleArn: string | undefined): string | undefined {
	const all = seenIn(account.profiles) ?? [];
	const isThere = [seenIn(account.profile), ...all].some(one => one !== undefined && one.arn === text);
	if (isThere || all.length === 0) {
		return text;
	}

	const lists = (profile: RolesAnywhereProfileDetail) => roleArn !== undefined && profile.roleArns.includes(roleArn);
	const listing = all.filter(lists);
	return (
		mostAlike(
			text ?? '',
			(listing.length > 0 ? listing : all).map(({arn}) => arn),
		) ?? text
	);
}

/** An instance profile is often taken for its role. */
function roleText(text: string | undefined): string | undefined {
	return text?.replace(':instance-profile/', ':role/');
}

/** The role as IAM shows it, or as the profile lists it, or in the account of the others by its bare name. */
function rightRole(
	{account}: Evidence,
	text: string | undefined,
	{partition = 'aws', accountId}: Parts,
): string | undefined {
	const listed = seenIn(account.profile)?.roleArns ?? [];
	const seen = seenIn(account.role)?.arn;
	const isSound = text !== undefined && parseArnOf('role', text).ok;
	if (isSound && (seen === text || listed.includes(text))) {
		return text;
	}

	const name = text?.split('/').at(-1) ?? '';
	const sameName = [...(seen === undefined ? [] : [seen]), ...listed].find(arn => arn.endsWith(`/${name}`));
	if (sameName !== undefined && name !== '') {
		return sameName;
	}

	if (isSound) {
		return text;
	}

	const [only, ...others] = listed;
	const bare =
		/^[\w+=,.@-]{1,64}$/.test(name) && accountId ? `arn:${partition}:iam::${accountId}:role/${name}` : undefined;
	return only !== undefined && others.length === 0 ? only : (bare ?? text);
}
