import {ExpectedError} from '../../errors.ts';
import {blank, type Line, line, type Tone} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {breakText, wrap} from '../../ui/wrap.ts';
import type {CommandBlock, Equivalents} from '../equivalents/equivalents.ts';
import type {WizardSession} from '../session.ts';
import {keys, conducting as texts} from '../texts/en.ts';
import {setupView} from './setup-view.ts';

/** What the commands of a plan are shown with. */
export interface Commands {
	readonly session: WizardSession;
	readonly equivalents: Equivalents;
	asCalled(text: string): string;
	copy(text: string): void;
	/** Writes the script and tells where. */
	write(): Promise<string>;
	refresh(): void;
	back(): void;
}

/** The same by commands: always shown in full, copied and written on request. */
export function commandsPage({session, equivalents, asCalled, copy, write, refresh, back}: Commands): Screen {
	const {own, openssl, awsCli, script} = equivalents;
	let told: {readonly text: string; readonly tone: Tone} | undefined;
	const writeScript = async () => {
		try {
			told = {text: texts.written(await write()), tone: 'good'};
		} catch (error) {
			if (!(error instanceof ExpectedError)) {
				throw error;
			}

			told = {text: `${error.message} ${error.next[0]}.`, tone: 'caution'};
		}

		refresh();
	};
	return pageScreen({
		frame: view => setupView(session, 'review', view),
		hints: () => [
			{key: 'c', does: keys.copy},
			{key: 'w', does: keys.write},
			{key: 'Esc', does: keys.back},
		],
		told: (width, {symbols}) =>
			told === undefined
				? []
				: marked(told.tone === 'good' ? symbols.done : symbols.attention, told.text, {width, tone: told.tone}),
		rows: width =>
			blocks(
				wrap(texts.equivalentsIntro, width),
				own.flatMap(block => blockRows(block, width, asCalled)),
				[...openssl, ...awsCli].flatMap((block, index) => [
					...(index === 0 ? [] : [blank]),
					...blockRows(block, width, text => text),
				]),
			),
		press(key) {
			if (key.name === 'escape') {
				back();
			} else if (letterOf(key) === 'c') {
				copy(script);
				told = {text: texts.copied, tone: 'good'};
			} else if (letterOf(key) === 'w') {
				void writeScript();
			}
		},
	});
}

/** Commands keep their own rows; what is wider is broken anywhere, as a terminal would. */
function blockRows({title, lines}: CommandBlock, width: number, asCalled: (text: string) => string): readonly Line[] {
	return [
		...wrap(title, width, 'strong'),
		...lines.flatMap(row => breakText(asCalled(row), width - 2).map(part => line(`  ${part}`))),
	];
}
