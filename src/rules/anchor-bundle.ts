import type {PemReading} from '../pki/intake/pem.ts';

/** The certificates of a trust anchor as they are sent to the service. */
export interface AnchorBundle {
	/** The PEM text, exactly. */
	readonly text: string;
	readonly pem: PemReading;
}
