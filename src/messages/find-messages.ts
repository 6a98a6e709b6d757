import {printable} from '../printable.ts';
import {catalogue} from './catalogue.ts';
import {type FlatText, flatten} from './flatten.ts';
import type {FoundMessage, KnownMessage, Speaker} from './message.ts';
import {findHalf, findPhrase, type Phrase, readPhrase, type Span} from './phrase.ts';

/** How far inside of the others each speaker's messages come: a client quotes its helper, which quotes the service. */
const DEPTH: Readonly<Record<Speaker, number>> = {
	service: 0,
	'control-plane': 0,
	system: 1,
	'own-helper': 2,
	'official-helper': 2,
	botocore: 3,
	'sdk-js': 3,
	sdk: 3,
};

/** Characters. */
const LONGEST = 1_000_000;

interface Place {
	readonly message: KnownMessage;
	readonly span: Span;
	readonly text: FlatText;
}

const phrases = new Map<KnownMessage, readonly Phrase[]>();

/** Made when they are first looked for. */
function phrasesOf(message: KnownMessage): readonly Phrase[] {
	const ready = phrases.get(message) ?? message.phrases.map(readPhrase);
	phrases.set(message, ready);
	return ready;
}

/**
 * Every known message that stands in a text, however it was copied: the innermost first, which is the one that says
 * most of the cause; a general message is left out where a more specific one of the same says more. Empty for a text
 * that holds none. Takes time in proportion to the length of the text, of which only the last megabyte is looked at.
 */
export function findMessages(whole: string): readonly FoundMessage[] {
	const text = whole.slice(-LONGEST);
	const [asIs, asLog] = [flatten(text, false), flatten(text, true)];
	const texts = asLog.letters === asIs.letters ? [asIs] : [asIs, asLog];
	const complete = placesIn(texts, findPhrase);
	const places = complete.length > 0 ? complete : onlyOne(placesIn(texts, findHalf));
	const redundant = new Set(places.flatMap(({message}) => message.refines ?? []));
	return places
		.filter(({message}) => !redundant.has(message.id))
		.toSorted((one, other) => DEPTH[one.message.speaker] - DEPTH[other.message.speaker] || endOf(other) - endOf(one))
		.map(place => ({message: place.message, quoted: quote(text, place)}));
}

/** A part of a message that might be of several is of none. */
function onlyOne(places: readonly Place[]): readonly Place[] {
	return places.filter(({message, span, text}) => {
		const half = text.letters.slice(span.from, span.to);
		return !catalogue.some(
			other =>
				other !== message && phrasesOf(other).some(([part = '']) => part.startsWith(half) || part.endsWith(half)),
		);
	});
}

/** Each message once: where the first of its phrases that is there stands last. */
function placesIn(texts: readonly FlatText[], find: typeof findPhrase): readonly Place[] {
	return catalogue.flatMap(message => {
		for (const phrase of phrasesOf(message)) {
			for (const flat of texts) {
				const span = find(flat, phrase);
				if (span) {
					return [{message, span, text: flat}];
				}
			}
		}

		return [];
	});
}

function endOf({span, text}: Place): number {
	return text.places[span.to - 1] ?? 0;
}

function quote(original: string, place: Place): string {
	const piece = original.slice(place.text.places[place.span.from], endOf(place) + 1);
	return printable(piece.replace(/\s+/g, ' '));
}
