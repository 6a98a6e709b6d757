/** What an operation that may fail in a known way gives back, so that hostile input never throws. */
export type Result<Value, Problem> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly problem: Problem};

/** A successful {@link Result}. */
export function ok<Value>(value: Value): {readonly ok: true; readonly value: Value} {
	return {ok: true, value};
}

/** A failed {@link Result}. */
export function problem<Problem>(reason: Problem): {readonly ok: false; readonly problem: Problem} {
	return {ok: false, problem: reason};
}
