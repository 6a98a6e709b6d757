import {findHelper, requireProgram} from '../../config-file/find-program.ts';
import {commandPlatform} from '../../config-file/quoting.ts';
import {createWorld, type World} from '../../setup/create-world.ts';
import type {OpenAccess} from '../../setup/open-access.ts';
import {openPlace, placeFlags, requireHomeOf, type SetupPlace, setupPlace, stateHome} from '../../setup/place.ts';
import type {Specification} from '../../setup/specification.ts';
import type {Answers} from '../answers.ts';
import type {Secrets} from '../secrets.ts';
import {specify} from '../specify.ts';
import {setupAgain} from './kept-answers.ts';
import {openSetupKeys} from './keys.ts';
import {SetupRun} from './setup-run.ts';
import type {SetupSurroundings} from './surroundings.ts';

/** How a set-up is opened, beside its answers. */
export interface OpenSetupOptions {
	/** Holds a passphrase that was typed; none was unless given. */
	readonly secrets?: Secrets;
	/** False for a look at the plan alone: then a rehearsal that is new stays in memory. True unless given. */
	readonly mayCreate?: boolean;
	/** What to tell whoever must go on after a stop; the command that reads the kept answers unless given. */
	readonly resume?: string;
}

/**
 * Opens a set-up from complete answers: reads the files that they name, reaches AWS or the rehearsal, and finds out
 * who administers the account. Changes nothing. Whoever opens it closes it.
 *
 * @throws {ExpectedError} what `specify` throws; `PASSPHRASE_NEEDED`, `PASSPHRASE_EMPTY`, `HOME_MISSING`,
 * `HELPER_MISSING`, `AWS_CREDENTIALS`, and what reaching AWS throws.
 */
export async function openSetup(
	answers: Answers,
	surroundings: SetupSurroundings,
	{secrets, mayCreate = true, resume}: OpenSetupOptions = {},
): Promise<SetupRun> {
	const specification = await specify(answers, surroundings);
	const place = setupPlace(specification.name, answers.rehearse === true, surroundings);
	const keys = await openSetupKeys(place, answers, surroundings, secrets);
	await requireHomeOf(place.base, surroundings);
	const where = whereOf(specification);
	const open = await openPlace(place, {adminProfile: answers.adminProfile, mayCreate, ...where}, surroundings);
	try {
		const {world, notes} = await connect(answers, {place, open, keys, specification}, surroundings);
		return new SetupRun({
			answers,
			specification,
			place,
			open,
			world,
			notes,
			surroundings,
			...waysOf(specification, place, surroundings, resume),
		});
	} catch (error) {
		await open.close();
		throw error;
	}
}

interface Connecting {
	readonly place: SetupPlace;
	readonly open: OpenAccess;
	readonly keys: Awaited<ReturnType<typeof openSetupKeys>>;
	readonly specification: Specification;
}

/** What the part that is specified needs of AWS, and in which region. */
function whereOf({aws, cliProfile, handedOut}: Specification) {
	if (aws) {
		return {needs: 'administrator', region: aws.region} as const;
	}

	return cliProfile && handedOut
		? ({needs: 'sessions', region: handedOut.region} as const)
		: ({needs: 'nothing', region: ''} as const);
}

async function connect(
	{helper = 'own', helperProgram}: Answers,
	{place, open, keys, specification}: Connecting,
	surroundings: SetupSurroundings,
): Promise<{readonly world: World; readonly notes: readonly string[]}> {
	const home = stateHome(place, surroundings);
	const {program, note} = await findHelper(helper, helperProgram, surroundings);
	if (specification.cliProfile) {
		// A helper that cannot be started would only fail the proof, with all else made.
		await requireProgram(program[0]);
	}

	const {aws, handedOut = NOWHERE} = specification;
	const world = await createWorld({
		open,
		keys,
		locations: place.locations,
		setups: place.setups,
		platform: commandPlatform(surroundings.platform),
		helper: {kind: helper, program, ...(home !== undefined && {home})},
		...(!aws && {account: handedOut}),
	});
	return {world, notes: note === undefined || !specification.cliProfile ? [] : [note]};
}

/** The account of a part that has nothing at AWS. */
const NOWHERE = {accountId: '', region: '', partition: ''};

function waysOf(
	{name}: Specification,
	place: SetupPlace,
	surroundings: SetupSurroundings,
	resume: string | undefined,
): {readonly resumeCommand: string; readonly undoCommand: string} {
	const flags = placeFlags(name, place, surroundings);
	return {
		resumeCommand: resume ?? setupAgain(place, surroundings),
		undoCommand: `anchorsmith destroy ${flags}`,
	};
}
