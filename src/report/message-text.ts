import type {FoundMessage, KnownMessage, MessageCause, Speaker} from '../messages/message.ts';
import type {AsTyped} from './as-typed.ts';
import {adviceLines, wrapped} from './wrapped.ts';

/** Who says a message, in words. */
export const SPEAKERS: Readonly<Record<Speaker, string>> = {
	service: 'IAM Roles Anywhere',
	'control-plane': 'AWS, where CreateSession is not asked',
	'official-helper': 'aws_signing_helper',
	'own-helper': 'anchorsmith',
	botocore: 'the AWS CLI and boto3',
	'sdk-js': 'the AWS SDK for JavaScript',
	sdk: 'AWS SDKs and the AWS CLI',
	system: 'the system or the network',
};

/** What was judged before something could be refused, in words (fact sheet, 6.1). */
export interface Passed {
	/** In the order in which the service judges. */
	readonly before: readonly string[];
}

/** Messages as `explain` prints them, the first in full: 80 columns. */
export function messagesText(
	[first, ...others]: readonly [FoundMessage, ...FoundMessage[]],
	{before}: Passed,
	asTyped: AsTyped = advice => advice,
): string {
	const {message, quoted} = first;
	return [
		...wrapped(`"${quoted}"`, 0),
		...wrapped(`is said by ${SPEAKERS[message.speaker]} (${message.fact}).`, 2),
		'',
		...wrapped(message.meaning, 2),
		...(message.isOurs ? wrapped(OURS, 2) : []),
		...(before.length === 0 ? [] : wrapped(`Since it came to that, this was right: ${before.join(', ')}.`, 2)),
		'',
		'  Causes, most likely first:',
		...message.causes.flatMap((cause, index) => ['', ...causeLines(cause, index + 1, asTyped)]),
		...(others.length === 0 ? [] : ['', '  The text also holds:']),
		...others.flatMap(other => wrapped(otherText(other), 6, '    - ')),
		'',
		asTyped('anchorsmith explain RULE tells more of each rule.'),
		asTyped('anchorsmith doctor looks for the cause here.'),
		'',
	].join('\n');
}

const OURS = 'These words are the rehearsal’s; what AWS says then is not recorded.';

function causeLines({what, rules, next}: MessageCause, number: number, asTyped: AsTyped): readonly string[] {
	const label = `  ${String(number)}. `;
	return [
		...wrapped(what, label.length, label),
		...adviceLines('Next: ', asTyped(next), label.length),
		...(rules.length === 0 ? [] : wrapped(`Rules: ${rules.join(', ')}`, label.length)),
	];
}

function otherText({message, quoted}: FoundMessage): string {
	return `"${quoted}", said by ${SPEAKERS[message.speaker]}: ${message.meaning}`;
}

/** The page of all messages, docs/messages.md. */
export function messagesPage(messages: readonly KnownMessage[]): string {
	const speakers = [...new Set(messages.map(({speaker}) => speaker))];
	return [
		'# Messages',
		'',
		'What is said when credentials cannot be had, by whom, and which causes are behind it. `anchorsmith explain` and',
		'`anchorsmith doctor --error` know these in whatever text they stand. What stands for `…` varies. The words marked as the',
		"rehearsal's are ours: what AWS says then is not recorded.",
		'',
		...speakers.flatMap(speaker => [
			`## ${capitalised(SPEAKERS[speaker])}`,
			'',
			...messages.filter(message => message.speaker === speaker).flatMap(pageEntry),
		]),
	].join('\n');
}

function pageEntry({says, fact, meaning, causes, isOurs}: KnownMessage): readonly string[] {
	return [
		`### \`\`${says.replace(/^`|`$/g, '')}\`\``,
		'',
		`${meaning} (${fact}${isOurs ? "; the rehearsal's words" : ''})`,
		'',
		...causes.map(
			({what, next, rules}, index) =>
				`${String(index + 1)}. ${what} ${escaped(next)}${/[.?]$/.test(next) ? '' : '.'}${
					rules.length === 0 ? '' : ` Rules: ${rules.map(id => `[${id}](rules/${id}.md)`).join(', ')}.`
				}`,
		),
		'',
	];
}

function escaped(text: string): string {
	return text.replace(/[<>*_[\]]/g, character => `\\${character}`);
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
