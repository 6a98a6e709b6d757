import {seenIn} from '../../evidence/look.ts';
import {isAboutTime} from '../about-time.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';
import {pathBeyondSignature} from '../path-beyond.ts';
import {ANSWER_NEEDS, type ForAnswer, predictedFrom, predictedUnder} from '../predicted.ts';

export default defineCheck({
	check: 'path',
	title: 'Path to the trust anchor',
	needs: ANSWER_NEEDS,
	judge(evidence) {
		const {chain} = judgeFiles(evidence.files, new Date(evidence.at));
		const beyond = pathBeyondSignature(evidence);
		const findings = [
			...predictedUnder('path', evidence),
			...[...beyond, ...chain].filter(finding => !isAboutTime(finding)),
		];
		return {findings, ...(beyond.length > 0 ? {words: NO_PATH} : wordsOf(evidence))};
	},
});

const NO_PATH = 'none that holds';

function wordsOf(evidence: ForAnswer): Pick<Judgement, 'words' | 'state'> {
	const {account, files} = evidence;
	if (!seenIn(account.trustAnchor) || !seenIn(files.certificate)?.content) {
		return {words: 'the trust anchor was not seen', state: 'unknown'};
	}

	const {stage} = predictedFrom(evidence);
	return stage === 'path' ? {words: NO_PATH} : {words: `leads to ${seenIn(account.trustAnchor)?.name ?? ''}`};
}
