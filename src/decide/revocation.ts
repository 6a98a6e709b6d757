import type {Certificate} from '../pki/certificate/certificate.ts';
import {Crl} from '../pki/crl/crl.ts';
import {readPem} from '../pki/intake/pem.ts';
import {listedFailures} from '../pki/path/listed.ts';
import type {Finding} from '../rules/finding.ts';
import pathRevoked from '../rules/path/path-revoked.ts';
import {runRule} from '../rules/run.ts';
import type {AccountState} from './account-state.ts';

/**
 * Certificates of a path that enabled lists of its trust anchor revoke (fact sheet, CRL-01 and CRL-06); empty when none is.
 * A list that cannot be read, or that nobody on the path signed, says nothing.
 *
 * @param path - From the end-entity certificate to the anchor.
 */
export function judgeRevocation(
	path: readonly Certificate[],
	trustAnchorArn: string,
	{crls}: AccountState,
	at: Date,
): readonly Finding[] {
	const lists = crls
		.filter(crl => crl.isEnabled && crl.trustAnchorArn === trustAnchorArn)
		.flatMap(({data}) => readLists(data));
	const failures = listedFailures(path, lists, at).map(({requirement, certificate, message}) => ({
		requirement,
		at: certificate === path[0] ? 'certificate' : `path[${path.indexOf(certificate)}]`,
		message,
	}));
	return runRule(pathRevoked, {failures}).findings;
}

function readLists(data: Uint8Array): readonly Crl[] {
	const ders = [data, ...readPem(data).blocks.map(({der}) => der)];
	return ders.map(der => Crl.read(der)).flatMap(read => (read.ok ? [read.value] : []));
}
