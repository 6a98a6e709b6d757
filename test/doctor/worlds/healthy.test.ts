import {expect, test} from 'vitest';
import {askDoctor} from '../../support/worlds/ask-doctor.ts';
import {typeInShell} from '../../support/worlds/follow.ts';
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

test('a world that works does so for a service without HOME that is told of its config file', async () => {
	const world = await openWorld();
	delete world.env['HOME'];
	// Without it the helper would keep its cache in the home folder of whoever runs the tests.
	world.env['ANCHORSMITH_HOME'] = world.path('.anchorsmith');
	world.env['AWS_CONFIG_FILE'] = world.path('.aws/config');
	const examined = await askDoctor(world, {withoutAdmin: true});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'working', cause: '', others: []});
});

test('a world that works does so for another user who may read its files', async () => {
	const world = await openWorld();
	world.openToEverybody();
	world.chmod('host/private-key.pem', 0o644);
	world.env['AWS_CONFIG_FILE'] = world.path('.aws/config');
	const {exit, verdict, cause, text} = await askDoctor(world, {words: ['--user', '65534']});
	expect({exit, verdict, cause}, text).toEqual({exit: 0, verdict: 'working', cause: ''});
});

test('a world that works without a chain has no findings', async () => {
	const world = await openWorld();
	const direct = await world.issue({signedBy: world.root});
	world.use(direct);
	world.flag('intermediates', undefined);
	const examined = await askDoctor(world, {});
	expect(examined, examined.text).toMatchObject({exit: 0, verdict: 'working', cause: ''});
	expect(examined.others.filter(other => !other.startsWith('notice'))).toEqual([]);
});

test('AWS clients get credentials in a world that works', async () => {
	const world = await openWorld();
	await typeInShell(world, ['aws sts get-caller-identity --profile build --query Arn --output text > whoami']);
	expect(world.read('whoami')).toMatch(/:assumed-role\/Uploader\//);
});

test('the built program finds nothing wrong offline', async () => {
	const world = await openWorld();
	await typeInShell(world, ['anchorsmith doctor --cli-profile build --offline > told']);
	expect(world.read('told')).toContain('Nothing is wrong');
});
