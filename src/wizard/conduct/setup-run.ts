import path from 'node:path';
import type {CallerIdentity} from '../../aws/sts.ts';
import {commandPlatform} from '../../config-file/quoting.ts';
import {createFolder} from '../../files/create.ts';
import {withLock} from '../../files/lock.ts';
import {type ApplyProgress, applyPlan, interrupted, withWaysOut} from '../../setup/apply.ts';
import {beginJournal, lastChangeAtAws} from '../../setup/beginning.ts';
import type {Change} from '../../setup/change.ts';
import type {World} from '../../setup/create-world.ts';
import {Journal} from '../../setup/journal.ts';
import {type Known, must} from '../../setup/known.ts';
import type {OpenAccess} from '../../setup/open-access.ts';
import {placeFlags, type SetupPlace, stateHome, within} from '../../setup/place.ts';
import {type Plan, planSetup, requireCurrent} from '../../setup/planner.ts';
import {type Proof, prove} from '../../setup/prove.ts';
import type {Specification} from '../../setup/specification.ts';
import type {Writer} from '../../setup/world.ts';
import type {Answers} from '../answers.ts';
import {accountOf, type SetupAccount} from './account.ts';
import {keepAnswers} from './kept-answers.ts';
import {type SetupSummary, summarise} from './summary.ts';
import type {SetupSurroundings} from './surroundings.ts';
import {whileServed} from './while-served.ts';

/** What a run is made from; see `openSetup`. */
export interface SetupRunParts {
	readonly answers: Answers;
	readonly specification: Specification;
	readonly place: SetupPlace;
	readonly open: OpenAccess;
	readonly world: World;
	readonly notes: readonly string[];
	readonly surroundings: SetupSurroundings;
	readonly resumeCommand: string;
	readonly undoCommand: string;
}

/**
 * A set-up that was asked for and is about to be planned, reviewed, applied and proven. Everything that a person sees
 * of it comes from here, whoever draws it.
 */
export class SetupRun {
	readonly specification: Specification;
	readonly place: SetupPlace;
	/** Whom AWS takes the administrator for; undefined where the part that is set up needs none. */
	readonly administrator: CallerIdentity | undefined;
	/** What the person should know before anything is planned. */
	readonly notes: readonly string[];
	/** What to type to go on after a stop; it begins with `anchorsmith`. */
	readonly resumeCommand: string;
	/** What to type to take back what was made; it begins with `anchorsmith`. */
	readonly undoCommand: string;
	readonly #parts: SetupRunParts;
	readonly #made = new Set<Change>();
	#plan: Plan | undefined;
	#journal: Journal | undefined;
	#known: Known = {};
	#proof: Proof | undefined;

	constructor(parts: SetupRunParts) {
		const {specification, place, world, notes, resumeCommand, undoCommand} = parts;
		this.#parts = parts;
		this.specification = specification;
		this.place = place;
		this.administrator = world.administrator;
		this.notes = notes;
		this.resumeCommand = resumeCommand;
		this.undoCommand = undoCommand;
	}

	/**
	 * Compares what should be with what is. Reads, never writes; may be asked again.
	 *
	 * @throws {ExpectedError} as `planSetup`; `PASSPHRASE_WRONG` when the key of an issuer does not open.
	 */
	async plan(): Promise<Plan> {
		const {world, specification, open} = this.#parts;
		const journal = await this.#readJournal();
		return whileServed(open, () => planSetup(specification, {reader: world.reader, journal}));
	}

	/**
	 * Makes the changes of a plan while no other run works on this set-up.
	 *
	 * @param signal - Looked at between changes; that of the surroundings unless given.
	 * @throws {ExpectedError} `SETUP_CHANGED` when another run worked on the set-up since it was planned: plan again;
	 * `INTERRUPTED`; and what a change throws, with how to go on and how to undo. `account` then says what exists.
	 */
	async apply(plan: Plan, progress: ApplyProgress, signal = this.#parts.surroundings.signal): Promise<Known> {
		const {place, surroundings} = this.#parts;
		await createFolder(path.dirname(place.journalFile), within(place.base, surroundings));
		this.#plan = plan;
		return withLock(place.journalFile, async () => {
			const journal = await this.#readJournal();
			requireCurrent(plan, journal);
			this.#journal = journal;
			return this.#withWaysOut(signal, () => this.#applyWith(journal, {plan, progress, signal}));
		});
	}

