import {spawnSync} from 'node:child_process';
import {verify} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Certificate} from '../../src/pki/certificate/certificate.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {validatePath} from '../../src/rules/validate-path.ts';
import {hierarchyTime} from '../../test/support/hierarchy.ts';
import {hostCertificate, issuerCertificate, rootCertificate} from '../../test/support/path-question.ts';
import type {Comparison, Row} from '../comparison.ts';

const COUNT = 1000;

/** Paths of two and of three P-256 certificates, each end-entity certificate once, so that nothing is remembered. */
const comparison: Comparison = {
	title: 'Certification paths: this program, openssl verify in one process, and bare signature verifications',
	async run() {
		const anchor = rootCertificate();
		const intermediate = issuerCertificate('ca', 'root');
		return [
			...measure(
				'two certificates',
				Array.from({length: COUNT}, () => hostCertificate('root')),
				[],
				anchor,
			),
			...measure(
				'three certificates',
				Array.from({length: COUNT}, () => hostCertificate()),
				[intermediate],
				anchor,
			),
		];
	},
};

export default comparison;

function measure(
	what: string,
	certificates: readonly Uint8Array[],
	intermediates: readonly Uint8Array[],
	anchor: Uint8Array,
): readonly Row[] {
	const ask = (certificate: Uint8Array) =>
		validatePath({certificate, intermediates, anchors: [anchor], at: hierarchyTime}).accepted;
	const ours = perSecond(() => certificates.forEach(ask));
	const theirs = opensslRate(certificates, intermediates, anchor);
	const bare = signatureRate(certificates, intermediates, anchor);
	return [
		{what: `${what}, beside openssl verify`, ours, peer: theirs, unit: '/s', budget: 'over 500'},
		{what: `${what}, beside bare signature verifications`, ours, peer: bare, unit: '/s', note: 'the physical limit'},
	];
}

/** The second run of two, so that the first has warmed up. */
function perSecond(work: () => void): number {
	work();
	const start = performance.now();
	work();
	return (COUNT * 1000) / (performance.now() - start);
}

function opensslRate(
	certificates: readonly Uint8Array[],
	intermediates: readonly Uint8Array[],
	anchor: Uint8Array,
): number {
	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-bench-'));
	try {
		const save = (name: string, all: readonly Uint8Array[]) => {
			writeFileSync(path.join(folder, name), all.map(der => encodePem('CERTIFICATE', der)).join(''));
			return name;
		};
		const options = [
			...[
				'verify',
				'-no-CApath',
				'-no-CAstore',
				'-purpose',
				'sslclient',
				'-attime',
				String(hierarchyTime.getTime() / 1000),
			],
			...['-CAfile', save('anchor.pem', [anchor])],
			...(intermediates.length > 0 ? ['-untrusted', save('pool.pem', intermediates)] : []),
			...certificates.map((der, index) => save(`${index}.pem`, [der])),
		];
		const start = performance.now();
		spawnSync('openssl', options, {cwd: folder, stdio: 'ignore'});
		return (COUNT * 1000) / (performance.now() - start);
	} finally {
		rmSync(folder, {recursive: true});
	}
}

/** As many verifications as a path has signatures, with keys and bytes at hand. */
function signatureRate(
	certificates: readonly Uint8Array[],
	intermediates: readonly Uint8Array[],
	anchor: Uint8Array,
): number {
	const above = [...intermediates, anchor].map(read);
	const keys = above.map(({publicKey}) => publicKey.toKeyObject());
	const hosts = certificates.map(read);
	return perSecond(() => {
		for (const host of hosts) {
			for (const [index, {tbs, signature}] of [host, ...above.slice(0, -1)].entries()) {
				const key = keys[index];
				if (!key?.ok || !verify('sha256', tbs, key.value, signature)) {
					throw new Error('a certificate of the bench is not signed as it should be');
				}
			}
		}
	});
}

function read(der: Uint8Array): Certificate {
	const certificate = Certificate.read(der);
	if (!certificate.ok) {
		throw new Error('a certificate of the bench cannot be read');
	}

	return certificate.value;
}
