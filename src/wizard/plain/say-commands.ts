import {stateHome} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import type {SetupRun} from '../conduct/setup-run.ts';
import type {Interview} from '../interview.ts';
import {plain as texts} from '../texts/en.ts';
import type {PlainWorld} from './run-plain-wizard.ts';

/** A set-up that was planned, and where to say so. */
export interface Planned extends Pick<PlainWorld, 'surroundings' | 'asCalled'> {
	readonly run: SetupRun;
	readonly plan: Plan;
	readonly interview: Interview;
	readonly say: (line: string) => void;
}

/** Shows the commands that would do the same: this program's own line, then a script of OpenSSL and the AWS CLI. */
export async function sayCommands({run, plan, interview, surroundings, say, asCalled}: Planned): Promise<void> {
	const {equivalentsOf} = await import('../equivalents/equivalents.ts');
	const {specification, place} = run;
	const home = stateHome({...place, base: surroundings.stateDirectory()}, surroundings);
	const answers = interview.session.given;
	const {own, openssl, awsCli, script} = equivalentsOf({answers, specification, plan, place, home});
	say(`\n${texts.commandsIntro}`);
	for (const {title, lines} of own) {
		say(`\n# ${title}\n${asCalled(lines.join('\n'))}`);
	}

	if (openssl.length + awsCli.length > 0) {
		say(`\n${script}`);
	}
}
