import * as z from 'zod/mini';
import type {Diagnosis} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {BUNDLE_FORMAT, type Bundle, bundleSchema} from './bundle.ts';
import {accountsIn, namesIn, namesOf} from './names.ts';

/** Members that hold certificates, public keys, policies or lists: their names cannot be replaced, so they are left out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['der', 'last', 'root', 'certificates', 'sessionPolicy', 'told', 'mend']);
/** The same for members that must be there; nothing stands in them. */
const EMPTIED: ReadonlySet<string> = new Set(['publicKey', 'certificate', 'data']);

/** Members whose words belong to the format, and are nobody's names. */
const WORDS_OF_FORMAT: ReadonlySet<string> = new Set([
	...['format', 'state', 'why', 'chosenBy', 'origin', 'maker', 'kind', 'form', 'scheme', 'derivation', 'keyFormat'],
	...['outcome', 'verdict', 'check', 'severity', 'who', 'from', 'stage', 'rule', 'code', 'platform', 'architecture'],
]);

/**
 * The same with other account numbers and names: each stands for the same one everywhere, `000000000001` and `name-1` onwards. What
 * cannot be masked is left out, certificates first of all, so the diagnosis goes along. Comments in config files are left out too.
 */
export function mask(seen: {readonly evidence: Evidence; readonly diagnosis: Diagnosis}): Bundle {
	const texts: string[] = [];
	JSON.stringify(seen, (name, value: unknown) => {
		if (typeof value === 'string') {
			texts.push(isHidden(name, value) || name === 'url' ? '' : value);
		}

		return value;
	});
	const accounts = numbered(texts.flatMap(accountsIn), index => String(index).padStart(12, '0'));
	const names = numbered([...namesOf(seen.evidence), ...texts.flatMap(namesIn)], index => `name-${index}`);
	const replace = replacing(new Map([...accounts, ...names]));
	const masked: unknown = JSON.parse(JSON.stringify({format: BUNDLE_FORMAT, ...seen}), (name, value: unknown) =>
		typeof value === 'string' ? maskedText(name, value, replace) : value,
	);
	return z.parse(bundleSchema, masked);
}

function maskedText(name: string, value: string, replace: (text: string) => string): string | undefined {
	if (isHidden(name, value)) {
		return hidden(name);
	}

	return WORDS_OF_FORMAT.has(name) ? value : replace(withoutComments(name, value));
}

/** Texts under these names; a member of the same name that is an object is looked into. */
function isHidden(name: string, value: string): boolean {
	return value !== '' && (LEFT_OUT.has(name) || EMPTIED.has(name));
}

function hidden(name: string): '' | undefined {
	return EMPTIED.has(name) ? '' : undefined;
}

/** Config files are the only texts of that name with lines. */
function withoutComments(name: string, value: string): string {
	return name === 'text' ? value.replaceAll(/^([ \t]*[#;]).*$/gm, '$1') : value;
}

function numbered(found: readonly string[], name: (index: number) => string): readonly (readonly [string, string])[] {
	return [...new Set(found)].map((original, index) => [original, name(index + 1)]);
}

/** Replaces whole words, longer ones first, in one pass. */
function replacing(replacements: ReadonlyMap<string, string>): (text: string) => string {
	const originals = [...replacements.keys()].toSorted((one, other) => other.length - one.length);
	if (originals.length === 0) {
		return text => text;
	}

	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${originals.map(original => original.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
		'gu',
	);
	return text => text.replaceAll(pattern, original => replacements.get(original) ?? original);
}
