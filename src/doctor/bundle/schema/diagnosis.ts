import * as z from 'zod/mini';
import {STAGES} from '../../../decide/decision.ts';
import type {Citation, Finding, Refusal} from '../../../rules/finding.ts';
import {
	CHECKS,
	type CheckResult,
	type Diagnosis,
	type Heard,
	type Open,
	type Prediction,
	type Problem,
} from '../../diagnose/diagnosis.ts';
import type {Remedy} from '../../remedies/remedy.ts';
import {type Members, shown, shownTexts} from './members.ts';

const maybe = z.exactOptional;

const source: z.ZodMiniType<Citation> = z.object({
	title: shown,
	url: shown,
	read: shown,
	facts: shownTexts,
} satisfies Members<Citation>);

const refusal: z.ZodMiniType<Refusal> = z.object({
	code: z.enum(['AccessDeniedException', 'ResourceNotFoundException', 'ValidationException']),
	message: shown,
} satisfies Members<Refusal>);

const finding: z.ZodMiniType<Finding> = z.object({
	rule: shown,
	severity: z.enum(['error', 'warning', 'notice']),
	message: shown,
	why: shown,
	fix: shown,
	at: shown,
	source,
	refusal: maybe(refusal),
} satisfies Members<Finding>);

const findings = z.readonly(z.array(finding));

/** Without what this program could do itself: that belongs to the machine on which the bundle was made. */
const remedy: z.ZodMiniType<Remedy> = z.object({
	what: shown,
	who: z.enum(['operator', 'administrator', 'pki-owner']),
	commands: shownTexts,
} satisfies Members<Omit<Remedy, 'mend'>>);

const problem: z.ZodMiniType<Problem> = z.object({
	finding,
	check: z.enum(CHECKS),
	remedy,
	consequences: findings,
} satisfies Members<Problem>);

const check: z.ZodMiniType<CheckResult> = z.object({
	check: z.enum(CHECKS),
	state: z.enum(['passed', 'noticed', 'failed', 'unknown']),
	words: shown,
	findings,
} satisfies Members<CheckResult>);

const prediction: z.ZodMiniType<Prediction> = z.discriminatedUnion('state', [
	z.object({state: z.literal('granted'), assumedRoleArn: shown, durationSeconds: z.number()}),
	z.object({state: z.literal('refused'), code: shown, message: shown, isRecorded: z.boolean(), provided: maybe(shown)}),
	z.object({state: z.literal('unknown'), missing: shown}),
]);

const open: z.ZodMiniType<Open> = z.object({what: shown, leavesOpen: shown, next: shown} satisfies Members<Open>);

const heard: z.ZodMiniType<Heard> = z.object({
	from: z.enum(['live', 'run', 'told', 'recorded']),
	quoted: shown,
	at: maybe(shown),
	known: maybe(
		z.object({
			speaker: shown,
			fact: shown,
			stage: maybe(z.enum(STAGES)),
			meaning: shown,
			causes: z.readonly(z.array(z.object({rules: shownTexts, what: shown, next: shown}))),
		} satisfies Members<NonNullable<Heard['known']>>),
	),
} satisfies Members<Heard>);

/** What a diagnosis is when it comes from a file. */
export const diagnosisSchema: z.ZodMiniType<Diagnosis> = z.object({
	verdict: z.enum(['working', 'sound', 'broken', 'unexplained']),
	cause: maybe(problem),
	others: z.readonly(z.array(problem)),
	summary: shown,
	messages: z.readonly(z.array(heard)),
	checks: z.readonly(z.array(check)),
	prediction,
	open: z.readonly(z.array(open)),
} satisfies Members<Diagnosis>);
