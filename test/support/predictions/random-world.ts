import type {KeyObject} from 'node:crypto';
import {STAGES, type Stage} from '../../../src/decide/decision.ts';
import {DEFAULT_MAPPINGS} from '../../../src/decide/identity.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import type {
	RehearsalState,
	StoredCrl,
	StoredProfile,
	StoredRole,
	StoredTrustAnchor,
} from '../../../src/rehearsal/state.ts';
import {emptyState} from '../../../src/rehearsal/store.ts';
import {listRevoked} from '../hierarchy.ts';
import {Random} from '../random-hierarchy.ts';
import {type RandomIdentity, randomIdentity, strangeKey} from './random-identity.ts';
import {randomTrustPolicy} from './random-trust-policy.ts';

/** A whole world: an account, certificates on a disk, a command, and a clock. */
export interface RandomWorld {
	/** What was to be wrong with it, for people. */
	readonly faults: readonly Stage[];
	readonly state: RehearsalState;
	readonly files: {readonly certificate: string; readonly privateKey: string; readonly intermediates?: string};
	readonly helper: 'own' | 'official';
	/** Words of the command by flag. */
	readonly order: {
		readonly trustAnchorArn: string;
		readonly profileArn: string;
		readonly roleArn: string;
		readonly sessionDuration?: number;
		readonly roleSessionName?: string;
	};
	/** How far the service's clock is ahead of this machine's, in milliseconds. */
	readonly clockOffset: number;
}

const WORLD_REGION = 'us-east-1';
/** Where another rehearsal answers, with nothing in it. */
export const OTHER_REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
const IDS = {
	anchor: '11111111-2222-4333-8444-555555555555',
	profile: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
	crl: 'cccccccc-bbbb-4ccc-8ddd-eeeeeeeeee00',
};
const MADE = '2026-01-01T00:00:00.000Z';

/**
 * A world from a seed, the same each time but for when it is. Each is aimed at a stage of the service's order, or at none,
 * so that all occur; others may go wrong by the way.
 *
 * @param at - The service's clock, a whole second.
 */
export function randomWorld(seed: number, at: Date): RandomWorld {
	const random = new Random(seed);
	const aim = random.pick<Stage | 'allowed'>(['allowed', 'allowed', ...STAGES]);
	const faults = STAGES.filter(stage => stage === aim || random.chance(aim === 'allowed' ? 0 : 0.04));
	return new WorldMaker(random, faults, at).make();
}

class WorldMaker {
	readonly #random: Random;
	readonly #faults: readonly Stage[];
	readonly #at: Date;

	constructor(random: Random, faults: readonly Stage[], at: Date) {
		this.#random = random;
		this.#faults = faults;
		this.#at = at;
	}

	make(): RandomWorld {
		const random = this.#random;
		const identityFaults = (['path', 'end-entity'] as const).filter(stage => this.#isWrong(stage));
		const identity = randomIdentity(random, identityFaults, this.#at);
		const base = emptyState({accountId: ACCOUNT, region: WORLD_REGION});
		const anchorFault = this.#pickFault('trust-anchor', ['absent', 'disabled', 'elsewhere', 'malformed']);
		const profileFault = this.#pickFault('profile', ['absent', 'disabled', 'empty', 'elsewhere', 'other account']);
		const trustAnchorArn = this.#anchorArn(anchorFault);
		const role = this.#role(identity);
		const roleArn = `arn:aws:iam::${ACCOUNT}:role${role.path}${role.name}`;
		const isNamed = random.chance(0.3) || this.#isWrong('role-session-name');
		const key = this.#key(identity);
		const isRoleGone = this.#isWrong('assume-role') && random.chance(0.15);
		return {
			faults: this.#faults,
			state: {
				...base,
				sequence: 10,
				trustAnchors: anchorFault === 'absent' ? [] : [this.#anchor(identity, anchorFault !== 'disabled')],
				profiles: profileFault === 'absent' ? [] : [this.#profile(roleArn, profileFault, isNamed)],
				roles: isRoleGone ? [] : [role],
				crls: this.#crls(identity),
			},
			files: this.#files(identity, key),
			helper: random.pick(['own', 'official']),
			order: {
				trustAnchorArn,
				profileArn: this.#profileArn(profileFault),
				roleArn,
				...this.#duration(),
				...(isNamed && {roleSessionName: 'session'}),
				...this.#malformed(),
			},
			clockOffset: this.#clockOffset(),
		};
	}

	#isWrong(stage: Stage): boolean {
		return this.#faults.includes(stage);
	}

	#pickFault<Name>(stage: Stage, names: readonly [Name, ...Name[]]): Name | undefined {
		return this.#isWrong(stage) ? this.#random.pick(names) : undefined;
	}

	#resource(id: string, sequence: number) {
		return {id, sequence, createdAt: MADE, updatedAt: MADE, name: `thing ${sequence}`, tags: []};
	}

	#anchor({root}: RandomIdentity, enabled: boolean): StoredTrustAnchor {
		const random = this.#random;
		const others = random.chance(0.2) ? [randomIdentity(random, [], this.#at).root] : [];
		const pems = [root, ...others].map(der => encodePem('CERTIFICATE', der));
		return {
			...this.#resource(IDS.anchor, 1),
			enabled,
			certificates: (random.chance(0.5) ? pems : pems.toReversed()).join(''),
			notificationSettings: [],
		};
	}

	#anchorArn(fault: string | undefined): string {
		const region = fault === 'elsewhere' ? OTHER_REGION : WORLD_REGION;
		const id = fault === 'malformed' ? 'not-an-id' : IDS.anchor;
		return `arn:aws:rolesanywhere:${region}:${ACCOUNT}:trust-anchor/${id}`;
	}

	#profileArn(fault: string | undefined): string {
		const region = fault === 'elsewhere' ? OTHER_REGION : WORLD_REGION;
		const account = fault === 'other account' ? OTHER_ACCOUNT : ACCOUNT;
		return `arn:aws:rolesanywhere:${region}:${account}:profile/${IDS.profile}`;
	}

