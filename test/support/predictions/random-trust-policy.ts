import type {Random} from '../random-hierarchy.ts';

/** What a trust policy can ask about. */
export interface PolicyFacts {
	readonly trustAnchorArn: string;
	readonly accountId: string;
	readonly commonName: string;
	readonly issuerCommonName: string;
	readonly serialHex: string;
	/** The service's. */
	readonly at: Date;
}

type Condition = readonly [operator: string, key: string, value: string | readonly string[]];

const ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const ALLOW = {
	Effect: 'Allow',
	Principal: {Service: 'rolesanywhere.amazonaws.com'},
	Action: ACTIONS,
};

/** A trust policy as people write them; with `isBroken` one that should keep the session out, which it may not. */
export function randomTrustPolicy(random: Random, facts: PolicyFacts, isBroken: boolean): string {
	const conditions = pickSome(random, rightConditions(facts));
	const good = {...ALLOW, ...conditionElement(conditions)};
	const whole = (...statements: readonly object[]) =>
		JSON.stringify({...(random.chance(0.9) && {Version: '2012-10-17'}), Statement: statements});
	if (!isBroken) {
		const isSplit = random.chance(0.2);
		return isSplit
			? whole(...ACTIONS.map(action => ({...good, Sid: action.replace(':', ''), Action: action})))
			: whole(good, ...(random.chance(0.2) ? [random.pick(HARMLESS)] : []));
	}

	const wrong = [random.pick(wrongConditions(facts))];
	return random.pick<() => string>([
		() => whole({...ALLOW, ...conditionElement([...conditions, ...wrong])}),
		() => whole({...ALLOW, ...conditionElement([...conditions, ...wrong])}),
		() => whole({...ALLOW, ...conditionElement([...conditions, ...wrong])}),
		() => whole({...good, Action: ACTIONS.filter((_action, index) => index !== random.below(3))}),
		() => whole(good, {...ALLOW, Effect: 'Deny', ...conditionElement(pickSome(random, rightConditions(facts)))}),
		() => whole({...good, Principal: random.pick(OTHER_PRINCIPALS)}),
		() => whole({...good, Action: ['sts:*', 'sts:assumerole']}),
		() => `${whole(good)},`,
		() => whole({...good, Principle: good.Principal}),
		() => '{}',
	])();
}

const OTHER_PRINCIPALS: readonly [object, ...object[]] = [
	{Service: 'ec2.amazonaws.com'},
	{AWS: '111122223333'},
	{AWS: '*'},
	{Service: ['ec2.amazonaws.com', 'rolesanywhere.amazonaws.com']},
	{Service: 'ROLESANYWHERE.amazonaws.com'},
];

const HARMLESS: readonly [object, ...object[]] = [
	{Effect: 'Allow', Principal: {Service: 'ec2.amazonaws.com'}, Action: 'sts:AssumeRole'},
	{Effect: 'Deny', Principal: {AWS: '444455556666'}, Action: '*'},
];

function rightConditions({trustAnchorArn, accountId, commonName, issuerCommonName, serialHex, at}: PolicyFacts) {
	const sourceIdentity = commonName.length > 61 ? commonName : `CN=${commonName}`;
	const conditions: readonly [Condition, ...Condition[]] = [
		['ArnEquals', 'aws:SourceArn', trustAnchorArn],
		['ArnLike', 'aws:SourceArn', trustAnchorArn.replace(/[^/]*$/, '*')],
		['StringEquals', 'aws:SourceAccount', accountId],
		['StringEquals', 'aws:PrincipalTag/x509Subject/CN', commonName],
		['StringEqualsIgnoreCase', 'aws:PrincipalTag/x509Subject/CN', commonName.toUpperCase()],
		['StringLike', 'aws:PrincipalTag/x509Subject/CN', ['nobody', `${commonName.slice(0, 2)}*`]],
		['StringEquals', 'aws:PrincipalTag/x509Issuer/CN', issuerCommonName],
		['StringEqualsIfExists', 'aws:PrincipalTag/x509SAN/DNS', 'host.example.com'],
		['StringNotEquals', 'aws:PrincipalTag/x509Subject/OU', 'Sales'],
		['StringEquals', 'sts:SourceIdentity', sourceIdentity],
		['StringEquals', 'sts:RoleSessionName', [serialHex, 'session']],
		['DateLessThan', 'aws:CurrentTime', new Date(at.getTime() + 3_600_000).toISOString()],
		['NumericGreaterThan', 'aws:EpochTime', String(Math.floor(at.getTime() / 1000) - 60)],
		['Null', 'aws:PrincipalTag/x509Subject/title', 'true'],
		['ForAnyValue:StringLike', 'aws:PrincipalTag/x509Subject/CN', '?*'],
		['StringLike', 'sts:SourceIdentity', `*\${aws:PrincipalTag/x509Subject/CN}`],
	];
	return conditions;
}

function wrongConditions({trustAnchorArn, commonName, at}: PolicyFacts) {
	const conditions: readonly [Condition, ...Condition[]] = [
		['ArnEquals', 'aws:SourceArn', trustAnchorArn.replace('us-east-1', 'eu-west-1')],
		['ArnEquals', 'aws:SourceArn', trustAnchorArn.replace(/[^/]*$/, '00000000-0000-4000-8000-000000000000')],
		['StringEquals', 'aws:SourceAccount', '444455556666'],
		['StringEquals', 'aws:PrincipalTag/x509Subject/CN', `${commonName}.example.com`],
		['StringEquals', 'aws:PrincipalTag/x509Subject/CN', commonName.toUpperCase()],
		['StringEquals', 'aws:PrincipalTag/x509Issuer/CN', 'Another CA'],
		['StringEquals', 'aws:PrincipalTag/x509SAN/DNS', 'host.example.com'],
		['StringEquals', 'aws:PrincipalTag/x509SAN/URI', 'spiffe://example.com/host'],
		['StringLike', 'aws:PrincipalTag/x509SAN/Name/CN', '*'],
		['StringEquals', 'aws:PrincipalTag/x509Subject/O', 'Example & Sons'],
		['StringEquals', 'aws:SourceIdentity', commonName],
		['StringEquals', 'sts:SourceIdentity', commonName],
		['StringNotEquals', 'aws:PrincipalTag/x509Subject/O', 'Example'],
		['StringEquals', 'sts:RoleSessionName', 'session'],
		['DateLessThan', 'aws:CurrentTime', new Date(at.getTime() - 60_000).toISOString()],
		['Bool', 'aws:SecureTransport', 'true'],
		['IpAddress', 'aws:SourceIp', '10.0.0.0/8'],
		['StringEqualz', 'aws:SourceAccount', '111122223333'],
	];
	return conditions;
}

function conditionElement(conditions: readonly Condition[]): object {
	const blocks = new Map<string, Record<string, string | readonly string[]>>();
	for (const [operator, key, value] of conditions) {
		blocks.set(operator, {...blocks.get(operator), [key]: value});
	}

	return blocks.size === 0 ? {} : {Condition: Object.fromEntries(blocks)};
}

function pickSome(random: Random, all: readonly [Condition, ...Condition[]]): readonly Condition[] {
	return Array.from({length: random.below(4)}, () => random.pick(all));
}
