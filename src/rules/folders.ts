import {rules as account} from './account/rules.generated.ts';
import {rules as certificate} from './certificate/rules.generated.ts';
import {rules as configFile} from './config-file/rules.generated.ts';
import {rules as credentialProcess} from './credential-process/rules.generated.ts';
import {rules as crl} from './crl/rules.generated.ts';
import {rules as file} from './file/rules.generated.ts';
import {rules as host} from './host/rules.generated.ts';
import {rules as key} from './key/rules.generated.ts';
import {rules as network} from './network/rules.generated.ts';
import {rules as order} from './order/rules.generated.ts';
import {rules as path} from './path/rules.generated.ts';
import {rules as program} from './program/rules.generated.ts';
import {rules as reading} from './reading/rules.generated.ts';
import type {RuleText} from './rule.ts';
import {rules as session} from './session/rules.generated.ts';
import {rules as set} from './set/rules.generated.ts';
import {rules as trustAnchor} from './trust-anchor/rules.generated.ts';

/** The rules over one kind of subject. */
export interface RuleFolder {
	/** The folder under `src/rules`. */
	readonly name: string;
	/** What its rules judge, as a heading. */
	readonly title: string;
	/** How the examples of its rules are to be read; a sentence. */
	readonly exampleForm: string;
	readonly rules: readonly RuleText[];
}

/** Every folder of rules, in the order in which people meet them. */
export const ruleFolders: readonly RuleFolder[] = [
	{
		name: 'reading',
		title: 'Whether a thing can be read',
		exampleForm: 'A file; <certificate>, <crl> and <request> stand for the PEM of a good one.',
		rules: reading,
	},
	{
		name: 'file',
		title: 'How a file is written',
		exampleForm: 'A file; <certificate> stands for the PEM of a good one, written in the way that is said.',
		rules: file,
	},
	{
		name: 'key',
		title: 'Private keys',
		exampleForm: 'A private key that is good but for these lines.',
		rules: key,
	},
	{
		name: 'set',
		title: 'What is given together',
		exampleForm:
			'Files, and what is in each in its order: a host, the issuing CA that signed it, and the root that signed that.',
		rules: set,
	},
	{
		name: 'certificate',
		title: 'Certificates',
		exampleForm:
			'A certificate that is good but for these lines, which read as in a configuration file of openssl; an end-entity certificate unless a role is named.',
		rules: certificate,
	},
	{
		name: 'crl',
		title: 'Lists of revoked certificates',
		exampleForm: 'A list of revoked certificates that is good but for these lines.',
		rules: crl,
	},
	{
		name: 'trust-anchor',
		title: 'What is registered as a trust anchor',
		exampleForm: 'The text that is sent as the trust anchor; <certificate> stands for the PEM of a good one.',
		rules: trustAnchor,
	},
	{
		name: 'path',
		title: 'Certification paths',
		exampleForm:
			'A root, a CA below it and a host below that, good but for these lines, which read as in a configuration file of openssl.',
		rules: path,
	},
	{
		name: 'session',
		title: 'Session requests',
		exampleForm: 'What a session request and the account come to, as JSON.',
		rules: session,
	},
	{
		name: 'account',
		title: 'What is in the account',
		exampleForm: 'What whoever administers the account saw of it, as JSON.',
		rules: account,
	},
	{
		name: 'config-file',
		title: 'Config files',
		exampleForm: 'The config file; a note names the credentials file or the environment where they matter.',
		rules: configFile,
	},
	{
		name: 'host',
		title: 'The machine and its user',
		exampleForm:
			'What was seen of the machine, its user and the files that the command names, as JSON; all else is in order.',
		rules: host,
	},
	{
		name: 'program',
		title: 'The program of a credential process',
		exampleForm: 'What was seen of the program, its words and the machine, as JSON; all else is in order.',
		rules: program,
	},
	{
		name: 'order',
		title: 'What a command asks for',
		exampleForm: 'What the words of a credential process ask for, as JSON; what is left out does not stand there.',
		rules: order,
	},
	{
		name: 'network',
		title: 'The way to the service',
		exampleForm:
			'What was met on the way to the endpoint of eu-central-1; all else is in order. A name in capitals is the error that came of a link.',
		rules: network,
	},
	{
		name: 'credential-process',
		title: 'What a credential process does and prints',
		exampleForm: 'How the program ended and what it printed; at a moment of 2026-06-01T00:00:00Z.',
		rules: credentialProcess,
	},
];

/** Every rule of every folder. */
export const everyRule: readonly RuleText[] = ruleFolders.flatMap(({rules}) => rules);

/** The folder that a rule stands in. */
export function folderOf({id}: RuleText): RuleFolder {
	const folder = ruleFolders.find(({rules}) => rules.some(rule => rule.id === id));
	if (!folder) {
		throw new Error(`the rule ${id} stands in no folder`);
	}

	return folder;
}
