import type {Arn} from '../../../aws/arn.ts';
import type {RolesAnywhereReader} from '../../../aws/roles-anywhere.ts';
import type {CrlDetail, SubjectDetail} from '../../../aws/roles-anywhere-shapes.ts';
import {printable} from '../../../printable.ts';
import type {AccountEvidence, CrlEvidence, SubjectEvidence} from '../../evidence/account.ts';
import type {CommandEvidence} from '../../evidence/command.ts';
import {absent, type Look, seen, seenIn, unseen} from '../../evidence/look.ts';
import type {Before} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';
import {findSubject} from './find-subject.ts';
import {fitsTrustAnchor, presentedCertificate} from './fits.ts';
import {lookAtAws} from './look-at-aws.ts';
import {lastPartOf, type NamedArns} from './named-arns.ts';

/** What is looked for, and by whom. */
export interface AskedAccount {
	readonly before: Before;
	readonly surroundings: Surroundings;
	readonly order: CommandEvidence['order'];
	readonly arns: NamedArns;
	/** Where to look for what no ARN places. */
	readonly region: string;
}

const notNamed = unseen('nothing-to-look-at', 'No ARN says which one.');
const notNeeded = unseen('nothing-to-look-at', 'Only the one that is named was looked at: it is there and fits.');

/** One look at an account, by one administrator. */
export class Looking {
	readonly #asked: AskedAccount;
	readonly #administrator: AccountEvidence['administrator'];
	readonly #readers = new Map<string, Promise<RolesAnywhereReader>>();

	constructor(asked: AskedAccount, administrator: AccountEvidence['administrator']) {
		this.#asked = asked;
		this.#administrator = administrator;
	}

	async atTrustAnchors(): Promise<Pick<AccountEvidence, 'trustAnchor' | 'trustAnchors'>> {
		const {before, arns} = this.#asked;
		const trustAnchor = await this.#at(arns.trustAnchor, (reader, id) => reader.findTrustAnchor(id));
		const isEnough = trustAnchor.state === 'seen' && fitsTrustAnchor(before, trustAnchor.value);
		const trustAnchors = isEnough
			? notNeeded
			: await this.#list(arns.trustAnchor, trustAnchor, reader => reader.listTrustAnchors());
		return {trustAnchor, trustAnchors};
	}

	async atProfiles(): Promise<Pick<AccountEvidence, 'profile' | 'profiles'>> {
		const {arns, order} = this.#asked;
		const profile = await this.#at(arns.profile, (reader, id) => reader.findProfile(id));
		const isEnough = profile.state === 'seen' && profile.value.roleArns.some(arn => arn === order.roleArn);
		const profiles = isEnough ? notNeeded : await this.#list(arns.profile, profile, reader => reader.listProfiles());
		return {profile, profiles};
	}

	async atRole(): Promise<AccountEvidence['role']> {
		const {arns, surroundings, region} = this.#asked;
		const {role} = arns;
		const elsewhere = this.#elsewhere(role);
		if (!role || elsewhere) {
			return elsewhere ?? notNamed;
		}

		return lookAtAws(async () => {
			const {createIam} = await import('../../../aws/iam.ts');
			const found = await createIam(surroundings.administer(region)).reader.findRole(lastPartOf(role));
			return (
				found && {
					arn: found.arn,
					trustPolicy: found.trustPolicy,
					maxSessionDuration: found.maxSessionDuration,
					...(found.createdAt !== undefined && {createdAt: found.createdAt}),
				}
			);
		}, surroundings.signal);
	}

	atCrls(): Promise<AccountEvidence['crls']> {
		const {trustAnchor} = this.#asked.arns;
		return this.#at(trustAnchor, async reader =>
			(await reader.listCrls()).filter(({trustAnchorArn}) => trustAnchorArn === trustAnchor?.text).map(toCrl),
		);
	}

	async atSubject(): Promise<AccountEvidence['subject']> {
		const {arns, before} = this.#asked;
		const certificate = presentedCertificate(before);
		if (!certificate) {
			return unseen('nothing-to-look-at', 'No certificate was seen whose subject could be looked for.');
		}

		return this.#at(arns.trustAnchor, async reader => {
			const found = await findSubject(reader, certificate);
			return found && toSubject(found);
		});
	}

	/** One call in the account and region of an ARN. */
	async #at<Value>(
		arn: Arn | undefined,
		call: (reader: RolesAnywhereReader, id: string) => Promise<Value | undefined>,
	): Promise<Look<Value>> {
		const elsewhere = this.#elsewhere(arn);
		if (!arn || elsewhere) {
			return elsewhere ?? notNamed;
		}

		return this.#callIn(arn.region, reader => call(reader, lastPartOf(arn)));
	}

	/** All there are in the region of the ARN; where the one that is named is not there, in those that are named elsewhere, too. */
	async #list<Value>(
		arn: Arn | undefined,
		named: Look<Value>,
		call: (reader: RolesAnywhereReader) => Promise<readonly Value[]>,
	): Promise<Look<readonly Value[]>> {
		const {region} = this.#asked;
		if (named.state === 'unseen' && arn) {
			return named;
		}

		const regions = [arn?.region ?? region, ...(named.state === 'seen' ? [] : this.#otherRegions())];
		const looks = await Promise.all([...new Set(regions)].map(one => this.#callIn(one, call)));
		const all = looks.flatMap(look => seenIn(look) ?? []);
		const [first = absent] = looks;
		return first.state === 'unseen' && all.length === 0 ? first : seen(all);
	}

	#otherRegions(): readonly string[] {
		const {order, arns, surroundings} = this.#asked;
		const {AWS_REGION: region, AWS_DEFAULT_REGION: usual} = surroundings.env;
		const named = [arns.trustAnchor?.region, arns.profile?.region, order.region, region, usual];
		return named.flatMap(name => (name !== undefined && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(name) ? [name] : []));
	}

	#callIn<Value>(
		region: string,
		call: (reader: RolesAnywhereReader) => Promise<Value | undefined>,
	): Promise<Look<Value>> {
		return lookAtAws(async () => call(await this.#readerIn(region)), this.#asked.surroundings.signal);
	}

	#readerIn(region: string): Promise<RolesAnywhereReader> {
		const known = this.#readers.get(region) ?? this.#open(region);
		this.#readers.set(region, known);
		return known;
	}

	async #open(region: string): Promise<RolesAnywhereReader> {
		const {createRolesAnywhere} = await import('../../../aws/roles-anywhere.ts');
		return createRolesAnywhere(this.#asked.surroundings.administer(region)).reader;
	}

	/** Why what this ARN names cannot be seen: it is in an account that the credentials are not for. */
	#elsewhere(arn: Arn | undefined): Look<never> | undefined {
		const administrator = seenIn(this.#administrator);
		return arn && administrator && arn.accountId !== administrator.accountId
			? unseen(
					'no-credentials',
					`${arn.text} is in the account ${arn.accountId}, and the credentials at hand are for ${printable(administrator.accountId)}.`,
				)
			: undefined;
	}
}

function toCrl({id, arn, name, isEnabled, trustAnchorArn, data}: CrlDetail): CrlEvidence {
	return {id, arn, name, isEnabled, trustAnchorArn, data};
}

function toSubject({arn, x509Subject, isEnabled, credentials}: SubjectDetail): SubjectEvidence {
	return {arn, subject: x509Subject, isEnabled, credentials};
}
