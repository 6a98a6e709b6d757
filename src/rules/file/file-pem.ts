import {userGuide} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-pem',
	severity: 'warning',
	title: 'Certificates, keys and lists are in PEM.',
	why: 'The official helper reads certificates and keys in PEM alone, and the service takes trust anchors and lists in PEM.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-24', 'CRL-03', 'KEY-01']),
	examples: {fails: '<certificate, in DER>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('binary', 'no-armour', 'encoded-twice'),
});
