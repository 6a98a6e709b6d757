import rule from '../../../src/rules/host/file-kind.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

/** A file with things of these kinds. */
function file(path: string, ...items: readonly (readonly [kind: string, label?: string])[]) {
	const all = items.map(([kind, label]) => ({
		kind,
		offset: 0,
		source: [],
		isPlain: true,
		notes: [],
		...(label && {label}),
	}));
	const content = {form: 'pem', notes: [], problems: [], items: all};
	return {state: 'seen', value: {path, access: {isReadable: true}, content}};
}

const certificate = file('/etc/pki/certificate.pem', ['certificate', 'CERTIFICATE']);
const key = file('/etc/pki/key.pem', ['private-key', 'PRIVATE KEY']);

function subject(files: object, command: object = {}): string {
	return JSON.stringify({files, command});
}

describeRuleByExamples(rule, hostExamples, [
	['each file as it should be', subject({certificate, privateKey: key, intermediates: certificate}), 'passed'],
	[
		'certificate and key the wrong way round',
		subject({certificate: key, privateKey: certificate}),
		'failed',
		'--certificate names /etc/pki/key.pem, which holds a private key and no certificate.',
		'--private-key names /etc/pki/certificate.pem, which holds a certificate and no private key.',
	],
	[
		'a public key',
		subject({privateKey: file('/etc/pki/key.pem', ['public-key'])}),
		'failed',
		'--private-key names /etc/pki/key.pem, which holds a public key and no private key.',
	],
	[
		'a key among the intermediates',
		subject({intermediates: file('/etc/pki/chain.pem', ['certificate'], ['private-key'])}),
		'failed',
		'/etc/pki/chain.pem holds a private key among the intermediate certificates.',
	],
	[
		'a label that the official helper does not know',
		subject({privateKey: file('/etc/pki/key.pem', ['private-key', 'KEY'])}),
		'failed',
		'The private key is labelled KEY, which the helper does not know.',
	],
	['a file that is damaged, which others tell', subject({certificate: file('/etc/pki/c.pem', ['damaged'])}), 'passed'],
	['files that were not read', '{}', 'not-applicable'],
]);
