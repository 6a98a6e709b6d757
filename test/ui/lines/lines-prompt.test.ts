import {PassThrough} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {openLines} from '../../../src/ui/lines/lines-prompt.ts';

function terminal() {
	let written = '';
	const raw: boolean[] = [];
	const interruption = new AbortController();
	const input = Object.assign(new PassThrough(), {setRawMode: (isRaw: boolean) => raw.push(isRaw)});
	const prompt = openLines({
		input,
		output: {write: text => (written += text)},
		signal: interruption.signal,
		stopped: 'Nothing was changed.',
	});
	return {prompt, input, interruption, raw, written: () => written};
}

describe('lines', () => {
	test('are asked for and read, and no cursor is ever moved', async () => {
		const {prompt, input, written} = terminal();
		const answer = prompt.line('Name');
		input.write('bui');
		input.write('ld-17\r\n');
		prompt.say('Thank you.');

		expect(await answer).toBe('build-17');
		expect(written()).toBe('Name: Thank you.\n');
	});

	test('that are typed ahead, and characters that come in halves, are kept', async () => {
		const {prompt, input} = terminal();
		const bytes = Buffer.from('one\n建設\nthree\n');
		input.write(bytes.subarray(0, 6));
		input.write(bytes.subarray(6));

		expect([await prompt.line('1'), await prompt.line('2'), await prompt.line('3')]).toEqual(['one', '建設', 'three']);
	});

	test('of a PEM text that is pasted where a path is due are taken together', async () => {
		const {prompt, input} = terminal();
		const pem = '-----BEGIN CERTIFICATE-----\nMIIB\nMIIC\n-----END CERTIFICATE-----';
		input.write(`${pem}\nnext\nca.pem\n`);

		expect(await prompt.pathOrPem('Path')).toBe(pem);
		expect(await prompt.line('Name')).toBe('next');
		expect(await prompt.pathOrPem('Path')).toBe('ca.pem');
	});

	test('of a message are taken up to an empty one, those within a paste aside', async () => {
		const {prompt, input} = terminal();
		const message = prompt.text('Message');
		input.write('Error\n\n  at line 3\n');
		input.write('\n');

		expect(await message).toBe('Error\n\n  at line 3');
	});

	test('that are secret are read raw, so that nothing echoes them, and Backspace and Ctrl-U still work', async () => {
		const {prompt, input, raw, written} = terminal();
		const answer = prompt.secret('Passphrase');
		input.write('wrong\u0015horse\u007F\u007Fs\r');

		expect(await answer).toBe('hors');
		expect(raw).toEqual([true, false]);
		expect(written()).toBe('Passphrase (what you type is not shown): \n');
	});

	test.each([
		['Ctrl-C', ({input}: ReturnType<typeof terminal>) => input.write('\u0003')],
		['the end of the input', ({input}: ReturnType<typeof terminal>) => input.end()],
		['a signal', ({interruption}: ReturnType<typeof terminal>) => interruption.abort()],
	])('end with %s, restoring the terminal', async (_case, stop) => {
		const world = terminal();
		const answer = world.prompt.secret('Passphrase');
		stop(world);

		await expect(answer).rejects.toMatchObject({code: 'INTERRUPTED', message: 'Nothing was changed.'});
		await expect(world.prompt.line('Again')).rejects.toMatchObject({code: 'INTERRUPTED'});
		expect(world.raw).toEqual([true, false]);
	});

	test('leave the input alone once closed', () => {
		const {prompt, input} = terminal();
		prompt.close();

		expect(input.listenerCount('data')).toBe(0);
		expect(input.isPaused()).toBe(true);
	});
});
