import {printable} from '../../printable.ts';
import {setupText} from '../../report/setup-summary.ts';
import {type Line, line, span} from '../../ui/line.ts';
import {blocks, reportRows, table} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {wrap} from '../../ui/wrap.ts';
import type {SetupSummary} from '../conduct/summary.ts';
import type {WizardSession} from '../session.ts';
import {keys, finishing as texts} from '../texts/en.ts';
import {setupView} from './setup-view.ts';

/** What the last screen shows and does. */
export interface Done {
	readonly session: WizardSession;
	readonly summary: SetupSummary;
	asCalled(text: string): string;
	finish(): void;
}

/** What was done and proven, how to check it and how to undo it. Long values are cut in the middle: all of them follow on the normal screen. */
export function donePage({session, summary, asCalled, finish}: Done): Screen {
	const {proof, check, undo, handOvers} = summary;
	const command = (title: string, text: string, width: number) => [
		line(title, 'strong'),
		...wrap(`  ${asCalled(text)}`, width),
	];
	return pageScreen({
		frame: view => setupView(session, 'done', view),
		hints: () => [{key: 'Enter', does: keys.finish}],
		rows: (width, {symbols}) => {
			const title: readonly Line[] = [
				[span(`${symbols.done} `, 'good'), span(proof ? texts.proven : texts.done, 'strong')],
			];
			// What others need must be there to the letter.
			if (handOvers.length > 0) {
				return blocks(title, reportRows(setupText(summary, asCalled), width));
			}

			return blocks(
				title,
				proof
					? table(
							[
								[texts.identity, printable(proof.arn)],
								[texts.sourceIdentity, printable(proof.sourceIdentity)],
								[texts.until, `${proof.expiration.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
							],
							width,
						)
					: [],
				table(standing(summary), width),
				check === undefined ? [] : command(texts.check, check, width),
				command(texts.undo, undo, width),
			);
		},
		press(key) {
			if (key.name === 'enter' || key.name === 'escape' || letterOf(key) === 'q') {
				finish();
			}
		},
	});
}

function standing({trustAnchorArn, roleArn, profileArn, files, cliProfile}: SetupSummary) {
	const rows: readonly (readonly [string, string | undefined])[] = [
		[texts.trustAnchor, trustAnchorArn],
		[texts.role, roleArn],
		[texts.profile, profileArn],
		[texts.certificate, files?.certificate],
		[texts.cliProfile, cliProfile && texts.in(cliProfile.name, cliProfile.file)],
	];
	return rows.flatMap(([what, value]): readonly (readonly [string, string])[] =>
		value === undefined ? [] : [[what, printable(value)]],
	);
}
