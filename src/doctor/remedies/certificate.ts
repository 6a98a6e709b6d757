import {everyRule} from '../../rules/folders.ts';
import {issueAgain} from './issue-again.ts';
import type {RemedyFor} from './remedy.ts';
import {trusted} from './role.ts';

/** Certificates that the service does not take, or cannot make a session of: another is issued. */
export const certificate: readonly RemedyFor[] = [
	{
		rules: ['ee-tag-characters', 'session-tags-mapped', 'ee-common-name-present'],
		remedy: (_finding, evidence) => trusted(evidence),
	},
	{
		rules: [
			...everyRule.map(({id}) => id).filter(id => /^(?:ee|rsa|ec|name|serial|extension|constraints)-/.test(id)),
			'alternative-name-syntax',
			'authority-issuer-and-serial',
			'authority-key-identifier',
			'certificate-readable',
			'der-encoding',
			'duplicate-extension',
			'ends-soon',
			'key-cert-sign-needs-issuer',
			'key-usage-fits-key',
			'ml-dsa-key',
			'named-curve',
			'path-length-needs-issuer',
			'public-key-readable',
			'signature-algorithms-agree',
			'signature-parameters',
			'unknown-critical-extension',
			'set-client-no-authority',
			'set-serial-unique',
			'set-one-name-one-key',
			'session-tags-mapped',
			'session-source-identity',
			'session-tag-count',
			'path-end-entity-not-anchor',
		],
		remedy: (_finding, evidence) =>
			issueAgain('Have the certificate issued again, with all that the service wants.', evidence),
	},
];
