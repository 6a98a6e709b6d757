import {Certificate} from '../../pki/certificate/certificate.ts';
import {printable} from '../../printable.ts';
import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-pem',
	severity: 'error',
	title: 'The certificates of a trust anchor are exact PEM with line feeds, and nothing but certificates.',
	why: 'The service does not mend line breaks that were lost, escaped or doubled on the way.',
	fix: 'Send the file as it is: --source file://source.json, with line breaks as \\n inside the JSON string alone.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-24', 'ERR-21']),
	refusal: {code: 'ValidationException', message: 'Error creating TrustAnchor. Bad certificate data'},
	examples: {fails: '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----', passes: '<certificate>'},
	appliesTo: () => true,
	check: bundle => shortcomings(bundle).map(message => ({at: 'x509CertificateData', message}) satisfies Shortcoming),
});

function shortcomings({text, pem: {blocks, problems}}: AnchorBundle): readonly string[] {
	const others = blocks.filter(({label}) => label !== 'CERTIFICATE');
	return [
		...problems.map(({message}) => `${message}.`),
		...(text.includes('\r') ? ['Lines end in carriage returns.'] : []),
		...(text.startsWith('\u{feff}') ? ['The text begins with a byte order mark.'] : []),
		...others.map(({line}) => `The block in line ${line} is not labelled CERTIFICATE.`),
		...blocks
			.filter(({label}) => label === 'CERTIFICATE')
			.flatMap(({der, line}) => {
				const read = Certificate.read(der);
				return read.ok ? [] : [`The certificate in line ${line} cannot be read: ${printable(read.problem.message)}.`];
			}),
		...(blocks.length === 0 && problems.length === 0 ? ['There is no certificate in it.'] : []),
	];
}
