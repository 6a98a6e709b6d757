/** What the rules on reading judge: a thing whose form is known, and what came of reading what is in it. */
export interface AttemptedReading {
	readonly what: 'certificate' | 'crl' | 'certificate-request';
	/** Why it cannot be read, without a full stop; outside text in it has gone through `printable`. Undefined when it can. */
	readonly problem: string | undefined;
}

/** What is wrong with a thing that cannot be read. */
export function unreadable({problem}: AttemptedReading) {
	return problem === undefined ? [] : [{at: '', message: `It cannot be read: ${problem}.`}];
}
