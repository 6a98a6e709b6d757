import {keys as anyKeys, choosing} from '../../../ui/texts/en.ts';

/** What keys do, for the bottom of the screen: a verb or two. */
export const keys = {
	...anyKeys,
	changeLast: 'change the last',
	edit: 'change',
	apply: 'make these changes',
	answers: 'the answers',
	finish: 'finish',
	equivalents: 'same by commands',
	write: 'write a script',
	reviewAnswers: 'review',
	fix: 'write repaired copies',
} as const;

/** The start screen. */
export const start = {
	title: 'anchorsmith',
	question: 'What would you like to do?',
	intro: 'From nothing to working IAM Roles Anywhere credentials, and exactly why when it does not work.',
	setup: 'Set up',
	setupNote: 'from nothing to working credentials',
	resume: 'Go on where you stopped',
	resumeNote: (when: string) => `your answers of ${when}`,
	rehearse: 'Rehearse',
	rehearseNote: 'the same on this machine: no account, no network',
	check: 'Check certificates',
	checkNote: 'files that you have, judged by the rules',
	troubleshoot: 'Troubleshoot',
	troubleshootNote: 'why there are no credentials, and what mends it',
	opening: 'Looking around',
	resumeQuestion: 'Go on with the set-up that you began?',
	anew: 'Start anew',
	anewNote: 'the answers are asked for again',
	damaged: (file: string) => `The answers that were kept cannot be read; they are now in ${file}.`,
	nothingMatches: choosing.nothingMatches,
} as const;

/** Around a question. */
export const asking = {
	title: 'Set up IAM Roles Anywhere',
	rehearsalTitle: 'Rehearse a set-up',
	rehearsal: 'nothing leaves this machine',
	review: 'Review',
	origin: (origin: string) => `suggested: ${origin}`,
	example: (example: string) => `for example ${example}`,
	yourAnswer: 'your answer',
	optional: 'Needs no answer.',
	onCommandLine: (flags: string) => `On the command line: ${flags}`,
	wholeNumber: (unit: string, minimum: number, maximum: number) => `Whole ${unit} from ${minimum} to ${maximum}.`,
	nothingMatches: choosing.nothingMatches,
	asTyped: (text: string) => `Take ${text} as it is typed`,
	usualPlaces: 'Whatever the environment says',
	usualPlacesNote: 'variables, the profile named default, single sign-on',
} as const;

/** The passphrase of a key. */
export const passphrase = {
	typed: 'Type one now',
	typedNote: 'kept in memory while this runs, written nowhere',
	file: 'From a file',
	fileNote: 'its first line',
	environment: 'From an environment variable',
	environmentNote: 'named, never shown',
	nowhere: 'None',
	nowhereNote: 'whoever reads the key file can use the key',
	typeNew: 'Type a passphrase for the new key.',
	typeExisting: 'Type the passphrase of the key.',
	again: 'Type it once more.',
	differs: 'The two are not the same. Type it once more, or press Esc to start over.',
	empty: 'A passphrase has at least one character, such as four words that you remember.',
	whichFile: 'Which file holds it in its first line?',
	whichVariable: 'Which variable holds it?',
} as const;

