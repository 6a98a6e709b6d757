import {authorityKeyIdentifier, subjectKeyIdentifier} from '../../src/pki/issuing/extension-writer.ts';
import {
	alternativeNames,
	basicConstraints,
	certify,
	extendedKeyUsage,
	extension,
	general,
	type HierarchyKey,
	hierarchyKey,
	hierarchyTime,
	inhibitAnyPolicy,
	issuingDistributionPoint,
	keyUsage,
	type ListedCertificate,
	listRevoked,
	nameConstraints,
	policies,
	policyConstraints,
	policyMappings,
} from './hierarchy.ts';

/** Numbers from a seed: the same ones each time (xorshift32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed | 0 || 1;
		for (let round = 0; round < 8; round += 1) {
			this.next();
		}
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.#state ^= this.#state << 13;
		this.#state ^= this.#state >>> 17;
		this.#state ^= this.#state << 5;
		return (this.#state >>> 0) / 0x1_00_00_00_00;
	}

	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<Item>(items: readonly [Item, ...Item[]]): Item {
		return items[this.below(items.length)] ?? items[0];
	}
}

/** A question about paths, ready to be put to several judges. All DER. */
export interface RandomHierarchy {
	readonly certificate: Uint8Array;
	readonly intermediates: readonly Uint8Array[];
	readonly anchors: readonly Uint8Array[];
	/** Empty when revocation is not asked about. */
	readonly crls: readonly Uint8Array[];
	/** Object identifiers; with them an explicit policy is required. */
	readonly policies: readonly string[];
	/** The moment of judgement; the time of hierarchies unless given. */
	readonly at?: Date;
	/** What was done to it, for people. */
	readonly features: readonly string[];
}

const keys: readonly [HierarchyKey, ...HierarchyKey[]] = [hierarchyKey(), ...Array.from({length: 11}, hierarchyKey)];

/** The key of a certificate that was made here, by its SubjectPublicKeyInfo. */
export function hierarchyKeyOf(spki: Uint8Array): HierarchyKey | undefined {
	return keys.find(key => Buffer.compare(key.spki, spki) === 0);
}

const POLICIES = ['1.3.6.1.4.1.55555.1', '1.3.6.1.4.1.55555.2', '1.3.6.1.4.1.55555.3'] as const;
const ANY = '2.5.29.32.0';
const SUBTREES = {
	dns: () => [general.dns('example.com'), general.dns('a.example.com'), general.dns('example.org')],
	email: () => [general.email('example.com'), general.email('one@example.com'), general.email('.example.com')],
	uri: () => [general.uri('a.example.com'), general.uri('.example.com')],
	ip: () => [general.ip(10, 0, 0, 0, 255, 0, 0, 0), general.ip(192, 168, 0, 0, 255, 255, 0, 0)],
	directory: () => [
		general.directory('O=Example'),
		general.directory('CN=host,O=Example'),
		general.directory('O=Other'),
	],
} as const;
const NAMES = {
	dns: () => [general.dns('example.com'), general.dns('x.a.example.com'), general.dns('other.example.net')],
	email: () => [general.email('one@example.com'), general.email('two@sub.example.com')],
	uri: () => [general.uri('https://a.example.com/x'), general.uri('https://example.com/')],
	ip: () => [general.ip(10, 1, 2, 3), general.ip(192, 168, 1, 1), general.ip(172, 16, 0, 1)],
	directory: () => [general.directory('CN=host,O=Example'), general.directory('CN=x,O=Other')],
} as const;
const FORMS = ['dns', 'email', 'uri', 'ip', 'directory'] as const;

interface Authority {
	readonly name: string;
	readonly key: HierarchyKey;
	readonly serial: number;
}

/** What hierarchies may hold beside certificates and names; everything unless said. */
export interface HierarchyMakerOptions {
	readonly hasPolicies?: boolean;
	readonly hasLists?: boolean;
	/** Around which certificates are valid; the time of hierarchies unless given. */
	readonly at?: Date;
}

/** Makes hierarchies from a seed. */
export class HierarchyMaker {
	readonly #random: Random;
	readonly #options: HierarchyMakerOptions;
	#features: string[] = [];
	#serial = 1;

	constructor(seed: number, options: HierarchyMakerOptions = {}) {
		this.#random = new Random(seed);
		this.#options = options;
	}

