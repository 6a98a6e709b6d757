import type {Citation, Refusal, Severity} from './finding.ts';

/** What `check` reports of one shortcoming; the engine adds what the rule itself says. */
export interface Shortcoming {
	readonly at: string;
	/** What is wrong, with values; outside text in it has gone through `printable`. */
	readonly message: string;
	/** Overrides the rule's own fix where this case has a better one. */
	readonly fix?: string;
	/** Overrides the rule's severity, to a milder one only. */
	readonly severity?: Severity;
}

/** A subject that breaks a rule and one that keeps it, as text that people can read; how it reads is said by the rule's folder. */
export interface RuleExamples {
	readonly fails: string;
	readonly passes: string;
}

/** What a rule says of itself. */
export interface RuleText {
	/** Equal to the name of the file that defines it. */
	readonly id: string;
	readonly severity: Severity;
	/** The requirement in one line, as a statement that a good subject makes true. */
	readonly title: string;
	/** Why it matters to someone who wants credentials. */
	readonly why: string;
	readonly fix: string;
	readonly source: Citation;
	/** What the service itself answers when this is not met; absent when it does not enforce it or nobody knows. */
	readonly refusal?: Refusal;
	/** Shown by `explain` and in docs/rules, and run by test/rules/examples.test.ts. */
	readonly examples: RuleExamples;
}

/** One requirement with its source, judged over one kind of subject. Pure: no clock, no network, no files. */
export interface Rule<Subject> extends RuleText {
	appliesTo(subject: Subject): boolean;
	/** Every way in which the subject falls short; empty when the rule is kept. */
	check(subject: Subject): readonly Shortcoming[];
}

/** Gives a rule its type; the identity function. */
export function defineRule<Subject>(rule: Rule<Subject>): Rule<Subject> {
	return rule;
}
