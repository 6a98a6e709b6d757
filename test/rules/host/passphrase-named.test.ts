import rule from '../../../src/rules/host/passphrase-named.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

function subject(kind: string, command: object = {}, key?: object): string {
	const items = [{kind, offset: 0, source: [], isPlain: true, notes: [], ...(key && {key})}];
	const content = {form: 'pem', notes: [], problems: [], items};
	const privateKey = {state: 'seen', value: {path: '/etc/pki/key.pem', access: {isReadable: true}, content}};
	return JSON.stringify({files: {privateKey}, command});
}

const wrong = {state: 'closed', problem: {kind: 'passphrase-wrong', message: 'The passphrase does not open the key.'}};

describeRuleByExamples(rule, hostExamples, [
	['a key in clear', subject('private-key'), 'passed'],
	[
		'an encrypted one',
		subject('encrypted-private-key'),
		'failed',
		'The private key in /etc/pki/key.pem is encrypted, and the command does not say where its passphrase is.',
	],
	['one whose passphrase is in a file', subject('encrypted-private-key', {order: {passphraseFile: '/p'}}), 'passed'],
	[
		'one whose passphrase is in a variable',
		subject('encrypted-private-key', {words: ['h', '--passphrase-env', 'P']}),
		'passed',
	],
	[
		'one that the passphrase does not open',
		subject('encrypted-private-key', {words: ['h', '--pkcs8-password', 'REDACTED']}, wrong),
		'failed',
		'The passphrase that the command gives does not open the private key in /etc/pki/key.pem.',
	],
	['a legacy one, which the official helper never opens', subject('legacy-encrypted-private-key'), 'passed'],
	['no command', '{"command": {"state": "absent"}}', 'not-applicable'],
]);
