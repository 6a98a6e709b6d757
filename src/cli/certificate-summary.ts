import type {Certificate} from '../pki/certificate/certificate.ts';
import type {Json} from './command.ts';

/** What results tell of a certificate; text in it comes from outside. */
export function certificateSummary({subject, issuer, serial, validity, fingerprint}: Certificate): {
	readonly [key: string]: Json;
} {
	return {
		subject: subject.text,
		issuer: issuer.text,
		serial: serial.hex,
		serialDecimal: serial.decimal,
		notBefore: validity.notBefore.toISOString(),
		notAfter: validity.notAfter.toISOString(),
		fingerprint,
	};
}

/** A day for people: `2027-06-01`. */
export function dayOf(date: Date): string {
	return date.toISOString().slice(0, 10);
}
