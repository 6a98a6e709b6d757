import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Answers} from '../../src/wizard/answers.ts';
import {Interview} from '../../src/wizard/interview.ts';
import {findProgress} from '../../src/wizard/saved-progress.ts';
import type {WizardSession} from '../../src/wizard/session.ts';
import {ANSWER_PASSPHRASE, answerFiles} from '../support/answer-files.ts';
import {testWorld} from '../support/context.ts';
import {runIn} from '../support/setup.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const at = ({at: place}: WizardSession) => (place.kind === 'review' ? 'review' : place.step.id);

async function interviewIn(home: string, given: Answers, env = {}) {
	return Interview.begin(given, testWorld({home, env}).context);
}

/** An interview at one question. */
async function interviewAt(home: string, id: string, given: Answers) {
	const interview = await interviewIn(home, {part: 'all', ...given});
	await interview.goTo(id);
	expect(at(interview.session)).toBe(id);
	return interview;
}

const BROUGHT: Answers = {rehearse: true, issuerSource: 'existing', issuerCertificate: 'ca.pem'};

describe('answers are checked against what they name', () => {
	test.each([
		['issuer-certificate', 'nowhere.pem', {}, 'there is no such file'],
		['issuer-certificate', 'certificate.pem', {}, 'breaks a rule'],
		['issuer-certificate', 'private-key.pem', {}, 'private key'],
		['issuer-private-key', 'certificate.pem', {}, 'where a private key is due'],
		['certificate', 'ca.pem', {certificateSource: 'existing'}, 'breaks a rule'],
		['private-key', 'other.pem', {certificateSource: 'existing', certificate: 'certificate.pem'}, 'does not belong'],
		['intermediates', 'request.csr', {certificateSource: 'existing'}, 'request.csr'],
		['permissions-policy', 'other.pem', {roleSource: 'new', permissions: 'inline'}, 'is no IAM policy'],
		['session-policy', 'nowhere.json', {}, 'there is no such file'],
		['helper-program', 'ca.pem', {helper: 'official'}, 'no program that can be started'],
	] as const)('%s %s', async (id, value, given, problem) => {
		const home = await answerFiles();
		await runIn(home, ['request', '--name', 'o', '--subject', 'CN=o', '--out', path.join(home, 'other')]);
		writeFileSync(path.join(home, 'other.pem'), readFileSync(path.join(home, 'other/private-key.pem')));
		const interview = await interviewAt(home, id, {...BROUGHT, ...given});
		const session = await interview.answer({value});

		expect(at(session)).toBe(id);
		expect(session.problem).toContain(problem);
	});

	test('a right one leads on', async () => {
		const interview = await interviewAt(await answerFiles(), 'issuer-certificate', BROUGHT);

		expect(at(await interview.answer({value: 'chain.pem'}))).not.toBe('issuer-certificate');
	});
});

describe('the passphrase', () => {
	test('of a key that exists must open it', async () => {
		const interview = await interviewAt(await answerFiles(), 'passphrase', {
			...BROUGHT,
			issuerPrivateKey: 'ca-key.pem',
		});

		expect(await interview.passphraseUse()).toBe('open');
		const refused = await interview.answer({value: {from: 'typed'}, secret: 'wrong'});
		expect(refused.problem).toContain('does not open the private key');
		expect(interview.secrets.get('passphrase')).toBeUndefined();
		const taken = await interview.answer({value: {from: 'typed'}, secret: ANSWER_PASSPHRASE});
		expect(at(taken)).toBe('certificate-source');
		expect(interview.secrets.get('passphrase')).toBe(ANSWER_PASSPHRASE);
		expect(JSON.stringify(interview)).not.toContain(ANSWER_PASSPHRASE);
	});

	test('of a new key is chosen, and may not be empty', async () => {
		const interview = await interviewAt(temporaryFolder(), 'passphrase', {rehearse: true, issuerName: 'new'});

		expect(await interview.passphraseUse()).toBe('choose');
		expect((await interview.answer({value: {from: 'typed'}, secret: ''})).problem).toContain('is empty');
	});

	test('is not needed for a key that is not encrypted', async () => {
		const given: Answers = {...BROUGHT, issuerPrivateKey: 'private-key.pem'};

		expect(await (await interviewAt(await answerFiles(), 'passphrase', given)).passphraseUse()).toBe('none');
	});

	test('opens an authority that was made here before under the same name', async () => {
		const home = await answerFiles();
		await runIn(home, [
			...['issuer', 'create', '--name', 'known', '--subject', 'CN=Known', '--passphrase-file', 'secret.txt'],
			...['--home', path.join(home, '.anchorsmith/rehearsal')],
		]);
		const interview = await interviewAt(home, 'passphrase', {rehearse: true, issuerName: 'known'});

		expect(await interview.passphraseUse()).toBe('open');
		const refused = await interview.answer({value: {from: 'environment', variable: 'NOT_SET'}});
		expect(refused.problem).toContain('NOT_SET is not set');
	});
});

