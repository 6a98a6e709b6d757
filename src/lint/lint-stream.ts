import type {Item} from '../pki/intake/item.ts';
import type {Severity} from '../rules/finding.ts';
import {judgeFile} from '../rules/judge-file.ts';
import {type JudgedItem, judgeItem, lintedItem, selected} from './lint-item.ts';
import type {LintedFile, LintedItem, LintOptions} from './lint-result.ts';
import {PemSplitter} from './pem-splitter.ts';

/** Things with findings that are listed; of more, only counts are kept. */
export const LISTED = 1000;

/** Told of the things judged so far, every now and then; may throw to stop. */
export type OnProgress = (things: number) => void;

/**
 * Judges PEM of any size as it comes, each thing by itself, holding one block at a time. Only things with findings are
 * listed, the first {@link LISTED} of them; everything is counted.
 *
 * @throws Whatever reading the pieces or `onProgress` throws.
 */
export async function lintStream(
	path: string,
	pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	options: LintOptions,
	onProgress: OnProgress = () => undefined,
): Promise<LintedFile> {
	const splitter = new PemSplitter();
	const tally = new Tally();
	const judge = (items: readonly Item[]) => {
		for (const item of items) {
			tally.take(judgeItem(item, {path}, options));
		}
	};
	for await (const piece of pieces) {
		judge(splitter.push(piece));
		onProgress(tally.things);
	}

	judge(splitter.finish());
	onProgress(tally.things);
	const nothing = [
		{kind: 'unrecognised', message: 'No PEM is in it, and it is too large to be one certificate or key.'} as const,
	];
	return {
		path,
		findings: tally.things === 0 ? selected(judgeFile({notes: nothing, path}), options.rules) : [],
		items: tally.listed,
		listing: tally.listing(),
	};
}

class Tally {
	things = 0;
	readonly listed: LintedItem[] = [];
	#omitted = 0;
	readonly #unlisted: Record<Severity, number> = {error: 0, warning: 0, notice: 0};
	readonly #byRule = new Map<string, number>();

	take(judged: JudgedItem): void {
		const index = this.things++;
		const {findings} = judged;
		for (const {rule} of findings) {
			this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + 1);
		}

		if (findings.length === 0) {
			return;
		}

		if (this.listed.length < LISTED) {
			this.listed.push(lintedItem(judged, index));
			return;
		}

		this.#omitted++;
		for (const {severity} of findings) {
			this.#unlisted[severity]++;
		}
	}

	listing() {
		const byRule = [...this.#byRule].toSorted(([, one], [, other]) => other - one);
		return {
			things: this.things,
			omitted: this.#omitted,
			unlisted: this.#unlisted,
			byRule: Object.fromEntries(byRule),
		};
	}
}
