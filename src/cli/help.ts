import type {RunnableCommand} from './command.ts';
import {type Flags, typedName} from './flag.ts';
import {sharedFlags} from './shared-flags.ts';
import {version} from './version.ts';

const WIDTH = 80;

/** The verbs as they are met: from a first set-up to taking it back. One that is not named comes last. */
const ORDER = [
	'setup',
	'issuer create',
	'issue',
	'request',
	'sign',
	'lint',
	'explain',
	'verify',
	'inspect',
	'crl inspect',
	'configure',
	'credentials',
	'destroy',
	'rehearse',
];

/** What `anchorsmith --help` prints: every verb in a line. */
export function programHelp(commands: readonly RunnableCommand[]): string {
	const place = ({name}: RunnableCommand) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
	const verbs = commands.toSorted((one, other) => place(one) - place(other));
	return [
		`anchorsmith ${version}: from nothing to working IAM Roles Anywhere credentials.`,
		'',
		'Usage: anchorsmith VERB [flags], or anchorsmith alone to be asked, in a terminal',
		'',
		...columns(verbs.map(({name, summary}) => [name, summary])),
		'',
		'Start here, with no AWS account and no network:',
		'  anchorsmith setup --rehearse --subject CN=host-1 --permissions none \\',
		'    --no-passphrase --yes',
		'',
		'anchorsmith VERB --help explains a verb.',
		'',
	].join('\n');
}

/** What `anchorsmith VERB --help` prints. */
export function commandHelp(command: RunnableCommand): string {
	const operands = command.operands.placeholder === '' ? '' : ` ${command.operands.placeholder}`;
	const passesOn = command.passesOn === undefined ? '' : ` [-- ${command.passesOn}]`;
	return [
		...wrap(command.summary, 0),
		'',
		`Usage: anchorsmith ${command.name}${operands} [flags]${passesOn}`,
		...(command.description === undefined
			? []
			: ['', ...command.description.split('\n').flatMap(line => wrap(line, 0))]),
		...flagSection('Flags', command.flags),
		...flagSection(
			'Flags of every verb',
			Object.fromEntries(Object.entries(sharedFlags).filter(([name]) => !(name in command.flags))),
		),
		'',
		command.examples.length === 1 ? 'Example:' : 'Examples:',
		...command.examples.map(example => `  anchorsmith ${example}`),
		'',
	].join('\n');
}

function flagSection(title: string, flags: Flags): readonly string[] {
	const rows = Object.entries(flags).map(([name, {placeholder, description, isRequired, takes}]): [string, string] => [
		[typedName(name), placeholder].filter(Boolean).join(' '),
		`${description}${isRequired ? ' Required.' : ''}${takes === 'many' ? ' May be repeated.' : ''}`,
	]);
	return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows)];
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
	const longest = Math.max(...rows.map(([left]) => left.length));
	const indent = Math.min(longest, 26) + 4;
	return rows.flatMap(([left, right]) => {
		const [first = '', ...others] = wrap(right, indent);
		return left.length + 4 > indent
			? [`  ${left}`, ' '.repeat(indent) + first.trimStart(), ...others]
			: [`  ${left}`.padEnd(indent) + first.trimStart(), ...others];
	});
}

function wrap(text: string, indent: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
			lines.push(' '.repeat(indent) + line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, ' '.repeat(indent) + line];
}
