import type {AwsAccess} from '../aws/access.ts';
import {parseJson} from '../aws/answer-reader.ts';
import {parseArn} from '../aws/arn.ts';
import type {CallerIdentity} from '../aws/sts.ts';
import {parseConfigChange} from '../config-file/change.ts';
import {applyCliProfile, planCliProfile, undoCliProfile} from '../config-file/configure.ts';
import type {ConfigLocations} from '../config-file/locations.ts';
import type {CommandPlatform} from '../config-file/quoting.ts';
import {decodeConfig} from '../config-file/read-config-files.ts';
import {readFileIfThere} from '../files/read.ts';
import type {OpenAccess} from './open-access.ts';
import {setupsThatUse} from './other-setups.ts';
import {tagsOf} from './tags.ts';
import type {KeyReader, KeyWriter, Reader, Writer} from './world.ts';

/** What the two worlds are made from. */
export interface WorldParts {
	readonly open: OpenAccess;
	readonly keys: {readonly reader: KeyReader; readonly writer: KeyWriter};
	readonly locations: ConfigLocations;
	readonly platform: CommandPlatform;
	/** The folder of all set-ups of this home. */
	readonly setups: string;
	readonly helper: Reader['helper'];
	/** Where a part is that needs no administrator: then AWS is not asked who that is. */
	readonly account?: AccountPlace;
}

/** An account and a region; all empty where a part is in none. */
export type AccountPlace = Pick<Reader, 'accountId' | 'region' | 'partition'>;

/** Where planning reads and applying writes, and who administers the account. */
export interface World {
	/** Undefined where none is needed. */
	readonly administrator: CallerIdentity | undefined;
	readonly reader: Reader;
	/** A writer whose resources carry the tags of this set-up. */
	writerFor(setup: string, id: string): Writer;
}

/**
 * Connects to AWS or a rehearsal: asks first who the administrator is, so that nothing is planned
 * for the wrong account.
 *
 * @throws {ExpectedError} what credentials and STS throw.
 */
export async function createWorld({
	open,
	keys,
	locations,
	platform,
	setups,
	helper,
	account,
}: WorldParts): Promise<World> {
	const {access, rehearsal} = open;
	const [{createRolesAnywhere}, {createIam}, {createSts}] = await Promise.all([
		import('../aws/roles-anywhere.ts'),
		import('../aws/iam.ts'),
		import('../aws/sts.ts'),
	]);
	const rolesAnywhere = createRolesAnywhere(access);
	const iam = createIam(access);
	const administrator = account ? undefined : await createSts(access).getCallerIdentity();
	const place = {locations, platform, env: access.env};
	return {
		administrator,
		reader: {
			...(account ?? accountOf(administrator, access)),
			rolesAnywhere: rolesAnywhere.reader,
			iam: iam.reader,
			keys: keys.reader,
			config: {file: locations.config, plan: goal => planCliProfile(goal, place), read: readConfigText},
			setupsThatUse: (arn, except) => setupsThatUse(arn, {setups, except, now: access.now}),
			helper,
			...(access.endpoints.rolesanywhere !== undefined && {sessionEndpoint: access.endpoints.rolesanywhere}),
			...(rehearsal !== undefined && {consumerEndpoint: rehearsal}),
		},
		writerFor: (setup, id) => ({
			rolesAnywhere: rolesAnywhere.writer,
			iam: iam.writer,
			keys: keys.writer,
			config: configWriter(access),
			tags: tagsOf(setup, {id}),
		}),
	};
}

function accountOf(administrator: CallerIdentity | undefined, {region}: AwsAccess): AccountPlace {
	const arn = parseArn(administrator?.arn ?? '');
	return {accountId: administrator?.accountId ?? '', region, partition: arn.ok ? arn.value.partition : 'aws'};
}

function configWriter({now}: AwsAccess): Writer['config'] {
	return {
		apply: plan => applyCliProfile(plan, {now: now()}),
		async undo(text) {
			const change = parseConfigChange(parseJson(text));
			if (!change.ok) {
				throw new Error(`the journal's record ${change.problem}`);
			}

			return (await undoCliProfile(change.value, {now: now()})).outcome;
		},
	};
}

async function readConfigText(file: string): Promise<string> {
	const bytes = await readFileIfThere(file);
	return bytes ? decodeConfig(bytes, file) : '';
}
