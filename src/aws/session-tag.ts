/** How many tags a session may carry (STS AssumeRole; fact sheet, TAG-05). */
export const MAX_SESSION_TAGS = 50;

const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** True when STS takes this as a session tag; Roles Anywhere leaves out what it does not (fact sheet, TAG-06). */
export function isSessionTag(key: string, value: string): boolean {
	return fits(key, MAX_KEY_LENGTH) && fits(value, MAX_VALUE_LENGTH);
}

function fits(text: string, maximum: number): boolean {
	return text.length <= maximum && CHARACTERS.test(text);
}
