/** How many tags a session may carry (STS AssumeRole; fact sheet, TAG-05). */
export const MAX_SESSION_TAGS = 50;

const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;
/** The same as {@link CHARACTERS} for plain letters, which most text is; many times as fast. */
const PLAIN_CHARACTERS = /^[\w .:/=+\-@]*$/;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** True when STS takes this as a session tag; Roles Anywhere leaves out what it does not (fact sheet, TAG-06). */
export function isSessionTag(key: string, value: string): boolean {
	return fits(key, MAX_KEY_LENGTH) && fits(value, MAX_VALUE_LENGTH);
}

function fits(text: string, maximum: number): boolean {
	return text.length <= maximum && (PLAIN_CHARACTERS.test(text) || CHARACTERS.test(text));
}
