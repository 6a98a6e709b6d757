import type {Item} from '../pki/intake/intake.ts';
import type {PrivateKeyFacts} from '../pki/intake/private-key-facts.ts';

/** What the rules on private keys judge: a key as it lies in a file. */
export interface KeyInFile {
	/** Of one of the kinds of private keys. */
	readonly item: Item;
	readonly facts: PrivateKeyFacts;
	/** The file's, for commands. */
	readonly path?: string;
	/** Permission bits of the file, on systems that have them; absent when unknown. */
	readonly mode?: number;
}
