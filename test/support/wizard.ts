import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {steps} from '../../src/wizard/steps.ts';
import {program} from './program.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {openTerminal, type Terminal, type TerminalOptions} from './terminal.ts';

/** The wizard in a terminal of its own, for a person whose home is a new folder. */
export interface Wizard extends Terminal {
	readonly home: string;
	/** The id of the question on the screen; undefined when there is none. */
	question(): string | undefined;
	/** Waits until this question is on the screen. */
	asks(id: string): Promise<string>;
	/** Waits for any other question than this one, or for the review; gives its id, or `review`. */
	asksAfter(id: string): Promise<string>;
}

/** How a wizard is to be started, beside its words. */
export interface WizardOptions extends Partial<Omit<TerminalOptions, 'command' | 'cwd'>> {
	/** A new folder unless given. */
	readonly home?: string;
	/** Words in front of the program's own, such as a shell that looks at the terminal afterwards. */
	readonly under?: readonly [string, ...string[]];
}

/** Starts the built program with these words; without any it shows its start screen. */
export async function openWizard(words: readonly string[] = [], options: WizardOptions = {}): Promise<Wizard> {
	const {home = temporaryFolder(), under, env = {}, columns, rows} = options;
	const [node, entry] = await program();
	const terminal = openTerminal({
		command: under ? [...under, node, entry, ...words] : [node, entry, ...words],
		...(columns !== undefined && {columns}),
		...(rows !== undefined && {rows}),
		env: {HOME: home, ANCHORSMITH_HOME: path.join(home, '.anchorsmith'), AWS_EC2_METADATA_DISABLED: 'true', ...env},
		cwd: home,
	});
	return {
		...terminal,
		home,
		question: () => questionOn(terminal.screen()),
		asks: id => terminal.waitFor(screen => questionOn(screen) === id),
		async asksAfter(id) {
			let found = id;
			await terminal.waitFor(screen => {
				found = questionOn(screen) ?? (isReview(screen) ? 'review' : id);
				return found !== id;
			});
			return found;
		},
	};
}

/** From the start screen to the first question of a rehearsal, by as many keys as it takes. */
export async function chooseRehearsal(wizard: Wizard): Promise<void> {
	await wizard.waitFor('What would you like to do?');
	wizard.press('down', 'down');
	await wizard.waitFor(/[❯>] Rehearse/);
	wizard.press('enter');
	await wizard.waitFor(() => wizard.question() !== undefined);
}

/** Moves the mark in a list down to a line. */
export async function moveTo(wizard: Wizard, line: RegExp): Promise<void> {
	while (!line.test(wizard.screen())) {
		const before = markedIn(wizard.screen());
		wizard.press('down');
		await wizard.waitFor(screen => markedIn(screen) !== before);
	}
}

/** The line that is marked; all around it may be drawn again at any time. */
function markedIn(screen: string): string | undefined {
	return /^ *[❯>] .*$/m.exec(screen)?.[0];
}

/** Takes every suggestion from the question at hand on, until another or the review; gives the ids asked. */
export async function takeSuggestions(wizard: Wizard, until = 'review'): Promise<readonly string[]> {
	const asked: string[] = [];
	let at = wizard.question() ?? 'review';
	while (at !== until && at !== 'review') {
		asked.push(at);
		wizard.press('enter');
		at = await wizard.asksAfter(at);
	}

	return asked;
}

/** From the review through the plan to the proof, by two keys; gives the last screen. */
export async function applyAndProve(wizard: Wizard): Promise<string> {
	wizard.press('enter');
	await wizard.waitFor('This is what would be done');
	wizard.type('y');
	return wizard.waitFor('It works');
}

/** The paths of all files below a folder that hold a text. */
export function filesHolding(folder: string, text: string): readonly string[] {
	return readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.map(name => path.join(folder, name))
		.filter(file => statSync(file).isFile() && readFileSync(file).includes(text));
}

const QUESTIONS = steps.map(({id, question}) => ({id, question: question.replaceAll('’', "'")}));

/** Questions may be broken over lines, and spelled without what ASCII lacks. */
function questionOn(screen: string): string | undefined {
	const text = screen.replaceAll('’', "'").split(/\s+/).join(' ');
	return QUESTIONS.find(({question}) => text.includes(question))?.id;
}

/** The heading of the review is in the step tracker too, where it is marked as being at hand. */
function isReview(screen: string): boolean {
	return /[●*] Review|^\s*\d+\/\d+ Review/m.test(screen);
}
