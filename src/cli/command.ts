import type {AsTyped} from '../report/as-typed.ts';
import type {CommandContext} from './context.ts';
import type {ExitCode} from './exit-codes.ts';
import type {Flags, FlagValues} from './flag.ts';
import type {SharedFlagValues} from './shared-flags.ts';

/** What can stand in the `result` of the JSON envelope. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined};

/** How a command ended well enough to have a result. Failures are thrown as `ExpectedError`. */
export interface Outcome {
	readonly exit: ExitCode;
	/** The `result` of the envelope under `--json`. */
	readonly result: Json;
	/**
	 * What standard output gets without `--json`, ending in a line end, or empty. Made with `asTyped` where it names
	 * commands of this program.
	 */
	readonly text: string | ((asTyped: AsTyped) => string);
}

/** What was typed, read and checked. */
export interface Invocation<Declared extends Flags> {
	readonly operands: readonly string[];
	readonly flags: FlagValues<Declared>;
	readonly shared: SharedFlagValues;
	/** What stood after `--`, for commands that declare `passesOn`. */
	readonly rest: readonly string[];
}

/** How many operands a command takes and what stands for them in help. */
export interface Operands {
	/** Such as `FILE...`; empty when there are none. */
	readonly placeholder: string;
	readonly minimum: number;
	readonly maximum: number;
}

/** One verb. */
export interface Command<Declared extends Flags> {
	/** As typed, such as `issuer create`. The file is named alike, with a hyphen. */
	readonly name: string;
	/** One line for the list of commands, in the third person: "Creates …". */
	readonly summary: string;
	/** A paragraph or two for `--help`; optional. */
	readonly description?: string;
	readonly operands: Operands;
	readonly flags: Declared;
	/** At least one; each is what follows `anchorsmith `. */
	readonly examples: readonly [string, ...string[]];
	/** The flag, in camelCase, whose value `json` asks for the same as `--json`; only of verbs that know more formats. */
	readonly formatFlag?: string;
	/** What stands for the words after `--`, when the command takes any. */
	readonly passesOn?: string;
	run(invocation: Invocation<Declared>, context: CommandContext): Promise<Outcome>;
}

/** A command whose flags are read and checked: what the program holds of every verb. */
export interface RunnableCommand extends Omit<Command<Flags>, 'run'> {
	/** Reads the flags as typed, then runs. */
	start(typed: TypedInvocation, context: CommandContext): Promise<Outcome>;
}

/** An invocation before its flags are read: every occurrence by flag name, as typed. */
export interface TypedInvocation extends Omit<Invocation<Flags>, 'flags'> {
	readonly raws: ReadonlyMap<string, readonly string[]>;
}

/** Declares that a command takes no operands. */
export const noOperands: Operands = {placeholder: '', minimum: 0, maximum: 0};

/** Makes a verb; the default export of each file in `commands/`. */
export function defineCommand<Declared extends Flags>(command: Command<Declared>): RunnableCommand {
	return {
		...command,
		async start({raws, ...typed}, context) {
			const {readFlags} = await import('./read-flags.ts');
			return command.run({...typed, flags: readFlags(command.flags, raws)}, context);
		},
	};
}
