import {bitString, explicit, integer, objectIdentifier, octetString, sequence} from '../../src/pki/der/der-writer.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {writeSigningRequest} from '../../src/pki/issuing/csr-writer.ts';
import {generateKey} from '../../src/pki/keys/key-generation.ts';
import {issueForTest, pki} from './certificates.ts';
import {makeKeyForms} from './key-files.ts';
import {opensshPem} from './openssh-key.ts';
import {revocationListForTest} from './revocation-list.ts';
import {bundle} from './rule-examples/file.ts';
import {readKeyExample} from './rule-examples/key.ts';

/** DER that is put under a label as well as used by itself. */
export interface LabelledDer {
	readonly label: string;
	readonly der: Uint8Array;
}

/** Every format that is taken in, small. */
export interface FuzzCorpus {
	readonly files: readonly [Uint8Array, ...Uint8Array[]];
	readonly ders: readonly [LabelledDer, ...LabelledDer[]];
}

/** Makes one file of every format. */
export async function makeFuzzCorpus(): Promise<FuzzCorpus> {
	const {root, issuing, endEntity} = await pki();
	const rsa = await issueForTest({
		algorithm: 'rsa2048',
		subjectAlternativeName: [{dns: '*.example.com'}, {ip: '10.0.0.1'}],
	});
	const {pkcs8, traditional, encrypted, legacyEncrypted, der: keyDer, spki, privateKey} = makeKeyForms('ec');
	const {item: tpm} = await readKeyExample('form = tpm');
	const request = writeSigningRequest(
		{subject: 'CN=host.example.com', alternativeNames: {dns: ['host.example.com'], uri: [], ip: [], email: []}},
		await generateKey('p256'),
	);
	const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
	const pkcs7 = bundle(endEntity.der, issuing.der, root.der);
	const pkcs12 = pkcs12Of(endEntity.der, keyDer);
	const chain = `${endEntity.pem}${issuing.pem}${root.pem}`;
	const ownKey = endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
	const texts = [
		chain,
		`${rsa.pem}${ownKey}`,
		pkcs8,
		traditional,
		encrypted,
		legacyEncrypted,
		spki,
		opensshPem(privateKey),
		request,
		encodePem('PKCS7', pkcs7),
		encodePem('TRUSTED CERTIFICATE', Buffer.concat([root.der, sequence()])),
		chain.replaceAll('\n', '\r\n'),
		chain.replaceAll('\n', '\\n'),
		endEntity.pem.replaceAll('\n', ' '),
		base64(endEntity.der),
		base64(chain),
		`kind: Secret\ndata:\n  tls.crt: ${base64(chain)}\n  tls.key: ${base64(pkcs8)}\n`,
		`kind: Secret\nstringData:\n  tls.crt: |\n${chain.replaceAll(/^/gm, '    ')}\n`,
		`kind: Secret\ndata: {tls.crt: &a "${base64(endEntity.pem)}"}\n`,
		JSON.stringify({kind: 'Secret', data: {'tls.crt': base64(chain), 'tls.p12': base64(pkcs12)}}),
		JSON.stringify({Certificate: endEntity.pem, CertificateChain: issuing.pem, PrivateKey: encrypted}),
	];
	const ders: readonly [LabelledDer, ...LabelledDer[]] = [
		{label: 'CERTIFICATE', der: endEntity.der},
		{label: 'CERTIFICATE', der: rsa.der},
		{label: 'CERTIFICATE', der: root.der},
		{label: 'X509 CRL', der: revocationListForTest([1, 2, 3])},
		{label: 'PRIVATE KEY', der: keyDer},
		{label: 'TSS2 PRIVATE KEY', der: tpm.der},
		{label: 'PKCS7', der: pkcs7},
		{label: 'PKCS12', der: pkcs12},
		{label: 'CERTIFICATE REQUEST', der: derIn(request)},
		{label: 'ENCRYPTED PRIVATE KEY', der: derIn(encrypted)},
		{label: 'OPENSSH PRIVATE KEY', der: derIn(opensshPem(privateKey))},
	];
	return {
		files: [
			Buffer.from(`\u{feff}${chain}`, 'utf16le'),
			...texts.map(text => Buffer.from(text)),
			...ders.map(({der}) => der),
		],
		ders,
	};
}

function derIn(pem: string): Uint8Array {
	return Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64');
}

const DATA = '1.2.840.113549.1.7.1';

/** A PKCS#12 bundle in clear, without an authentication code: what mutations reach is its frame. */
function pkcs12Of(certificate: Uint8Array, key: Uint8Array): Uint8Array {
	const bag = (type: string, value: Uint8Array) => sequence(objectIdentifier(type), explicit(0, value));
	const certificateBag = sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), explicit(0, octetString(certificate)));
	const contents = sequence(
		bag('1.2.840.113549.1.12.10.1.3', certificateBag),
		bag('1.2.840.113549.1.12.10.1.1', key),
		bag('1.2.840.113549.1.12.10.1.5', bitString(key)),
	);
	const part = bag(DATA, octetString(contents));
	return sequence(integer(3), bag(DATA, octetString(sequence(part))));
}
