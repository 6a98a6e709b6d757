import type {Finding} from '../../../rules/finding.ts';
import {seenIn} from '../../evidence/look.ts';
import {isAboutTime} from '../about-time.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';
import {ANSWER_NEEDS, type ForAnswer, predictedUnder} from '../predicted.ts';

export default defineCheck({
	check: 'path',
	title: 'Path to the trust anchor',
	needs: ANSWER_NEEDS,
	judge(evidence) {
		const {chain} = judgeFiles(evidence.files, new Date(evidence.at));
		const findings = [...predictedUnder('path', evidence), ...chain.filter(finding => !isAboutTime(finding))];
		return {findings, ...(hasPath(findings) ? wordsOf(evidence) : {words: NO_PATH})};
	},
});

const NO_PATH = 'none that holds';

/** Whatever the service would refuse first. */
function hasPath(findings: readonly Finding[]): boolean {
	return findings.every(({rule}) => !rule.startsWith('path-'));
}

function wordsOf(evidence: ForAnswer): Pick<Judgement, 'words' | 'state'> {
	const {account, files} = evidence;
	if (!seenIn(account.trustAnchor) || !seenIn(files.certificate)?.content) {
		return {words: 'the trust anchor was not seen', state: 'unknown'};
	}

	return {words: `leads to ${seenIn(account.trustAnchor)?.name ?? ''}`};
}