	/**
	 * Proves the set-up as a consumer would use it, once it is applied.
	 *
	 * @param say - Is told what goes on while that takes long.
	 * @returns undefined where the part that is set up is not enough to prove anything.
	 * @throws {ExpectedError} `PROOF_FAILED`, `INTERRUPTED`, and what fetching credentials throws, with how to go on.
	 */
	async prove(say: (note: string) => void): Promise<Proof | undefined> {
		const {cliProfile} = this.specification;
		if (cliProfile) {
			const {signal} = this.#parts.surroundings;
			this.#proof = await this.#withWaysOut(signal, () => this.#proveThrough(cliProfile.name, say));
		}

		return this.#proof;
	}

	/** What exists and what does not, of the plan that was applied last; also while and after that failed. */
	account(): SetupAccount {
		if (!this.#plan) {
			throw new Error('nothing was applied');
		}

		return accountOf(this.#plan, this.#made, this.#journal, {resume: this.resumeCommand, undo: this.undoCommand});
	}

	/** What stands once it is applied and proven. */
	summary(): SetupSummary {
		if (!this.#plan) {
			throw new Error('nothing was applied');
		}

		const {specification, place, surroundings, world} = this.#parts;
		return summarise({
			specification,
			place,
			home: stateHome(place, surroundings),
			endpoint: world.reader.sessionEndpoint,
			flags: placeFlags(specification.name, place, surroundings),
			plan: this.#plan,
			known: this.#known,
			proof: this.#proof,
			undo: this.undoCommand,
			env: surroundings.env,
		});
	}

	/** Lets go of a rehearsal that this run serves. */
	async close(): Promise<void> {
		await this.#parts.open.close();
	}

	async #applyWith(
		journal: Journal,
		{plan, progress, signal}: {readonly plan: Plan; readonly progress: ApplyProgress; readonly signal: AbortSignal},
	): Promise<Known> {
		const {answers, specification, place, world, surroundings} = this.#parts;
		await beginJournal(journal, plan, {reader: world.reader, randomBytes: surroundings.randomBytes});
		await keepAnswers(answers, place, surroundings);
		const writer = world.writerFor(specification.name, journal.beginning?.id ?? '');
		startKey(plan, specification, writer);
		this.#known = await applyPlan(plan, {writer, journal, progress: this.#noting(progress), signal});
		return this.#known;
	}

	async #proveThrough(cliProfile: string, say: (note: string) => void): Promise<Proof> {
		const {place, open, surroundings} = this.#parts;
		return prove({
			cliProfile,
			locations: place.locations,
			platform: commandPlatform(surroundings.platform),
			env: surroundings.env,
			certificate: must(this.#known, 'endEntity').certificate,
			changedAt: this.#journal && lastChangeAtAws(this.#journal),
			access: open.access,
			say,
		});
	}

	async #readJournal(): Promise<Journal> {
		const {place, surroundings} = this.#parts;
		return Journal.read(place.journalFile, surroundings.now);
	}

	#noting(progress: ApplyProgress): ApplyProgress {
		return {
			begun: change => progress.begun(change),
			doing: (change, note) => progress.doing(change, note),
			done: change => {
				this.#made.add(change);
				progress.done(change);
			},
			failed: change => progress.failed(change),
		};
	}

	async #withWaysOut<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
		try {
			return await whileServed(this.#parts.open, work);
		} catch (error) {
			throw withWaysOut(signal.aborted ? interrupted(error) : error, this.resumeCommand, this.undoCommand);
		}
	}
}

/** A key for a certificate that the plan makes can be made while what comes before it is. */
function startKey({changes}: Plan, {endEntity}: Specification, {keys}: Writer): void {
	const isMade = changes.some(({kind, action}) => kind === 'certificate' && action === 'create');
	if (isMade && endEntity?.source === 'new') {
		keys.startKey(endEntity.algorithm);
	}
}
