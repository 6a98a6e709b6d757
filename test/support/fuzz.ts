import {performance} from 'node:perf_hooks';
import {lintFiles} from '../../src/lint/lint-files.ts';
import {takeIn} from '../../src/pki/intake/intake.ts';
import {openContainers} from '../../src/pki/intake/open-container.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {lintText} from '../../src/report/lint-text.ts';
import {testTime} from './certificates.ts';
import {type FuzzCorpus, makeFuzzCorpus} from './fuzz-corpus.ts';
import {mutate, SeededRandom} from './mutator.ts';

/** An input that went wrong or took long. */
export interface FuzzedInput {
	/** Which of the run, from 0. */
	readonly index: number;
	readonly bytes: Uint8Array;
	/** Milliseconds, elapsed or of the processor, whichever is less: others use the machine too. */
	readonly took: number;
	/** What was thrown, or what reached the screen that must not. */
	readonly failure?: string;
}

/** What came of a run. */
export interface FuzzReport {
	readonly inputs: number;
	/** Inputs in which something was recognised. */
	readonly recognised: number;
	/** Findings over all inputs. */
	readonly findings: number;
	/** Rules that had a finding somewhere. */
	readonly rules: ReadonlySet<string>;
	readonly slowest: FuzzedInput | undefined;
	readonly failures: readonly FuzzedInput[];
}

export interface FuzzOptions {
	readonly count: number;
	readonly seed: number;
	/** Makes only this input of the run. */
	readonly only?: number;
	readonly onProgress?: (done: number) => void;
}

/** Beyond this an input is run again, to tell its own slowness from that of a busy machine. */
const SLOW = 50;
const MOST_FAILURES = 20;

/** Puts mutated files of every format through intake, containers, rules and report. */
export async function fuzz({count, seed, only, onProgress}: FuzzOptions): Promise<FuzzReport> {
	const corpus = await makeFuzzCorpus();
	const rules = new Set<string>();
	const failures: FuzzedInput[] = [];
	let [recognised, findings] = [0, 0];
	let slowest: FuzzedInput | undefined;
	for (let index = only ?? 0; index < (only === undefined ? count : only + 1); index += 1) {
		const bytes = inputOf(corpus, seed, index);
		const run = await attempt(bytes, index);
		recognised += run.recognised ? 1 : 0;
		findings += run.rules.length;
		for (const rule of run.rules) {
			rules.add(rule);
		}

		slowest = slowest && slowest.took >= run.input.took ? slowest : run.input;
		if (run.input.failure !== undefined && failures.length < MOST_FAILURES) {
			failures.push(run.input);
		}

		onProgress?.(index + 1);
	}

	return {inputs: count, recognised, findings, rules, slowest, failures};
}

/** Each input is made from the seed and its number alone, so that one can be made again by itself. */
function inputOf({files, ders}: FuzzCorpus, seed: number, index: number): Uint8Array {
	const random = new SeededRandom(Math.imul(seed, 0x9e_37_79_b1) ^ index);
	if (random.below(2) === 0) {
		return mutate(random.pick(files), random.pick(files), random);
	}

	const {label, der} = random.pick(ders);
	const mutated = mutate(der, random.pick(ders).der, random);
	return random.below(4) === 0 ? mutated : Buffer.from(encodePem(label, mutated));
}

interface Attempt {
	readonly input: FuzzedInput;
	readonly recognised: boolean;
	readonly rules: readonly string[];
}

async function attempt(bytes: Uint8Array, index: number): Promise<Attempt> {
	let best = await once(bytes, index);
	for (let again = 0; again < 4 && best.input.took > SLOW; again += 1) {
		const next = await once(bytes, index);
		best = next.input.took < best.input.took ? next : best;
	}

	return best;
}

/** Anything that moves a cursor or reorders a line, and lone surrogates. */
const RAW = /[^\P{Cc}\n]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

async function once(bytes: Uint8Array, index: number): Promise<Attempt> {
	const clock = new Clock();
	try {
		const intake = await openContainers(takeIn(bytes), 'correct horse');
		const result = lintFiles([{path: 'input', bytes, intake}], {at: testTime});
		const text = lintText(result);
		const took = clock.read();
		const all = result.files.flatMap(({findings, items}) => [...findings, ...items.flatMap(item => item.findings)]);
		const broken = all.find(({message}) => message.startsWith('The rule itself failed'));
		const raw = RAW.test(text) ? 'something raw reached the screen' : undefined;
		const failure = broken ? `${broken.rule}: ${broken.message}` : raw;
		return {
			input: {index, bytes, took, ...(failure !== undefined && {failure})},
			recognised: intake.items.length > 0,
			rules: all.map(({rule}) => rule),
		};
	} catch (error) {
		const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return {input: {index, bytes, took: clock.read(), failure}, recognised: false, rules: []};
	}
}

class Clock {
	readonly #began = performance.now();
	readonly #usage = process.cpuUsage();

	read(): number {
		const elapsed = performance.now() - this.#began;
		const {user, system} = process.cpuUsage(this.#usage);
		return Math.min(elapsed, (user + system) / 1000);
	}
}
