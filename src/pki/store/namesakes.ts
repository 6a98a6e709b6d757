import {printable} from '../../printable.ts';

/**
 * What to know of a new issuer whose subject others have already: a certificate of one then looks like one of the other
 * until its signature is verified (CA-18).
 *
 * @param subject - RFC 4514 text.
 * @param others - The names of the issuers that have it.
 */
export function namesakeWarnings(subject: string, others: readonly string[]): readonly string[] {
	return others.length === 0
		? []
		: [
				`The ${others.length === 1 ? 'issuer' : 'issuers'} ${others.join(', ')} here ${others.length === 1 ? 'has' : 'have'} the subject ${printable(subject)} too, with another key. Certificates of one can then be taken for those of the other, and be refused; give each issuer a subject of its own.`,
			];
}
