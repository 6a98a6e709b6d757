import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import type {LintedPaths} from '../../lint/lint-paths.ts';
import type {LintInput, LintResult} from '../../lint/lint-result.ts';
import {printable} from '../../printable.ts';
import {commandLines, splitAdvice} from '../../report/wrapped.ts';
import type {Finding} from '../../rules/finding.ts';
import {completePath} from '../../ui/complete-path.ts';
import type {View} from '../../ui/frame.ts';
import {type Line, line} from '../../ui/line.ts';
import type {Act} from '../../ui/on-stage.ts';
import {blocks, marked, titled} from '../../ui/rows.ts';
import {busyScreen} from '../../ui/screens/busy-screen.ts';
import {pageScreen} from '../../ui/screens/page-screen.ts';
import {pathScreen} from '../../ui/screens/path-screen.ts';
import {wrap} from '../../ui/wrap.ts';
import type {SetupEnd} from '../setup-end.ts';
import {keys, leaving, checking as texts} from '../texts/en.ts';
import {findingsScreen} from './findings-screen.ts';
import type {OnStage} from './world.ts';

/** Checking certificates on the stage: which, what was found, why, and the repaired set. */
export class CheckFlow implements Act {
	readonly #on: OnStage;
	readonly #end: (end: SetupEnd) => void;
	#problem: string | undefined;
	#typed = '';

	/** @param end - Is told when the person goes back. */
	constructor(on: OnStage, end: (end: SetupEnd) => void) {
		this.#on = on;
		this.#end = end;
	}

	readonly interrupt = (): boolean => false;

	get interruption(): ExpectedError {
		return new ExpectedError('INTERRUPTED', leaving.interruptedNothing, {
			next: ['Check files without these screens: anchorsmith lint FILE'],
		});
	}

	async close(): Promise<void> {}

	/** Asks what to check. */
	begin(): void {
		this.#on.stage.show(
			pathScreen({
				frame,
				question: texts.question,
				note: texts.help,
				example: texts.example,
				problem: () => this.#problem,
				text: this.#typed,
				answer: typed => {
					this.#typed = typed;
					this.#check(() => this.#lint(typed));
				},
				paste: pem => this.#check(() => this.#lintPasted(pem)),
				complete: typed => completePath(typed, this.#on.surroundings.workingDirectory),
				back: () => this.#end({kind: 'left'}),
				refresh: () => this.#on.stage.refresh(),
			}),
		);
	}