	make(): RandomHierarchy {
		const random = this.#random;
		this.#features = [];
		const isPlain = random.chance(0.2);
		const chaos = isPlain ? 0 : random.pick([0.05, 0.1, 0.2]);
		const {hasPolicies = true, hasLists = true, at = hierarchyTime} = this.#options;
		const wantsPolicies = random.chance(0.3) && hasPolicies;
		const wantsNames = random.chance(0.4);
		const depth = random.below(4);
		const authorities: Authority[] = [];
		const certificates: Uint8Array[] = [];
		for (let level = 0; level <= depth; level += 1) {
			const above = authorities.at(-1);
			const isSelfIssued = above !== undefined && random.chance(0.1);
			const name = isSelfIssued ? above.name : `CN=CA ${random.chance(0.1) ? 0 : level},O=Example`;
			const self = {name, key: random.pick(keys), serial: this.#nextSerial()};
			authorities.push(self);
			certificates.push(
				this.#authority(self, above ?? self, {chaos, wantsPolicies, wantsNames, remaining: depth - level}),
			);
			if (above && random.chance(0.1)) {
				this.#features.push('cross');
				const other = {name, key: self.key, serial: this.#nextSerial()};
				certificates.push(
					this.#authority(other, random.pick([above, ...authorities]), {
						chaos,
						wantsPolicies,
						wantsNames,
						remaining: 3,
					}),
				);
			}
		}

		const issuer = authorities.at(-1) ?? {name: 'CN=None', key: keys[0], serial: 0};
		const [root, ...rest] = certificates;
		const {serial, der} = this.#endEntity(issuer, {chaos, wantsPolicies, wantsNames});
		const isPartial = rest.length > 0 && random.chance(0.1);
		const anchor = isPartial ? random.pick([rest[0] ?? der, ...rest]) : root;
		const pool = [...rest, ...(random.chance(0.3) && root ? [root] : [])].filter(() => !random.chance(chaos / 2));
		if (random.chance(0.5)) {
			pool.reverse();
		}

		const crls = random.chance(0.3) && hasLists ? this.#lists(authorities, serial, chaos) : [];
		return {
			certificate: der,
			intermediates: pool,
			anchors: anchor ? [anchor] : [],
			crls,
			policies: wantsPolicies && random.chance(0.6) ? [random.pick(POLICIES)] : [],
			at,
			features: this.#features,
		};
	}

	/** So many days from the moment of judgement. */
	#moment(days: number): Date {
		return new Date((this.#options.at ?? hierarchyTime).getTime() + days * 86_400_000);
	}

	#nextSerial(): number {
		this.#serial += 1;
		return this.#serial;
	}

	#oddly(name: string, chaos: number): boolean {
		const isSo = this.#random.chance(chaos / 3);
		if (isSo) {
			this.#features.push(name);
		}

