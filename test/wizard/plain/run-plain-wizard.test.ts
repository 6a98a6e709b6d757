import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {doctorWorld} from '../../../src/cli/doctor-world.ts';
import type {Answers} from '../../../src/wizard/answers.ts';
import {Interview} from '../../../src/wizard/interview.ts';
import {runPlainStart} from '../../../src/wizard/plain/run-plain-start.ts';
import {type PlainWorld, runPlainWizard} from '../../../src/wizard/plain/run-plain-wizard.ts';
import {beginSetup, environmentOfAdministrator} from '../../support/administrator.ts';
import {testWorld} from '../../support/context.ts';
import {program} from '../../support/program.ts';
import {scriptedPrompt} from '../../support/scripted-prompt.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const ENOUGH: Answers = {rehearse: true, part: 'all', subject: 'CN=build-17', permissions: 'none'};

/** Everything is taken as it is suggested. */
const suggested = () => '';

/** A person at a prompt, who answers what is asked for by name and takes all else as it is suggested. */
async function person(home: string, answers: readonly (readonly [asked: string, typed: string])[]) {
	const left = [...answers];
	const prompt = scriptedPrompt(heard => {
		const index = left.findIndex(([asked]) => heard.includes(asked));
		const [answer] = index === -1 ? [] : left.splice(index, 1);
		return answer?.[1] ?? suggested();
	});
	const {context} = testWorld({home});
	const world: PlainWorld = {prompt, surroundings: {...context, program: await program()}, ...doctorWorld(context)};
	return {prompt, world, left};
}

describe('line by line', () => {
	test('a rehearsal goes from its questions to the proof', async () => {
		const home = temporaryFolder();
		const {prompt, world} = await person(home, [['Make these changes?', 'y']]);
		const end = await runPlainWizard(await Interview.begin({rehearse: true}, world.surroundings), world);

		expect(end).toMatchObject({kind: 'done', summary: {setup: 'anchorsmith'}});
		expect(prompt.said()).toContain('Where (1 of 6)');
		expect(prompt.said()).toContain('Account 111122223333, as arn:aws:iam::111122223333:user/rehearsal-administrator.');
		expect(prompt.said()).toContain('6 to create, 0 to update, 0 to delete.');
		expect(prompt.said()).toContain('  ok  role anchorsmith');
		expect(prompt.said()).toMatch(/ok {2}the credentials act as arn:aws:sts::111122223333:assumed-role\/anchorsmith\//);
		expect(existsSync(path.join(home, '.anchorsmith/rehearsal/setup-progress.json'))).toBe(false);
	});

	test('? explains, < goes back, and a wrong answer is asked again with the reason', async () => {
		const {prompt, world, left} = await person(temporaryFolder(), [
			['Which kind of key should the authority have?', '?'],
			['For how many days should the authority be valid?', '<'],
			['For how many days should the authority be valid?', 'many'],
			['For how many days should the authority be valid?', '730'],
			['Make these changes?', 'c'],
			['Make these changes?', 'perhaps'],
			['Make these changes?', '<'],
			['a number changes that answer', '<'],
			['Which program should fetch the credentials?', '<'],
			['What should the AWS CLI profile be called?', 'two words'],
			['Make these changes?', 'y'],
		]);
		const interview = await Interview.begin(ENOUGH, world.surroundings);
		await runPlainWizard(interview, world);

		expect(left).toEqual([]);
		expect(prompt.said()).toContain('anchorsmith setup --rehearse');
		expect(prompt.said()).toContain('openssl ');
		expect(prompt.said()).toContain('  P-256 is quick and accepted everywhere.');
		expect(prompt.said()).toContain('  ! It should be a whole number of days from 1 to 36500.');
		expect(prompt.said()).toContain('  ! Use up to 64 letters, digits and any of _.@+- such as build-hosts.');
		expect(prompt.said()).toContain('Valid for: 730 days (your answer)');
	});

	test('a passphrase is typed twice, opens the key later, and is said nowhere', async () => {
		const home = temporaryFolder();
		const secret = 'correct horse battery';
		const {prompt, world} = await person(home, [
			['Where does the passphrase', '1'],
			['Passphrase for the new key', secret],
			['The same again', 'another'],
			['Where does the passphrase', '1'],
			['Passphrase for the new key', secret],
			['The same again', secret],
			['Make these changes?', 'y'],
		]);
		await runPlainWizard(await Interview.begin(ENOUGH, world.surroundings), world);
		expect(prompt.said()).toContain('The two differ');
		expect(prompt.said()).not.toContain(secret);

		const again = await person(home, [
			['Where does the passphrase', '1'],
			['Passphrase of the key', 'wrong'],
			['Where does the passphrase', '1'],
			['Passphrase of the key', secret],
		]);
		await runPlainWizard(await Interview.begin(ENOUGH, again.world.surroundings), again.world);
		expect(again.left).toEqual([]);
		expect(again.prompt.said()).toContain('does not open the private key');
		expect(again.prompt.said()).toContain('Nothing needs changing. Prove that it works?');
	});

	test('an answer is changed by its number in the review', async () => {
		const {prompt, world, left} = await person(temporaryFolder(), [
			['a number changes that answer', '99'],
			['a number changes that answer', '7'],
			['What should the authority’s certificate say who it is?', 'CN=建設 CA'],
			['Make these changes?', 'y'],
		]);
		await runPlainWizard(await Interview.begin(ENOUGH, world.surroundings), world);

		expect(left).toEqual([]);
		expect(prompt.said()).toContain('Type a number from 1 to 30.');
		expect(prompt.said()).toContain('Its subject: CN=建設 CA (your answer)');
	});

	test('what fails before anything is changed leads back to the answers', async () => {
		const home = temporaryFolder();
		const {prompt, world, left} = await person(home, [
			['Which program should fetch the credentials?', '2'],
			['a number changes that answer', ''],
			['a number changes that answer', '30'],
			['Which program should fetch the credentials?', '1'],
			['Make these changes?', 'y'],
		]);
		const surroundings = {...world.surroundings, env: {PATH: path.join(home, 'nowhere')}};
		await runPlainWizard(await Interview.begin(ENOUGH, surroundings), {...world, surroundings});

		expect(left).toEqual([]);
		expect(prompt.said()).toContain('There is no aws_signing_helper in PATH.');
		expect(prompt.said()).toContain('Nothing was changed. Change an answer, or try again.');
	});

	test('leaving at the first question is asked about', async () => {
		const {world} = await person(temporaryFolder(), [
			['Make a new certificate authority', '<'],
			['Leave?', 'n'],
			['Make a new certificate authority', '<'],
			['Leave?', 'y'],
		]);

		expect(await runPlainWizard(await Interview.begin(ENOUGH, world.surroundings), world)).toEqual({kind: 'left'});
	});
});

test('whoever AWS does not know cannot go on, and is told what helps', async () => {
	const home = temporaryFolder();
	writeFileSync(path.join(home, 'config'), '[profile empty]\nregion = eu-north-1\n');
	const {prompt, world} = await person(home, [
		['Which AWS CLI profile', 'empty'],
		['Which AWS CLI profile', '<'],
		['Leave?', 'y'],
	]);
	const env = {AWS_CONFIG_FILE: path.join(home, 'config'), AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'nothing')};
	const surroundings = {...world.surroundings, env: {...env, AWS_EC2_METADATA_DISABLED: 'true'}};

	expect(
		await runPlainWizard(await Interview.begin({rehearse: false, part: 'all'}, surroundings), {...world, surroundings}),
	).toEqual({
		kind: 'left',
	});
	expect(prompt.said()).toContain('empty (no credentials of its own, eu-north-1)');
	expect(prompt.said()).toContain('! There are no AWS credentials in the AWS CLI profile empty.');
});

