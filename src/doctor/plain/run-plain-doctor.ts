import {ExpectedError} from '../../errors.ts';
import type {MendedThing} from '../../report/doctor-text.ts';
import {askChoice} from '../../ui/lines/ask-choice.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import type {DoctorEnd, Findings} from '../guide/doctor-world.ts';
import {type CheckRow, Examination} from '../guide/examination.ts';
import {interruption} from '../guide/interruption.ts';
import {openQuestion} from '../guide/open-question.ts';
import {headline, messageParts, openParts, problemParts, proofParts, safe, sourceParts} from '../guide/telling.ts';
import {rest, result, plain as texts} from '../texts/en.ts';
import {chooseCliProfile, withMessage} from './choose-cli-profile.ts';
import {askForBundle} from './plain-bundle.ts';
import type {PlainDoctorWorld} from './plain-doctor-world.ts';
import {mendAloud} from './plain-mend.ts';
import {sayParts} from './say-parts.ts';

/**
 * Troubleshoots with a person line by line: every check as it is judged, the cause and its fix, the check after it. Nothing
 * is ever drawn over.
 *
 * @param options - What was typed; what is left open is asked for.
 * @throws {ExpectedError} `INTERRUPTED`, and what looking failed with.
 */
export async function runPlainDoctor(world: PlainDoctorWorld, options: GatherOptions): Promise<DoctorEnd> {
	const {prompt, surround} = world;
	prompt.say(texts.manners);
	const chosen = await chooseCliProfile(await openQuestion(await surround(options)), options, prompt);
	return chosen === undefined ? {mended: []} : new PlainDoctor(world, chosen).run();
}

type Choice = 'mend' | 'again' | 'rest' | 'open' | 'message' | 'bundle' | 'leave';

/** From one look to the next. */
class PlainDoctor {
	readonly #world: PlainDoctorWorld;
	readonly #mended: MendedThing[] = [];
	#options: GatherOptions;

	constructor(world: PlainDoctorWorld, options: GatherOptions) {
		this.#world = world;
		this.#options = options;
	}

	async run(): Promise<DoctorEnd> {
		try {
			return await this.#lookUntilLeft();
		} catch (error) {
			const isInterrupted = error instanceof ExpectedError && error.code === 'INTERRUPTED';
			throw isInterrupted && this.#mended.length > 0 ? interruption(this.#mended, error) : error;
		}
	}

	async #lookUntilLeft(): Promise<DoctorEnd> {
		for (;;) {
			const findings = await this.#look();
			this.#tell(findings);
			if ((await this.#goOn(findings)) === 'leave') {
				return {last: findings, mended: this.#mended};
			}
		}
	}

	async #look(): Promise<Findings> {
		const {prompt, surround, now} = this.#world;
		prompt.say(`\n${texts.looking}`);
		const judged = ({state, title, words}: CheckRow) => {
			if (state !== 'waiting' && state !== 'running') {
				prompt.say(texts.row(state, title, safe(words)));
			}
		};
		const examination = new Examination({now, changed: () => undefined, judged});
		return examination.run(await surround(this.#options));
	}

	#tell(findings: Findings): void {
		const {prompt, asCalled} = this.#world;
		const {diagnosis} = findings;
		const {cause} = diagnosis;
		prompt.say(`\n${safe(headline(diagnosis, this.#mended.length > 0).text)}`);
		if (cause) {
			prompt.say(safe(cause.finding.message));
			sayParts(problemParts(cause, asCalled), prompt);
		}

		sayParts(proofParts(findings), prompt);
		sayParts(messageParts(diagnosis, asCalled), prompt);
	}

	/** @returns `again` when everything is to be looked at anew. */
	async #goOn(findings: Findings): Promise<'again' | 'leave'> {
		const {prompt} = this.#world;
		const {cause, others, open} = findings.diagnosis;
		for (;;) {
			prompt.say(`\n${texts.whatNext}`);
			const options: readonly {readonly value: Choice; readonly label: string}[] = [
				...(cause?.remedy.mend ? [{value: 'mend' as const, label: texts.mend}] : []),
				{value: 'again', label: texts.again},
				...(others.length > 0 ? [{value: 'rest' as const, label: texts.rest(others.length)}] : []),
				...(open.length > 0 ? [{value: 'open' as const, label: texts.open(open.length)}] : []),
				{value: 'message', label: texts.message},
				{value: 'bundle', label: texts.bundle},
				{value: 'leave', label: texts.leave},
			];
			const usual = cause ? options[0]?.value : 'leave';
			const suggestion = usual === undefined ? undefined : {value: usual, origin: texts.usual};
			const chosen = await askChoice({help: texts.help}, options, {suggestion, prompt});
			const wanted =
				chosen === 'back' ? 'leave' : typeof chosen === 'object' ? await this.#do(chosen.value, findings) : 'stay';
			if (wanted !== 'stay') {
				return wanted;
			}
		}
	}

	async #do(choice: Choice, findings: Findings): Promise<'again' | 'leave' | 'stay'> {
		const {prompt, asCalled} = this.#world;
		const {cause, open} = findings.diagnosis;
		switch (choice) {
			case 'mend':
				return cause ? this.#mend(cause) : 'stay';
			case 'rest':
				return this.#showRest(findings);
			case 'open':
				sayParts(openParts(open, asCalled), prompt);
				return 'stay';
			case 'message':
				this.#options = withMessage(this.#options, await prompt.text(texts.messagePrompt));
				return 'again';
			case 'bundle':
				await askForBundle(findings, this.#world);
				return 'stay';
			default:
				return choice;
		}
	}

	async #mend(problem: Problem): Promise<'again' | 'stay'> {
		const mended = await mendAloud(problem, this.#world, this.#options);
		if (!mended) {
			return 'stay';
		}

		this.#mended.push(mended);
		return 'again';
	}

	async #showRest({diagnosis: {others}}: Findings): Promise<'again' | 'stay'> {
		const {prompt, asCalled} = this.#world;
		for (;;) {
			prompt.say(`\n${rest.question}`);
			const chosen = await askChoice<number>(
				{help: texts.help},
				[
					...others.map(({finding: {severity, message}}, index) => ({
						value: index,
						label: `${result.severity[severity]}: ${safe(message)}`,
					})),
					{value: -1, label: texts.toBack},
				],
				{suggestion: {value: -1, origin: texts.usual}, prompt},
			);
			const problem = typeof chosen === 'object' ? others[chosen.value] : undefined;
			if (chosen === 'back' || (typeof chosen === 'object' && problem === undefined)) {
				return 'stay';
			}

			if (problem) {
				prompt.say(`\n${safe(problem.finding.message)}`);
				sayParts([...problemParts(problem, asCalled), ...sourceParts(problem)], prompt);
				if (problem.remedy.mend && (await this.#mend(problem)) === 'again') {
					return 'again';
				}
			}
		}
	}
}
