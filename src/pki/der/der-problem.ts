import {ok, problem, type Result} from '../../result.ts';

/** The ways in which bytes fail to be DER, or to be what was expected. */
export type DerFault =
	| 'truncated'
	| 'indefinite-length'
	| 'length-not-minimal'
	| 'tag-not-minimal'
	| 'wrong-form'
	| 'trailing-bytes'
	| 'too-deep'
	| 'unexpected'
	| 'bad-value';

/** What is wrong with DER bytes, and where. */
export interface DerProblem {
	readonly fault: DerFault;
	/** Counted from the first byte of the outermost element. */
	readonly offset: number;
	/** Says what is wrong and at which byte; holds no text from the bytes themselves. */
	readonly message: string;
}

/** How decoders throw a {@link DerProblem} among themselves; {@link attemptDer} keeps it from going further. */
export class DerError extends Error {
	override readonly name = 'DerError';
	readonly problem: DerProblem;

	constructor(fault: DerFault, offset: number, what: string) {
		super(what);
		this.problem = derProblem(fault, offset, what);
	}
}

/** Makes a problem whose message ends with the offset. */
export function derProblem(fault: DerFault, offset: number, what: string): DerProblem {
	return {fault, offset, message: `${what}, at byte ${offset}`};
}

/** Runs decoders that throw {@link DerError} and gives back its problem instead. */
export function attemptDer<Value>(work: () => Value): Result<Value, DerProblem> {
	try {
		return ok(work());
	} catch (error) {
		if (error instanceof DerError) {
			return problem(error.problem);
		}

		throw error;
	}
}
