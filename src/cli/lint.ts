import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {ExpectedError} from '../errors.ts';
import {readPassphrase} from '../files/read-passphrase.ts';
import {type LintedPaths, lintPaths} from '../lint/lint-paths.ts';
import type {LintResult} from '../lint/lint-result.ts';
import type {Intake} from '../pki/intake/intake.ts';
import {printable} from '../printable.ts';
import {lintJson} from '../report/lint-json.ts';
import {lintText} from '../report/lint-text.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import {isAtLeast, SEVERITIES, type Severity} from '../rules/finding.ts';
import type {Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {readMoment} from './moment.ts';
import {makeProgress} from './progress.ts';
import type {Repaired} from './repair-into.ts';

/** What was typed after `lint`. */
export interface LintRequest {
	readonly operands: readonly string[];
	readonly as: 'auto' | CertificateRole | undefined;
	readonly at: string | undefined;
	readonly failOn: Severity | 'never' | undefined;
	readonly format: 'text' | 'json' | 'sarif' | undefined;
	readonly rule: readonly string[];
	readonly fixInto: string | undefined;
	readonly decryptKeys: boolean;
	readonly passphraseFile: string | undefined;
	readonly passphraseEnv: string | undefined;
	/** True for `--json` and `--format json` alike. */
	readonly isJson: boolean;
}

/**
 * Judges files and tells what was found.
 *
 * @throws {ExpectedError} `USAGE`; `RULE_UNKNOWN`; `FILE_MISSING` or `FILE_UNREADABLE` for an operand; `INTERRUPTED`.
 */
export async function lint(request: LintRequest, context: CommandContext): Promise<Outcome> {
	if (request.passphraseFile === '-' && request.operands.includes('-')) {
		throw new ExpectedError('USAGE', 'Standard input cannot be both the passphrase and what is judged.', {
			next: ['Give the passphrase in a file: --passphrase-file FILE'],
		});
	}

	if (request.isJson && request.format === 'sarif') {
		throw new ExpectedError('USAGE', '--json and --format sarif ask for two documents.', {
			next: ['Leave one of them out.'],
		});
	}

	await requireRules(request.rule);
	const passphrase = await readPassphrase(request, context);
	const {as = 'auto', failOn = 'error'} = request;
	const linted = await lintPaths(
		request.operands,
		{
			...(as !== 'auto' && {as}),
			at: request.at === undefined ? context.now() : readMoment(request.at, '--at'),
			...(request.rule.length > 0 && {rules: request.rule}),
			...(passphrase !== undefined && {passphrase}),
		},
		{
			workingDirectory: context.workingDirectory,
			stdin: context.stdin,
			signal: context.signal,
			open: intake => openIfClosed(intake, passphrase),
			onProgress: makeProgress(context, count => `${count} things judged …`),
		},
	);
	tellOfOthers(linted, context);
	const {result} = linted;
	const worst = SEVERITIES.filter(severity => result.counts[severity] > 0);
	const outcome = failOn !== 'never' && worst.some(severity => isAtLeast(severity, failOn)) ? exit.findings : exit.done;
	const repaired = await repair(request, linted, passphrase, context);
	const json = {...lintJson(result), ...(repaired && {repair: repaired.json})};
	return {
		exit: outcome,
		result: json,
		text:
			request.format === 'sarif'
				? await sarifText(result, context)
				: asTyped => [lintText(result, asTyped), ...(repaired ? [repaired.text] : [])].join('\n'),
	};
}

async function sarifText(result: LintResult, {workingDirectory}: CommandContext): Promise<string> {
	const [{sarifLog}, {everyRule}, {version}] = await Promise.all([
		import('../report/sarif.ts'),
		import('../rules/folders.ts'),
		import('./version.ts'),
	]);
	const uriOf = (file: string) => toUri(file, workingDirectory);
	return `${JSON.stringify(sarifLog(result, {version, rules: everyRule, uriOf}), undefined, 2)}\n`;
}

/** Relative below the folder in which the program runs, as code scanning wants it; absolute elsewhere. */
function toUri(file: string, workingDirectory: string): string {
	if (file === '-') {
		return 'standard-input';
	}

	const absolute = path.resolve(workingDirectory, file);
	const relative = path.relative(workingDirectory, absolute);
	return relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
		? pathToFileURL(absolute).href
		: relative.split(path.sep).map(encodeURIComponent).join('/');
}

async function repair(
	{fixInto, decryptKeys, as}: LintRequest,
	{inputs, result}: LintedPaths,
	passphrase: string | undefined,
	context: CommandContext,
): Promise<Repaired | undefined> {
	if (fixInto === undefined) {
		return undefined;
	}

	if (!result.isJudgedTogether) {
		throw new ExpectedError('USAGE', 'There is too much here to be repaired as one set.', {
			next: ['Give the files of one host at a time with --fix-into.'],
		});
	}

	const {repairInto} = await import('./repair-into.ts');
	return repairInto(fixInto, inputs, {as, passphrase, decrypt: decryptKeys}, context);
}

async function openIfClosed(intake: Intake, passphrase: string | undefined): Promise<Intake> {
	if (!intake.items.some(({kind}) => kind === 'pkcs12' || kind === 'kubernetes-secret')) {
		return intake;
	}

	const {openContainers} = await import('../pki/intake/open-container.ts');
	return openContainers(intake, passphrase);
}

async function requireRules(ids: readonly string[]): Promise<void> {
	if (ids.length === 0) {
		return;
	}

	const [{everyRule}, {unknownRule}] = await Promise.all([import('../rules/folders.ts'), import('./explain.ts')]);
	const unknown = ids.find(id => !everyRule.some(rule => rule.id === id));
	if (unknown !== undefined) {
		throw unknownRule(unknown, id => `--rule ${id}`);
	}
}

/** Lines of talk about what was met in folders. */
const TOLD = 10;

function tellOfOthers({passedOver, others}: LintedPaths, context: CommandContext): void {
	for (const {path: passed, reason} of passedOver.slice(0, TOLD)) {
		context.say(`Passed over: ${printable(passed)} (${reason})`);
	}

	if (passedOver.length > TOLD) {
		context.say(`Passed over: ${passedOver.length - TOLD} more`);
	}

	if (others > 0) {
		context.say(`${others} other ${others === 1 ? 'file holds' : 'files hold'} nothing that is judged here.`);
	}
}
