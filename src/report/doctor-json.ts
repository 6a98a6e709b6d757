import type {CheckId, CheckResult, Diagnosis, Heard, Prediction, Problem} from '../doctor/diagnose/diagnosis.ts';
import type {AsTyped} from './as-typed.ts';
import type {DoctorTelling} from './doctor-text.ts';
import {findingJson} from './lint-json.ts';

/** What the document says beside the diagnosis. */
export interface DoctorDocument extends Pick<DoctorTelling, 'mended' | 'bundle'> {
	titleOf(check: CheckId): string;
	readonly asTyped: AsTyped;
}

/** The diagnosis as the `--json` envelope carries it. */
export function doctorJson(diagnosis: Diagnosis, document: DoctorDocument) {
	const {verdict, summary, cause, others, checks, prediction, messages, open} = diagnosis;
	const {mended, bundle, titleOf, asTyped} = document;
	return {
		verdict,
		summary,
		cause: cause ? problemJson(cause, asTyped) : null,
		others: others.map(problem => problemJson(problem, asTyped)),
		checks: checks.map(result => checkJson(result, titleOf)),
		prediction: predictionJson(prediction),
		messages: messages.map(heard => heardJson(heard, asTyped)),
		open: open.map(({what, leavesOpen, next}) => ({what, leavesOpen, next: asTyped(next)})),
		...(mended && {mended: mended.map(({what, did}) => ({what, did: did.map(line => asTyped(line))}))}),
		...(bundle !== undefined && {bundle}),
	};
}

function problemJson({finding, check, remedy, consequences}: Problem, asTyped: AsTyped) {
	const {what, who, commands, mend} = remedy;
	return {
		finding: findingJson(finding),
		check,
		remedy: {
			what: asTyped(what),
			who,
			commands: commands.map(command => asTyped(command)),
			mendable: mend !== undefined,
		},
		consequences: consequences.map(findingJson),
	};
}

function checkJson({check, state, words, findings}: CheckResult, titleOf: DoctorDocument['titleOf']) {
	return {check, title: titleOf(check), state, words, findings: findings.map(findingJson)};
}

function predictionJson(prediction: Prediction) {
	if (prediction.state !== 'refused') {
		return {...prediction};
	}

	const {state, code, message, isRecorded, provided} = prediction;
	return {state, code, message, recorded: isRecorded, ...(provided !== undefined && {provided})};
}

function heardJson({from, quoted, at, known}: Heard, asTyped: AsTyped) {
	return {
		from,
		quoted,
		...(at !== undefined && {at}),
		known: known
			? {
					speaker: known.speaker,
					fact: known.fact,
					meaning: known.meaning,
					causes: known.causes.map(({rules, what, next}) => ({rules: [...rules], what, next: asTyped(next)})),
				}
			: null,
	};
}
