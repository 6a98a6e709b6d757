import type {CheckResult, Diagnosis, Heard, Prediction, Problem} from '../doctor/diagnose/diagnosis.ts';
import type {Remedy} from '../doctor/remedies/remedy.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from './as-typed.ts';
import {splitAdvice, wrapped} from './wrapped.ts';

/** What the lines depend on. */
export interface DoctorTelling {
	/** What was done before, and how to undo it; empty when nothing was. */
	readonly mended?: readonly MendedThing[];
	/** Why no more was mended. */
	readonly note?: string;
	/** The file that a bundle was written into. */
	readonly bundle?: string;
	/** Of the terminal; 80 unless given. */
	readonly columns?: number;
}

/** Something that was mended. */
export interface MendedThing {
	/** What it was about, in a sentence. */
	readonly what: string;
	/** What was done and how to undo it, one line each. */
	readonly did: readonly string[];
}

const SYMBOLS: Readonly<Record<CheckResult['state'], string>> = {
	passed: '✓',
	noticed: '!',
	failed: '✗',
	unknown: '?',
};

const WHO: Readonly<Record<Remedy['who'], string>> = {
	operator: 'you, on this machine',
	administrator: 'the administrator of the AWS account',
	'pki-owner': 'the owner of the certificate authority',
};

/** Others that are told; the rest is counted. */
const MOST_OTHERS = 12;

/** What goes away with the cause is told of so many rules. */
const MOST_CONSEQUENCES = 5;

/** A check in one line. */
export function checkLine({state, words}: Pick<CheckResult, 'state' | 'words'>, title: string): string {
	return `${SYMBOLS[state]} ${title}: ${printable(words)}`;
}

/**
 * The diagnosis as people read it, without colour: the verdict, the cause and what mends it, what the service says, what
 * else was noticed, and what was not looked at. Commands stand on lines of their own, never broken.
 */
export function doctorText(diagnosis: Diagnosis, telling: DoctorTelling, asTyped: AsTyped): string {
	const lines = new Lines(telling.columns ?? 80, asTyped);
	const {cause, others, messages, open} = diagnosis;
	const {mended = [], note, bundle} = telling;
	lines.mended(mended);
	lines.words(diagnosis.summary);
	if (cause) {
		lines.cause(cause);
	}

	if (note !== undefined) {
		lines.blank();
		lines.words(note);
	}

	lines.service(diagnosis);
	lines.others(others);
	lines.open(open);
	if (cause || others.length > 0 || messages.some(({known}) => known)) {
		lines.blank();
		lines.words(asTyped('anchorsmith explain RULE tells more of what stands in brackets.'));
	}

	if (bundle !== undefined) {
		lines.blank();
		lines.words(`What was seen is in ${printable(bundle)}. To judge it elsewhere:`);
		lines.command('anchorsmith doctor --from FILE');
	}

	return lines.text();
}

class Lines {
	readonly #lines: string[] = [];
	readonly #columns: number;
	readonly #asTyped: AsTyped;

	constructor(columns: number, asTyped: AsTyped) {
		this.#columns = columns;
		this.#asTyped = asTyped;
	}