describe('progress', () => {
	test('is kept after each step, never with what was typed in secret, until it is forgotten', async () => {
		const home = temporaryFolder();
		const interview = await interviewIn(home, {rehearse: true, part: 'all', issuerSource: 'new'});
		expect(existsSync(path.join(home, '.anchorsmith'))).toBe(false);
		await interview.answer({value: 'mine'});
		await interview.goTo('passphrase');
		await interview.answer({value: {from: 'typed'}, secret: 'correct horse'});
		const file = path.join(home, '.anchorsmith/rehearsal/setup-progress.json');

		expect(readFileSync(file, 'utf8')).toContain('"issuerName": "mine"');
		expect(readFileSync(file, 'utf8')).not.toContain('horse');
		await interview.forget();
		expect(existsSync(file)).toBe(false);
	});

	test('resumes where it was left, and flags go before it', async () => {
		const home = temporaryFolder();
		const {context} = testWorld({home});
		const first = await interviewIn(home, {rehearse: true, part: 'all'});
		await first.answer({value: 'new'});
		await first.answer({value: 'mine'});
		const found = await findProgress({home: path.join(home, '.anchorsmith'), now: context.now});
		const kept = found.state === 'found' ? found.progress : undefined;
		const second = await Interview.begin({issuerName: 'other'}, context, kept);

		expect(at(second.session)).toBe('issuer-algorithm');
		expect(second.session.given).toMatchObject({rehearse: true, issuerSource: 'new', issuerName: 'other'});
	});

	test('that cannot be kept is said, and hinders nothing', async () => {
		const home = temporaryFolder();
		writeFileSync(path.join(home, '.anchorsmith'), 'a file');
		const interview = await interviewIn(home, {rehearse: false, part: 'all'}, {AWS_REGION: 'eu-west-1'});
		const session = await interview.answer({value: undefined});

		expect(at(session)).toBe('region');
		expect(interview.trouble).toContain('.anchorsmith');
	});
});

describe('what is found', () => {
	test('is looked up again where an answer says', async () => {
		const home = temporaryFolder();
		writeFileSync(path.join(home, 'config'), '[profile other]\nregion = eu-north-1\n');
		const interview = await interviewIn(home, {part: 'all'}, {AWS_CONFIG_FILE: path.join(home, 'config')});
		await interview.answer({value: false});
		const session = await interview.answer({value: 'other'});

		expect(session.detected.region).toEqual({value: 'eu-north-1', origin: 'from the AWS CLI profile other'});
		expect(session.detected.subject).toEqual({value: 'CN=build-17', origin: 'the name of this machine'});
	});
});

describe('a pasted certificate', () => {
	test('becomes a file, and so a path like any other', async () => {
		const home = await answerFiles();
		const interview = await interviewAt(home, 'issuer-certificate', BROUGHT);
		const pem = readFileSync(path.join(home, 'ca.pem'), 'utf8');
		await interview.answer({value: pem.replaceAll('\n', '\r')});
		const file = interview.session.given.issuerCertificate ?? '';

		expect(path.dirname(file)).toBe(path.join(home, '.anchorsmith/rehearsal/pasted'));
		expect(readFileSync(file, 'utf8')).toBe(pem);
		await interview.goTo('issuer-certificate');
		await interview.answer({value: pem});
		expect(readdirSync(path.dirname(file))).toHaveLength(1);
	});

	test('that is cut short, or a key, is refused and kept nowhere', async () => {
		const home = await answerFiles();
		const interview = await interviewAt(home, 'issuer-certificate', BROUGHT);
		const pem = readFileSync(path.join(home, 'ca.pem'), 'utf8');
		const cut = await interview.answer({value: pem.slice(0, 100)});
		expect(cut.problem).toContain('The end of the PEM text is missing');
		const key = await interview.answer({value: readFileSync(path.join(home, 'private-key.pem'), 'utf8')});

		expect(key.problem).toContain('That is a private key');
		expect(existsSync(path.join(home, '.anchorsmith/rehearsal/pasted'))).toBe(false);
	});
});
