import {expect, test} from 'vitest';
import {askDoctor} from '../../support/worlds/ask-doctor.ts';
import {openWorld} from '../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../support/worlds/programs.ts';

test('a world that works has no findings', async () => {
	const examined = await askDoctor(await openWorld(), {});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'working', cause: '', others: []});
});

test('a world that works with the official helper has no findings', async () => {
	const world = await openWorld();
	runOfficialHelper(world);
	const examined = await askDoctor(world, {});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'working', cause: '', others: []});
});

test('a world that works is sound when nothing may be sent anywhere', async () => {
	const examined = await askDoctor(await openWorld(), {offline: true, withoutAdmin: true});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'sound', cause: '', others: []});
});

test('a world that works does so for whoever does not administer the account', async () => {
	const examined = await askDoctor(await openWorld(), {withoutAdmin: true});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'working', cause: '', others: []});
});
