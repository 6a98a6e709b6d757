/** True for text that somebody pasted instead of giving a path; programs write notes in front of certificates. */
export function isPem(text: string): boolean {
	return /(^|[\r\n])\s*-----BEGIN /.test(text);
}
