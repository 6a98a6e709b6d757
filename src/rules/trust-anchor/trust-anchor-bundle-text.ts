import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-text',
	severity: 'warning',
	title: 'Nothing stands before, between or after the certificates of a trust anchor.',
	why: 'Whether the service takes text beside the PEM is not documented, and it counts towards the 16 000 characters.',
	fix: 'Leave the text out: openssl x509 -in issuer.pem -out issuer-only.pem',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-20', 'CA-24']),
	examples: {fails: '# Our CA\n<certificate>', passes: '<certificate>'},
	appliesTo: ({pem}) => pem.blocks.length > 0,
	check({text}) {
		const line = lineBeside(text);
		return line === undefined
			? []
			: [{at: 'x509CertificateData', message: `There is text beside the certificates, first in line ${line}.`}];
	},
});

/** The number of the first line that is neither blank nor within a block. */
function lineBeside(text: string): number | undefined {
	let isWithin = false;
	for (const [index, line] of text
		.replace(/^\u{feff}/u, '')
		.split('\n')
		.entries()) {
		const isBegin = line.startsWith('-----BEGIN ');
		if (!isWithin && !isBegin && line.trim() !== '') {
			return index + 1;
		}

		isWithin = (isWithin || isBegin) && !line.startsWith('-----END ');
	}

	return undefined;
}
