/** The only door of the library `yaml`: loaded when a Secret is written in a way that needs a whole reader of YAML. */
import {parseAllDocuments} from 'yaml';

/** More documents than one file of manifests has. */
const MAX_DOCUMENTS = 1000;
/** Aliases that repeat aliases grow without end; no Secret needs more than a few. */
const MAX_ALIASES = 100;

/** Twice what a Secret may hold. */
const MAX_CHARACTERS = 2 * 1024 * 1024;

/** Every document of a YAML text as plain values; undefined for what is not YAML, or repeats itself without measure. */
export function readYaml(text: string): readonly unknown[] | undefined {
	if (text.length > MAX_CHARACTERS) {
		return undefined;
	}

	try {
		const documents = parseAllDocuments(text, {logLevel: 'silent', uniqueKeys: false});
		return 'empty' in documents
			? []
			: documents.slice(0, MAX_DOCUMENTS).map((document): unknown => document.toJS({maxAliasCount: MAX_ALIASES}));
	} catch {
		return undefined;
	}
}
