import type {Surroundings} from '../doctor/gather/surroundings.ts';
import type {Mend} from '../doctor/mend/mend.ts';
import type {MendedThing} from '../report/doctor-text.ts';
import type {Finding} from '../rules/finding.ts';
import type {Looked} from './doctor.ts';

/** How mending goes about. */
export interface Mending {
	readonly surroundings: Surroundings;
	/** Changes at AWS were agreed to. */
	readonly mayChangeAws: boolean;
	say(text: string): void;
	/** Looks at everything once more. */
	look(): Promise<Looked>;
}

/** What came of it. */
export interface Mended {
	/** What was seen at last. */
	readonly last: Looked;
	readonly mended: readonly MendedThing[];
	/** Why no more was done; absent when nothing is left to do. */
	readonly note?: string;
}

const AT_AWS: ReadonlySet<Mend['kind']> = new Set(['trust-policy', 'enable', 'profile-roles', 'map-attributes']);

/** Nobody's machine has more causes, one behind the other. */
const MOST_ROUNDS = 10;

/**
 * Mends the cause, where this program can, and looks again; what lay behind it is mended then.
 *
 * @throws {ExpectedError} what mending throws.
 */
export async function mendAndLookAgain(first: Looked, mending: Mending): Promise<Mended> {
	const {surroundings, mayChangeAws, say, look} = mending;
	const mended: MendedThing[] = [];
	const met = new Set<string>();
	let last = first;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const {cause} = last.diagnosis;
		if (!cause) {
			return {last, mended};
		}

		const {mend, what} = cause.remedy;
		const refusal = reasonNotTo(cause.finding, mend, {met, mayChangeAws});
		if (mend === undefined || refusal !== undefined) {
			return {last, mended, note: refusal ?? NOT_OURS};
		}

		met.add(keyOf(cause.finding));
		const [{describeMend}, {applyMend}] = await Promise.all([
			import('../doctor/mend/describe-mend.ts'),
			import('../doctor/mend/apply-mend.ts'),
		]);
		say(`${what}\n${describeMend(mend)}`);
		mended.push({what, did: await applyMend(mend, surroundings)});
		last = await look();
	}

	return {last, mended};
}

const NOT_OURS = 'Nothing was mended: this is not for this program to do by itself.';

function reasonNotTo(
	finding: Finding,
	mend: Mend | undefined,
	{met, mayChangeAws}: {readonly met: ReadonlySet<string>; readonly mayChangeAws: boolean},
): string | undefined {
	if (mend === undefined) {
		return met.size === 0 ? NOT_OURS : 'What is left is not for this program to mend by itself.';
	}

	if (met.has(keyOf(finding))) {
		return 'Mending did not help.';
	}

	return AT_AWS.has(mend.kind) && !mayChangeAws
		? 'Mending this changes things at AWS: add --yes to go ahead.'
		: undefined;
}

function keyOf({rule, message}: Finding): string {
	return `${rule}\n${message}`;
}
