import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/doctor/diagnose/diagnose.ts';
import type {Diagnosis} from '../../src/doctor/diagnose/diagnosis.ts';
import {checkLine, type DoctorTelling, doctorText} from '../../src/report/doctor-text.ts';
import {emptyMachine} from '../support/diagnosed.ts';
import {wholeDiagnosis, wholeEvidence} from '../support/whole-evidence.ts';

const COMMAND = `anchorsmith configure --cli-profile build ${'--certificate /etc/pki/certificate.pem '.repeat(4)}--replace`;

function told(differing: Partial<Diagnosis> = {}, telling: DoctorTelling = {}): string {
	return doctorText({...wholeDiagnosis(), others: [], ...differing}, telling, advice => advice);
}

function withCommands(...commands: readonly string[]): Partial<Diagnosis> {
	const {cause} = wholeDiagnosis();
	return cause ? {cause: {...cause, remedy: {...cause.remedy, commands}}} : {};
}

describe('a diagnosis for people', () => {
	test('has the verdict, the cause, why, and what mends it by whom', () => {
		const lines = told().split('\n');
		expect(lines[0]).toBe('welding does not work.');
		expect(lines[2]).toMatch(/^CN=robot-12\.example\.com is not let in by welding-robot\. \[/);
		expect(lines).toContain('Fix: Let gertrud read it. (you, on this machine)');
		expect(lines).toContain('  chmod 600 /home/gertrud/private-key.pem');
		expect(lines).toContain('This goes away with it:');
	});

	test('breaks no command, however narrow the terminal, and leaves those of several lines without a margin', () => {
		const document = "cat > policy.json <<'EOF'\n{}\nEOF";
		const lines = told(withCommands(COMMAND, document), {columns: 40}).split('\n');
		expect(lines).toContain(`  ${COMMAND}`);
		expect(lines.join('\n')).toContain(`\n${document}\n`);
	});

	test('says that words which nobody knows are not known', () => {
		const {messages} = diagnose({...emptyMachine, told: 'qwerty'});
		expect(told({messages})).toContain('You were told: "qwerty"\n  These words are not known here.\n');
	});

	test('tells what a message may come from where nothing else explains it', () => {
		const text = doctorText(diagnose({...emptyMachine, told: 'Certificate revoked'}), {}, advice => advice);
		expect(text).toContain('You were told: "Certificate revoked"');
		expect(text).toContain('\n  - ');
	});

	test.each<readonly [Diagnosis['prediction'], string]>([
		[
			{state: 'granted', assumedRoleArn: 'arn:aws:sts::1:assumed-role/a/b', durationSeconds: 900},
			'would grant arn:aws:sts::1:assumed-role/a/b for 900 seconds',
		],
		[{state: 'refused', code: 'AccessDeniedException', message: 'No.', isRecorded: true}, '"No."'],
		[
			{state: 'refused', code: 'AccessDeniedException', message: 'No.', isRecorded: false, provided: 'the role'},
			'in words that nobody has recorded. This takes for granted what was not seen: the role.',
		],
		[{state: 'unknown', missing: 'the role'}, 'cannot be told without the role'],
	])('has the prediction in words: %j', (prediction, words) => {
		expect(told({prediction}).replaceAll('\n', ' ')).toContain(words);
	});

	test('counts what it does not show of many others', () => {
		const {others} = wholeDiagnosis();
		const many = Array.from({length: 20}, () => others).flat();
		expect(told({others: many})).toContain('  and 8 more: see --json\n');
	});

	test('says what was mended, how to undo it, and where the bundle is', () => {
		const text = told(
			{},
			{
				mended: [{what: 'Take the permissions away.', did: ['chmod 600 key.pem', 'Undo it: cp -p key.bak key.pem']}],
				note: 'What is left is not for this program to mend by itself.',
				bundle: '/tmp/evidence.json',
			},
		);
		expect(text).toMatch(
			/^Mended: Take the permissions away\.\n {2}chmod 600 key\.pem\n {2}Undo it:\n {2}cp -p key\.bak/,
		);
		expect(text).toContain('What was seen is in /tmp/evidence.json.');
	});

	test('fits its columns but for commands and words that are too long, and lets no control through', () => {
		fc.assert(
			fc.property(fc.constantFrom(40, 60, 80), fc.string({unit: 'binary'}), (columns, outside) => {
				const diagnosis = diagnose({...wholeEvidence, told: `Untrusted ${outside}`});
				const text = doctorText(diagnosis, {columns}, advice => advice);
				const {cause, others} = diagnosis;
				const problems = [...(cause ? [cause] : []), ...others];
				const commands = new Set(problems.flatMap(({remedy}) => remedy.commands.map(command => `  ${command}`)));
				const isLong = (line: string) =>
					line.length > columns && line.split(' ').every(word => word.length < columns - 14);
				expect(text.split('\n').filter(line => isLong(line) && !commands.has(line))).toEqual([]);
				expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
			}),
			{numRuns: 10},
		);
	});
});

test.each([
	['passed', '✓ Files: all there'],
	['noticed', '! Files: all there'],
	['failed', '✗ Files: all there'],
	['unknown', '? Files: all there'],
] as const)('a check that %s is one line', (state, line) => {
	expect(checkLine({state, words: 'all there'}, 'Files')).toBe(line);
});
