import {ExpectedError} from '../../errors.ts';
import {elapsed, spinnerAt} from '../../ui/elapsed.ts';
import {type Line, span} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import {keys as anyKeys} from '../../ui/texts/en.ts';
import {wrap} from '../../ui/wrap.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import {safe} from '../guide/telling.ts';
import type {Mend} from '../mend/mend.ts';
import {keys, mending as texts} from '../texts/en.ts';
import {changeRows} from './change-rows.ts';
import {doctorView} from './doctor-view.ts';
import {failureScreen} from './failure-screen.ts';
import type {DoctorOnStage} from './ink-doctor-world.ts';

/** Where mending leads. */
export interface MendWays {
	/** To where it was asked for; nothing was changed. */
	back(): void;
	/** What was done, and how to undo it. */
	done(did: readonly string[]): void;
}

/** One change on the stage: shown, asked about, made. */
export class MendFlow {
	readonly #on: DoctorOnStage;
	readonly #cliProfile: string;
	readonly #ways: MendWays;
	#state: 'asking' | 'working' | 'stopping' = 'asking';

	constructor(on: DoctorOnStage, cliProfile: string, ways: MendWays) {
		this.#on = on;
		this.#cliProfile = cliProfile;
		this.#ways = ways;
	}

	/** True once a change is being made. */
	get isWorking(): boolean {
		return this.#state !== 'asking';
	}

	/** Lets the change that is being made come to its end; false when none is, or that was asked for already. */
	interrupt(): boolean {
		if (this.#state !== 'working') {
			return false;
		}

		this.#state = 'stopping';
		this.#on.stage.refresh();
		return true;
	}

	/** True when the person wants to leave as soon as the change is made. */
	get isStopping(): boolean {
		return this.#state === 'stopping';
	}

	/** Shows what would be done. */
	async ask({remedy}: Problem, mend: Mend, options: GatherOptions): Promise<void> {
		const {describeMend} = await import('../mend/describe-mend.ts');
		const description = this.#on.asCalled(safe(describeMend(mend)));
		const rows = (width: number) =>
			blocks(wrap(texts.question, width, 'strong'), wrap(safe(remedy.what), width), changeRows(description, width));
		let shown: readonly Line[] = [];
		this.#on.stage.show(
			pageScreen({
				frame: view => doctorView(this.#cliProfile, view),
				hints: () => [
					{key: 'y', does: keys.apply},
					{key: 'Esc', does: keys.cancel},
				],
				rows(width) {
					shown = rows(width);
					return shown;
				},
				// What changes first is in sight, however much stays as it is above it.
				seen: () => 1 + shown.findIndex(row => row.some(({tone}) => tone === 'good' || tone === 'bad')),
				press: key => {
					if (letterOf(key) === 'y') {
						this.#make(mend, options);
					} else if (key.name === 'escape') {
						this.#ways.back();
					}
				},
			}),
		);
	}

	#make(mend: Mend, options: GatherOptions): void {
		const {stage, surroundings} = this.#on;
		const since = surroundings.now().getTime();
		this.#state = 'working';
		stage.show(
			pageScreen({
				frame: view => doctorView(this.#cliProfile, view),
				hints: () => [{key: 'Ctrl-C', does: anyKeys.interrupt}],
				isMoving: () => true,
				rows: (width, theme) => {
					const spent = surroundings.now().getTime() - since;
					const row: Line = [
						span(`${spinnerAt(spent, theme)} `, 'accent'),
						span(texts.doing),
						span(spent < 1000 ? '' : `  ${elapsed(spent)}`, 'faint'),
					];
					return blocks(
						[row],
						this.isStopping ? marked(theme.symbols.attention, texts.stopping, {width, tone: 'caution'}) : [],
					);
				},
				press: () => undefined,
			}),
		);
		this.#apply(mend, options).catch((error: unknown) => stage.fail(error));
	}

	async #apply(mend: Mend, options: GatherOptions): Promise<void> {
		const {applyMend} = await import('../mend/apply-mend.ts');
		const means = await this.#on.surround(options);
		try {
			const did = await applyMend(mend, means);
			this.#ways.done(did.map(safe));
		} catch (error) {
			if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED') {
				throw error;
			}

			this.#state = 'asking';
			const {back} = this.#ways;
			const {stage, asCalled} = this.#on;
			stage.show(failureScreen({cliProfile: this.#cliProfile, title: texts.failed, error, asCalled, back}));
		}
	}
}
