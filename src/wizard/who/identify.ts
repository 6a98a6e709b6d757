import {findCliProfiles} from '../../config-file/find-cli-profiles.ts';
import {type ConfigSurroundings, configLocations} from '../../config-file/locations.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {ok, problem, type Result} from '../../result.ts';
import {Journal} from '../../setup/journal.ts';
import {openAws, type Surroundings} from '../../setup/open-access.ts';
import {type PlaceSurroundings, setupPlace} from '../../setup/place.ts';
import type {Answers} from '../answers.ts';
import type {AnswerValue} from '../field.ts';
import {problemWithName} from '../names.ts';
import {who as texts} from '../texts/en.ts';
import type {Administrator, Identity, WhoProblem} from './administrator.ts';
import {whoProblem} from './who-problem.ts';

/** An account that the identity must be in, and why. */
export interface ExpectedAccount {
	/** Twelve digits. */
	readonly accountId: string;
	/** As it reads after "because": "the set-up build-hosts is there". */
	readonly because: string;
}

/** Whose identity is asked for. */
export interface IdentityQuestion {
	/** An AWS CLI profile; undefined searches the usual places. */
	readonly cliProfile: string | undefined;
	/** Whose STS is asked; that of us-east-1 when nobody has said where yet. */
	readonly region?: string | undefined;
	readonly expected?: ExpectedAccount | undefined;
}

/**
 * Asks AWS who would administer the set-up that the other answers describe, with what is about to be answered. Whoever
 * is in another account than that in which this set-up began is refused; a journal that cannot be read expects nothing
 * here, and is complained of when it is planned.
 *
 * @param value - An AWS CLI profile; undefined searches the usual places.
 * @throws the signal's reason once it is aborted.
 */
export async function identifyAdministrator(
	value: AnswerValue | undefined,
	{name, region}: Pick<Answers, 'name' | 'region'>,
	surroundings: Surroundings & PlaceSurroundings,
): Promise<Result<Identity, WhoProblem>> {
	const cliProfile = typeof value === 'string' ? value : undefined;
	return identify({cliProfile, region, expected: await expectedOf(name, surroundings)}, surroundings);
}

async function expectedOf(
	name: string | undefined,
	surroundings: Surroundings & PlaceSurroundings,
): Promise<ExpectedAccount | undefined> {
	try {
		return name === undefined || problemWithName(name) !== undefined
			? undefined
			: await accountOfSetup(name, surroundings);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}

/**
 * Asks AWS who somebody is, before anything is planned. Changes nothing and needs no permission.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function identify(
	{cliProfile, region = 'us-east-1', expected}: IdentityQuestion,
	surroundings: Surroundings & ConfigSurroundings,
): Promise<Result<Identity, WhoProblem>> {
	try {
		const [{createSts}, {access}] = await Promise.all([
			import('../../aws/sts.ts'),
			openAws({region, adminProfile: cliProfile, locations: configLocations(surroundings)}, surroundings),
		]);
		const {accountId, arn} = await createSts(access).getCallerIdentity();
		const identity = {accountId, arn: printable(arn), cliProfile};
		return expected && expected.accountId !== accountId ? problem(wrongAccount(identity, expected)) : ok(identity);
	} catch (error) {
		surroundings.signal.throwIfAborted();
		return problem(whoProblem(error, await asked(cliProfile, surroundings)));
	}
}

/**
 * The account that a set-up of this name began in; undefined when there is none yet.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE`; `HOME_MISSING`.
 */
export async function accountOfSetup(
	name: string,
	context: PlaceSurroundings & Pick<Surroundings, 'now'>,
): Promise<ExpectedAccount | undefined> {
	const {journalFile} = setupPlace(name, false, context);
	const accountId = (await Journal.read(journalFile, context.now)).beginning?.accountId;
	return accountId === undefined ? undefined : {accountId, because: texts.setupIsThere(printable(name))};
}

/** Who was asked, as far as the files tell: what AWS_PROFILE names when nobody was named. */
async function asked(
	cliProfile: string | undefined,
	surroundings: ConfigSurroundings,
): Promise<{readonly name: string | undefined; readonly found: readonly Administrator[]}> {
	const name = cliProfile ?? (surroundings.env['AWS_PROFILE'] || undefined);
	return {name, found: await findCliProfiles(surroundings)};
}

function wrongAccount({accountId, arn}: Identity, expected: ExpectedAccount): WhoProblem {
	return {
		kind: 'wrong account',
		message: texts.wrongAccount({accountId, arn, needed: expected.accountId, because: expected.because}),
		help: texts.help['wrong account'],
		next: [texts.chooseOther, texts.otherSetup],
	};
}
