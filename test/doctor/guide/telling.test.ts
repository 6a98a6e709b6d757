import {describe, expect, test} from 'vitest';
import type {Diagnosis, Problem} from '../../../src/doctor/diagnose/diagnosis.ts';
import {Examination} from '../../../src/doctor/guide/examination.ts';
import {
	headline,
	messageParts,
	openParts,
	problemParts,
	proofParts,
	sourceParts,
} from '../../../src/doctor/guide/telling.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const problem: Problem = {
	check: 'key',
	finding: {
		rule: 'file-mode',
		severity: 'error',
		message: 'Everybody can read it.\u001b',
		why: 'Whoever reads the key is this machine.',
		fix: 'Take it away from others.',
		at: '/home/operator/key.pem',
		source: {title: 'A guide', url: 'https://example.com/guide', read: '2026-11-22', facts: []},
		refusal: {code: 'AccessDeniedException', message: 'No.'},
	},
	remedy: {
		what: 'Let only the owner read it.',
		who: 'operator',
		commands: ['anchorsmith doctor --mend'],
		mend: {kind: 'mode', path: '/home/operator/key.pem', mode: 0o600},
	},
	consequences: [],
};
const asCalled = (text: string) => text.replace('anchorsmith', 'npx anchorsmith');

function diagnosis(differsBy: Partial<Diagnosis>): Diagnosis {
	return {
		verdict: 'broken',
		summary: 'Credentials do not work.',
		others: [],
		checks: [],
		prediction: {state: 'unknown', missing: 'the account'},
		messages: [],
		open: [],
		...differsBy,
	};
}

describe('what is told', () => {
	test('of a problem is why, what to do and who, the commands as they are typed here, and what AWS answers', () => {
		expect(problemParts(problem, asCalled, 'Press d.')).toEqual([
			{kind: 'text', title: 'Why', paragraphs: ['Whoever reads the key is this machine.']},
			{
				kind: 'text',
				title: 'What to do',
				paragraphs: ['You, on this machine: Let only the owner read it.', 'Press d.'],
			},
			{kind: 'commands', commands: ['npx anchorsmith doctor --mend']},
			{kind: 'text', title: 'What AWS answers', paragraphs: ['AccessDeniedException: No.']},
		]);
		expect(sourceParts(problem)).toEqual([
			{
				kind: 'text',
				title: 'Source',
				paragraphs: ['Rule file-mode, at /home/operator/key.pem', 'A guide', 'https://example.com/guide'],
			},
		]);
	});

	test('of a problem that no command mends is that there is none, and what goes away with it', () => {
		const {finding} = problem;
		const remedy = {what: 'Ask for another one.', who: 'pki-owner', commands: []} as const;
		const parts = problemParts({...problem, remedy, consequences: [finding]}, asCalled, 'Press d.');
		expect(JSON.stringify(parts)).toContain('Whoever owns the certificate authority: Ask for another one.');
		expect(JSON.stringify(parts)).toContain('There is no command for it.');
		expect(parts).toContainEqual({
			kind: 'text',
			title: 'Goes away with it',
			paragraphs: [String.raw`Everybody can read it.\u{1b}`],
		});
	});

	test('of much that goes away with it is the first, and how much more', () => {
		const {finding} = problem;
		const messages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
		const consequences = messages.map(message => ({...finding, message}));
		const told = (count: number) =>
			problemParts({...problem, consequences: consequences.slice(0, count)}, asCalled).find(
				part => part.kind === 'text' && part.title === 'Goes away with it',
			);
		expect(told(5)).toMatchObject({paragraphs: ['a', 'b', 'c', 'd', 'e']});
		expect(told(7)).toMatchObject({paragraphs: ['a', 'b', 'c', 'd', 'and 3 more']});
	});

	test('of a verdict is its summary, and that it is mended where something was done and all is well', () => {
		expect(headline(diagnosis({}), true)).toEqual({text: 'Credentials do not work.', tone: 'bad'});
		expect(headline(diagnosis({verdict: 'unexplained'}), false).tone).toBe('caution');
		expect(headline(diagnosis({verdict: 'sound', summary: 'Fine.'}), true)).toEqual({
			text: 'It is mended. Fine.',
			tone: 'good',
		});
	});

	test('of a message is what it means, and its causes where nothing else explains it', () => {
		const causes = [{rules: ['file-mode'], what: 'The key.', next: 'anchorsmith lint key.pem'}];
		const known = {speaker: 'service', fact: 'ERR-01', meaning: 'It was turned down.', causes};
		const messages = [{from: 'told', quoted: 'No.', known} as const, {from: 'run', quoted: 'Hm.'} as const];
		const titles = (verdict: Diagnosis['verdict']) =>
			messageParts(diagnosis({verdict, messages}), asCalled).map(part => part.kind === 'text' && part.title);
		expect(titles('broken')).toEqual(['The message that you pasted', 'What the credential process said']);
		expect(titles('unexplained')).toContain('What may be behind it, most likely first');
		expect(JSON.stringify(messageParts(diagnosis({verdict: 'unexplained', messages}), asCalled))).toContain(
			'- The key. npx anchorsmith lint key.pem',
		);
	});

	test('of what was not looked at is what that leaves open', () => {
		expect(openParts([{what: 'The account.', leavesOpen: 'The role.', next: 'anchorsmith doctor'}], asCalled)).toEqual([
			{
				kind: 'text',
				title: 'The account.',
				paragraphs: ['May be wrong there: The role.', 'To look at it: npx anchorsmith doctor'],
			},
		]);
	});

	test('of a proof is who one is and until when, and nothing where there is none', async () => {
		const home = temporaryFolder();
		const {evidence} = await new Examination({now: () => new Date(), changed: () => undefined}).run(
			surroundingsForTest({userHome: () => home, stateDirectory: () => home, options: {isOffline: true}}),
		);
		const granted = {
			outcome: 'granted',
			assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/build/1',
			expiration: '2026-11-22T12:00:00Z',
		} as const;
		const seen = {...evidence, live: {state: 'seen', value: granted}} as const;
		expect(proofParts({evidence: seen, diagnosis: diagnosis({verdict: 'working'})})).toEqual([
			{
				kind: 'table',
				title: 'What was proved',
				rows: [
					['You act as', granted.assumedRoleArn],
					['Credentials until', '2026-11-22 12:00 UTC'],
				],
			},
		]);
		expect(proofParts({evidence: seen, diagnosis: diagnosis({})})).toEqual([]);
	});
});
