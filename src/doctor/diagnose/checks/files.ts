import {printable} from '../../../printable.ts';
import {judgeHost} from '../../../rules/judge-host.ts';
import type {FileEvidence, FilesEvidence} from '../../evidence/files.ts';
import type {Look} from '../../evidence/look.ts';
import {isAboutConfig} from '../about-config.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';

export default defineCheck({
	check: 'files',
	title: 'Files',
	needs: ['host', 'config', 'command', 'files'],
	judge(evidence) {
		const {files, at} = evidence;
		const onHost = judgeHost(evidence).filter(finding => !isAboutConfig(finding));
		return {findings: [...onHost, ...judgeFiles(files, new Date(at)).form], ...wordsOf(files)};
	},
});

function wordsOf({certificate, privateKey, intermediates}: FilesEvidence): Pick<Judgement, 'words' | 'state'> {
	const looks = [certificate, privateKey, intermediates];
	const seen = looks.flatMap(look => (look.state === 'seen' ? [look.value] : []));
	const readable = seen.filter(({access}) => access.isReadable);
	if (looks.every(look => look.state !== 'seen' && !isMissing(look))) {
		const [first] = looks.flatMap(look => (look.state === 'unseen' ? [look.message] : []));
		return {words: first ?? 'the command names none', state: 'unknown'};
	}

	const names = readable.map(({path}) =>
		printable(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)),
	);
	return {words: names.length === 0 ? 'none can be read' : `${names.join(', ')}`};
}

/** A path that leads nowhere. */
function isMissing(look: Look<FileEvidence>): boolean {
	return look.state === 'unseen' && look.code === 'ENOENT';
}
