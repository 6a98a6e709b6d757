/** How bad a finding is: `error` is documented as required, the others are weaker (design, promise 6). */
export type Severity = 'error' | 'warning' | 'notice';

/** Severities from mildest to worst. */
export const SEVERITIES: readonly Severity[] = ['notice', 'warning', 'error'];

/** True when `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
	return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/** The document that demands what a rule checks. */
export interface Citation {
	readonly title: string;
	/** An https address. */
	readonly url: string;
	/** The day on which a person last read it there, `YYYY-MM-DD`. */
	readonly read: string;
	/** Numbers of the rules in the fact sheet that this rests on, such as `EE-03`. */
	readonly facts: readonly string[];
}

/** What the service answers when it turns a request down for this reason (fact sheet, section 6). */
export interface Refusal {
	readonly code: 'AccessDeniedException' | 'ResourceNotFoundException' | 'ValidationException';
	readonly message: string;
}

/** One way in which a subject fails one rule; the shape of the JSON interface. */
export interface Finding {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly why: string;
	readonly fix: string;
	/** The place within the subject, such as `extensions.keyUsage`. */
	readonly at: string;
	readonly source: Citation;
	readonly refusal?: Refusal;
}
