import type {Certificate, Extension} from '../pki/certificate/certificate.ts';
import {extensionOids} from '../pki/der/oids.ts';

type ExtensionName = keyof typeof extensionOids;
type Named = readonly [name: ExtensionName, extension: Extension];

const NONE: readonly Named[] = [];

/** Finds those of the named extensions that a certificate has, in the order of the certificate. */
export function extensionsNamed(...names: readonly ExtensionName[]): (certificate: Certificate) => readonly Named[] {
	const byOid = new Map<string, ExtensionName>(names.map(name => [extensionOids[name], name]));
	return ({extensions}) => {
		let named: Named[] | undefined;
		for (const extension of extensions) {
			const name = byOid.get(extension.oid);
			if (name !== undefined) {
				named ??= [];
				named.push([name, extension]);
			}
		}

		return named ?? NONE;
	};
}
