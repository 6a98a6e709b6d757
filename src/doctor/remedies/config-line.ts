import path from 'node:path';
import {readDocument} from '../../config-file/document.ts';
import {processBlocks} from '../../config-file/process-block.ts';
import type {Finding} from '../../rules/finding.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {repairRemedy} from './config-file.ts';
import {newFolder} from './issue-again.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy, type FlagsDiffer, wantedFlags} from './wanted-flags.ts';

/** How the line of the credential process is written. */
export const configLine: readonly RemedyFor[] = [
	{
		rules: [
			'config-one-line',
			'config-trailing-note',
			'config-same-command',
			'config-absolute-paths',
			'config-blanks-quoted',
			'program-loose-words',
			'program-flag-values',
		],
		remedy: (finding, evidence) => rewritten(finding, evidence),
	},
];

const WHAT = 'Write the whole command on one line, with whole paths, for every client to read alike.';

function rewritten(finding: Finding, evidence: Evidence): Remedy | undefined {
	const moved = withPlainPaths(evidence);
	if (moved) {
		return moved;
	}

	const isLost = hasStrayLines(evidence);
	return (
		(isLost ? undefined : configureRemedy(WHAT, evidence)) ??
		repairRemedy(WHAT, ['process', 'readable-lines', 'lowercase'], finding, evidence) ??
		configureRemedy(WHAT, evidence)
	);
}

/** True where lines that belong to the command would be left behind by whoever writes its own line alone. */
function hasStrayLines({config, cliProfile}: Evidence): boolean {
	const file = seenIn(config.config);
	const document = file && readDocument(file.text);
	return (
		document !== undefined &&
		(document.problems.length > 0 ||
			processBlocks(document, section => section.cliProfile === cliProfile.name).some(({key, lines}) =>
				lines.slice(1).some(line => !key.continuations.includes(line)),
			))
	);
}

/** Copies of files whose paths no line can carry for every client, under names that it can. */
function withPlainPaths(evidence: Evidence): Remedy | undefined {
	const flags = wantedFlags(evidence);
	const odd = (['certificate', 'privateKey', 'intermediates', 'passphraseFile'] as const).flatMap(name => {
		const file = flags?.[name];
		return file !== undefined && /["$`!\\\p{Cc}]|\s[;#]/u.test(file) ? [[name, file] as const] : [];
	});
	if (odd.length === 0) {
		return undefined;
	}

	const folder = newFolder(evidence, 'moved');
	const safe = /["$`!\\\p{Cc}]|\s[;#]/u.test(folder)
		? path.join(seenIn(evidence.host.home) ?? '/', path.basename(folder))
		: folder;
	const files = odd.map(([name, file]) => [name, file, path.join(safe, `${NAMES[name]}.pem`)] as const);
	const differs: FlagsDiffer = Object.fromEntries(files.map(([name, , copy]) => [name, copy]));
	const copies = files.map(([, file, copy]) => `cp -p ${shellWord(file)} ${shellWord(copy)}`);
	return configureRemedy('Copy the files to paths that every client reads alike, and name those.', evidence, differs, [
		`mkdir -m 700 ${shellWord(safe)}`,
		...copies,
	]);
}

const NAMES = {
	certificate: 'certificate',
	privateKey: 'private-key',
	intermediates: 'chain',
	passphraseFile: 'passphrase',
} as const;
