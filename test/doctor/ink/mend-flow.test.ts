import {describe, expect, test} from 'vitest';
import {playDoctor} from '../../support/ink-doctor.ts';
import {openWorld} from '../../support/worlds/open-world.ts';

/** Somebody who has just said yes to a change that is not made before `open` is called. */
async function changing() {
	const world = await openWorld();
	world.edit('.aws/config', text => `${text}\n${text}`);
	const before = world.read('.aws/config');
	let open = () => undefined;
	let isAgreed = false;
	const closed = new Promise<void>(resolve => {
		open = () => {
			resolve();
			return undefined;
		};
	});
	const gate = async () => (isAgreed ? closed : undefined);
	const {terminal, end} = await playDoctor({home: world.home, env: world.env, gate});
	await terminal.waitFor('d do it now');
	await terminal.type('d');
	await terminal.waitFor('Nothing has been changed yet.');
	isAgreed = true;
	await terminal.type('y');
	await terminal.waitFor('Making the change');
	await terminal.press('ctrl-c');
	await terminal.waitFor('Stopping once this change is made.');
	return {terminal, end, open, before, config: () => world.read('.aws/config')};
}

describe('Ctrl-C while a change is made', () => {
	test('lets it come to its end, and then leaves with what was done', async () => {
		const {terminal, end, open, before, config} = await changing();
		expect(config()).toBe(before);
		open();
		await expect(end).rejects.toMatchObject({
			code: 'INTERRUPTED',
			message: expect.stringMatching(/^Stopped. What was mended stays so:[\s\S]*Undo it/),
		});
		expect(config()).not.toBe(before);
		expect(terminal.isAlternate).toBe(false);
	});

	test('leaves at once when it is pressed again', async () => {
		const {terminal, end, before, config} = await changing();
		await terminal.press('ctrl-c');
		await expect(end).rejects.toMatchObject({
			code: 'INTERRUPTED',
			message: expect.stringContaining('Stopped while a change was being made.'),
		});
		expect(config()).toBe(before);
		expect(terminal.isAlternate).toBe(false);
	});
});
