import {describe, expect, test} from 'vitest';
import {askDoctor, type Examined, isContent} from './ask-doctor.ts';
import {typeInShell} from './follow.ts';
import {type OpenWorld, openWorld} from './open-world.ts';
import type {World} from './world.ts';

/**
 * A test for each world: its true cause is named first, and what is printed as its fix mends it. Fixes are followed in a
 * random third of the worlds, in all of them under EVERY_WORLD=1.
 */
export function tryWorlds(subject: string, worlds: readonly World[]): void {
	const isEvery = process.env['EVERY_WORLD'] === '1';
	describe(`doctor names the cause, and its fix mends it: ${subject}`, () => {
		for (const world of worlds) {
			const isFollowed = isEvery || world.second.length > 0 || Math.random() < 1 / 3;
			test(`when ${world.name}${isFollowed ? '' : ' (the fix is not followed this time)'}`, async () => {
				const open = await openWorld();
				await world.breaks(open);
				await tryWorld(world, open, isFollowed);
			});
		}
	});
}

async function tryWorld(world: World, open: OpenWorld, isFollowed: boolean): Promise<void> {
	const {cause, second, how} = world;
	const broken = await askDoctor(open, how);
	if (how.isHarmless) {
		expect(broken.exit, broken.text).toBe(0);
		expect(noticed(broken), broken.text).toEqual(expect.arrayContaining([expect.toBeOneOf([...cause])]));
		return;
	}

	expect(cause, broken.text).toContain(broken.cause);
	expect(broken.exit, broken.text).toBe(1);
	if (how.notFollowed !== undefined) {
		return;
	}

	expect(broken.fix, broken.text).not.toEqual([]);
	if (isFollowed && second.length > 0) {
		await followTwice(broken, world, open);
	} else if (isFollowed) {
		await follow(broken, world, open);
		await expectWorking(world, open);
	}
}

/** The second fault is there from the beginning, or comes to light once the first is mended. */
async function followTwice(broken: Examined, world: World, open: OpenWorld): Promise<void> {
	await follow(broken, world, open);
	const after = await askDoctor(open, afterwards(world));
	const found = [...noticed(broken), after.cause];
	expect(found, broken.text).toEqual(expect.arrayContaining([expect.toBeOneOf([...world.second])]));
	if (after.exit !== 0) {
		await follow(after, world, open);
		await expectWorking(world, open);
	}
}

/** Does what is printed as the fix, word for word. */
async function follow({fix, text}: Examined, {second}: World, open: OpenWorld): Promise<void> {
	// Whoever lets doctor mend the first of two faults hears of the second.
	const mayEndWith = second.length > 0 && fix.at(-1)?.includes(' doctor ') ? [0, 1] : [0];
	try {
		await typeInShell(open, fix, {mayEndWith});
	} catch (error) {
		throw new Error(`${text}\n${error instanceof Error ? error.message : ''}`, {cause: error});
	}
}

async function expectWorking(world: World, open: OpenWorld): Promise<void> {
	const how = afterwards(world);
	const {exit, verdict, text} = await isContent(open, how);
	expect({exit, verdict}, text).toEqual({exit: 0, verdict: how.offline ? 'sound' : 'working'});
}

function afterwards({how}: World): World['how'] {
	return {...how, ...how.afterwards};
}

/** Rules of everything that was said. */
function noticed({cause, consequences, others}: Examined): readonly string[] {
	return [cause, ...consequences, ...others.map(other => other.split(' ')[1] ?? '')];
}
