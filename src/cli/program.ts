import {ExpectedError} from '../errors.ts';
import {nearest} from '../nearest.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from '../report/as-typed.ts';
import {asksForJson, readSharedFlags} from './asks-for-json.ts';
import type {Outcome, RunnableCommand} from './command.ts';
import {commands} from './commands.generated.ts';
import type {CommandContext} from './context.ts';
import {envelope, toEnvelopeError} from './envelope.ts';
import {type ExitCode, exit} from './exit-codes.ts';
import type {SharedFlagValues} from './shared-flags.ts';
import {sortWords} from './typed-line.ts';

/** What the shared flags change in the context of a command. */
export type MakeContext = (flags: Partial<Pick<SharedFlagValues, 'home' | 'quiet' | 'json'>>) => CommandContext;

/**
 * Runs what was typed and says how it ended. Results go to standard output, all else to standard
 * error; under `--json` standard output gets exactly one document.
 */
export async function runProgram(words: readonly string[], makeContext: MakeContext): Promise<ExitCode> {
	const context = makeContext({});
	if (context.isInteractive && isStart(words)) {
		const {start} = await import('./start.ts');
		return runCommand(start, words, makeContext);
	}

	if (words.length === 0 || words[0] === 'help' || (words[0]?.startsWith('-') && isHelp(words))) {
		const {programHelp} = await import('./help.ts');
		const loaded = await Promise.all([...commands.values()].map(load => load()));
		context.stdout.write(programHelp(loaded.map(({default: command}) => command)));
		return exit.done;
	}

	const isJson = asksForJson(words);
	try {
		const {name, rest} = findVerb(words);
		return await runVerb(name, rest, makeContext);
	} catch (error) {
		return report(error, {isJson, verb: words.slice(0, 1).join(''), context});
	}
}

async function runVerb(name: string, words: readonly string[], makeContext: MakeContext): Promise<ExitCode> {
	const {default: command} = (await commands.get(name)?.()) ?? unreachable(name);
	return runCommand(command, words, makeContext);
}

async function runCommand(
	command: RunnableCommand,
	words: readonly string[],
	makeContext: MakeContext,
): Promise<ExitCode> {
	const isJson = asksForJson(words, command);
	try {
		const typed = sortWords(words, command);
		const shared = readSharedFlags(typed.raws, command);
		const context = makeContext(shared);
		if (shared.help) {
			const {commandHelp} = await import('./help.ts');
			context.stdout.write(commandHelp(command));
			return exit.done;
		}

		const outcome = await command.start({...typed, shared}, context);
		context.stdout.write(
			shared.json
				? envelope(command.name, {ok: outcome.exit === exit.done, result: outcome.result})
				: await toText(outcome, context),
		);
		return outcome.exit;
	} catch (error) {
		return report(error, {isJson, verb: command.name, context: makeContext({})});
	}
}

/** A verb is one word or two; anything else is refused, naming the nearest. */
function findVerb(words: readonly string[]): {name: string; rest: readonly string[]} {
	const [first = '', second = ''] = words;
	if (commands.has(`${first} ${second}`)) {
		return {name: `${first} ${second}`, rest: words.slice(2)};
	}

	if (commands.has(first)) {
		return {name: first, rest: words.slice(1)};
	}

	throw unknownVerb(first);
}

function unknownVerb(typed: string): ExpectedError {
	const longer = [...commands.keys()].filter(name => name.startsWith(`${typed} `));
	const meant = nearest(typed, [...commands.keys()]);
	const next = [...(meant === undefined ? [] : [meant]), ...longer].map(name => `anchorsmith ${name} --help`);
	const [best = 'anchorsmith --help', ...others] = next;
	return new ExpectedError('USAGE', `There is no verb "${printable(typed)}".`, {next: [best, ...others]});
}

async function report(
	error: unknown,
	{isJson, verb, context}: {readonly isJson: boolean; readonly verb: string; readonly context: CommandContext},
): Promise<ExitCode> {
	const isInterruption = error instanceof ExpectedError && error.code === 'INTERRUPTED';
	if (context.signal.aborted || isInterruption) {
		context.stderr.write(`\n${await describe(toInterruption(error), context)}`);
		return exit.interrupted;
	}

	if (isJson) {
		const body = toEnvelopeError(error);
		const next = await pasteableSteps(body.next, context);
		context.stdout.write(envelope(commands.has(verb) ? verb : 'anchorsmith', {error: {...body, next}}));
	} else if (error instanceof ExpectedError) {
		context.stderr.write(`Error: ${await describe(error, context)}`);
	}

	if (error instanceof ExpectedError) {
		return exit.refused;
	}

	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	context.stderr.write(`anchorsmith failed in a way that it should not; this is a defect:\n${stack}\n`);
	return exit.bug;
}

/** After an interruption whatever fails fails for that; what was told of it is kept. */
function toInterruption(error: unknown): ExpectedError {
	return error instanceof ExpectedError && error.code === 'INTERRUPTED'
		? error
		: new ExpectedError('INTERRUPTED', 'Interrupted.', {next: ['Run it again when you are ready'], cause: error});
}

/** What, why, then what to do next. */
async function describe({message, next}: ExpectedError, context: CommandContext): Promise<string> {
	const steps = await pasteableSteps(next, context);
	return [message, ...steps.map((step, index) => `  ${index === 0 ? 'Next' : '  or'}: ${step}`), ''].join('\n');
}

function pasteableSteps(next: readonly string[], context: CommandContext): Promise<readonly string[]> {
	return Promise.all(next.map(step => pasteable(step, context)));
}

/** The same advice, its command lines as they work in the shell of the person. */
async function pasteable(advice: string, context: CommandContext): Promise<string> {
	return advice.includes('anchorsmith ') ? (await asTypedIn(context))(advice) : advice;
}

async function toText({text}: Outcome, context: CommandContext): Promise<string> {
	return typeof text === 'string' ? text : text(await asTypedIn(context));
}

async function asTypedIn(context: CommandContext): Promise<AsTyped> {
	const {asCalled} = await import('./called-as.ts');
	const call = context.calledAs();
	return advice => asCalled(advice, call);
}

/** True when no verb is typed, and nothing that has a meaning without one. */
function isStart(words: readonly string[]): boolean {
	return (
		(words[0] ?? '-').startsWith('-') && !isHelp(words) && !words.includes('--json') && !words.includes('--version')
	);
}

function isHelp(words: readonly string[]): boolean {
	return words.includes('--help') || words.includes('-h');
}

function unreachable(name: string): never {
	throw new Error(`the verb ${name} was found but not loaded`);
}
