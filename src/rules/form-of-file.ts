import type {FormNote, Item} from '../pki/intake/intake.ts';

/** What the rules on form judge: how a file as a whole, or one thing in it, is written. */
export interface FormOfFile {
	/** Of the file as a whole, or of the thing. */
	readonly notes: readonly FormNote[];
	/** The thing; absent when the file as a whole is judged. */
	readonly item?: Item;
	/** The file's, for commands. */
	readonly path?: string;
}
