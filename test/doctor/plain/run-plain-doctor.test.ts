import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {doctorWorld} from '../../../src/cli/doctor-world.ts';
import {runPlainDoctor} from '../../../src/doctor/plain/run-plain-doctor.ts';
import {ExpectedError} from '../../../src/errors.ts';
import {testWorld} from '../../support/context.ts';
import {program} from '../../support/program.ts';
import {scriptedPrompt} from '../../support/scripted-prompt.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {openWorld} from '../../support/worlds/open-world.ts';

const HELPER = 'credential_process = /nowhere/aws_signing_helper credential-process --certificate c.pem';

/** A person at a prompt who answers what is asked, one answer after the other; nothing is sent anywhere. */
async function person(
	home: string,
	answers: readonly (readonly [asked: string, typed: string])[],
	env: Readonly<Record<string, string>> = {},
) {
	const left = [...answers];
	const prompt = scriptedPrompt(heard => {
		const [asked = '', typed = ''] = left.shift() ?? [];
		if (!heard.includes(asked)) {
			throw new Error(`expected ${asked} in:\n${heard}`);
		}

		if (typed === 'Ctrl-C') {
			throw new ExpectedError('INTERRUPTED', 'Stopped. Nothing was changed.', {next: ['Run it again']});
		}

		return typed;
	});
	const {context} = testWorld({home, env});
	const surroundings = {...context, program: await program()};
	return {
		left,
		prompt,
		end: () => runPlainDoctor({...surroundings, ...doctorWorld(surroundings), prompt}, {isOffline: true}),
	};
}

function homeWith(config: string): string {
	const home = temporaryFolder();
	mkdirSync(path.join(home, '.aws'));
	writeFileSync(path.join(home, '.aws/config'), config);
	return home;
}

describe('troubleshooting line by line', () => {
	test('asks which CLI profile is meant, takes a message, and shows every part on request', async () => {
		const home = homeWith(`[profile one]\n${HELPER}\n\n[profile two]\n${HELPER}\n`);
		const {end, prompt, left} = await person(home, [
			['Which CLI profile does not work?', '?'],
			['Nothing is changed by looking.', '3'],
			['Paste it', 'Untrusted signing certificate'],
			['Change the message', '2'],
			['What next?', '?'],
			['done only after a yes', 'open'],
			['May be wrong there', 'bundle'],
			['Into which new file', ''],
			['Hide account numbers', 'y'],
			['Written to', 'leave'],
		]);
		const {last} = await end();
		expect(left).toEqual([]);
		expect(last?.evidence).toMatchObject({cliProfile: {name: 'two'}, told: 'Untrusted signing certificate'});
		expect(prompt.said()).toMatch(/^ {2}(ok {3}|note |WRONG|-- {3}) {2}\S.*: \S/m);
		expect(prompt.said()).toContain('The message that you pasted');
		expect(existsSync(path.join(home, 'doctor-bundle.json'))).toBe(true);
	});

	test('leaves without having looked', async () => {
		const {end} = await person(homeWith(`[profile one]\n${HELPER}\n\n[profile two]\n${HELPER}\n`), [['Which', '<']]);
		expect(await end()).toEqual({mended: []});
	});

	test('mends after a yes only, looks again, and says what stays when it is stopped then', async () => {
		const world = await openWorld();
		world.edit('.aws/config', text => `${text}\n${text}`);
		const before = world.read('.aws/config');
		const {end, prompt} = await person(
			world.home,
			[
				['What next?', '1'],
				['Nothing has been changed yet.', ''],
				['Nothing was changed.', '1'],
				['Nothing has been changed yet.', 'y'],
				['It is mended.', 'Ctrl-C'],
			],
			world.env,
		);
		await expect(end()).rejects.toThrow(/^Stopped. What was mended stays so:[\s\S]*Undo it/);
		expect(world.read('.aws/config')).not.toBe(before);
		expect(prompt.said()).toContain('Certificate until');
	});

	test('opens everything else that was noticed, each with its source', async () => {
		const {end, prompt, left} = await person(
			homeWith(`[profile one]\n${HELPER}\n`),
			[
				['What next?', 'rest'],
				['Everything else that was noticed', '1'],
				['Rule config-environment', '<'],
				['What next?', '<'],
			],
			{AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE'},
		);
		expect((await end()).last?.diagnosis.verdict).toBe('broken');
		expect(left).toEqual([]);
		expect(prompt.said()).toContain('https://docs.aws.amazon.com/');
	});
});