/** Review, plan, and what follows. */
export const conducting = {
	reviewTitle: 'Your answers',
	reviewIntro: 'Nothing has been changed yet. Change any answer, or go on to the plan.',
	toPlan: 'Go on: make the plan',
	needsAttention: 'needs attention',
	open: 'not answered yet',
	looking: 'Looking at it',
	planning: 'Comparing what should be with what is there',
	planIntro: 'This is what would be done. Nothing has been changed yet.',
	nothingToDo: 'Everything is as it should be. Going on proves that it works.',
	prove: 'prove it',
	applying: 'Making the changes',
	applied: 'The changes are made',
	proof: 'fetch credentials as a program would',
	proven: (arn: string) => `These credentials act as ${arn}`,
	states: {pending: 'waiting', running: 'at work', done: 'done', failed: 'failed'},
	stopping: 'Stopping once the change at hand is finished. Ctrl-C again leaves at once.',
	doneTitle: 'It works',
	doneUnproven: 'Done',
	failedTitle: 'It stopped',
	failedExists: 'These exist:',
	failedUncertain: 'This may exist; going on or undoing looks first:',
	failedMissing: 'These do not exist:',
	failedNothing: 'Nothing was changed.',
	resumeBy: 'Go on where it stopped:',
	undoBy: 'Undo what was made:',
	whatNext: 'What helps:',
	equivalentsTitle: 'The same by commands',
	equivalentsIntro: 'What these answers come to, without this wizard. No secret is in it.',
	copied: 'Sent to the clipboard. Where the terminal refuses, copy from here or press w.',
	written: (file: string) => `Written to ${file}`,
	seconds: (count: number) => `${count} s`,
} as const;

/** Beside answers. */
export const previewing = {
	thisFile: 'this file',
	trustPolicy: 'The trust policy that this becomes:',
	certificate: (subject: string, issuer: string, until: string) =>
		`${subject}, issued by ${subject === issuer ? 'itself' : issuer}, valid until ${until}`,
	nothingAgainst: 'No rule has anything to say against it.',
	severity: {error: 'error', warning: 'warning', notice: 'notice'},
	helps: (fix: string) => `What helps: ${fix}`,
	identity: (account: string, arn: string) => `Account ${account}, as ${arn}`,
	identifying: 'Asking AWS who this is',
	tryAgain: 'Then press Enter again, or choose somebody else.',
} as const;

/** The last screen. */
export const finishing = {
	proven: 'It works: this machine has credentials, and they are good.',
	done: 'Done. What is missing for a proof is the part of somebody else.',
	identity: 'You act as',
	sourceIdentity: 'Source identity',
	until: 'Valid until',
	trustAnchor: 'Trust anchor',
	role: 'Role',
	profile: 'Roles Anywhere profile',
	certificate: 'Certificate',
	cliProfile: 'AWS CLI profile',
	in: (name: string, file: string) => `${name} in ${file}`,
	check: 'Check it yourself',
	undo: 'Undo it',
} as const;

/** Leaving. */
export const leaving = {
	title: 'Leave?',
	question: 'Leave the set-up?',
	kept: 'Your answers are kept; the next start offers to go on. Passphrases are not kept.',
	stay: 'Stay',
	leave: 'Leave',
	interrupted: 'Stopped. Your answers are kept, passphrases are not.',
	interruptedChange:
		'Stopped in the middle of a change. The journal knows which: going on or undoing looks first at what was done.',
	interruptedNothing: 'Stopped. Nothing was changed.',
	resume: 'Go on where you stopped',
} as const;

/** Checking certificates. */
export const checking = {
	title: 'Check certificates',
	question: 'Which file or folder?',
	help: 'Certificates, keys, requests and revocation lists, in any common form. You can also paste a PEM here. Nothing leaves this machine.',
	reading: 'Reading',
	counts: (errors: number, warnings: number, notices: number) =>
		`${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${notices} ${notices === 1 ? 'notice' : 'notices'}`,
	example: 'for example ca.pem, or a folder',
	severity: {error: 'error', warning: 'warning', notice: 'notice'},
	ruleAt: (rule: string, at: string) => (at === '' ? `Rule ${rule}` : `Rule ${rule}, at ${at}`),
	into: 'Into which new folder should the repaired set be written?',
	intoHelp:
		'Chains in order, keys as PKCS#8, roots apart. What you have stays as it is; the folder must be empty or new.',
	repairedFolder: 'repaired',
	written: 'Written:',
	nothingWritten: 'There is nothing to write.',
	leftOut: 'Left out:',
	pastedName: 'pasted text',
	why: 'Why',
	fix: 'What helps',
	source: 'Source',
	refusal: 'What AWS answers',
} as const;
