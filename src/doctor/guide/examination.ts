import {diagnose} from '../diagnose/diagnose.ts';
import type {CheckId, CheckResult} from '../diagnose/diagnosis.ts';
import {judgeCheck, orderedChecks, titleOf} from '../diagnose/judge-check.ts';
import type {EvidencePart} from '../evidence/evidence.ts';
import {gatherEvidence} from '../gather/gather.ts';
import type {Surroundings} from '../gather/surroundings.ts';
import type {Findings} from './doctor-world.ts';

/** One line of the checklist, as far as it is. */
export interface CheckRow {
	readonly check: CheckId;
	readonly title: string;
	readonly state: 'waiting' | 'running' | CheckResult['state'];
	/** Empty until it is judged. */
	readonly words: string;
	/** Milliseconds, while it runs. */
	readonly spent: number;
}

/** What an examination tells while it is on. */
export interface Listening {
	readonly now: () => Date;
	/** Something changed. */
	changed(): void;
	/** A check is judged. */
	judged?(row: CheckRow): void;
}

/** Looks at everything once, and judges each check as soon as what it needs is there. */
export class Examination {
	readonly #listening: Listening;
	readonly #begun = new Map<EvidencePart, Date>();
	readonly #done = new Set<EvidencePart>();
	readonly #results = new Map<CheckId, CheckResult>();

	#cliProfile: string | undefined;

	constructor(listening: Listening) {
		this.#listening = listening;
	}

	/** Whose credentials are asked about, once that is known. */
	get cliProfile(): string | undefined {
		return this.#cliProfile;
	}

	/** Every check, in the order in which a cause is looked for. */
	get rows(): readonly CheckRow[] {
		return orderedChecks.map(({check}) => this.#row(check));
	}

	/** @throws {ExpectedError} as `gatherEvidence`. */
	async run(surroundings: Surroundings): Promise<Findings> {
		const evidence = await gatherEvidence(surroundings, {
			begun: part => {
				this.#begun.set(part, this.#listening.now());
				this.#listening.changed();
			},
			done: (part, soFar) => {
				this.#done.add(part);
				this.#cliProfile = soFar.cliProfile?.name;
				for (const {check} of orderedChecks) {
					this.#take(this.#results.has(check) ? undefined : judgeCheck(check, soFar));
				}

				this.#listening.changed();
			},
		});
		const diagnosis = diagnose(evidence);
		for (const judged of diagnosis.checks) {
			this.#results.set(judged.check, judged);
		}

		return {evidence, diagnosis};
	}

	#take(judged: CheckResult | undefined): void {
		if (judged) {
			this.#results.set(judged.check, judged);
			this.#listening.judged?.(this.#row(judged.check));
		}
	}

	#row(id: CheckId): CheckRow {
		const {title = '', needs = []} = orderedChecks.find(({check}) => check === id) ?? {};
		const judged = this.#results.get(id);
		if (judged) {
			return rowOf(judged, title);
		}

		const since = needs
			.filter(part => !this.#done.has(part))
			.flatMap(part => this.#begun.get(part)?.getTime() ?? [])
			.toSorted((one, other) => one - other)[0];
		return since === undefined
			? {check: id, title, state: 'waiting', words: '', spent: 0}
			: {check: id, title, state: 'running', words: '', spent: this.#listening.now().getTime() - since};
	}
}

/** The checks of a diagnosis as lines. */
export function rowsOf({diagnosis}: Findings): readonly CheckRow[] {
	return diagnosis.checks.map(judged => rowOf(judged, titleOf(judged.check)));
}

/** Of what is wrong the worst is told, else what was seen. */
function rowOf({check, state, words, findings: [worst]}: CheckResult, title: string): CheckRow {
	return {check, title, state, words: state === 'failed' && worst ? worst.message : words, spent: 0};
}
