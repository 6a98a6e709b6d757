import type {CheckResult, Diagnosis, Heard, Prediction, Problem} from '../doctor/diagnose/diagnosis.ts';
import type {Remedy} from '../doctor/remedies/remedy.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from './as-typed.ts';
import {ReportLines} from './report-lines.ts';
import {splitAdvice} from './wrapped.ts';

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
	const lines = new ReportLines(telling.columns ?? 80, asTyped);
	const {summary, cause, others, open} = diagnosis;
	const {mended = [], note, bundle} = telling;
	tellMended(mended, lines);
	lines.words(summary);
	if (cause) {
		tellCause(cause, lines);
	}

	if (note !== undefined) {
		lines.blank();
		lines.words(note);
	}

	tellAnswers(diagnosis, lines);
	tellOthers(others, lines);
	tellOpen(open, lines);
	if (cause || others.length > 0) {
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

function tellMended(mended: readonly MendedThing[], lines: ReportLines): void {
	for (const {what, did} of mended) {
		lines.words(`Mended: ${what}`);
		for (const line of did) {
			lines.advice(line, 2);
		}
	}

	lines.blank();
}

function tellCause({finding: {rule, message, why}, remedy, consequences}: Problem, lines: ReportLines): void {
	lines.blank();
	lines.words(`${message} [${rule}]`);
	lines.words(why, 5, 'Why: ');
	lines.blank();
	tellFix(remedy, lines);
	tellConsequences(consequences, lines);
}

/** Who does what; a command in the words stands alone. */
function tellFix({what, who, commands}: Remedy, lines: ReportLines): void {
	const {words = 'Type this.', command} = splitAdvice(what);
	lines.words(`${words} (${WHO[who]})`, 5, 'Fix: ');
	lines.commands(command === undefined ? commands : [command, ...commands]);
}

/** One of each rule: the rest goes away all the same. */
function tellConsequences(consequences: Problem['consequences'], lines: ReportLines): void {
	const rules = consequences.map(({rule}) => rule);
	const once = consequences.filter(({rule}, index) => rules.indexOf(rule) === index);
	if (once.length > 0) {
		lines.blank();
		lines.words('This goes away with it:');
	}

	for (const {message, rule} of once.slice(0, MOST_CONSEQUENCES)) {
		lines.words(`${message} [${rule}]`, 4, '  - ');
	}

	if (once.length > MOST_CONSEQUENCES) {
		lines.words(`and what ${once.length - MOST_CONSEQUENCES} more rules find`, 4);
	}
}

/** What the service and others say, and would say. */
function tellAnswers({messages, prediction, verdict}: Diagnosis, lines: ReportLines): void {
	lines.blank();
	for (const heard of messages) {
		tellHeard(heard, verdict === 'unexplained', lines);
	}

	if (verdict !== 'working') {
		lines.words(predictionInWords(prediction));
	}
}

/** What is known of the words; and what they may come from, where nothing else explains them. */
function tellHeard({from, quoted, at, known}: Heard, isAllTold: boolean, lines: ReportLines): void {
	lines.words(`${speakerInWords(from, at)}: "${quoted}"`);
	lines.words(known ? known.meaning : 'These words are not known here.', 2);
	for (const {what, next} of (isAllTold && known?.causes) || []) {
		lines.words(what, 4, '  - ');
		lines.advice(next, 4);
	}
}

function tellOthers(others: readonly Problem[], lines: ReportLines): void {
	if (others.length === 0) {
		return;
	}

	lines.blank();
	lines.words('Also noticed:');
	for (const {finding, remedy} of others.slice(0, MOST_OTHERS)) {
		const {severity, message, rule} = finding;
		lines.words(`${message} [${rule}]`, 12, `  ${severity.padEnd(10)}`);
		if (severity === 'error') {
			lines.advice(remedy.what, 12);
			lines.commands(remedy.commands);
		}
	}

	if (others.length > MOST_OTHERS) {
		lines.words(`and ${others.length - MOST_OTHERS} more: see --json`, 2);
	}
}

function tellOpen(open: Diagnosis['open'], lines: ReportLines): void {
	if (open.length === 0) {
		return;
	}

	lines.blank();
	lines.words('Not looked at:');
	for (const {what, leavesOpen, next} of open) {
		lines.words(what, 4, '  - ');
		lines.words(leavesOpen, 4);
		lines.advice(next, 4);
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

function predictionInWords(prediction: Prediction): string {
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
