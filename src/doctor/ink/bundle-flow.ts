import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {completePath} from '../../ui/complete-path.ts';
import {busyScreen} from '../../ui/screens/busy-screen.ts';
import {choiceScreen} from '../../ui/screens/choice-screen.ts';
import {pathScreen} from '../../ui/screens/path-screen.ts';
import type {Findings} from '../guide/doctor-world.ts';
import {bundle as texts} from '../texts/en.ts';
import {doctorView} from './doctor-view.ts';
import type {DoctorOnStage} from './ink-doctor-world.ts';

/** Asks for a file and whether to mask, and writes what was seen. `back` gets the file; undefined when none was written. */
export function askForBundle(findings: Findings, on: DoctorOnStage, back: (file: string | undefined) => void): void {
	const {stage, surroundings} = on;
	const frame = (view: Parameters<typeof doctorView>[1]) => doctorView(findings.evidence.cliProfile.name, view);
	const askForFile = (text: string, problem?: string) =>
		stage.show(
			pathScreen({
				frame,
				question: texts.question,
				note: texts.note,
				text,
				offered: texts.file,
				example: texts.file,
				problem: () => problem,
				answer: askForMask,
				complete: typed => completePath(typed, surroundings.workingDirectory),
				back: () => back(undefined),
				refresh: () => stage.refresh(),
			}),
		);
	const askForMask = (file: string) =>
		stage.show(
			choiceScreen({
				frame,
				question: texts.maskQuestion,
				options: [
					{value: false, label: texts.clear, note: texts.clearNote},
					{value: true, label: texts.masked, note: texts.maskedNote},
				],
				choose: isMasked => {
					stage.show(busyScreen(texts.writing, surroundings.now, frame));
					write(file, isMasked).catch((error: unknown) => stage.fail(error));
				},
				back: () => askForFile(file),
			}),
		);
	const write = async (typed: string, isMasked: boolean) => {
		const file = path.resolve(surroundings.workingDirectory, typed);
		try {
			const {writeBundle} = await import('../bundle/write-bundle.ts');
			await writeBundle(file, findings, {isMasked});
			back(file);
		} catch (error) {
			if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED') {
				throw error;
			}

			askForFile(typed, `${error.message} ${error.next[0]}.`);
		}
	};
	askForFile('');
}