		return isSo;
	}

	#authority(
		self: Authority,
		above: Authority,
		{
			chaos,
			wantsPolicies,
			wantsNames,
			remaining,
		}: {chaos: number; wantsPolicies: boolean; wantsNames: boolean; remaining: number},
	): Uint8Array {
		const random = this.#random;
		const pathLength = random.chance(0.3)
			? Math.max(0, remaining - (this.#oddly('pathlen', chaos * 2) ? 1 : 0))
			: undefined;
		const extensions = [
			...(this.#oddly('no-bc', chaos) ? [] : [basicConstraints({isCa: !this.#oddly('not-ca', chaos), pathLength})]),
			...(random.chance(0.1)
				? []
				: [keyUsage(this.#oddly('no-certsign', chaos) ? ['cRLSign'] : ['keyCertSign', 'cRLSign'])]),
			subjectKeyIdentifier(this.#oddly('odd-ski', chaos) ? random.pick(keys).identifier : self.key.identifier),
			...(random.chance(0.1) ? [] : [authorityKeyIdentifier(above.key.identifier)]),
			...(random.chance(0.1) ? [this.#purposes(chaos)] : []),
			...(wantsNames && random.chance(0.4) ? [this.#constraints()] : []),
			...(wantsPolicies && random.chance(0.9) ? this.#policies(true) : []),
			...(this.#oddly('unknown-critical', chaos) ? [extension('1.3.6.1.4.1.55555.99', true, Uint8Array.of(5, 0))] : []),
		];
		return certify({
			subject: self.name,
			issuer: above.name,
			key: self.key,
			signer: this.#oddly('wrong-signer', chaos) ? random.pick(keys) : above.key,
			serial: self.serial,
			isBroken: this.#oddly('broken', chaos),
			...(this.#oddly('v1', chaos / 2) ? {version: 1 as const} : {extensions}),
			...(this.#oddly('expired', chaos) && {notAfter: this.#moment(-31)}),
			...(this.#oddly('future', chaos) && {notBefore: this.#moment(1)}),
		});
	}

	#endEntity(
		above: Authority,
		{chaos, wantsPolicies, wantsNames}: {chaos: number; wantsPolicies: boolean; wantsNames: boolean},
	): {serial: number; der: Uint8Array} {
		const random = this.#random;
		const serial = this.#nextSerial();
		const key = random.pick(keys);
		const names = wantsNames
			? FORMS.filter(() => random.chance(0.4)).map(form => random.pick(filled(NAMES[form]())))
			: [];
		const extensions = [
			keyUsage(['digitalSignature']),
			subjectKeyIdentifier(key.identifier),
			authorityKeyIdentifier(above.key.identifier),
			...(names.length > 0 ? [alternativeNames(names)] : []),
			...(random.chance(0.3) ? [this.#purposes(chaos)] : []),
			...(wantsPolicies && random.chance(0.9) ? this.#policies(false) : []),
			...(this.#oddly('unknown-critical', chaos) ? [extension('1.3.6.1.4.1.55555.99', true, Uint8Array.of(5, 0))] : []),
		];
		const der = certify({
			subject: random.pick(['CN=host,O=Example', 'CN=other host,O=Example', 'CN=host,O=Other']),
			issuer: above.name,
			key,
			signer: above.key,
			serial,
			extensions,
			isBroken: this.#oddly('broken', chaos),
			...(this.#oddly('expired', chaos) && {notAfter: this.#moment(-31)}),
		});
		return {serial, der};
	}

	#purposes(chaos: number): Uint8Array {
		const isServer = this.#oddly('server-only', chaos * 3);
		return extendedKeyUsage(isServer ? ['1.3.6.1.5.5.7.3.1'] : ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
	}

	#constraints(): Uint8Array {
		const random = this.#random;
		const form = random.pick(FORMS);
		const subtrees = SUBTREES[form]();
		this.#features.push(`names-${form}`);
		const permitted = random.chance(0.7) ? [random.pick(filled(subtrees))] : [];
		const excluded = permitted.length === 0 || random.chance(0.3) ? [random.pick(filled(subtrees))] : [];
		return nameConstraints({permitted, excluded});
	}

	#policies(isCa: boolean): readonly Uint8Array[] {
		const random = this.#random;
		const some = random.chance(0.3) ? [ANY] : POLICIES.filter(() => random.chance(0.7));
		this.#features.push('policies');
		return [
			...(some.length > 0 ? [policies(some)] : []),
			...(isCa && random.chance(0.2) ? [policyMappings([[random.pick(POLICIES), random.pick(POLICIES)]])] : []),
			...(isCa && random.chance(0.2) ? [policyConstraints({explicit: random.below(3)})] : []),
			...(isCa && random.chance(0.1) ? [policyConstraintsOnMapping(random.below(3))] : []),
			...(isCa && random.chance(0.15) ? [inhibitAnyPolicy(random.below(3))] : []),
		].filter((value, index, all) => all.findIndex(other => sameType(other, value)) === index);
	}

	#lists(authorities: readonly Authority[], endEntity: number, chaos: number): readonly Uint8Array[] {
		const random = this.#random;
		this.#features.push('crl');
		return authorities
			.filter(() => !this.#oddly('no-crl', chaos * 2))
			.map((authority, index) => {
				const below = authorities[index + 1]?.serial ?? endEntity;
				const revoked: ListedCertificate[] = [{serial: 999_999}];
				if (this.#oddly('revoked', chaos * 2)) {
					revoked.push({serial: below, reason: 1});
				}

				return listRevoked({
					issuer: authority.name,
					signer: this.#oddly('crl-wrong-signer', chaos) ? random.pick(keys) : authority.key,
					revoked,
					isBroken: this.#oddly('crl-broken', chaos),
					...(this.#oddly('crl-expired', chaos) && {nextUpdate: new Date('2026-05-30T00:00:00Z')}),
					...(this.#oddly('crl-critical', chaos) && {
						extensions: [extension('1.3.6.1.4.1.55555.98', true, Uint8Array.of(5, 0))],
					}),
					...(this.#oddly('crl-users', chaos) && {extensions: [issuingDistributionPoint({onlyUser: true})]}),
				});
			});
	}
}

function policyConstraintsOnMapping(skip: number): Uint8Array {
	return policyConstraints({mapping: skip});
}

/** Extensions of one type, by their first octets: all types here are of one length. */
function sameType(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one.subarray(2, 7), other.subarray(2, 7)) === 0;
}

function filled<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
	const [first, ...rest] = items;
	if (first === undefined) {
		throw new Error('there is nothing to pick from');
	}

	return [first, ...rest];
}