	#profile(roleArn: string, fault: string | undefined, isNamed: boolean): StoredProfile {
		const random = this.#random;
		const listed = this.#isWrong('role-in-profile')
			? random.pick<readonly string[]>([
					[`${roleArn}x`],
					[roleArn.replace(':role/', ':role/other/')],
					[roleArn.toUpperCase()],
				])
			: [...(random.chance(0.3) ? [`${roleArn}x`] : []), roleArn];
		return {
			...this.#resource(IDS.profile, 2),
			enabled: fault !== 'disabled',
			roleArns: fault === 'empty' ? [] : listed,
			managedPolicyArns: random.chance(0.1) ? ['arn:aws:iam::aws:policy/ReadOnlyAccess'] : [],
			durationSeconds: random.pick([900, 3600, 3600, 3600, 7200]),
			acceptRoleSessionName: isNamed && !this.#isWrong('role-session-name'),
			requireInstanceProperties: false,
			attributeMappings: random.chance(0.6) ? DEFAULT_MAPPINGS : random.pick(MAPPINGS),
			...(random.chance(0.1) && {sessionPolicy: '{"Version":"2012-10-17","Statement":[]}'}),
		};
	}

	#role({commonName, issuerCommonName, serial}: RandomIdentity): StoredRole {
		const random = this.#random;
		const facts = {
			trustAnchorArn: this.#anchorArn(undefined),
			accountId: ACCOUNT,
			commonName,
			issuerCommonName,
			serialHex: Buffer.from(serial).toString('hex'),
			at: this.#at,
		};
		return {
			id: 'AROAEXAMPLEEXAMPLE00',
			sequence: 3,
			createdAt: MADE,
			name: random.pick(['Uploader', 'app+one=two,three.four@five-six']),
			path: random.pick(['/', '/', '/app/', '/app/deep/er/']),
			trustPolicy: randomTrustPolicy(random, facts, this.#isWrong('assume-role') && random.chance(0.8)),
			maxSessionDuration: this.#isWrong('assume-role') && random.chance(0.3) ? 3600 : random.pick([7200, 43_200]),
			tags: [],
			inlinePolicies: [],
			attachedPolicyArns: [],
		};
	}

	/** Lists of the authorities, or of strangers; enabled or not, current or not. */
	#crls({authorities, serial}: RandomIdentity): readonly StoredCrl[] {
		const random = this.#random;
		const isRevoked = this.#isWrong('revocation');
		const [issuer] = authorities;
		if (!issuer || (!isRevoked && random.chance(0.6))) {
			return [];
		}

		const revokesAuthority = isRevoked && authorities.length > 1 && random.chance(0.3);
		const [signer = issuer] = revokesAuthority ? authorities.slice(1) : [issuer];
		const isHit = isRevoked && random.chance(0.9);
		const list = listRevoked({
			issuer: signer.name,
			signer: !isRevoked && random.chance(0.3) ? {...signer.key, privateKey: strangeKey} : signer.key,
			revoked: [
				{serial: 999_999},
				...(isHit ? [{serial: revokesAuthority ? issuer.serial : serial, ...this.#reason()}] : []),
				...(!isRevoked && random.chance(0.5) ? [{serial}] : []),
			],
			thisUpdate: new Date(this.#at.getTime() - 5 * 86_400_000),
			nextUpdate: new Date(this.#at.getTime() + random.pick([-1, 30]) * 86_400_000),
		});
		const isPem = random.chance(0.7);
		return [
			{
				...this.#resource(IDS.crl, 4),
				enabled: isRevoked,
				trustAnchorArn: this.#anchorArn(undefined),
				crlData: Buffer.from(isPem ? encodePem('X509 CRL', list) : list).toString('base64'),
			},
		];
	}

	#reason() {
		return this.#random.pick([{}, {}, {reason: 1}, {reason: 6}, {reason: 8}]);
	}

	#files({certificate, intermediates, root}: RandomIdentity, key: KeyObject): RandomWorld['files'] {
		const random = this.#random;
		const pem = (ders: readonly Uint8Array[]) => ders.map(der => encodePem('CERTIFICATE', der)).join('');
		const isDropped = this.#isWrong('path') && random.chance(0.3);
		const sent = [
			...(isDropped ? intermediates.slice(1) : random.chance(0.8) ? intermediates : intermediates.toReversed()),
			...(random.chance(0.2) ? [root] : []),
			...(random.chance(0.1) ? [certificate] : []),
			...(this.#isWrong('request') && random.chance(0.3) ? this.#strangers() : []),
		];
		const isOneFile = random.chance(0.2);
		const isTraditional = key.asymmetricKeyType === 'ec' && random.chance(0.5);
		const isReversed = isOneFile && random.chance(0.3);
		const own = isOneFile ? [certificate, ...sent] : [certificate];
		return {
			certificate: pem(isReversed ? own.toReversed() : own),
			privateKey: String(key.export({type: isTraditional ? 'sec1' : 'pkcs8', format: 'pem'})),
			...((!isOneFile || random.chance(0.5)) && sent.length > 0 && {intermediates: pem(sent)}),
		};
	}

	/** More certificates than a request may carry. */
	#strangers(): readonly Uint8Array[] {
		return Array.from({length: 6}, () => randomIdentity(this.#random, [], this.#at).certificate);
	}

	#key({key}: RandomIdentity): KeyObject {
		return this.#isWrong('signature') && this.#random.chance(0.6) ? strangeKey : key;
	}

	#clockOffset(): number {
		const random = this.#random;
		const direction = random.pick([-1, 1]);
		const minutes = this.#isWrong('signature')
			? random.pick([4.9, 5.2, 14, 30, 60 * 24 * 3])
			: random.chance(0.8)
				? 0
				: random.pick([0.5, 4.5]);
		return direction * minutes * 60_000;
	}

	#duration(): {readonly sessionDuration?: number} {
		const random = this.#random;
		const isLong = this.#isWrong('assume-role') && random.chance(0.3);
		return random.chance(0.5) ? {sessionDuration: isLong ? 43_200 : random.pick([900, 1800, 3600])} : {};
	}

	/** Members that have not the form that the service takes. */
	#malformed(): Partial<RandomWorld['order']> {
		return this.#isWrong('request')
			? this.#random.pick<Partial<RandomWorld['order']>>([
					{sessionDuration: 100},
					{sessionDuration: 50_000},
					{roleSessionName: 'x'},
					{roleSessionName: 'two words'},
					{roleSessionName: 'x'.repeat(65)},
					{roleArn: `arn:aws:iam::${ACCOUNT}:user/Uploader`},
					{profileArn: this.#anchorArn(undefined)},
					{trustAnchorArn: 'trust-anchor'},
					{sessionDuration: 100, roleSessionName: 'é'},
				])
			: {};
	}
}

const MAPPINGS: readonly [StoredProfile['attributeMappings'], ...StoredProfile['attributeMappings'][]] = [
	[],
	[{certificateField: 'x509Subject', specifiers: ['CN']}],
	[{certificateField: 'x509Subject', specifiers: ['OU', '2.5.4.10', 'UID']}],
	[
		{certificateField: 'x509Subject', specifiers: ['*', '1.2.3.4.5']},
		{certificateField: 'x509SAN', specifiers: ['DNS', 'Name/CN']},
	],
	[
		{certificateField: 'x509Issuer', specifiers: ['CN']},
		{certificateField: 'x509SAN', specifiers: ['URI', 'Name/*']},
	],
];
