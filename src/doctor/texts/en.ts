import type {CheckResult} from '../diagnose/diagnosis.ts';
import type {Remedy} from '../remedies/remedy.ts';

/** What a check came to, or how far it is, in a word. */
export const states: Readonly<Record<CheckResult['state'] | 'waiting' | 'running', string>> = {
	waiting: 'waiting',
	running: 'looking',
	passed: 'ok',
	noticed: 'see below',
	failed: 'wrong',
	unknown: 'not known',
};

/** Who can do what is to be done. */
export const who: Readonly<Record<Remedy['who'], string>> = {
	operator: 'You, on this machine:',
	administrator: 'Whoever administers the AWS account:',
	'pki-owner': 'Whoever owns the certificate authority:',
};

/** How the credentials of a CLI profile come about. */
export const kinds = {
	keys: 'access keys',
	role: 'assumes a role',
	'web identity': 'assumes a role with a web identity',
	process: 'a program hands out its credentials',
	'single sign-on': 'single sign-on',
	'console sign-in': 'signed in through the console',
	nothing: 'no credentials of its own',
} as const;

/** Which CLI profile, or which message. */
export const choosing = {
	question: 'Which CLI profile does not work?',
	note: 'These are set up on this machine. Nothing is changed by looking.',
	withMessage: (message: string) => `With the message that you pasted: ${message}`,
	rolesAnywhere: 'asks Roles Anywhere',
	shadowed: (kind: string) => `asks Roles Anywhere, but has ${kind} too`,
	paste: 'Paste an error message',
	pasteNote: 'what it means, and what to look at',
	pasteAgain: 'Change the message',
	pasteQuestion: 'What did it say?',
	pasteHelp: 'All of it, as it was shown. It is matched with the messages that are known, and stays on this machine.',
	pasteGhost: 'paste it here',
} as const;

/** Around everything. */
export const doctor = {
	title: 'Troubleshoot',
	cliProfile: (name: string) => `CLI profile ${name}`,
	opening: 'Looking around',
	looking: 'Looking',
	lookingAgain: 'Looking again, from the start',
	interrupted: 'Stopped. Nothing was changed.',
	interruptedMended: 'Stopped. What was mended stays so:',
	interruptedMend: 'Stopped while a change was being made. Each change is made whole or not at all; see which:',
	lookAgain: 'Look again: anchorsmith doctor',
	runAgain: 'Run it again when you are ready',
	failed: 'It could not be looked at',
} as const;

/** What it came to. */
export const result = {
	mended: 'It is mended.',
	proved: 'What was proved',
	actsAs: 'You act as',
	sessionUntil: 'Credentials until',
	certificateUntil: 'Certificate until',
	days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
	predicted: 'AWS would grant',
	why: 'Why',
	what: 'What to do',
	goesAway: 'Goes away with it',
	more: (count: number) => `and ${count} more`,
	answer: 'What AWS answers',
	heard: {
		live: 'What came of asking AWS just now',
		run: 'What the credential process said',
		told: 'The message that you pasted',
		recorded: 'The last error that was recorded',
	},
	unknownMessage: 'These words are not among the messages that are known here.',
	meaning: 'What it means',
	mayBe: 'What may be behind it, most likely first',
	source: 'Source',
	rule: (id: string, at: string) => (at === '' ? `Rule ${id}` : `Rule ${id}, at ${at}`),
	checks: 'What was looked at',
	canMend: 'This program can do it: press d. It is shown first.',
	noCommand: 'There is no command for it.',
	others: (count: number) => (count === 1 ? 'Noticed besides: 1 thing' : `Noticed besides: ${count} things`),
	open: (count: number) => (count === 1 ? 'Not looked at: 1 thing' : `Not looked at: ${count} things`),
	severity: {error: 'error', warning: 'warning', notice: 'notice'},
	copied: 'Sent to the clipboard. Where the terminal refuses, copy it from here.',
} as const;

/** Everything else, and what is not known. */
export const rest = {
	question: 'Everything else that was noticed, most important first',
	openTitle: 'What was not looked at',
	leavesOpen: 'May be wrong there',
	next: 'To look at it',
} as const;

/** Mending. */
export const mending = {
	question: 'This is what would be done. Nothing has been changed yet.',
	doing: 'Making the change',
	stopping: 'Stopping once this change is made. Ctrl-C again leaves at once.',
	mended: (what: string) => `Mended: ${what}`,
	failed: 'It was not done:',
} as const;

/** A file for a colleague or a ticket. */
export const bundle = {
	question: 'Into which new file should what was seen be written?',
	note: 'For a colleague or a ticket. No key, no secret and no token is in it. doctor --from FILE looks at it elsewhere.',
	file: 'doctor-bundle.json',
	maskQuestion: 'Hide account numbers and names in it?',
	clear: 'No',
	clearNote: 'for somebody who may know them',
	masked: 'Yes',
	maskedNote: 'for everybody else: each is replaced by another, the same one everywhere',
	writing: 'Writing',
	written: (file: string) => `Written to ${file}`,
} as const;

/** What keys do here. */
export const keys = {
	mend: 'do it now',
	apply: 'make this change',
	again: 'check again',
	rest: 'the rest',
	open: 'not looked at',
	bundle: 'save a bundle',
	message: 'paste a message',
	leave: 'leave',
	help: 'all keys',
	cancel: 'do not',
} as const;

/** What the marks and the keys mean. */
export const help = {
	title: 'Marks and keys',
	marks: {
		passed: 'looked at, and fine',
		noticed: 'works, and something is worth knowing',
		failed: 'wrong: this can stop credentials',
		unknown: 'could not be looked at; the words say why',
	},
	keys: {
		d: 'shows what this program would do about it, and does it when you say so',
		c: 'copies the commands; in the terminal that refuses, they stand on the screen',
		a: 'looks at everything again, from the start',
		r: 'lists everything else that was noticed; each has its own fix and its source',
		n: 'lists what could not be looked at, and what that leaves open',
		m: 'takes an error message that you met, and looks again with it',
		b: 'writes what was seen into a file for a colleague or a ticket',
		q: 'leaves; the exit code is 1 while something is wrong, and 0 when all is well',
	},
} as const;

/** Said where it is asked line by line. */
export const plain = {
	manners: 'Type the number of a line, or Enter for the one marked as usual. ? explains, < goes back, Ctrl-C leaves.',
	help: 'Looking changes nothing. What this program can mend is shown before anything is done, and done only after a yes.',
	usual: 'usual',
	looking: 'Looking ...',
	row: (state: CheckResult['state'], title: string, words: string) => `  ${rowMarks[state]}  ${title}: ${words}`,
	whatNext: 'What next?',
	mend: 'Do it now; it is shown first',
	again: 'Check again, when it was done elsewhere',
	rest: (count: number) => `Everything else that was noticed (${count})`,
	open: (count: number) => `What was not looked at (${count})`,
	message: 'Give an error message',
	bundle: 'Save a bundle for a colleague or a ticket',
	leave: 'Leave',
	toBack: 'Back',
	confirm: 'Do it? [y/N]',
	doing: '  ... making the change',
	notDone: 'Nothing was changed.',
	messagePrompt: 'Paste it; an empty line ends it',
	file: (file: string) => `File [${file}]`,
	mask: 'Hide account numbers and names in it? [y/N]',
} as const;

/** In the place of marks, as words that are read aloud. */
const rowMarks: Readonly<Record<CheckResult['state'], string>> = {
	passed: 'ok   ',
	noticed: 'note ',
	failed: 'WRONG',
	unknown: '--   ',
};
