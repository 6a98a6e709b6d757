import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {isSafeProfileName} from '../rules/config-file/config-profile-name.ts';
import {conflictingKeys} from '../rules/config-file/credential-sources.ts';
import type {ConfigProblem, ConfigSection} from '../rules/config-files.ts';
import type {CliProfileSettings} from './cli-profile.ts';
import type {ConfigDocument} from './document.ts';
import {headerOf} from './header.ts';
import {joinLines} from './lines.ts';
import {noteIn} from './quoting.ts';

/**
 * Throws unless every client can use the name.
 *
 * @throws {ExpectedError} `CLI_PROFILE_NAME`.
 */
export function requireName(name: string): void {
	if (!isSafeProfileName(name)) {
		throw new ExpectedError(
			'CLI_PROFILE_NAME',
			`"${printable(name)}" is no name for a CLI profile that every AWS client can use.`,
			{next: ['Use up to 64 letters, digits and _ . @ + - and start with a letter or digit.']},
		);
	}
}

/**
 * Throws unless each setting is read back as it is given by every client.
 *
 * @throws {ExpectedError} `CONFIG_SETTING_INVALID`.
 */
export function requireSettings(settings: CliProfileSettings): void {
	for (const [key, value] of Object.entries(settings)) {
		if (!/^[a-z][a-z0-9_]*$/.test(key)) {
			throw invalid(`"${printable(key)}" is no key`, 'Write keys in lowercase letters, digits and _ (CFG-05).');
		}

		if (value === null) {
			continue;
		}

		if (value === '' || value !== value.trim() || /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF]/u.test(value)) {
			throw invalid(
				`the value of ${key} is empty, or has blanks around it, line ends or controls`,
				'Give one line of text.',
			);
		}

		if (noteIn(value)) {
			throw invalid(
				`the value of ${key} has # or ; after a blank, where some clients stop reading`,
				'Write it without that (CFG-26).',
			);
		}
	}
}

/**
 * Throws unless every client can read the whole file, a byte order mark aside.
 *
 * @throws {ExpectedError} `CONFIG_FILE_BROKEN` with the lines to mend.
 */
export function requireReadable({lines, problems}: ConfigDocument): void {
	if (joinLines(lines).includes('\0')) {
		throw broken('it holds NUL bytes, so it is no text or is UTF-16');
	}

	const alone = lines.findIndex(({end}) => end === '\r');
	if (alone !== -1) {
		throw broken(`line ${alone + 1} ends in a lone carriage return, which AWS clients read differently`);
	}

	const grave = problems.filter(({kind}) => kind !== 'byte-order-mark');
	if (grave.length > 0) {
		throw broken(grave.map(problemText).join('; '));
	}
}

/** A problem in words, with its lines. */
export function problemText({kind, line, firstLine, name}: ConfigProblem): string {
	switch (kind) {
		case 'byte-order-mark':
			return 'the file starts with a byte order mark';
		case 'no-section':
			return `line ${line} stands before any [section]`;
		case 'not-a-setting':
			return `line ${line} is neither a [section] nor key = value`;
		case 'duplicate-section':
			return `[${printable(name)}] stands twice, on lines ${firstLine} and ${line}`;
		case 'duplicate-key':
			return `${printable(name)} is set twice in one section, on lines ${firstLine} and ${line}`;
		case 'broken-nested':
			return `${printable(name)} on line ${line} is empty and followed by indented lines that are not key = value`;
	}
}

/**
 * The one section of a CLI profile, or undefined.
 *
 * @throws {ExpectedError} `CLI_PROFILE_CONFLICT` when there are two, or one that only some clients find.
 */
export function findSection({sections}: ConfigDocument, name: string): ConfigSection | undefined {
	const found = sections.filter(section => section.cliProfile === name || section.cliProfileToJavaScript === name);
	const [section, other] = found;
	if (section && other) {
		throw conflict(
			`The CLI profile ${name} stands twice: ${found.map(({header, line}) => `[${printable(header)}] on line ${line}`).join(', ')}.`,
			'Merge them into one section, then run this again.',
		);
	}

	if (section && section.cliProfile !== section.cliProfileToJavaScript) {
		throw conflict(
			`Only some AWS clients take [${printable(section.header)}] on line ${section.line} for the CLI profile ${name}.`,
			`Write that line as [${headerOf(name)}], then run this again.`,
		);
	}

	return section;
}

/**
 * Throws when a CLI profile that is to have a `credential_process` has another source of credentials, or has
 * a key in other than lowercase that the edit sets.
 *
 * @throws {ExpectedError} `CLI_PROFILE_CONFLICT` with keys and lines.
 */
export function refuseConflicts(
	{sections}: ConfigDocument,
	section: ConfigSection | undefined,
	name: string,
	settings: CliProfileSettings,
): void {
	const shouted = section?.keys.find(
		({written}) => written !== written.toLowerCase() && Object.hasOwn(settings, written.toLowerCase()),
	);
	if (shouted) {
		throw conflict(
			`${printable(shouted.written)} on line ${shouted.line} is not in lowercase, so some AWS clients do not see it.`,
			`Write it as ${printable(shouted.written.toLowerCase())}, then run this again.`,
		);
	}

	if (typeof settings['credential_process'] !== 'string') {
		return;
	}

	const inherited = sections.filter(({header}) => header === 'DEFAULT').flatMap(({keys}) => keys);
	const conflicts = conflictingKeys([...(section?.keys ?? []), ...inherited]).filter(
		({written}) => settings[written.toLowerCase()] !== null,
	);
	if (conflicts.length > 0) {
		throw conflict(
			`The CLI profile ${name} gets its credentials in another way: ${conflicts
				.map(({written, line}) => `${printable(written)} on line ${line}`)
				.join(', ')}.`,
			'Choose another name with --cli-profile, or take those lines away first.',
		);
	}
}

function invalid(what: string, next: string): ExpectedError {
	return new ExpectedError('CONFIG_SETTING_INVALID', `Cannot write this setting: ${what}.`, {next: [next]});
}

function broken(what: string): ExpectedError {
	return new ExpectedError('CONFIG_FILE_BROKEN', `AWS clients cannot read the config file: ${what}.`, {
		next: ['Mend those lines first; nothing was written.'],
	});
}

function conflict(message: string, next: string): ExpectedError {
	return new ExpectedError('CLI_PROFILE_CONFLICT', message, {next: [next]});
}
