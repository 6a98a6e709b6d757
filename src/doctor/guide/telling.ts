import {Certificate} from '../../pki/certificate/certificate.ts';
import {printable} from '../../printable.ts';
import type {Diagnosis, Heard, Problem} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {rest, result as texts, who} from '../texts/en.ts';
import type {Findings} from './doctor-world.ts';

/** A part of what is told, under a title of its own. All text is fit to be shown. */
export type Part =
	| {readonly kind: 'text'; readonly title: string; readonly paragraphs: readonly string[]}
	/** Typed into a shell, one after the other; never broken between words. */
	| {readonly kind: 'commands'; readonly commands: readonly string[]}
	/** Names and values. */
	| {readonly kind: 'table'; readonly title: string; readonly rows: readonly (readonly [string, string])[]};

/** What is told first, and how it is meant. */
export interface Headline {
	readonly text: string;
	readonly tone: 'good' | 'bad' | 'caution';
}

/** The verdict in a sentence. `hasMended` when something was done before. */
export function headline({verdict, summary}: Diagnosis, hasMended: boolean): Headline {
	const isWell = verdict === 'working' || verdict === 'sound';
	const text = isWell && hasMended ? `${texts.mended} ${summary}` : summary;
	return {text, tone: isWell ? 'good' : verdict === 'broken' ? 'bad' : 'caution'};
}

/**
 * What is wrong, why, and what to do about it.
 *
 * @param asCalled - Makes our own commands such as they are typed here.
 * @param canMend - What is said where this program can do it itself.
 */
export function problemParts(
	{finding, remedy, consequences}: Problem,
	asCalled: (text: string) => string,
	canMend?: string,
): readonly Part[] {
	const {why, refusal} = finding;
	return [
		{kind: 'text', title: texts.why, paragraphs: [safe(why)]},
		{
			kind: 'text',
			title: texts.what,
			paragraphs: [
				`${who[remedy.who]} ${safe(remedy.what)}`,
				...(remedy.commands.length === 0 && remedy.mend === undefined ? [texts.noCommand] : []),
				...(remedy.mend && canMend !== undefined ? [canMend] : []),
			],
		},
		...commandsPart(remedy.commands, asCalled),
		...textPart(texts.goesAway, listed(consequences.map(({message}) => safe(message)))),
		...textPart(texts.answer, refusal ? [`${refusal.code}: ${safe(refusal.message)}`] : []),
	];
}

/** Which document says so. */
export function sourceParts({finding: {rule, at, source}}: Problem): readonly Part[] {
	return [{kind: 'text', title: texts.source, paragraphs: [texts.rule(rule, safe(at)), source.title, source.url]}];
}

/** What could not be looked at, what that leaves open, and how it could be. */
export function openParts(open: Diagnosis['open'], asCalled: (text: string) => string): readonly Part[] {
	return open.map(({what, leavesOpen, next}) => ({
		kind: 'text',
		title: safe(what),
		paragraphs: [`${rest.leavesOpen}: ${safe(leavesOpen)}`, `${rest.next}: ${asCalled(safe(next))}`],
	}));
}

/** Messages that were met. Those whose causes nothing else explains are told with what may be behind them. */
export function messageParts({messages, verdict}: Diagnosis, asCalled: (text: string) => string): readonly Part[] {
	return messages.flatMap(heard => heardParts(heard, verdict !== 'broken', asCalled));
}

function heardParts(
	{from, quoted, known}: Heard,
	withCauses: boolean,
	asCalled: (text: string) => string,
): readonly Part[] {
	const causes = withCauses ? (known?.causes ?? []) : [];
	return [
		{
			kind: 'text',
			title: texts.heard[from],
			paragraphs: [safe(quoted), known ? safe(known.meaning) : texts.unknownMessage],
		},
		...textPart(
			texts.mayBe,
			causes.map(({what, next}) => `- ${safe(what)} ${asCalled(safe(next))}`),
		),
	];
}

/** More of them only push out of sight what matters. */
const MOST = 4;

function listed(messages: readonly string[]): readonly string[] {
	const more = messages.length - MOST;
	return more > 1 ? [...messages.slice(0, MOST), texts.more(more)] : messages;
}

/** What was proved, and until when it lasts. */
export function proofParts({evidence, diagnosis}: Findings): readonly Part[] {
	if (diagnosis.verdict === 'broken' || diagnosis.verdict === 'unexplained') {
		return [];
	}

	const live = seenIn(evidence.live);
	const granted = live?.outcome === 'granted' ? live : undefined;
	const until = granted?.expiration ?? expirationOfRun(evidence);
	const {prediction} = diagnosis;
	const end = certificateEnd(evidence);
	const rows: readonly (readonly [string, string | undefined])[] = [
		[texts.actsAs, granted?.assumedRoleArn],
		[texts.sessionUntil, until === undefined ? undefined : moment(new Date(until))],
		[texts.predicted, granted || prediction.state !== 'granted' ? undefined : prediction.assumedRoleArn],
		[texts.certificateUntil, end && `${moment(end)} (${daysBetween(new Date(evidence.at), end)})`],
	];
	const known = rows.flatMap(([name, value]): readonly (readonly [string, string])[] =>
		value === undefined ? [] : [[name, safe(value)]],
	);
	return known.length === 0 ? [] : [{kind: 'table', title: texts.proved, rows: known}];
}

/** The commands of a remedy as text for a shell. */
export function commandsText(commands: readonly string[], asCalled: (text: string) => string): string {
	return commands.map(asCalled).join('\n');
}

function commandsPart(commands: readonly string[], asCalled: (text: string) => string): readonly Part[] {
	return commands.length === 0 ? [] : [{kind: 'commands', commands: commands.map(command => safe(asCalled(command)))}];
}

function textPart(title: string, paragraphs: readonly string[]): readonly Part[] {
	return paragraphs.length === 0 ? [] : [{kind: 'text', title, paragraphs}];
}

/** Of the first certificate in the file that is presented. */
function certificateEnd({files}: Evidence): Date | undefined {
	const items = seenIn(files.certificate)?.content?.items ?? [];
	const der = items.find(({kind, der}) => kind === 'certificate' && der !== undefined)?.der;
	const read = der === undefined ? undefined : Certificate.read(Buffer.from(der, 'base64'));
	return read?.ok ? read.value.validity.notAfter : undefined;
}

/** Until when that lasts which the credential process printed. */
function expirationOfRun({command}: Evidence): string | undefined {
	const told = seenIn(command);
	const output = told && seenIn(told.run)?.output;
	return output?.kind === 'json' ? output.expiration : undefined;
}

/** `2026-11-22 06:30 UTC`; as it stands there when it is no time. */
function moment(at: Date): string | undefined {
	return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function daysBetween(from: Date, to: Date): string {
	return texts.days(Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000)));
}

/** Messages may have several rows; each is made safe. */
export function safe(text: string): string {
	return text.split('\n').map(printable).join('\n');
}
