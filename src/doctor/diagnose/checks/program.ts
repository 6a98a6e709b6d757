import {printable} from '../../../printable.ts';
import {judgeCredentialProcess} from '../../../rules/judge-credential-process.ts';
import {judgeProgram} from '../../../rules/judge-program.ts';
import type {CommandEvidence, ProgramEvidence, ProgramRun} from '../../evidence/command.ts';
import {seenIn} from '../../evidence/look.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {hasRun} from '../what-happened.ts';

export default defineCheck({
	check: 'program',
	title: 'Credential process',
	needs: ['host', 'command'],
	judge({command, host, at}) {
		const seen = seenIn(command);
		if (!seen) {
			return {findings: [], words: 'none was found', state: 'unknown'};
		}

		const findings = [
			...judgeProgram({command: seen, host}),
			...judgeCredentialProcess({run: seen.run, at: new Date(at)}),
		];
		return {findings, ...wordsOf(seen, new Date(at))};
	},
});

const MAKERS: Readonly<Record<ProgramEvidence['maker'], string>> = {
	own: 'anchorsmith',
	'official-helper': 'the official helper',
	other: 'a program of others',
};

function wordsOf({program, run}: CommandEvidence, at: Date): Pick<Judgement, 'words' | 'state'> {
	const seen = seenIn(program);
	if (!seen) {
		return program.state === 'unseen' ? {words: program.message} : {words: 'it is not there'};
	}

	const {maker, version, path} = seen;
	const what = maker === 'other' ? printable(path) : MAKERS[maker];
	const told = version === undefined ? what : `${what} ${printable(version)}`;
	const ran = seenIn(run);
	return {words: ran ? `${told}, ${runInWords(ran, at)}` : told};
}

function runInWords(run: ProgramRun, at: Date): string {
	if (hasRun(run, at)) {
		return 'prints credentials';
	}

	if (run.isTimeout) {
		return 'does not end';
	}

	return run.exit === 0 ? 'prints no credentials that can be used' : `ends with exit code ${run.exit ?? 'of a signal'}`;
}
