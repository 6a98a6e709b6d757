import {userGuide} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-no-container',
	severity: 'warning',
	title: 'Certificates and keys lie in files of their own.',
	why: 'Helpers open no Secrets, no JSON and no bundles; of PKCS#12 the official helper reads only what has no passphrase and the encryption of the last century.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-01', 'KEY-07']),
	examples: {fails: '<certificate, in PKCS#7>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('bundle', 'kubernetes-secret', 'acm-export', 'json', 'unopened'),
});