test('whoever is in another account than the set-up cannot go on, and is told which is needed', async () => {
	const home = temporaryFolder();
	beginSetup(path.join(home, '.anchorsmith'), 'build-hosts', '999999999999');
	const {prompt, world, left} = await person(home, [
		['Which AWS CLI profile', 'keys'],
		['Which AWS CLI profile', '<'],
		['Leave?', 'y'],
	]);
	const surroundings = {...world.surroundings, env: await environmentOfAdministrator(home)};
	const given: Answers = {rehearse: false, part: 'all', name: 'build-hosts'};

	expect(await runPlainWizard(await Interview.begin(given, surroundings), {...world, surroundings})).toEqual({
		kind: 'left',
	});
	expect(left).toEqual([]);
	expect(prompt.said()).toContain('999999999999 is needed, because the set-up build-hosts began there.');
	expect(prompt.said()).toContain('Give this set-up another name: --name NAME');
});

describe('the start', () => {
	test('troubleshoots, and comes back', async () => {
		const {prompt, world, left} = await person(temporaryFolder(), [
			['What would you like to do?', 'troubleshoot'],
			['What next?', 'leave'],
			['What would you like to do?', 'quit'],
		]);

		expect(await runPlainStart(world)).toEqual({kind: 'left'});
		expect(left).toEqual([]);
		expect(prompt.said()).toContain('There is no CLI profile default');
	});

	test('offers to go on with answers that were kept', async () => {
		const home = temporaryFolder();
		const {surroundings} = (await person(home, [])).world;
		const before = await Interview.begin({rehearse: true, part: 'all'}, surroundings);
		await before.answer({value: 'new'});
		await before.answer({value: 'mine'});
		const {prompt, world, left} = await person(home, [
			['Go on where you stopped', '1'],
			['Which kind of key should the authority have?', '<'],
			['Under which name should the new authority be kept here?', '<'],
			['Make a new certificate authority', '<'],
			['Leave?', 'y'],
		]);

		expect(await runPlainStart(world)).toEqual({kind: 'left'});
		expect(left).toEqual([]);
		expect(prompt.said()).toContain('Answer [mine]');
	});

	test('says that kept answers are damaged, and goes on without', async () => {
		const home = temporaryFolder();
		const first = await person(home, [['What would you like to do?', 'quit']]);
		const interview = await Interview.begin(
			{rehearse: false, part: 'all', region: 'eu-west-1'},
			first.world.surroundings,
		);
		await interview.answer({value: undefined});
		writeFileSync(path.join(home, '.anchorsmith/setup-progress.json'), '{');

		expect(await runPlainStart(first.world)).toEqual({kind: 'left'});
		expect(first.prompt.said()).toContain('set aside in');
	});
});
