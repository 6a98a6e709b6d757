import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {isYes} from '../../ui/lines/ask-choice.ts';
import type {Findings} from '../guide/doctor-world.ts';
import {plain, bundle as texts} from '../texts/en.ts';
import type {PlainDoctorWorld} from './plain-doctor-world.ts';

/** Asks for a file and whether to mask, and writes what was seen; says what came of it. @throws {ExpectedError} `INTERRUPTED`. */
export async function askForBundle(findings: Findings, {prompt, workingDirectory}: PlainDoctorWorld): Promise<void> {
	prompt.say(`\n${texts.question}\n  ${texts.note}`);
	const typed = (await prompt.line(plain.file(texts.file))).trim();
	if (typed === '<') {
		return;
	}

	const file = path.resolve(workingDirectory, typed === '' ? texts.file : typed);
	const isMasked = isYes(await prompt.line(plain.mask));
	try {
		const {writeBundle} = await import('../bundle/write-bundle.ts');
		await writeBundle(file, findings, {isMasked});
		prompt.say(texts.written(printable(file)));
	} catch (error) {
		if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED') {
			throw error;
		}

		prompt.say(`  ! ${error.message} ${error.next[0]}.`);
	}
}
