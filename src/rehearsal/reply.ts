/** What JSON can hold; undefined members are left out. */
export type JsonValue =
	| string
	| number
	| boolean
	| null
	| readonly JsonValue[]
	| {readonly [name: string]: JsonValue | undefined};

/** What one request is answered with. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/**
 * A request turned down, in the words of the service. Thrown by operations and turned into the
 * service's own kind of error body by the service that runs them.
 */
export class ServiceRefusal extends Error {
	override readonly name = 'ServiceRefusal';
	readonly status: number;
	readonly code: string;

	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/** An answer of a service that speaks JSON. */
export function jsonReply(status: number, value: JsonValue): Reply {
	return {status, headers: {'content-type': 'application/json'}, body: JSON.stringify(value)};
}

/** A refusal of a service that speaks JSON over REST: the code travels in a header (fact sheet, RESP-05). */
export function jsonRefusal({status, code, message}: ServiceRefusal): Reply {
	return {
		status,
		headers: {'content-type': 'application/json', 'x-amzn-errortype': code},
		body: JSON.stringify({message}),
	};
}
