import {findMessages} from '../../messages/find-messages.ts';
import type {FoundMessage} from '../../messages/message.ts';
import {printable} from '../../printable.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {Heard} from './diagnosis.ts';
import {hasRun} from './what-happened.ts';

/** Known messages that are told of one text. */
const MOST_OF_ONE = 3;
/** Characters of a text that is not known. */
const LONGEST_QUOTE = 300;

/**
 * The messages of errors that were met, the one that says most first: what the service answers now, then what the
 * person met, what the credential process says now, and what was recorded.
 */
export function hear(evidence: Pick<Evidence, 'at' | 'told' | 'live' | 'command' | 'lastError'>): readonly Heard[] {
	const live = seenIn(evidence.live);
	const command = seenIn(evidence.command);
	const run = command && seenIn(command.run);
	const recorded = seenIn(evidence.lastError);
	return [
		...(live?.outcome === 'refused' ? heardIn(`${live.code ?? ''}: ${live.message}`, {from: 'live'}) : []),
		...(live?.outcome === 'failed' ? heardIn(live.message, {from: 'live'}) : []),
		...(evidence.told === undefined ? [] : heardIn(evidence.told, {from: 'told'})),
		...(run && !hasRun(run, new Date(evidence.at)) && run.stderr.trim() !== ''
			? heardIn(run.stderr, {from: 'run'})
			: []),
		...(recorded && live?.outcome !== 'granted' ? heardIn(recorded.message, {from: 'recorded', at: recorded.at}) : []),
	];
}

function heardIn(text: string, source: Pick<Heard, 'from' | 'at'>): readonly Heard[] {
	const found = findMessages(text).slice(0, MOST_OF_ONE);
	return found.length === 0
		? [{...source, quoted: shortened(text)}]
		: found.map(each => ({...source, quoted: each.quoted, known: knownOf(each)}));
}

function knownOf({message: {speaker, fact, stage, meaning, causes}}: FoundMessage): NonNullable<Heard['known']> {
	return {
		speaker,
		fact,
		meaning,
		...(stage !== undefined && {stage}),
		causes: causes.map(({rules, what, next}) => ({rules, what, next})),
	};
}

/** The end of it: what went wrong stands there. */
function shortened(text: string): string {
	const line = text.trim().replace(/\s+/g, ' ');
	return printable(line.length > LONGEST_QUOTE ? `…${line.slice(-LONGEST_QUOTE)}` : line);
}