	/** What goes wrong is told beside the question. */
	#check(work: () => Promise<Pick<LintedPaths, 'result' | 'inputs'>>): void {
		const {stage, surroundings} = this.#on;
		this.#problem = undefined;
		stage.show(busyScreen(texts.reading, surroundings.now, view => ({title: texts.title, ...view})));
		work().then(
			({result, inputs}) => this.#showFindings(result, inputs),
			(error: unknown) => this.#refuse(error, () => this.begin()),
		);
	}

	#refuse(error: unknown, again: () => void): void {
		if (error instanceof ExpectedError && error.code !== 'INTERRUPTED') {
			this.#problem = `${error.message} ${error.next[0]}.`;
			again();
		} else {
			this.#on.stage.fail(error);
		}
	}

	async #lint(typed: string): Promise<LintedPaths> {
		const {lintPaths} = await import('../../lint/lint-paths.ts');
		const {workingDirectory, stdin, signal, now} = this.#on.surroundings;
		return lintPaths([typed === '-' ? './-' : typed], {at: now()}, {workingDirectory, stdin, signal});
	}

	async #lintPasted(pem: string): Promise<Pick<LintedPaths, 'result' | 'inputs'>> {
		const {lintFiles} = await import('../../lint/lint-files.ts');
		const inputs = [{path: texts.pastedName, bytes: Buffer.from(pem)}];
		return {result: lintFiles(inputs, {at: this.#on.surroundings.now()}), inputs};
	}

	#showFindings(result: LintResult, inputs: readonly LintInput[]): void {
		const show = () => this.#on.stage.show(screen);
		const screen = findingsScreen({
			result,
			frame,
			open: finding => this.#showFinding(finding, show),
			repair: inputs.length === 0 ? undefined : () => this.#askWhereTo(inputs, show),
			back: () => this.begin(),
		});
		show();
	}

	#showFinding(finding: Finding, back: () => void): void {
		this.#on.stage.show(
			pageScreen({
				frame,
				hints: () => [{key: 'Esc', does: keys.back}],
				rows: width => findingPage(finding, width),
				press: key => {
					if (key.name === 'escape' || key.name === 'enter') {
						back();
					}
				},
			}),
		);
	}

	#askWhereTo(inputs: readonly LintInput[], back: () => void): void {
		const {stage, surroundings} = this.#on;
		stage.show(
			pathScreen({
				frame,
				question: texts.into,
				note: texts.intoHelp,
				offered: texts.repairedFolder,
				example: texts.repairedFolder,
				problem: () => this.#problem,
				answer: folder => {
					this.#problem = undefined;
					this.#repair(inputs, path.resolve(surroundings.workingDirectory, folder)).then(
						rows => this.#showWritten(rows, back),
						(error: unknown) => this.#refuse(error, () => stage.refresh()),
					);
				},
				complete: typed => completePath(typed, surroundings.workingDirectory),
				back: () => {
					this.#problem = undefined;
					back();
				},
				refresh: () => stage.refresh(),
			}),
		);
	}

	async #repair(inputs: readonly LintInput[], folder: string): Promise<readonly string[]> {
		const [{planRepair}, {applyRepair}] = await Promise.all([
			import('../../lint/repair/plan-repair.ts'),
			import('../../lint/repair/apply-repair.ts'),
		]);
		const plan = await planRepair(inputs, {
			decrypt: false,
			random: count => this.#on.surroundings.randomBytes(count),
		});
		const isEmpty = plan.folders.every(({files}) => files.length === 0);
		const written = isEmpty ? [] : await applyRepair(plan, folder);
		return [
			...(written.length === 0
				? [texts.nothingWritten]
				: [texts.written, ...written.map(file => `  ${printable(file)}`)]),
			...(plan.left.length === 0 ? [] : ['', texts.leftOut, ...plan.left.map(({message}) => `  ${message}`)]),
		];
	}

	#showWritten(rows: readonly string[], back: () => void): void {
		this.#on.stage.show(
			pageScreen({
				frame,
				hints: () => [{key: 'Esc', does: keys.back}],
				rows: width => rows.flatMap(row => wrap(row, width)),
				press: key => {
					if (key.name === 'escape' || key.name === 'enter') {
						back();
					}
				},
			}),
		);
	}
}

function frame(view: Pick<View, 'body' | 'hints'>): View {
	return {title: texts.title, ...view};
}

/** One finding with all that is known of it. */
function findingPage(
	{severity, message, rule, at, why, fix, source, refusal}: Finding,
	width: number,
): readonly Line[] {
	const part = (title: string, text: string): readonly Line[] => titled(title, wrap(text, width - 2), width);
	return blocks(
		marked(severity === 'error' ? '!' : '-', `${texts.severity[severity]}: ${message}`, {
			width,
			tone: severity === 'error' ? 'bad' : 'caution',
		}),
		[line(texts.ruleAt(rule, printable(at)), 'faint')],
		part(texts.why, why),
		titled(texts.fix, adviceRows(fix, width - 2), width),
		refusal ? part(texts.refusal, `${refusal.code}: ${refusal.message}`) : [],
		part(texts.source, `${source.title}\n${source.url}`),
	);
}

/** Words, and the command that they end in by itself, as a shell takes it. */
function adviceRows(text: string, width: number): readonly Line[] {
	const {words, command} = splitAdvice(text);
	return [
		...(words === undefined ? [] : wrap(words, width)),
		...(command === undefined ? [] : commandLines(command, width).map(row => line(row))),
	];
}