	text(): string {
		return [...this.#lines, ''].join('\n');
	}

	blank(): void {
		if (this.#lines.length > 0) {
			this.#lines.push('');
		}
	}

	words(text: string, indent = 0, first?: string): void {
		this.#lines.push(...wrapped(text, indent, first, this.#columns));
	}

	/** As it is to be typed: never broken, and one that has lines of its own without a margin. */
	command(command: string): void {
		const typed = this.#asTyped(command).split('\n').map(printable);
		this.#lines.push(...(typed.length === 1 ? typed.map(line => `  ${line}`) : typed));
	}

	/** Words, and the command that they end in on a line of its own. */
	advice(text: string, indent: number, first?: string): void {
		const {words, command} = splitAdvice(text);
		if (words !== undefined) {
			this.words(command === undefined ? this.#asTyped(words) : words, indent, first);
		}

		if (command !== undefined) {
			this.command(command);
		}
	}

	mended(mended: readonly MendedThing[]): void {
		for (const {what, did} of mended) {
			this.words(`Mended: ${what}`);
			for (const line of did) {
				this.advice(line, 2);
			}
		}

		this.blank();
	}

	cause({finding: {rule, message, why}, remedy, consequences}: Problem): void {
		this.blank();
		this.words(`${message} [${rule}]`);
		this.words(why, 5, 'Why: ');
		this.blank();
		this.fix(remedy);
		for (const command of remedy.commands) {
			this.command(command);
		}

		if (consequences.length > 0) {
			this.blank();
			this.words('This goes away with it:');
			const rules = consequences.map(({rule: each}) => each);
			const once = consequences.filter(({rule: each}, index) => rules.indexOf(each) === index);
			for (const {message: made, rule: of} of once.slice(0, MOST_CONSEQUENCES)) {
				this.words(`${made} [${of}]`, 4, '  - ');
			}

			if (once.length > MOST_CONSEQUENCES) {
				this.words(`and what ${once.length - MOST_CONSEQUENCES} more rules find`, 4);
			}
		}
	}

	/** Who does what; a command in the words stands alone. */
	fix({what, who}: Remedy): void {
		const {words = 'Type this.', command} = splitAdvice(what);
		this.words(`${words} (${WHO[who]})`, 5, 'Fix: ');
		if (command !== undefined) {
			this.command(command);
		}
	}

	/** What the service and others say, and would say. */
	service({messages, prediction, verdict}: Diagnosis): void {
		const says = predictionInWords(prediction);
		if (messages.length > 0 || (says !== undefined && verdict !== 'working')) {
			this.blank();
		}

		for (const heard of messages) {
			this.heard(heard, verdict === 'unexplained');
		}

		if (says !== undefined && verdict !== 'working') {
			this.words(says);
		}
	}

	heard({from, quoted, at, known}: Heard, isAllTold: boolean): void {
		this.words(`${speakerInWords(from, at)}: "${quoted}"`);
		this.words(known ? `${known.meaning}` : 'These words are not known here.', 2);
		for (const {what, next} of (isAllTold && known?.causes) || []) {
			this.words(what, 4, '  - ');
			this.advice(next, 4);
		}
	}

	others(others: readonly Problem[]): void {
		if (others.length === 0) {
			return;
		}

		this.blank();
		this.words('Also noticed:');
		for (const {finding, remedy} of others.slice(0, MOST_OTHERS)) {
			const {severity, message, rule} = finding;
			this.words(`${message} [${rule}]`, 12, `  ${severity.padEnd(10)}`);
			if (severity === 'error') {
				this.advice(remedy.what, 12);
				for (const command of remedy.commands) {
					this.command(command);
				}
			}
		}

		if (others.length > MOST_OTHERS) {
			this.words(`  and ${others.length - MOST_OTHERS} more: see --json`);
		}
	}

	open(open: Diagnosis['open']): void {
		if (open.length === 0) {
			return;
		}

		this.blank();
		this.words('Not looked at:');
		for (const {what, leavesOpen, next} of open) {
			this.words(`${what} ${leavesOpen}`, 4, '  - ');
			this.advice(next, 4);
		}
	}
}

function speakerInWords(from: Heard['from'], at: string | undefined): string {
	switch (from) {
		case 'live':
			return 'The service answers';
		case 'run':
			return 'The credential process says';
		case 'told':
			return 'You were told';
		case 'recorded':
			return `The last error of credentials${at === undefined ? '' : ` (${at})`}`;
	}
}

function predictionInWords(prediction: Prediction): string | undefined {
	switch (prediction.state) {
		case 'granted':
			return `By what was seen, the service would grant ${printable(prediction.assumedRoleArn)} for ${prediction.durationSeconds} seconds.`;
		case 'refused': {
			const words = prediction.isRecorded ? `"${printable(prediction.message)}"` : 'in words that nobody has recorded';
			const {code, provided} = prediction;
			const proviso = provided === undefined ? '' : ` This takes for granted what was not seen: ${provided}.`;
			return `By what was seen, the service would refuse: ${code}, ${words}.${proviso}`;
		}
		case 'unknown':
			return `What the service would answer cannot be told without ${prediction.missing}.`;
	}
}
