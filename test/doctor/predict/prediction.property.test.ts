import path from 'node:path';
import {expect, test} from 'vitest';
import {STAGES, type Stage} from '../../../src/decide/decision.ts';
import {type Predicted, predict} from '../../../src/doctor/predict/predict.ts';
import {openWorld, type WorldAnswer} from '../../support/predictions/ask-world.ts';
import {hideParts} from '../../support/predictions/hide-parts.ts';
import {randomWorld} from '../../support/predictions/random-world.ts';
import {Random} from '../../support/random-hierarchy.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** `PREDICTIONS=5000 PREDICTION_SEED=1 npx vitest run test/doctor/predict/prediction.property.test.ts` for as many worlds, the same again. */
const {PREDICTIONS: count = '40', PREDICTION_SEED: given} = process.env;
const worlds = Number(count);
const first = Number(given ?? Math.floor(Math.random() * 0x3f_ff_ff_ff));
/** So many worlds have each outcome among them, whatever the seed. */
const MANY = 1000;

interface Outcome {
	readonly faults: readonly string[];
	readonly predicted: Predicted;
	/** From evidence of which some was not seen. */
	readonly inPart: Predicted;
	readonly answer: WorldAnswer;
}

test(`what is predicted from evidence is what the rehearsal answers, and holds where some was not seen, in ${worlds} worlds from seed ${first}`, {
	timeout: 60_000 + worlds * 1000,
}, async () => {
	const folder = temporaryFolder();
	const tally = new Map<Stage | 'allowed', number>();
	for (let seed = first; seed < first + worlds; seed += 1) {
		const {predicted, inPart, answer, faults} = await tryWorld(seed, path.join(folder, 'world'));
		const world = `world ${seed} (${faults.join(', ')})`;
		expect(predictedAnswer(predicted), world).toEqual(answer);
		expect(isSound(inPart, answer), `${world}, seen in part: ${JSON.stringify(inPart.prediction)}`).toBe(true);
		const stage = predicted.stage ?? 'allowed';
		tally.set(stage, (tally.get(stage) ?? 0) + 1);
	}

	const lines = [...STAGES, 'allowed' as const].map(stage => `${stage} ${tally.get(stage) ?? 0}`);
	process.stdout.write(`predicted as answered, ${worlds} worlds from seed ${first}: ${lines.join(', ')}\n`);
	if (worlds >= MANY) {
		expect([...tally.keys()].toSorted()).toEqual([...STAGES, 'allowed'].toSorted());
	}
});

async function tryWorld(seed: number, folder: string): Promise<Outcome> {
	const at = new Date(Math.floor(Date.now() / 1000) * 1000);
	const world = randomWorld(seed, at);
	const open = await openWorld(world, folder, at);
	try {
		const evidence = await open.gather();
		const inPart = predict(hideParts(evidence, new Random(seed)));
		return {faults: world.faults, predicted: predict(evidence), inPart, answer: await open.ask()};
	} finally {
		await open.close();
	}
}

/** Without what only a prediction says: whether the words are known. */
function predictedAnswer({prediction}: Predicted): object {
	if (prediction.state !== 'refused') {
		return prediction;
	}

	const {isRecorded: _isRecorded, ...refused} = prediction;
	return refused;
}

/** Whatever the unseen part is, a refusal is one; and in these words unless something was taken for granted. */
function isSound({prediction}: Predicted, answer: WorldAnswer): boolean {
	if (prediction.state === 'unknown') {
		return true;
	}

	const isSame = prediction.state !== 'refused' || answer.state !== 'refused' || prediction.message === answer.message;
	return prediction.state === answer.state && (isSame || prediction.state !== 'refused' || 'provided' in prediction);
}
