import {describe, expect, test} from 'vitest';
import {askDoctor, type Examined} from './ask-doctor.ts';
import {typeInShell} from './follow.ts';
import {type OpenWorld, openWorld} from './open-world.ts';
import type {World} from './world.ts';

/** A test for each world: its true cause is named first, and what is printed as its fix mends it. */
export function tryWorlds(subject: string, worlds: readonly World[]): void {
	describe(`doctor names the cause, and its fix mends it: ${subject}`, () => {
		for (const world of worlds) {
			test(`when ${world.name}`, async () => {
				const open = await openWorld();
				await world.breaks(open);
				await tryWorld(world, open);
			});
		}
	});
}

async function tryWorld(world: World, open: OpenWorld): Promise<void> {
	const {cause, second, how} = world;
	const broken = await askDoctor(open, how);
	if (how.isHarmless) {
		expect(broken.exit, broken.text).toBe(0);
		expect(noticed(broken), broken.text).toEqual(expect.arrayContaining([expect.toBeOneOf([...cause])]));
		return;
	}

	expect(cause, broken.text).toContain(broken.cause);
	expect(broken.exit, broken.text).toBe(1);
	if (how.notFollowed !== undefined || how.told !== undefined) {
		return;
	}

	const after = await follow(broken, world, open);
	if (second.length === 0) {
		expectWorking(after, how);
		return;
	}

	const found = [...noticed(broken), after.cause];
	expect(found, broken.text).toEqual(expect.arrayContaining([expect.toBeOneOf([...second])]));
	expectWorking(after.exit === 0 ? after : await follow(after, world, open), how);
}

/** Does what is printed as the fix, word for word, and asks again. */
async function follow({fix, text}: Examined, {how, second}: World, open: OpenWorld): Promise<Examined> {
	expect(fix, text).not.toEqual([]);
	// Whoever lets doctor mend the first of two faults hears of the second.
	const mayEndWith = second.length > 0 && fix.at(-1)?.includes(' doctor ') ? [0, 1] : [0];
	try {
		await typeInShell(open, fix, {mayEndWith});
	} catch (error) {
		throw new Error(`${text}\n${error instanceof Error ? error.message : ''}`, {cause: error});
	}

	return askDoctor(open, {...how, ...how.afterwards});
}

function expectWorking({exit, verdict, text}: Examined, {offline = false}: World['how']): void {
	expect({exit, verdict}, text).toEqual({exit: 0, verdict: offline ? 'sound' : 'working'});
}

/** Rules of everything that was said. */
function noticed({cause, consequences, others}: Examined): readonly string[] {
	return [cause, ...consequences, ...others.map(other => other.split(' ')[1] ?? '')];
}
