import type {MendedThing} from '../../report/doctor-text.ts';
import type {Hint} from '../../ui/fields/field.ts';
import type {Key} from '../../ui/keys.ts';
import {type Line, line} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys as anyKeys} from '../../ui/texts/en.ts';
import type {Theme} from '../../ui/theme.ts';
import type {Findings} from '../guide/doctor-world.ts';
import {rowsOf} from '../guide/examination.ts';
import {commandsText, headline, messageParts, problemParts, proofParts, safe} from '../guide/telling.ts';
import {bundle, keys, result as texts} from '../texts/en.ts';
import {checkRows} from './check-rows.ts';
import {doctorView} from './doctor-view.ts';
import {mendedRows} from './mended-rows.ts';
import {partRows} from './part-rows.ts';

/** What was found, and what can be done with it. */
export interface ShowingResult {
	readonly findings: Findings;
	/** What was mended before. */
	readonly mended: readonly MendedThing[];
	/** A file that was just written. */
	readonly written?: string | undefined;
	asCalled(text: string): string;
	copy(text: string): void;
	/** Undefined where this program can do nothing about it. */
	readonly mend: (() => void) | undefined;
	again(): void;
	rest(): void;
	open(): void;
	message(): void;
	bundle(): void;
	help(): void;
	back(): void;
}

/** The cause and its fix; or that all is well, and what was proved. Below it the whole checklist. */
export function resultScreen(showing: ShowingResult): Screen {
	const {findings, mended, asCalled, mend} = showing;
	const {diagnosis, evidence} = findings;
	const {cause, others, open} = diagnosis;
	const commands = cause?.remedy.commands ?? [];
	let told = showing.written === undefined ? undefined : bundle.written(safe(showing.written));
	const actions: Readonly<Record<string, (() => void) | undefined>> = {
		d: mend,
		c:
			commands.length === 0
				? undefined
				: () => {
						showing.copy(commandsText(commands, asCalled));
						told = texts.copied;
					},
		a: () => showing.again(),
		r: others.length === 0 ? undefined : () => showing.rest(),
		n: open.length === 0 ? undefined : () => showing.open(),
		m: () => showing.message(),
		b: () => showing.bundle(),
		q: () => showing.back(),
		'?': () => showing.help(),
	};
	return pageScreen({
		frame: view => doctorView(evidence.cliProfile.name, view),
		hints: () => hintsOf(actions),
		rows: (width, theme) =>
			blocks(
				headRows(findings, mended.length > 0, {width, theme}),
				partRows(cause ? problemParts(cause, asCalled, texts.canMend) : [], width),
				partRows(proofParts(findings), width),
				mendedRows(mended, width, theme),
				partRows(messageParts(diagnosis, asCalled), width),
				countRows(findings),
				[line(texts.checks, 'strong'), ...checkRows(rowsOf(findings), width, theme)],
			),
		told: (width, theme) => (told === undefined ? [] : marked(theme.symbols.done, told, {width, tone: 'good'})),
		press(key: Key) {
			told = undefined;
			if (key.name === 'escape') {
				showing.back();
			} else if (key.name === 'enter') {
				mend?.();
			} else {
				actions[letterOf(key) ?? '']?.();
			}
		},
	});
}

/** The cause itself, or the verdict where there is none. */
function headRows(
	{diagnosis}: Findings,
	hasMended: boolean,
	{width, theme: {symbols}}: {readonly width: number; readonly theme: Theme},
): readonly Line[] {
	const {text, tone} = headline(diagnosis, hasMended);
	const {cause} = diagnosis;
	return cause
		? marked(symbols.failed, safe(cause.finding.message), {width, tone: 'bad'})
		: marked(tone === 'good' ? symbols.done : symbols.attention, text, {width, tone});
}

/** How much there is besides, and the keys that lead there. */
function countRows({diagnosis: {others, open}}: Findings): readonly Line[] {
	return [
		...(others.length === 0 ? [] : [line(texts.others(others.length))]),
		...(open.length === 0 ? [] : [line(texts.open(open.length), 'faint')]),
	];
}

function hintsOf(actions: Readonly<Record<string, unknown>>): readonly Hint[] {
	const all: readonly Hint[] = [
		{key: 'd', does: keys.mend},
		{key: 'c', does: anyKeys.copy},
		{key: 'a', does: keys.again},
		{key: '?', does: keys.help},
		{key: 'r', does: keys.rest},
		{key: 'n', does: keys.open},
		{key: 'b', does: keys.bundle},
		{key: 'm', does: keys.message},
		{key: 'q', does: keys.leave},
	];
	return all.filter(({key}) => actions[key] !== undefined);
}
