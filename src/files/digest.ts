import {createHash} from 'node:crypto';

/** SHA-256 of a file's bytes, as `sha256:` and lowercase hex. */
export type Digest = `sha256:${string}`;

/** The digest of these bytes; text counts as UTF-8. */
export function digestOf(contents: string | Uint8Array): Digest {
	return `sha256:${createHash('sha256').update(contents).digest('hex')}`;
}
