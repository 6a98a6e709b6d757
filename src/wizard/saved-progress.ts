import {rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {createFolder} from '../files/create.ts';
import {fileProblem} from '../files/problem.ts';
import {readFileIfThere} from '../files/read.ts';
import {replaceFile} from '../files/replace.ts';
import type {AnswerKey, Answers} from './answers.ts';
import type {AnswerValue} from './field.ts';
import {type Progress, progressOf, type WizardSession} from './session.ts';
import {record} from './settle.ts';
import {steps} from './steps.ts';

const SCHEMA = 'anchorsmith/setup-progress/1';
const FILE = 'setup-progress.json';

/** Where progress is kept. */
export interface ProgressPlace {
	/** The state directory; may not exist yet. Absolute. */
	readonly home: string;
	/** A folder that is never made, such as the person's home. */
	readonly within?: string;
	readonly now: () => Date;
}

/** What looking for kept progress finds; `damaged` names the file that was set aside. */
export type FoundProgress =
	| {readonly state: 'none'}
	| {readonly state: 'found'; readonly progress: Progress; readonly savedAt: Date}
	| {readonly state: 'damaged'; readonly file: string};

/**
 * Keeps what a session needs to go on, readable by its user only, in one step. Never a secret. A rehearsal keeps it in
 * its own folder.
 *
 * @throws {ExpectedError} `HOME_MISSING`, `FILE_UNWRITABLE`, `DISK_FULL`.
 */
export async function saveProgress(place: ProgressPlace, session: WizardSession): Promise<void> {
	const {answers, preset, passed, at} = progressOf(session);
	const kept = {
		schema: SCHEMA,
		savedAt: place.now().toISOString(),
		answers,
		preset: [...preset],
		passed: [...passed],
		...(at !== undefined && {at}),
	};
	const [file, other] = answers.rehearse === true ? filesIn(place).toReversed() : filesIn(place);
	await createFolder(path.dirname(file), place.within === undefined ? {} : {within: place.within});
	await replaceFile(file, `${JSON.stringify(kept, undefined, '\t')}\n`, {mode: 0o600, now: place.now()});
	await remove(other);
}

/**
 * The newest progress that was kept. What cannot be read is set aside under another name, so that it is said once
 * and lost never.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE`, `FILE_UNWRITABLE`.
 */
export async function findProgress(place: ProgressPlace): Promise<FoundProgress> {
	let best: FoundProgress = {state: 'none'};
	for (const file of filesIn(place)) {
		const found = await readProgress(file);
		if (best.state !== 'found' || (found.state === 'found' && found.savedAt > best.savedAt)) {
			best = found.state === 'none' ? best : found;
		}
	}

	return best;
}

/** Forgets what was kept. @throws {ExpectedError} `FILE_UNWRITABLE`. */
export async function forgetProgress(place: Pick<ProgressPlace, 'home'>): Promise<void> {
	for (const file of filesIn(place)) {
		await remove(file);
	}
}

/** For AWS, and for rehearsals. */
function filesIn({home}: Pick<ProgressPlace, 'home'>): readonly [string, string] {
	return [path.join(home, FILE), path.join(home, 'rehearsal', FILE)];
}

async function remove(file: string): Promise<void> {
	try {
		await rm(file, {force: true});
	} catch (error) {
		throw fileProblem(error, file, 'remove');
	}
}

async function readProgress(file: string): Promise<FoundProgress> {
	const bytes = await readFileIfThere(file);
	if (bytes === undefined) {
		return {state: 'none'};
	}

	const read = parse(Buffer.from(bytes).toString('utf8'));
	if (read !== undefined) {
		return {state: 'found', ...read};
	}

	const aside = `${file}.damaged`;
	try {
		await rename(file, aside);
	} catch (error) {
		throw fileProblem(error, file, 'remove');
	}

	return {state: 'damaged', file: aside};
}

function parse(text: string): {readonly progress: Progress; readonly savedAt: Date} | undefined {
	const kept = parseObject(text);
	const answers = kept && readAnswers(kept['answers']);
	const savedAt = new Date(typeof kept?.['savedAt'] === 'string' ? kept['savedAt'] : Number.NaN);
	if (kept?.['schema'] !== SCHEMA || answers === undefined || Number.isNaN(savedAt.getTime())) {
		return undefined;
	}

	const texts = (value: unknown) => (Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []);
	const preset = steps.map(({key}): AnswerKey => key).filter(key => texts(kept['preset']).includes(key));
	const passed = steps.map(({id}) => id).filter(id => texts(kept['passed']).includes(id));
	const at = typeof kept['at'] === 'string' ? kept['at'] : undefined;
	return {progress: {answers, preset: new Set(preset), passed: new Set(passed), at}, savedAt};
}

/** The answers that this version understands; undefined when there are none to read. */
function readAnswers(kept: unknown): Answers | undefined {
	if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) {
		return undefined;
	}

	const members = new Map<string, unknown>(Object.entries(kept));
	return steps.reduce<Answers>((answers, {key, field}) => {
		const accepts: (value: unknown) => value is AnswerValue = field.accepts;
		const value = members.get(key);
		return accepts(value) ? record(answers, key, value) : answers;
	}, {});
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? {...value} : undefined;
	} catch {
		return undefined;
	}
}
